import { Content, Header, Page } from '@backstage/core-components';
import { BudgetsPage } from '../budgets/BudgetsPage';
import { DefinitionsPage } from '../definitions/DefinitionsPage';
import { SourcesPage } from '../definitions/SourcesPage';
import { RunsPage } from '../runs/RunsPage';
import { PerformanceLayout } from './PerformanceLayout';

/** The page of the legacy frontend system; the new one takes its tabs from extensions. */
export function PerformancePage() {
  return (
    <Page themeId="tool">
      <Header title="Performance" />
      <Content>
        <PerformanceLayout
          tabs={[
            { path: 'budgets', title: 'Budgets', element: <BudgetsPage /> },
            { path: 'runs', title: 'Runs', element: <RunsPage /> },
            {
              path: 'definitions',
              title: 'Definitions',
              element: <DefinitionsPage />,
            },
            { path: 'sources', title: 'Sources', element: <SourcesPage /> },
          ]}
        />
      </Content>
    </Page>
  );
}
