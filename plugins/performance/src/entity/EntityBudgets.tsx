import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  EntitySummary,
  Panel,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { NotJudgedNotice } from '../budgets/NotJudgedNotice';
import { VerdictList } from '../budgets/useVerdictList';
import { VerdictPanel } from '../budgets/VerdictPanel';
import { EnvironmentFilter } from '../filters/EnvironmentFilter';
import { SearchField } from '../filters/SearchField';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

/** An entity's current verdicts, worst first. */
export function EntityBudgets(props: {
  list: VerdictList;
  summary: EntitySummary;
}) {
  const { list, summary } = props;
  const { pathname } = useLocation();
  const problems = summary.definitionProblems ?? [];
  const classes = useStyles();
  const open = list.view.get('verdict');

  if (list.error) {
    return <ResponseErrorPanel error={list.error} />;
  }
  return (
    <>
      {problems.length > 0 && (
        <Alert severity="warning" style={{ marginBottom: 16 }}>
          {problems.length === 1
            ? 'There is a problem in this entity’s definitions.'
            : `There are ${problems.length} problems in this entity’s definitions.`}{' '}
          <Link to={`${pathname}?view=definitions`} underline="always">
            View definitions
          </Link>
        </Alert>
      )}
      <NotJudgedNotice notJudged={summary.notJudged} />
      <div className={classes.filters}>
        <SearchField
          label="Find a journey or endpoint"
          value={list.view.get('q')}
          onChange={q => list.view.update({ q, offset: undefined })}
        />
        <EnvironmentFilter
          environments={summary.environments}
          view={list.view}
        />
      </div>
      <Panel flush>
        <VerdictTable
          label="Budgets"
          current
          rows={list.value?.items}
          selectedKey={open}
          onOpen={verdict =>
            list.view.update({ verdict: verdict.id }, { push: true })
          }
          sort={list.sort}
          onSort={list.onSort}
          page={list.page}
          empty={
            <>
              <p>No budget matches these filters.</p>
              <Button variant="outlined" onClick={list.clear}>
                Clear filters
              </Button>
            </>
          }
        />
      </Panel>
      <VerdictPanel
        verdictId={open}
        onClose={() => list.view.update({ verdict: undefined })}
      />
    </>
  );
}
