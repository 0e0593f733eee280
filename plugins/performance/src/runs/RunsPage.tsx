import { usePerformanceData } from '@perf-governance/plugin-performance-react';
import { Route, Routes, useParams } from 'react-router-dom';
import { RunPage } from './RunPage';
import { RunsList } from './RunsList';

/** The list of runs, and each run's page below it. */
export function RunsPage() {
  return (
    <Routes>
      <Route path="/" element={<AllRuns />} />
      <Route path="/:runId" element={<OneRun />} />
    </Routes>
  );
}

function AllRuns() {
  const facets = usePerformanceData(api => api.listFacets(), []);
  return (
    <RunsList
      environments={(facets.value?.environments ?? []).map(
        environment => environment.value,
      )}
    />
  );
}

function OneRun() {
  const { runId = '' } = useParams();
  return <RunPage key={runId} runId={runId} />;
}
