import { SidePanel } from '../page/SidePanel';
import { SloContents } from './SloContents';

/** One SLO's details, beside the list it was opened from. */
export function SloPanel(props: {
  /** Open while given. */
  sloId: string | undefined;
  onClose: () => void;
}) {
  const { sloId, onClose } = props;
  return (
    <SidePanel
      wide
      label="SLO details"
      open={sloId !== undefined}
      onClose={onClose}
    >
      {sloId && <SloContents key={sloId} sloId={sloId} />}
    </SidePanel>
  );
}
