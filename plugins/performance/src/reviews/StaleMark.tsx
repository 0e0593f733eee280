import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { StaleAnswer } from '@perf-governance/plugin-performance-common';
import {
  StateIcon,
  stateColours,
} from '@perf-governance/plugin-performance-react';
import { isEntityRef } from './describeStale';
import { DEPENDENCY_WORDS } from './reviewWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0),
    padding: theme.spacing(1.5, 2),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${stateColours(theme, 'warn').strong}`,
  },
  body: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: 600 },
  changes: {
    margin: theme.spacing(0.5, 0, 1),
    paddingLeft: theme.spacing(2.5),
  },
}));

/** Refs are links; ids of budgets and SLOs are not. */
function Thing(props: { id: string }) {
  return isEntityRef(props.id) ? (
    <EntityRefLink entityRef={props.id} hideIcon />
  ) : (
    <>{props.id}</>
  );
}

function Things(props: { words: string; ids: string[] }) {
  const { words, ids } = props;
  return (
    <>
      {words}{' '}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Thing id={id} />
        </span>
      ))}
    </>
  );
}

/** Says that what an answer was given for has changed, and how. */
export function StaleMark(props: {
  stale: StaleAnswer;
  /** Absent where the reader may not answer. */
  onConfirm?: () => void;
  /** Whether the answer can be changed as things stand. */
  mayAnswer: boolean;
  busy?: boolean;
}) {
  const { stale, onConfirm, mayAnswer, busy } = props;
  const classes = useStyles();
  return (
    <section className={classes.root} aria-label="What has changed since">
      <StateIcon state="warn" fontSize="small" />
      <div className={classes.body}>
        <span className={classes.title}>
          Stale: what this answer is about has changed since it was published
        </span>
        <ul className={classes.changes}>
          {stale.changes.map(({ dependency, added, removed }) => (
            <li key={dependency}>
              {DEPENDENCY_WORDS[dependency]}:{' '}
              {added.length > 0 && <Things words="added" ids={added} />}
              {added.length > 0 && removed.length > 0 && '; '}
              {removed.length > 0 && <Things words="removed" ids={removed} />}
            </li>
          ))}
        </ul>
        {onConfirm ? (
          <>
            {mayAnswer
              ? 'Change the answer, or say that it holds all the same.'
              : 'Say that it holds all the same, or have the review reopened to change it.'}{' '}
            <Button
              size="small"
              variant="outlined"
              disabled={busy}
              onClick={onConfirm}
            >
              Still right
            </Button>
          </>
        ) : (
          'Whoever may answer looks at it again.'
        )}
      </div>
    </section>
  );
}
