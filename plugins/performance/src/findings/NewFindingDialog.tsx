import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@material-ui/lab/Alert';
import {
  performanceApiRef,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { EntitiesPicker, EntityPicker } from '../reviews/EntityPicker';
import {
  FindingDraft,
  FindingFields,
  isCompleteDraft,
  trimDraft,
} from './FindingFields';
import { FINDING_KINDS } from './findingKinds';

const EMPTY: FindingDraft = {
  title: '',
  description: '',
  recommendation: '',
  category: 'other',
  severity: 'medium',
  likelihood: 'medium',
};

/** Records a finding. */
export function NewFindingDialog(props: {
  /** Whom it is about, where that is known. */
  entityRef?: string;
  onCreated: (findingId: string) => void;
  onClose: () => void;
}) {
  const { onCreated, onClose } = props;
  const api = useApi(performanceApiRef);
  const [entityRef, setEntityRef] = useState(props.entityRef);
  const [affected, setAffected] = useState<string[]>([]);
  const [draft, setDraft] = useState(EMPTY);
  const may = usePerformanceData(
    async one =>
      entityRef ? (await one.getEntitySummary(entityRef)).may : undefined,
    [entityRef],
  ).value;
  const mayRecord = may?.finding ?? true;

  return (
    <ActionDialog
      title="New finding"
      intro="A risk or shortcoming that somebody should do something about."
      action="Record"
      ready={entityRef !== undefined && mayRecord && isCompleteDraft(draft)}
      onAction={async () => {
        if (entityRef) {
          const { id } = await api.findings.create({
            ...trimDraft(draft),
            entityRef,
            affected,
          });
          onCreated(id);
        }
      }}
      onClose={onClose}
    >
      {!props.entityRef && (
        <EntityPicker
          label="Entity"
          kinds={FINDING_KINDS}
          required
          entityRef={entityRef}
          onChange={setEntityRef}
          helperText="Whose finding it is"
        />
      )}
      {!mayRecord && (
        <Alert severity="info">
          Findings about this entity are recorded by whoever has that
          permission, such as architects: tell one of them.
        </Alert>
      )}
      <FindingFields draft={draft} onChange={setDraft} />
      <EntitiesPicker
        label="Further entities affected"
        kinds={FINDING_KINDS}
        entityRefs={affected}
        onChange={setAffected}
      />
    </ActionDialog>
  );
}
