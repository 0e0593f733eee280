import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  StateCountFilter,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { FacetedFilters } from '../filters/FacetedFilters';
import { ExportButton } from './ExportButton';
import { useVerdictList } from './useVerdictList';
import { VerdictPanel } from './VerdictPanel';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** Every current verdict the caller may see. */
export function BudgetsPage() {
  const classes = useStyles();
  const list = useVerdictList();
  const open = list.view.get('verdict');

  return (
    <>
      <div className={classes.top}>
        <StateCountFilter
          counts={list.value?.counts}
          chosen={list.states}
          onChange={list.onStatesChange}
          waived={list.waived}
        />
        <ExportButton query={list.query} />
      </div>
      <FacetedFilters
        view={list.view}
        label="Filter budgets"
        searchLabel="Find an entity, journey or endpoint"
        shown={['owner', 'domain', 'system', 'environment', 'stage', 'metric']}
        more={['ruleKind', 'area', 'rule', 'goal', 'kind', 'tag', 'lifecycle']}
        others={['entityRef', 'state', 'waived', 'type', 'definition']}
        onClear={list.clear}
      />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <VerdictTable
            label="Budgets"
            withEntity
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
      )}
      <VerdictPanel
        verdictId={open}
        onClose={() => list.view.update({ verdict: undefined })}
      />
    </>
  );
}
