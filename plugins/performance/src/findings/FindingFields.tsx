import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  FindingCategory,
  RiskGrade,
} from '@perf-governance/plugin-performance-common';
import { MarkdownField } from '../reviews/MarkdownField';
import { CATEGORY_OPTIONS, GRADE_OPTIONS } from './findingOptions';
import { FindingPlan, PlanFields } from './PlanFields';
import { SelectField } from './SelectField';

/** What somebody says of a finding while writing it down. */
export interface FindingDraft extends FindingPlan {
  title: string;
  /** Markdown. */
  description: string;
  /** Markdown. */
  recommendation: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
}

/** What the backend asks of a title. */
const MIN_TITLE = 3;

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
        <SelectField
          label="Severity"
          helperText="How bad, if it happens"
          value={draft.severity}
          options={GRADE_OPTIONS}
          onChange={severity => change({ severity })}
        />
        <SelectField
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
      <SelectField
        label="Category"
        value={draft.category}
        options={CATEGORY_OPTIONS}
        onChange={category => change({ category })}
      />
      <PlanFields plan={draft} onChange={change} />
    </>
  );
}
