import { useApi } from '@backstage/core-plugin-api';
import {
  findingName,
  performanceApiRef,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { DeleteRecord } from '../actions/DeleteRecord';
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
        <Contents key={findingId} findingId={findingId} onDeleted={onClose} />
      )}
    </SidePanel>
  );
}

function Contents(props: { findingId: string; onDeleted: () => void }) {
  const { findingId, onDeleted } = props;
  const api = useApi(performanceApiRef);
  const finding = usePerformanceData(
    performanceApi => performanceApi.findings.get(findingId),
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
      {value => (
        <>
          <FindingDetails finding={value} onStale={finding.reload} />
          {value.may.delete && (
            <DeleteRecord
              what="finding"
              name={findingName(value.id)}
              onDelete={async () => {
                await api.findings.delete(value.id);
                onDeleted();
              }}
            >
              Its comments and history go with it, and nobody can bring it back.
              Waivers on it end, and its duplicates are open again. To say that
              there is nothing to it, mark it as invalid instead.
            </DeleteRecord>
          )}
        </>
      )}
    </Loaded>
  );
}
