import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  LevelDistribution,
  Panel,
  ScorecardDetail,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { BackLink } from '../page/BackLink';
import { isHidden } from '../page/isHidden';
import { LayerName } from '../page/LayerName';
import { PageTitle } from '../page/PageTitle';
import { levelCounts } from './levelCounts';
import { ScorecardLevels } from './ScorecardLevels';
import { ScorecardResults } from './ScorecardResults';

/** One scorecard: its levels and rules, and where everybody stands. */
export function ScorecardPage(props: { definitionId: string }) {
  const { definitionId } = props;
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.scorecards.get(definitionId),
    [definitionId],
  );

  return (
    <>
      <BackLink to={links.scorecards()}>All scorecards</BackLink>
      {error &&
        (isHidden(error) ? (
          <Panel title="There is no such scorecard, or you may not see it">
            It may have been retired, or renamed in its file.
          </Panel>
        ) : (
          <ResponseErrorPanel error={error} />
        ))}
      {!error && !value && (
        <>
          <Skeleton width="40%" height={40} />
          <Skeleton width="60%" />
          <Skeleton variant="rect" height={360} style={{ marginTop: 16 }} />
        </>
      )}
      {value && <Contents scorecard={value} />}
    </>
  );
}

function Contents(props: { scorecard: ScorecardDetail }) {
  const { scorecard } = props;
  const links = usePerformanceLinks();
  return (
    <>
      <PageTitle
        title={scorecard.title}
        description={scorecard.description}
        facts={
          <>
            <span>
              {scorecard.entities.toLocaleString('en')} entities,{' '}
              {scorecard.exempt.toLocaleString('en')} exempt
            </span>
            {scorecard.averageScore !== undefined && (
              <span>average score {Math.round(scorecard.averageScore)}</span>
            )}
            <span>
              set by <LayerName layer={scorecard.layer} />
            </span>
            <Link to={links.definition(scorecard.definitionId)}>
              Definition
            </Link>
          </>
        }
      />
      <Panel title="Who has reached what">
        <LevelDistribution levels={levelCounts(scorecard, links)} />
      </Panel>
      <ScorecardResults scorecard={scorecard} />
      <ScorecardLevels scorecard={scorecard} />
    </>
  );
}
