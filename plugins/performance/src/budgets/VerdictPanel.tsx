import { LoadedSidePanel } from '../page/LoadedSidePanel';
import { VerdictDetails } from './VerdictDetails';

/** One verdict's details, beside the list it was opened from. */
export function VerdictPanel(props: {
  /** Open while given. */
  verdictId: string | undefined;
  onClose: () => void;
}) {
  const { verdictId, onClose } = props;
  return (
    <LoadedSidePanel
      label="Budget details"
      id={verdictId}
      load={(api, id) => api.getVerdict(id)}
      onClose={onClose}
    >
      {verdict => <VerdictDetails verdict={verdict} />}
    </LoadedSidePanel>
  );
}
