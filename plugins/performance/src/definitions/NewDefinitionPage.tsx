import { Link } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import {
  usePerformanceLinks,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { DefinitionEditor } from './DefinitionEditor';

/** Writes a new definition. */
export function NewDefinitionPage() {
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const view = useViewState();
  return (
    <>
      <Box mb={1}>
        <Link to={links.definitions()}>‹ All definitions</Link>
      </Box>
      <DefinitionEditor
        entityRef={view.get('entityRef')}
        onCancel={() => navigate(links.definitions())}
        onSaved={definition => navigate(links.definition(definition.id))}
      />
    </>
  );
}
