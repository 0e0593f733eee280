import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import {
  DefinitionDetail,
  performanceApiRef,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { ActionDialog } from '../actions/ActionDialog';

/** Takes a definition out of force, after asking. */
export function RetireButton(props: { definition: DefinitionDetail }) {
  const { definition } = props;
  const api = useApi(performanceApiRef);
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);

  const retire = async () => {
    await api.deleteDefinition(definition.id);
    navigate(links.definitions());
  };

  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        Retire
      </Button>
      {asking && (
        <ActionDialog
          title={`Retire ${definition.title ?? definition.name}?`}
          intro="Its verdicts leave the lists. Its versions are kept."
          action="Retire"
          ready
          onAction={retire}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
