import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  AnalysisProposalDetail,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { AcceptDialog } from './AcceptDialog';
import { SuppressDialog } from './SuppressDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** What the reader may make of a proposal. */
export function ProposalActions(props: { proposal: AnalysisProposalDetail }) {
  const { proposal } = props;
  const { may } = proposal;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [asking, setAsking] = useState<'accept' | 'suppress' | 'unsuppress'>();
  const close = () => setAsking(undefined);

  if (proposal.status === 'proposed' && !may.accept) {
    return (
      <p>
        Whoever may create findings of this entity makes one of it, or
        suppresses it.
      </p>
    );
  }
  return (
    <>
      <div className={classes.root}>
        {may.accept && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => setAsking('accept')}
          >
            Make a finding
          </Button>
        )}
        {may.suppress && (
          <Button variant="outlined" onClick={() => setAsking('suppress')}>
            Suppress
          </Button>
        )}
        {may.unsuppress && (
          <Button variant="outlined" onClick={() => setAsking('unsuppress')}>
            Propose again
          </Button>
        )}
      </div>
      {asking === 'accept' && (
        <AcceptDialog proposal={proposal} onClose={close} />
      )}
      {asking === 'suppress' && (
        <SuppressDialog proposalId={proposal.id} onClose={close} />
      )}
      {asking === 'unsuppress' && (
        <ActionDialog
          title="Propose it again"
          intro="It stands among the proposals again, for anybody to decide on. Why it was suppressed stays in its history."
          action="Propose again"
          ready
          onAction={() => api.analysis.unsuppress(proposal.id)}
          onClose={close}
        />
      )}
    </>
  );
}
