import { Link } from '@backstage/core-components';
import {
  LevelDistribution,
  Panel,
  ScorecardDetail,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { BackLink } from '../page/BackLink';
import { LayerName } from '../page/LayerName';
import { Loaded } from '../page/Loaded';
import { PageTitle } from '../page/PageTitle';
import { levelCounts } from './levelCounts';
import { ScorecardLevels } from './ScorecardLevels';
import { ScorecardResults } from './ScorecardResults';

/** One scorecard: its levels and rules, and where everybody stands. */
export function ScorecardPage(props: { definitionId: string }) {
  const { definitionId } = props;
  const links = usePerformanceLinks();
  const data = usePerformanceData(
    api => api.scorecards.get(definitionId),
    [definitionId],
  );
  return (
    <>
      <BackLink to={links.scorecards()}>All scorecards</BackLink>
      <Loaded
        data={data}
        height={360}
        missing={{
          title: 'There is no such scorecard, or you may not see it',
          children: 'It may have been retired, or renamed in its file.',
        }}
      >
        {scorecard => <Contents scorecard={scorecard} />}
      </Loaded>
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
