import { useId, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import {
  performanceApiRef,
  ReviewInput,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import { ActionDialog } from '../actions/ActionDialog';
import { Choice } from '../filters/Choice';
import { EntitiesPicker, EntityPicker } from './EntityPicker';
import {
  PlannedSubject,
  PlannedSubjectFields,
  plannedSubjectOf,
} from './PlannedSubjectFields';
import { TemplateChoice } from './TemplateChoice';

const SUBJECT_KINDS = ['component', 'system', 'api', 'resource'];

/** Begins a review. */
export function NewReviewDialog(props: {
  /** What it is of; to be chosen where absent. */
  entityRef?: string;
  onClose: () => void;
}) {
  const { onClose } = props;
  const api = useApi(performanceApiRef);
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const nextId = useId();
  const [planned, setPlanned] = useState(false);
  const [entityRef, setEntityRef] = useState(props.entityRef);
  const [plan, setPlan] = useState<PlannedSubject>({
    kind: 'component',
    title: '',
  });
  const [template, setTemplate] = useState<string>();
  const identityApi = useApi(identityApiRef);
  const me = useAsync(
    async () => (await identityApi.getBackstageIdentity()).userEntityRef,
    [identityApi],
  ).value;
  const [chosenReviewers, setReviewers] = useState<string[]>();
  // Whoever begins a review mostly takes part in it; they may take themselves off.
  const reviewers = chosenReviewers ?? (me ? [me] : []);
  const [next, setNext] = useState('');

  const existing = entityRef ? { entityRef } : undefined;
  const subject: ReviewInput['subject'] | undefined = planned
    ? plannedSubjectOf(plan)
    : existing;
  const home = planned ? plan.within : entityRef;
  const { value: allowed } = usePerformanceData(
    async requests =>
      home === undefined || (await requests.getEntitySummary(home)).may.review,
    [home],
  );

  return (
    <ActionDialog
      title="New review"
      intro="It begins as a draft. The owners answer, the reviewers discuss the answers, and an architect publishes it."
      action="Begin"
      ready={
        subject !== undefined && template !== undefined && allowed !== false
      }
      onAction={async () => {
        if (subject && template) {
          const review = await api.reviews.create({
            subject,
            template,
            reviewers,
            ...(next && { nextReviewAt: new Date(next).toISOString() }),
          });
          navigate(links.review(review.id));
        }
      }}
      onClose={onClose}
    >
      {!props.entityRef && (
        <Choice
          label="What it is of"
          options={[
            { value: 'existing', title: 'In the catalog' },
            { value: 'planned', title: 'Not built yet' },
          ]}
          chosen={planned ? 'planned' : 'existing'}
          onChange={chosen => setPlanned(chosen === 'planned')}
        />
      )}
      {planned ? (
        <PlannedSubjectFields plan={plan} onChange={setPlan} />
      ) : (
        <EntityPicker
          label="Review of"
          kinds={SUBJECT_KINDS}
          required
          entityRef={entityRef}
          onChange={chosen => {
            setEntityRef(chosen);
            setTemplate(undefined);
          }}
          helperText="A component, system, API or resource"
        />
      )}
      {allowed === false && (
        <Alert severity="info">
          You may not begin reviews of it. Ask an architect to begin one.
        </Alert>
      )}
      <TemplateChoice
        entityRef={planned ? undefined : entityRef}
        chosen={template}
        onChoose={setTemplate}
      />
      <EntitiesPicker
        label="Reviewers"
        kinds={['user', 'group']}
        entityRefs={reviewers}
        onChange={setReviewers}
        helperText="People and groups, you among them; can be changed later"
      />
      <TextField
        id={nextId}
        label="Next review"
        type="date"
        variant="outlined"
        value={next}
        onChange={event => setNext(event.target.value)}
        InputLabelProps={{ shrink: true }}
        helperText="What the template says from publication on, unless given"
      />
    </ActionDialog>
  );
}
