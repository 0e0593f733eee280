import { ResponseErrorPanel } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import Box from '@material-ui/core/Box';
import {
  StateCountFilter,
  VerdictTable,
} from '@perf-governance/plugin-performance-react';
import { useVerdictList } from './useVerdictList';
import { VerdictPanel } from './VerdictPanel';

/** Every current verdict the caller may see. */
export function BudgetsPage() {
  const list = useVerdictList();
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
