import { Route, Routes, useParams } from 'react-router-dom';
import { PolicyList } from './PolicyList';
import { PolicyPage } from './PolicyPage';

/** The list of policies, and each one's page below it, named by its definition's id. */
export function PoliciesPage() {
  return (
    <Routes>
      <Route path="/" element={<PolicyList />} />
      <Route path="/*" element={<OnePolicy />} />
    </Routes>
  );
}

function OnePolicy() {
  const { '*': definitionId = '' } = useParams();
  return <PolicyPage key={definitionId} definitionId={definitionId} />;
}
