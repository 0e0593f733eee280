import { Route, Routes } from 'react-router-dom';
import { RunPage } from './RunPage';
import { RunsList } from './RunsList';

/** The list of runs, and each run's page below it. */
export function RunsPage() {
  return (
    <Routes>
      <Route path="/" element={<RunsList />} />
      <Route path="/:runId" element={<RunPage />} />
    </Routes>
  );
}
