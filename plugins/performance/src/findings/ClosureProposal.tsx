import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  FindingDetail,
  performanceApiRef,
  RelativeTime,
  stateColours,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { describeGreenDays } from './findingWords';
import { mayVerifyClosure } from './mayVerifyClosure';

/** What the backend asks of a reason. */
const MIN_NOTE = 3;

const useStyles = makeStyles(theme => ({
  // Material UI's own green is nearly black in the dark.
  root: {
    marginBottom: theme.spacing(2),
    color: theme.palette.text.primary,
    backgroundColor: stateColours(theme, 'pass').soft,
    '& .MuiAlert-icon': { color: stateColours(theme, 'pass').strong },
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** What the evidence says of a finding, for a person to decide on. */
export function ClosureProposal(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { closureProposedAt, binding } = finding;
  const classes = useStyles();
  const [deciding, setDeciding] = useState<'verify' | 'decline'>();
  if (!closureProposedAt || !binding) {
    return null;
  }
  const mayDecide = finding.may.edit;
  const mayVerify = mayVerifyClosure(finding);
  return (
    <Alert severity="success" className={classes.root}>
      <AlertTitle>Closure proposed</AlertTitle>
      {binding.title ?? binding.ruleId}: {describeGreenDays(binding)}
      {binding.green.count > 1 && ' in a row'}. Proposed{' '}
      <RelativeTime instant={closureProposedAt} />; a person decides.
      <div className={classes.buttons}>
        {mayVerify && (
          <Button
            size="small"
            variant="contained"
            color="primary"
            onClick={() => setDeciding('verify')}
          >
            Verify
          </Button>
        )}
        {mayDecide && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setDeciding('decline')}
          >
            Decline
          </Button>
        )}
        {!mayVerify &&
          (mayDecide
            ? 'You resolved it; somebody else verifies that it is mended.'
            : 'Whoever may verify findings of this entity decides.')}
      </div>
      {deciding && (
        <ClosureDialog
          finding={finding}
          decision={deciding}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Alert>
  );
}

function ClosureDialog(props: {
  finding: FindingDetail;
  decision: 'verify' | 'decline';
  onClose: () => void;
}) {
  const { finding, decision, onClose } = props;
  const api = useApi(performanceApiRef);
  const [note, setNote] = useState('');
  const verifies = decision === 'verify';
  return (
    <ActionDialog
      title={verifies ? 'Verify that it is mended' : 'Decline the closure'}
      intro={
        verifies
          ? 'The finding is closed. Should what it is bound to fail again, it opens by itself.'
          : 'The finding stays open, and green days count anew from tomorrow on.'
      }
      action={verifies ? 'Verify' : 'Decline'}
      ready={verifies || note.trim().length >= MIN_NOTE}
      onAction={() =>
        api.findings.decideClosure(finding.id, {
          version: finding.version,
          decision,
          ...(note.trim() && { note: note.trim() }),
        })
      }
      onClose={onClose}
    >
      <LongText
        label={verifies ? 'Note' : 'Why it isn’t mended'}
        required={!verifies}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
