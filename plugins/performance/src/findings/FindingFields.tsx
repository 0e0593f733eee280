import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  FindingCategory,
  FindingEffort,
  RISK_GRADES,
  RiskGrade,
} from '@perf-governance/plugin-performance-common';
import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  RISK_GRADE_WORDS,
} from '@perf-governance/plugin-performance-react';
import { EntityPicker } from '../reviews/EntityPicker';
import { MarkdownField } from '../reviews/MarkdownField';

/** What somebody says of a finding while writing it down. */
export interface FindingDraft {
  title: string;
  /** Markdown. */
  description: string;
  /** Markdown. */
  recommendation: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  effort?: FindingEffort;
  /** A group's or user's ref. */
  owner?: string;
  /** ISO 8601 date. */
  dueDate?: string;
}

/** What the backend asks of a title. */
const MIN_TITLE = 3;

const CATEGORY_OPTIONS = FINDING_CATEGORIES.map(value => ({
  value,
  title: FINDING_CATEGORY_WORDS[value],
}));
const GRADE_OPTIONS = [...RISK_GRADES]
  .reverse()
  .map(value => ({ value, title: RISK_GRADE_WORDS[value] }));
const EFFORT_OPTIONS = FINDING_EFFORTS.map(value => ({
  value,
  title: FINDING_EFFORT_WORDS[value],
}));

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
  },
}));

/** Whether a draft says what a finding has to say. */
export function isCompleteDraft(draft: FindingDraft): boolean {
  return draft.title.trim().length >= MIN_TITLE;
}

/** A draft as it is sent: without blanks around, and without what is empty. */
export function trimDraft(draft: FindingDraft): FindingDraft {
  return {
    ...draft,
    title: draft.title.trim(),
    description: draft.description.trim(),
    recommendation: draft.recommendation.trim(),
    dueDate: draft.dueDate || undefined,
  };
}

/** Everything a person says of a finding. */
export function FindingFields(props: {
  draft: FindingDraft;
  onChange: (draft: FindingDraft) => void;
}) {
  const { draft, onChange } = props;
  const classes = useStyles();
  const titleId = useId();
  const dueId = useId();
  const change = (changes: Partial<FindingDraft>) =>
    onChange({ ...draft, ...changes });

  return (
    <>
      <TextField
        id={titleId}
        label="Title"
        required
        fullWidth
        variant="outlined"
        value={draft.title}
        onChange={event => change({ title: event.target.value })}
        helperText="What is wrong, in a few words"
      />
      <MarkdownField
        label="Description"
        value={draft.description}
        onChange={description => change({ description })}
        minRows={3}
        helperText="What was seen, and what it leads to. Markdown."
      />
      <div className={classes.row}>
        <Select
          label="Severity"
          helperText="How bad, if it happens"
          value={draft.severity}
          options={GRADE_OPTIONS}
          onChange={severity => change({ severity })}
        />
        <Select
          label="Likelihood"
          helperText="How likely within a year"
          value={draft.likelihood}
          options={GRADE_OPTIONS}
          onChange={likelihood => change({ likelihood })}
        />
      </div>
      <MarkdownField
        label="Recommendation"
        value={draft.recommendation}
        onChange={recommendation => change({ recommendation })}
        helperText="What would mend it. Markdown."
      />
      <div className={classes.row}>
        <Select
          label="Category"
          value={draft.category}
          options={CATEGORY_OPTIONS}
          onChange={category => change({ category })}
        />
        <OptionalSelect
          label="Effort"
          value={draft.effort}
          options={EFFORT_OPTIONS}
          onChange={effort => change({ effort })}
        />
      </div>
      <div className={classes.row}>
        <EntityPicker
          label="Owner"
          kinds={['group', 'user']}
          entityRef={draft.owner}
          onChange={owner => change({ owner })}
          helperText="The entity’s owner unless named"
        />
        <TextField
          id={dueId}
          label="Due"
          type="date"
          variant="outlined"
          value={draft.dueDate ?? ''}
          onChange={event => change({ dueDate: event.target.value })}
          InputLabelProps={{ shrink: true }}
        />
      </div>
    </>
  );
}

interface Option<T> {
  value: T;
  title: string;
}

function Select<T extends string>(props: {
  label: string;
  helperText?: string;
  value: T;
  options: Option<T>[];
  onChange: (value: T) => void;
}) {
  const { label, helperText, value, options, onChange } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      label={label}
      helperText={helperText}
      variant="outlined"
      value={value}
      onChange={event => {
        const chosen = options.find(one => one.value === event.target.value);
        if (chosen) {
          onChange(chosen.value);
        }
      }}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </TextField>
  );
}

function OptionalSelect<T extends string>(props: {
  label: string;
  value: T | undefined;
  options: Option<T>[];
  onChange: (value: T | undefined) => void;
}) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      label={label}
      variant="outlined"
      value={value ?? ''}
      onChange={event =>
        onChange(options.find(one => one.value === event.target.value)?.value)
      }
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">Not estimated</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </TextField>
  );
}
