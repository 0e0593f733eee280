import { Route, Routes, useParams } from 'react-router-dom';
import { DefinitionPage } from './DefinitionPage';
import { DefinitionsList } from './DefinitionsList';
import { NewDefinitionPage } from './NewDefinitionPage';

/** The list of definitions, and each definition's page below it, named by its id. */
export function DefinitionsPage() {
  return (
    <Routes>
      <Route path="/" element={<DefinitionsList />} />
      <Route path="/new" element={<NewDefinitionPage />} />
      <Route path="/*" element={<OneDefinition />} />
    </Routes>
  );
}

function OneDefinition() {
  const { '*': definitionId = '' } = useParams();
  return <DefinitionPage key={definitionId} definitionId={definitionId} />;
}
