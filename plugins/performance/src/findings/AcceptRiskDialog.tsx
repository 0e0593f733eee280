import { Progress } from '@backstage/core-components';
import {
  FindingDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { errorMessage } from '../actions/errorMessage';
import { RequestWaiverDialog } from '../actions/RequestWaiverDialog';

/** Asks for a waiver on a finding: the only way to accept its risk. */
export function AcceptRiskDialog(props: {
  finding: FindingDetail;
  onClose: () => void;
}) {
  const { finding, onClose } = props;
  const { value, error } = usePerformanceData(
    api =>
      api.listVerdicts({
        entityRef: finding.entity.entityRef,
        ruleKind: ['finding'],
        rule: [`finding:${finding.id}`],
        limit: 1,
      }),
    [finding.entity.entityRef, finding.id],
  );
  const verdict = value?.items[0];
  if (verdict) {
    return <RequestWaiverDialog verdict={verdict} onClose={onClose} />;
  }
  return (
    <ActionDialog
      title="Request a waiver"
      intro={
        value || error
          ? `The finding’s verdict couldn’t be read${
              error
                ? `: ${errorMessage(error)}`
                : ', it may not have been judged yet'
            }. Try again in a moment.`
          : 'The finding’s verdict is being read.'
      }
      action="Request waiver"
      ready={false}
      onAction={async () => {}}
      onClose={onClose}
    >
      {!value && !error && <Progress />}
    </ActionDialog>
  );
}
