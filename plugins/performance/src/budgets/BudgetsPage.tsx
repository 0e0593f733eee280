import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  StateCountFilter,
  useViewState,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { Choice } from '../filters/Choice';
import { ExportButton } from '../export/ExportButton';
import { FacetedFilters } from '../filters/FacetedFilters';
import { useVerdictList } from './useVerdictList';
import { VerdictPanel } from './VerdictPanel';
import { verdictsCsv } from './verdictsCsv';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2, 0.5),
  },
}));

const KINDS = [
  { value: 'budget', title: 'Budgets' },
  { value: 'check', title: 'Checks' },
  { value: 'slo', title: 'SLOs' },
  { value: 'finding', title: 'Findings' },
  { value: 'any', title: 'All' },
] as const;

/** Every current verdict the caller may see. */
export function BudgetsPage() {
  const classes = useStyles();
  const view = useViewState();
  const kind = KINDS.find(({ value }) => value === view.get('ruleKind'))?.value;
  const shownKind = kind ?? 'budget';
  const list = useVerdictList({
    ruleKind: shownKind === 'any' ? undefined : [shownKind],
  });
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
      </div>
      <FacetedFilters
        view={list.view}
        label="Filter budgets"
        searchLabel="Find an entity, journey or endpoint"
        shown={['owner', 'domain', 'system', 'environment', 'stage', 'metric']}
        more={['area', 'rule', 'goal', 'kind', 'tag', 'lifecycle']}
        others={[
          'entityRef',
          'policy',
          'state',
          'waived',
          'type',
          'definition',
        ]}
        onClear={list.clear}
      />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <div className={classes.head}>
            <Choice
              label="Kind of rule"
              options={KINDS}
              chosen={shownKind}
              onChange={next =>
                view.update({
                  ruleKind: next === 'budget' ? undefined : next,
                  offset: undefined,
                })
              }
            />
            <ExportButton
              fileName="budgets.csv"
              listPage={(api, page) =>
                api.listVerdicts({ ...list.query, ...page })
              }
              toCsv={verdictsCsv}
            />
          </div>
          <VerdictTable
            label="Budgets"
            withEntity
            current
            kind={shownKind}
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
