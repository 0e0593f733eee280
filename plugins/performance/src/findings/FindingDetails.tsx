import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  FindingDetail,
  findingName,
  mutedColour,
  RelativeTime,
  RISK_GRADE_WORDS,
  RiskLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useDetailsStyles } from '../page/useDetailsStyles';
import { Markdown } from '../reviews/Markdown';
import { reviewName } from '../reviews/reviewName';
import { ClosureProposal } from './ClosureProposal';
import { DueDate } from './DueDate';
import { FindingActions } from './FindingActions';
import { FindingBinding } from './FindingBinding';
import { FindingComments } from './FindingComments';
import { FindingHistory } from './FindingHistory';
import { FindingIssue } from './FindingIssue';
import { FindingLinks } from './FindingLinks';
import { FindingStatusLabel } from './FindingStatusLabel';

const useStyles = makeStyles(theme => ({
  muted: { color: mutedColour(theme) },
}));

/** One finding: what it is, who sees to it, what shows that it is mended, and what may be done. */
export function FindingDetails(props: {
  finding: FindingDetail;
  /** Called when there may be news of it. */
  onStale: () => void;
}) {
  const { finding, onStale } = props;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  return (
    <>
      <h2 className={classes.title}>{finding.title}</h2>
      <span className={classes.muted}>
        {findingName(finding.id)} · {FINDING_CATEGORY_WORDS[finding.category]}
      </span>
      <Facts finding={finding} />
      <ClosureProposal finding={finding} />
      <FindingActions finding={finding} />
      {finding.description && (
        <Section title="Description">
          <Markdown text={finding.description} />
        </Section>
      )}
      {finding.recommendation && (
        <Section title="Recommendation">
          <Markdown text={finding.recommendation} />
        </Section>
      )}
      <Section title="What shows that it is mended">
        <FindingBinding finding={finding} />
      </Section>
      <Section title="Links">
        <FindingLinks finding={finding} />
        <FindingIssue finding={finding} onStale={onStale} />
      </Section>
      <Section title={`Comments (${finding.comments})`}>
        <FindingComments finding={finding} />
      </Section>
      <Section title="History">
        <FindingHistory finding={finding} />
      </Section>
    </>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </>
  );
}

function Facts(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { affected, hiddenAffected, acceptedUntil, duplicateOf } = finding;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  const links = usePerformanceLinks();
  return (
    <dl className={classes.facts}>
      <dt>Status</dt>
      <dd>
        <FindingStatusLabel status={finding.status} />{' '}
        <span className={classes.muted}>
          {acceptedUntil ? (
            <>
              until <RelativeTime instant={acceptedUntil} variant="day" />
            </>
          ) : (
            <>
              since <RelativeTime instant={finding.statusSince} variant="day" />
            </>
          )}
        </span>
        {duplicateOf && (
          <>
            {' of '}
            <Link to={links.finding(duplicateOf)} underline="always">
              {findingName(duplicateOf)}
            </Link>
          </>
        )}
      </dd>
      <dt>Risk</dt>
      <dd>
        <RiskLabel risk={finding.risk} />{' '}
        <span className={classes.muted}>
          severity {RISK_GRADE_WORDS[finding.severity].toLowerCase()},
          likelihood {RISK_GRADE_WORDS[finding.likelihood].toLowerCase()}
        </span>
      </dd>
      <dt>Affects</dt>
      <dd className={classes.affected}>
        {[finding.entity, ...affected].map(({ entityRef }) => (
          <EntityRefLink key={entityRef} entityRef={entityRef} hideIcon />
        ))}
        {hiddenAffected > 0 && (
          <span>and {hiddenAffected} you may not see</span>
        )}
      </dd>
      <dt>Owner</dt>
      <dd>
        {finding.owner ? (
          <EntityRefLink
            entityRef={finding.owner}
            title={finding.ownerTitle}
            hideIcon
          />
        ) : (
          'Nobody sees to it yet'
        )}
      </dd>
      <dt>Due</dt>
      <dd>
        <DueDate finding={finding} />
      </dd>
      <dt>Effort</dt>
      <dd>
        {finding.effort
          ? FINDING_EFFORT_WORDS[finding.effort]
          : 'Not estimated'}
      </dd>
      <dt>Recorded</dt>
      <dd>
        <RelativeTime instant={finding.createdAt} /> by{' '}
        <EntityRefLink
          entityRef={finding.createdBy}
          defaultKind="user"
          hideIcon
        />
        {finding.proposalId && (
          <>
            {', from a '}
            <Link
              to={links.analysis({ proposal: finding.proposalId })}
              underline="always"
            >
              proposal of the analysis
            </Link>
          </>
        )}
        {finding.reviewId && (
          <>
            {', from '}
            <Link to={links.review(finding.reviewId)} underline="always">
              review {reviewName(finding.reviewId)}
            </Link>
          </>
        )}
      </dd>
    </dl>
  );
}
