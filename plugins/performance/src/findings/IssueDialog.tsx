import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  FindingDetail,
  FindingSettings,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { Choice } from '../filters/Choice';
import { SelectField } from './SelectField';

const KINDS = [
  { value: 'new', title: 'Make a new one' },
  { value: 'existing', title: 'Take one there is' },
] as const;

/** Has an issue made of a finding, or takes one there is. */
export function IssueDialog(props: {
  finding: FindingDetail;
  /** At least one. */
  trackers: FindingSettings['trackers'];
  onClose: () => void;
}) {
  const { finding, trackers, onClose } = props;
  const api = useApi(performanceApiRef);
  const ids = { project: useId(), key: useId() };
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('new');
  const [tracker, setTracker] = useState(trackers[0].name);
  const [project, setProject] = useState('');
  const [key, setKey] = useState('');
  const isNew = kind === 'new';
  const { type, projects = [] } =
    trackers.find(({ name }) => name === tracker) ?? {};

  return (
    <ActionDialog
      title="Have an issue for it"
      intro={
        isNew
          ? 'What changes here, it follows. When somebody closes it, the finding is resolved, and has to be verified here; when it is opened again, so is the finding. All within minutes.'
          : 'The two are open or closed together. When somebody closes it, the finding is resolved, and has to be verified here; when it is opened again, so is the finding. All within minutes.'
      }
      action={isNew ? 'Make issue' : 'Link issue'}
      ready={isNew || key.trim() !== ''}
      onAction={() =>
        api.findings.linkIssue(finding.id, {
          tracker,
          ...(isNew && project.trim() && { project: project.trim() }),
          ...(!isNew && { key: key.trim() }),
        })
      }
      onClose={onClose}
    >
      <Choice
        label="Which issue"
        options={KINDS}
        chosen={kind}
        onChange={setKind}
      />
      {trackers.length > 1 && (
        <SelectField
          label="Tracker"
          value={tracker}
          options={trackers.map(({ name }) => ({ value: name, title: name }))}
          onChange={setTracker}
        />
      )}
      {isNew ? (
        <TextField
          id={ids.project}
          label={type === 'jira' ? 'Project' : 'Repository'}
          variant="outlined"
          value={project}
          onChange={event => setProject(event.target.value)}
          placeholder={type === 'jira' ? 'SHOP' : 'acme/shop'}
          helperText={`Unless given, where the entity’s annotations say${
            projects.length > 0
              ? `, or what is open to all: ${projects.join(', ')}`
              : ''
          }.`}
        />
      ) : (
        <TextField
          id={ids.key}
          label="Issue"
          required
          variant="outlined"
          value={key}
          onChange={event => setKey(event.target.value)}
          placeholder={type === 'jira' ? 'SHOP-12' : 'acme/shop#12'}
          helperText="Its key or its address. Its title and text stay as they are."
        />
      )}
    </ActionDialog>
  );
}
