import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CurrentVerdict,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { AttestDialog } from './AttestDialog';
import { DisputeDialog } from './DisputeDialog';
import { RequestWaiverDialog } from './RequestWaiverDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(2, 0),
    // Nothing below moves when it is known what may be done.
    minHeight: 36,
  },
}));

type Action = 'waiver' | 'dispute' | 'attest';

/** What the owner of a verdict's entity can do about it. */
export function VerdictActions(props: { verdict: CurrentVerdict }) {
  const { verdict } = props;
  const classes = useStyles();
  const { entityRef } = verdict.subject;
  const [action, setAction] = useState<Action>();
  const may = usePerformanceData(
    api => api.getEntitySummary(entityRef),
    [entityRef],
  ).value?.may;
  const check =
    verdict.kind === 'check' && verdict.check.type === 'attestation'
      ? verdict.ruleId.replace(/^check:/, '')
      : undefined;
  const request = usePerformanceData(
    async api =>
      check === undefined
        ? undefined
        : (await api.attestations.list(entityRef)).items.find(
            item => item.check === check,
          ),
    [entityRef, check],
  ).value;

  // The risk of a finding can be accepted however low it is.
  const waivable =
    verdict.state === 'fail' ||
    verdict.state === 'no-data' ||
    (verdict.kind === 'finding' && verdict.state === 'warn');
  const close = () => setAction(undefined);
  return (
    <div className={classes.root}>
      {may?.contribute && (
        <>
          {request && (
            <Button
              variant="contained"
              color="primary"
              onClick={() => setAction('attest')}
            >
              Answer
            </Button>
          )}
          {waivable && !verdict.waiver && (
            <Button variant="outlined" onClick={() => setAction('waiver')}>
              Request waiver
            </Button>
          )}
          <Button variant="outlined" onClick={() => setAction('dispute')}>
            Dispute this
          </Button>
        </>
      )}
      {may && !may.contribute && (
        <Typography variant="body2" color="textSecondary">
          Only the owner of {stringifyEntityRef(parseEntityRef(entityRef))} can
          request a waiver or dispute this.
        </Typography>
      )}
      {action === 'waiver' && (
        <RequestWaiverDialog verdict={verdict} onClose={close} />
      )}
      {action === 'dispute' && (
        <DisputeDialog verdict={verdict} onClose={close} />
      )}
      {action === 'attest' && request && (
        <AttestDialog entityRef={entityRef} request={request} onClose={close} />
      )}
    </div>
  );
}
