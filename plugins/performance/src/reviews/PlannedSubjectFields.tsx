import { useId } from 'react';
import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import TextField from '@material-ui/core/TextField';
import { ReviewInput } from '@perf-governance/plugin-performance-react';
import { EntityPicker } from './EntityPicker';

/** What somebody says of something that isn't built yet. */
export interface PlannedSubject {
  kind: string;
  /** What people will call it. */
  title: string;
  /** What it will be part of. */
  within?: string;
}

const KINDS = [
  { kind: 'component', title: 'Component' },
  { kind: 'system', title: 'System' },
  { kind: 'api', title: 'API' },
  { kind: 'resource', title: 'Resource' },
];

const WITHIN_KINDS = ['system', 'domain', 'component'];

/** A title as the catalog names things: `Gift cards` is `gift-cards`. */
function nameOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}

/** The ref that the planned thing is going to have: it lives beside what it will be part of. */
function refOf({ kind, title, within }: PlannedSubject): string {
  const namespace = within
    ? parseEntityRef(within).namespace
    : DEFAULT_NAMESPACE;
  return `${kind}:${namespace}/${nameOf(title)}`;
}

/** The subject that a review is begun with; nothing as long as something is missing. */
export function plannedSubjectOf(
  plan: PlannedSubject,
): ReviewInput['subject'] | undefined {
  const { title, within } = plan;
  return within && nameOf(title) !== ''
    ? { entityRef: refOf(plan), within, title: title.trim() }
    : undefined;
}

/** Says what isn't in the catalog yet. */
export function PlannedSubjectFields(props: {
  plan: PlannedSubject;
  onChange: (plan: PlannedSubject) => void;
}) {
  const { plan, onChange } = props;
  const ids = { kind: useId(), title: useId() };
  return (
    <>
      <TextField
        id={ids.title}
        label="Name"
        required
        variant="outlined"
        value={plan.title}
        onChange={event => onChange({ ...plan, title: event.target.value })}
        helperText={
          nameOf(plan.title) === ''
            ? 'What people will call it, e.g. Gift cards'
            : `Once it is in the catalog as ${refOf(
                plan,
              )}, the review is of that.`
        }
      />
      <TextField
        id={ids.kind}
        select
        label="Kind"
        variant="outlined"
        value={plan.kind}
        onChange={event => onChange({ ...plan, kind: event.target.value })}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        {KINDS.map(({ kind, title }) => (
          <option key={kind} value={kind}>
            {title}
          </option>
        ))}
      </TextField>
      <EntityPicker
        label="Part of"
        kinds={WITHIN_KINDS}
        required
        entityRef={plan.within}
        onChange={within => onChange({ ...plan, within })}
        helperText="Its readers and owners are those of the review."
      />
    </>
  );
}
