import { ComponentType } from 'react';

/** A tab of `/performance`, whose page is loaded when it is opened. */
interface PerformanceTabSource {
  /** Relative to the page. */
  path: string;
  title: string;
  load: () => Promise<ComponentType>;
}

/** The tabs, in order; both frontend systems show them. */
export const PERFORMANCE_TABS = [
  {
    path: 'overview',
    title: 'Overview',
    load: () =>
      import('../overview/OverviewPage').then(module => module.OverviewPage),
  },
  {
    path: 'mine',
    title: 'My services',
    load: () =>
      import('../services/MyServicesPage').then(
        module => module.MyServicesPage,
      ),
  },
  {
    path: 'budgets',
    title: 'Budgets',
    load: () =>
      import('../budgets/BudgetsPage').then(module => module.BudgetsPage),
  },
  {
    path: 'slos',
    title: 'SLOs',
    load: () => import('../slos/SlosPage').then(module => module.SlosPage),
  },
  {
    path: 'scorecards',
    title: 'Scorecards',
    load: () =>
      import('../scorecards/ScorecardsPage').then(
        module => module.ScorecardsPage,
      ),
  },
  {
    path: 'policies',
    title: 'Policies',
    load: () =>
      import('../policies/PoliciesPage').then(module => module.PoliciesPage),
  },
  {
    path: 'waivers',
    title: 'Waivers',
    load: () =>
      import('../waivers/WaiversPage').then(module => module.WaiversPage),
  },
  {
    path: 'reviews',
    title: 'Reviews',
    load: () =>
      import('../reviews/ReviewsPage').then(module => module.ReviewsPage),
  },
  {
    path: 'findings',
    title: 'Findings',
    load: () =>
      import('../findings/FindingsPage').then(module => module.FindingsPage),
  },
  {
    path: 'analysis',
    title: 'Analysis',
    load: () =>
      import('../analysis/AnalysisPage').then(module => module.AnalysisPage),
  },
  {
    path: 'runs',
    title: 'Runs',
    load: () => import('../runs/RunsPage').then(module => module.RunsPage),
  },
  {
    path: 'definitions',
    title: 'Definitions',
    load: () =>
      import('../definitions/DefinitionsPage').then(
        module => module.DefinitionsPage,
      ),
  },
  {
    path: 'sources',
    title: 'Sources',
    load: () =>
      import('../definitions/SourcesPage').then(module => module.SourcesPage),
  },
] as const satisfies readonly PerformanceTabSource[];
