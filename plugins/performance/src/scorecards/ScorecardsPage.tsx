import { Route, Routes, useParams } from 'react-router-dom';
import { ScorecardList } from './ScorecardList';
import { ScorecardPage } from './ScorecardPage';

/** The list of scorecards, and each one's page below it, named by its definition's id. */
export function ScorecardsPage() {
  return (
    <Routes>
      <Route path="/" element={<ScorecardList />} />
      <Route path="/*" element={<OneScorecard />} />
    </Routes>
  );
}

function OneScorecard() {
  const { '*': definitionId = '' } = useParams();
  return <ScorecardPage key={definitionId} definitionId={definitionId} />;
}
