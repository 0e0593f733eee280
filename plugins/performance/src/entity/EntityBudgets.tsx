import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import {
  StateCountFilter,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { useVerdictList } from '../budgets/useVerdictList';
import { VerdictPanel } from '../budgets/VerdictPanel';

/** An entity's current verdicts. */
export function EntityBudgets(props: { entityRef: string }) {
  const list = useVerdictList({ entityRef: props.entityRef });
  const open = list.view.get('verdict');

  if (list.error) {
    return <ResponseErrorPanel error={list.error} />;
  }
  return (
    <>
      <Box mb={2}>
        <StateCountFilter
          counts={list.value?.counts}
          chosen={list.states}
          onChange={list.onStatesChange}
        />
      </Box>
      <Paper>
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
          empty="No budget matches these filters."
        />
      </Paper>
      <VerdictPanel
        verdictId={open}
        onClose={() => list.view.update({ verdict: undefined })}
      />
    </>
  );
}
