import { usePerformanceData } from '@perf-governance/plugin-performance-react';
import { Loaded } from '../page/Loaded';
import { SidePanel } from '../page/SidePanel';
import { FindingDetails } from './FindingDetails';

const HEIGHT = 420;

/** One finding, beside the list it was opened from. */
export function FindingPanel(props: {
  /** Open while given. */
  findingId: string | undefined;
  onClose: () => void;
}) {
  const { findingId, onClose } = props;
  return (
    <SidePanel
      label="Finding details"
      wide
      open={findingId !== undefined}
      onClose={onClose}
    >
      {findingId !== undefined && (
        <Contents key={findingId} findingId={findingId} />
      )}
    </SidePanel>
  );
}

function Contents(props: { findingId: string }) {
  const { findingId } = props;
  const finding = usePerformanceData(
    api => api.findings.get(findingId),
    [findingId],
  );
  return (
    <Loaded
      data={finding}
      height={HEIGHT}
      missing={{
        title: 'There is no such finding',
        children: 'It isn’t there, or it is of an entity that you may not see.',
      }}
    >
      {value => <FindingDetails finding={value} />}
    </Loaded>
  );
}
