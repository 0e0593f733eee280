import { ResponseErrorPanel } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { RunsQuery } from '@perf-governance/plugin-performance-react';
import { RunsTable } from './RunsTable';
import { useRunList } from './useRunList';

/** Runs with their filters. */
export function RunsList(props: { entityRef?: string }) {
  const { entityRef } = props;
  const fixed: RunsQuery = entityRef ? { entityRef } : {};
  const list = useRunList(fixed);

  if (list.error) {
    return <ResponseErrorPanel error={list.error} />;
  }
  return (
    <Paper>
      <RunsTable
        withEntity={!entityRef}
        rows={list.value?.items}
        sort={list.sort}
        onSort={list.onSort}
        page={list.page}
        empty="No run matches these filters."
      />
    </Paper>
  );
}
