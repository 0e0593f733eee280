import { lazy, ReactNode, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import { Surface, ViewNav } from '@perf-governance/plugin-performance-react';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useParams,
  useResolvedPath,
} from 'react-router-dom';
import { UnknownTab } from './UnknownTab';

const GuidePage = lazy(() =>
  import('../guides/GuidePage').then(module => ({ default: module.GuidePage })),
);

/** One of the page's tabs. */
export interface PerformanceTab {
  /** Relative to the page, e.g. `budgets`. */
  path: string;
  title: string;
  element: ReactNode;
}

/**
 * The tabs of `/performance` and the one that the path names.
 *
 * The page header of the new frontend system could show tabs too, but marks them up as tabs without
 * a panel, and forgets the query string when it goes to the first one.
 */
export function PerformanceLayout(props: { tabs: PerformanceTab[] }) {
  const { tabs } = props;
  const root = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { '*': rest = '' } = useParams();
  const { search } = useLocation();
  const current = tabs.find(
    tab => rest === tab.path || rest.startsWith(`${tab.path}/`),
  );

  const items = tabs.map(tab => ({
    id: tab.path,
    title: tab.title,
    to: `${root}/${tab.path}`,
  }));

  return (
    <Surface>
      <Box mb={2}>
        <ViewNav
          label="Performance"
          current={current?.path}
          items={items}
          collapses
        />
      </Box>
      <Suspense fallback={<Progress />}>
        <Routes>
          {tabs.map(tab => (
            <Route
              key={tab.path}
              path={`${tab.path}/*`}
              element={<>{tab.element}</>}
            />
          ))}
          <Route path="guides/:guide" element={<GuidePage />} />
          <Route
            index
            element={
              <Navigate to={`${root}/${tabs[0].path}${search}`} replace />
            }
          />
          <Route path="*" element={<UnknownTab path={rest} tabs={items} />} />
        </Routes>
      </Suspense>
    </Surface>
  );
}
