import { lazy } from 'react';
import { Content, Header, Page } from '@backstage/core-components';
import { PerformanceLayout } from './PerformanceLayout';
import { PERFORMANCE_TABS } from './tabs';

const TABS = PERFORMANCE_TABS.map(({ path, title, load }) => {
  const Contents = lazy(() =>
    load().then(component => ({ default: component })),
  );
  return { path, title, element: <Contents /> };
});

/** The page of the legacy frontend system; the new one takes its tabs from extensions. */
export function PerformancePage() {
  return (
    <Page themeId="tool">
      <Header title="Performance" />
      <Content>
        <PerformanceLayout tabs={TABS} />
      </Content>
    </Page>
  );
}
