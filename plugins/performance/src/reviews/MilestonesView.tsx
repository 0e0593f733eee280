import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  Panel,
  performanceApiRef,
  RelativeTime,
  ReviewDetail,
  ReviewMilestoneSummary,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { downloadText } from '../export/downloadText';
import { countWords } from './countWords';
import { MilestoneComparison } from './MilestoneComparison';
import { reviewName } from './reviewName';
import { REVIEW_STATUS_WORDS } from './reviewWords';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  detail: { color: mutedColour(theme) },
  fields: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    margin: theme.spacing(1, 0, 2),
    maxWidth: 640,
  },
}));

/** Stands for the review as it is now. */
const NOW = 'now';

/** What a review was at certain points, kept for good, and what changed between them. */
export function MilestonesView(props: { review: ReviewDetail }) {
  const { review } = props;
  const { milestones } = review;
  const classes = useStyles();
  const view = useViewState();
  const [adding, setAdding] = useState(false);
  const from = view.getNumber('from', milestones.at(0)?.number ?? 0);
  const to = view.get('to') ?? NOW;

  return (
    <>
      <Panel
        title="Milestones"
        actions={
          review.may.conduct &&
          review.status !== 'archived' && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setAdding(true)}
            >
              Keep a milestone
            </Button>
          )
        }
      >
        {milestones.length === 0 ? (
          <Typography variant="body2">
            A milestone keeps questions, answers and risks as they are, for
            good, so that you can compare with it later. Publishing the review
            makes one by itself.
          </Typography>
        ) : (
          <ol className={classes.list}>
            {milestones.map(milestone => (
              <Milestone
                key={milestone.number}
                reviewId={review.id}
                milestone={milestone}
              />
            ))}
          </ol>
        )}
      </Panel>
      {milestones.length > 0 && (
        <Panel title="Compare">
          <div className={classes.fields}>
            <MilestoneField
              label="What changed from"
              milestones={milestones}
              value={String(from)}
              onChange={value => view.update({ from: value })}
            />
            <MilestoneField
              label="to"
              withNow
              milestones={milestones}
              value={to}
              onChange={value =>
                view.update({ to: value === NOW ? undefined : value })
              }
            />
          </div>
          <MilestoneComparison
            review={review}
            from={from}
            to={to === NOW ? undefined : Number(to)}
          />
        </Panel>
      )}
      {adding && (
        <MilestoneDialog
          reviewId={review.id}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function Milestone(props: {
  reviewId: string;
  milestone: ReviewMilestoneSummary;
}) {
  const { reviewId, milestone } = props;
  const { number, name, progress, risks } = milestone;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  return (
    <li>
      <div>
        <span className={classes.name}>
          {number}. {name}
        </span>
        <div className={classes.detail}>
          <RelativeTime instant={milestone.at} variant="day" /> by{' '}
          <EntityRefLink entityRef={milestone.by} defaultKind="user" hideIcon />
          , {REVIEW_STATUS_WORDS[milestone.status].toLowerCase()}, template{' '}
          {milestone.templateVersion}: {progress.answered} of{' '}
          {progress.questions} answered, {countWords(risks, 'risk')}
        </div>
      </div>
      <Button
        size="small"
        aria-label={`Save ${name} as Markdown`}
        onClick={async () =>
          downloadText(
            `${reviewName(reviewId)}-${number}.md`,
            await api.reviews.export(reviewId, number),
            'text/markdown;charset=utf-8',
          )
        }
      >
        Markdown
      </Button>
    </li>
  );
}

function MilestoneField(props: {
  label: string;
  /** Offers the present as well. */
  withNow?: boolean;
  milestones: ReviewMilestoneSummary[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, withNow, milestones, value, onChange } = props;
  return (
    <TextField
      id={`milestone-${label}`}
      select
      label={label}
      variant="outlined"
      value={value}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {withNow && <option value={NOW}>Now</option>}
      {milestones.map(({ number, name }) => (
        <option key={number} value={String(number)}>
          {number}. {name}
        </option>
      ))}
    </TextField>
  );
}

function MilestoneDialog(props: { reviewId: string; onClose: () => void }) {
  const { reviewId, onClose } = props;
  const api = useApi(performanceApiRef);
  const [name, setName] = useState('');
  return (
    <ActionDialog
      title="Keep a milestone"
      intro="Questions, answers and risks as they are now, which nobody can change any more."
      action="Keep"
      ready={name.trim() !== ''}
      onAction={() => api.reviews.addMilestone(reviewId, name.trim())}
      onClose={onClose}
    >
      <TextField
        id="milestone-name"
        label="Name"
        required
        variant="outlined"
        value={name}
        onChange={event => setName(event.target.value)}
        helperText="E.g. Before the cache"
      />
    </ActionDialog>
  );
}
