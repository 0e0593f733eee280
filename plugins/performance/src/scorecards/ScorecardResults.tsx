import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  LevelBadge,
  PagedTable,
  PagedTableColumn,
  Panel,
  RelativeTime,
  RowDetail,
  RowEntityLink,
  RowTitle,
  ScorecardDetail,
  ScorecardStanding,
} from '@perf-governance/plugin-performance-react';
import { FacetedFilters } from '../filters/FacetedFilters';
import { refTitle } from '../filters/refTitle';
import { NO_LEVEL } from './levelCounts';
import { ScorecardPanel } from './ScorecardPanel';
import { useScorecardResults } from './useScorecardResults';

const useStyles = makeStyles(theme => ({
  steps: { margin: 0, paddingLeft: theme.spacing(2.5) },
  filters: { padding: theme.spacing(0, 2) },
}));

/** Where everybody stands, and what each has to do next. */
export function ScorecardResults(props: { scorecard: ScorecardDetail }) {
  const { scorecard } = props;
  const classes = useStyles();
  const results = useScorecardResults(scorecard.definitionId);
  const { view } = results;
  const columns = useColumns(scorecard, entityRef =>
    view.update({ entity: entityRef }, { push: true }),
  );
  return (
    <Panel flush title="Results">
      <div className={classes.filters}>
        <FacetedFilters
          view={view}
          label="Filter results"
          searchLabel="Find an entity"
          shown={['owner', 'domain', 'system', 'tag', 'lifecycle']}
          own={[
            {
              name: 'level',
              title: 'Level',
              options: [
                ...scorecard.levels.map(({ name, title, entities }) => ({
                  value: name,
                  title,
                  count: entities,
                })),
                { value: NO_LEVEL, title: 'No level', count: scorecard.none },
                { value: 'exempt', title: 'Exempt', count: scorecard.exempt },
              ],
            },
            {
              name: 'missing',
              title: 'Missing',
              hidden: true,
              options: scorecard.rules.map(({ ruleId, title }) => ({
                value: ruleId,
                title,
              })),
            },
          ]}
          onClear={results.clear}
        />
      </div>
      {results.error ? (
        <ResponseErrorPanel error={results.error} />
      ) : (
        <PagedTable
          label="Results"
          columns={columns}
          rows={results.value?.items}
          rowKey={({ entity }) => entity.entityRef}
          onRowClick={({ entity }) =>
            view.update({ entity: entity.entityRef }, { push: true })
          }
          selectedKey={view.get('entity')}
          sort={results.sort}
          onSort={results.onSort}
          page={results.page}
          empty={
            <>
              <p>Nobody matches these filters.</p>
              <Button variant="outlined" onClick={results.clear}>
                Clear filters
              </Button>
            </>
          }
        />
      )}
      <ScorecardPanel
        definitionId={scorecard.definitionId}
        entityRef={view.get('entity')}
        onClose={() => view.update({ entity: undefined })}
      />
    </Panel>
  );
}

function useColumns(
  scorecard: ScorecardDetail,
  onOpen: (entityRef: string) => void,
): PagedTableColumn<ScorecardStanding>[] {
  return [
    {
      id: 'level',
      title: 'Level',
      sort: 'level',
      width: 160,
      leading: true,
      render: ({ level, exempt }) =>
        exempt ? (
          'Exempt'
        ) : (
          <LevelBadge level={level} levels={scorecard.levels} />
        ),
    },
    {
      id: 'entity',
      title: 'Entity',
      sort: 'entity',
      leading: true,
      render: ({ entity }) => (
        <>
          <RowTitle onOpen={() => onOpen(entity.entityRef)}>
            {entity.title ?? refTitle(entity.entityRef)}
          </RowTitle>
          <RowDetail>{entity.kind}</RowDetail>
        </>
      ),
    },
    {
      id: 'owner',
      title: 'Owner',
      width: 160,
      render: ({ entity }) =>
        entity.owner ? <RowEntityLink entityRef={entity.owner} /> : '–',
    },
    {
      id: 'score',
      title: 'Score',
      sort: 'score',
      align: 'right',
      width: 80,
      render: ({ score }) => (score === undefined ? '–' : Math.round(score)),
    },
    {
      id: 'next',
      title: 'Next steps',
      render: standing => <NextSteps standing={standing} />,
    },
    {
      id: 'since',
      title: 'Since',
      width: 96,
      render: ({ since }) => <RelativeTime instant={since} variant="day" />,
    },
  ];
}

function NextSteps(props: { standing: ScorecardStanding }) {
  const { exempt, nextLevel, nextSteps, missing } = props.standing;
  const classes = useStyles();
  if (exempt) {
    return <>{exempt}</>;
  }
  if (!nextLevel) {
    return <>The highest level</>;
  }
  return (
    <>
      To reach {nextLevel.title}:
      <ul className={classes.steps}>
        {nextSteps.map(step => (
          <li key={step.ruleId}>{step.title}</li>
        ))}
      </ul>
      {missing > nextSteps.length && (
        <RowDetail>and {missing - nextSteps.length} more</RowDetail>
      )}
    </>
  );
}
