import { Header, Page, RoutedTabs } from '@backstage/core-components';
import { BudgetsPage } from '../budgets/BudgetsPage';
import { RunsPage } from '../runs/RunsPage';

/** The page of the legacy frontend system; the new one takes its tabs from extensions. */
export function PerformancePage() {
  return (
    <Page themeId="tool">
      <Header title="Performance" />
      <RoutedTabs
        routes={[
          { path: '/budgets', title: 'Budgets', children: <BudgetsPage /> },
          { path: '/runs', title: 'Runs', children: <RunsPage /> },
        ]}
      />
    </Page>
  );
}
