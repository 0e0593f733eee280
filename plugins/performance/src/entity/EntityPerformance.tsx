import Box from '@material-ui/core/Box';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { useViewState } from '@perf-governance/plugin-performance-react';
import { RunsList } from '../runs/RunsList';
import { EntityBudgets } from './EntityBudgets';

/** Everything about one entity's performance. */
export function EntityPerformance(props: { entityRef: string }) {
  const { entityRef } = props;
  const view = useViewState();
  const tab = view.get('view') ?? 'budgets';

  return (
    <>
      <Box mb={2}>
        <Tabs
          value={tab}
          onChange={(_, next) => view.update({ view: next })}
          indicatorColor="primary"
        >
          <Tab value="budgets" label="Budgets" />
          <Tab value="runs" label="Runs" />
        </Tabs>
      </Box>
      {tab === 'budgets' && <EntityBudgets entityRef={entityRef} />}
      {tab === 'runs' && <RunsList entityRef={entityRef} />}
    </>
  );
}
