import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { ApiRef, createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { act, render, screen, within } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { fixtureApis, fixtureEntities } from '../dev/fixtures';
import {
  EntityPerformanceCard,
  EntityPerformanceContent,
  isPerformanceAvailable,
  PerformancePage,
} from './index';

/** A small app of the legacy frontend system, with our parts mounted as the README says. */
async function renderLegacyApp(path: string) {
  window.history.replaceState({}, '', path);
  const app = createApp({
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Test', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://backstage.example' },
        },
      },
    ],
    plugins: [catalogPlugin],
    apis: fixtureApis().map(([api, implementation]) =>
      createApiFactory(api as ApiRef<unknown>, implementation),
    ),
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          <EntityLayout>
            <EntityLayout.Route path="/" title="Overview">
              <EntityPerformanceCard />
            </EntityLayout.Route>
            <EntityLayout.Route
              path="/performance"
              title="Performance"
              if={isPerformanceAvailable}
            >
              <EntityPerformanceContent />
            </EntityLayout.Route>
          </EntityLayout>
        </Route>
        <Route path="/performance" element={<PerformancePage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  await act(async () => {
    render(<Root />);
  });
}

describe('the legacy extensions', () => {
  it('show the page /performance with its tabs', async () => {
    await renderLegacyApp('/performance?limit=10');

    const tabs = await screen.findByRole('navigation', {
      name: 'Performance',
    });
    expect(
      within(tabs)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/performance/overview',
      '/performance/mine',
      '/performance/budgets',
      '/performance/slos',
      '/performance/scorecards',
      '/performance/policies',
      '/performance/waivers',
      '/performance/reviews',
      '/performance/findings',
      '/performance/analysis',
      '/performance/runs',
      '/performance/definitions',
      '/performance/sources',
    ]);
    expect(
      await screen.findByRole('heading', {
        name: 'Tier-1 journeys within budget: 19 of 24',
      }),
    ).toBeVisible();
  });

  it('show the page of a definition below it', async () => {
    await renderLegacyApp('/performance/definitions/org/budget/api-latency');

    expect(
      await screen.findByRole('heading', { name: 'APIs answer quickly' }),
    ).toBeVisible();
    expect(screen.getByText('People notice half a second.')).toBeVisible();
  });

  it('show the Performance tab of an entity', async () => {
    await renderLegacyApp(
      '/catalog/default/component/checkout/performance?limit=10',
    );

    expect(
      await screen.findByRole('button', { name: 'Upload report' }),
    ).toBeVisible();
    const table = await screen.findByRole('table', { name: 'Budgets' });
    expect(
      await within(table).findByRole('button', {
        name: 'POST /pay · p99 response time',
      }),
    ).toBeVisible();
    expect(
      within(table).getAllByRole('link', { name: 'k6 run' })[0],
    ).toHaveAttribute('href', '/performance/runs/run-0');
  });

  it('show the card on the overview', async () => {
    await renderLegacyApp('/catalog/default/component/checkout');

    expect(
      await screen.findByRole('list', { name: 'Worst budgets' }),
    ).toHaveTextContent('checkout · p95 response time');
  });
});

describe('isPerformanceAvailable', () => {
  it.each([
    ['Component', true],
    ['api', true],
    ['Resource', true],
    ['Group', false],
    ['User', false],
  ])('says of the kind %s: %s', (kind, available) => {
    expect(isPerformanceAvailable({ ...fixtureEntities[0], kind })).toBe(
      available,
    );
  });
});
