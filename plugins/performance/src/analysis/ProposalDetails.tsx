import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  AnalysisProposalDetail,
  AnalysisSummary,
  findingName,
  formatDay,
  mutedColour,
  RiskGradeLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { Link } from '@backstage/core-components';
import { HistoryList } from '../page/HistoryList';
import { useDetailsStyles } from '../page/useDetailsStyles';
import { Markdown } from '../reviews/Markdown';
import { ProposalActions } from './ProposalActions';
import { ProposalGraph } from './ProposalGraph';
import { PROPOSAL_STATUS_WORDS } from './proposalWords';

type HistoryType = AnalysisProposalDetail['history'][number]['type'];

const HISTORY_WORDS: Record<HistoryType, string> = {
  appeared: 'First found',
  gone: 'No longer found',
  returned: 'Found again',
  suppressed: 'Suppressed',
  unsuppressed: 'Proposed again',
  accepted: 'Made a finding',
  followed: 'Handed to another finding',
  'proposed-again': 'Proposed again',
};

const useStyles = makeStyles(theme => ({
  rule: { color: mutedColour(theme), marginTop: theme.spacing(1) },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    overflowWrap: 'anywhere',
  },
}));

/** A proposal with the path that led to it, how the rule came to it, and what may be done. */
export function ProposalDetails(props: {
  proposal: AnalysisProposalDetail;
  rule?: AnalysisSummary['rules'][number];
}) {
  const { proposal, rule } = props;
  const { suppression, affectedEntities, hiddenEntities } = proposal;
  const unnamed = affectedEntities - proposal.affected.length;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  const links = usePerformanceLinks();
  return (
    <>
      <h2 className={classes.title}>{proposal.title}</h2>
      <EntityRefLink entityRef={proposal.entity.entityRef} hideIcon />
      <dl className={classes.facts}>
        <dt>Status</dt>
        <dd>
          {PROPOSAL_STATUS_WORDS[proposal.status]}
          {proposal.findingId && (
            <>
              {': '}
              <Link to={links.finding(proposal.findingId)} underline="always">
                {findingName(proposal.findingId)}
              </Link>
            </>
          )}
          {proposal.status === 'proposed' &&
            proposal.findingStatus === 'verified' && (
              <span className={classes.detail}>
                That was verified, and a later analysis still found this
              </span>
            )}
          {suppression && (
            <span className={classes.detail}>
              Suppressed
              {suppression.until &&
                ` until ${formatDay(suppression.until, new Date())}`}
              : {suppression.reason}
            </span>
          )}
        </dd>
        <dt>Severity</dt>
        <dd>
          <RiskGradeLabel grade={proposal.severity} />
        </dd>
        <dt>Likelihood</dt>
        <dd>
          <RiskGradeLabel grade={proposal.likelihood} />
        </dd>
      </dl>
      <ProposalActions proposal={proposal} />
      <ProposalGraph title={proposal.title} graph={proposal.graph} />
      <h3 className={classes.heading}>How the rule came to it</h3>
      <Markdown text={proposal.explanation} />
      {rule && (
        <p className={classes.rule}>
          {rule.title}: {rule.description}
        </p>
      )}
      <h3 className={classes.heading}>What would help</h3>
      <Markdown text={proposal.recommendation} />
      <h3 className={classes.heading}>
        Affected ({affectedEntities + hiddenEntities})
      </h3>
      <div className={classes.affected}>
        {proposal.affected.map(({ entityRef }) => (
          <EntityRefLink key={entityRef} entityRef={entityRef} hideIcon />
        ))}
        {unnamed > 0 && <span>and {unnamed} more</span>}
        {hiddenEntities > 0 && (
          <span>and {hiddenEntities} you may not see</span>
        )}
      </div>
      <h3 className={classes.heading}>History</h3>
      <HistoryList
        events={proposal.history.map(({ type, at, by, note }) => ({
          words: HISTORY_WORDS[type],
          at,
          by,
          details: note ? [note] : [],
        }))}
      />
    </>
  );
}
