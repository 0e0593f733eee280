import { Link } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import MuiLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { ReviewEvidence } from '@perf-governance/plugin-performance-common';
import {
  formatDay,
  mutedColour,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { EVIDENCE_WORDS } from './reviewWords';
import { useSaveAttachment } from './useSaveAttachment';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(0.5, 0),
    padding: 0,
    '& li': {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  },
  what: { color: mutedColour(theme), minWidth: 56 },
  title: { minWidth: 0, overflowWrap: 'anywhere', textAlign: 'left' },
}));

function titleOf(evidence: ReviewEvidence): string {
  const { title, ref, environment, from, to } = evidence;
  const now = new Date();
  return [
    title ?? ref,
    environment && environment !== '*' && `in ${environment}`,
    from && to && `${formatDay(from, now)} to ${formatDay(to, now)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What an answer points at as its proof. */
export function EvidenceList(props: {
  reviewId: string;
  /** What the evidence is about. */
  entityRef: string;
  evidence: ReviewEvidence[];
  /** Absent where it can't be changed. */
  onChange?: (evidence: ReviewEvidence[]) => void;
}) {
  const { reviewId, entityRef, evidence, onChange } = props;
  const classes = useStyles();
  if (evidence.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label="Evidence">
      {evidence.map((item, index) => (
        <li key={`${item.type} ${item.ref} ${index}`}>
          <span className={classes.what}>{EVIDENCE_WORDS[item.type]}</span>
          <span className={classes.title}>
            <EvidenceLink
              reviewId={reviewId}
              entityRef={entityRef}
              evidence={item}
            />
          </span>
          {onChange && (
            <IconButton
              size="small"
              aria-label={`Remove ${titleOf(item)}`}
              onClick={() =>
                onChange(evidence.filter(candidate => candidate !== item))
              }
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function EvidenceLink(props: {
  reviewId: string;
  entityRef: string;
  evidence: ReviewEvidence;
}) {
  const { reviewId, entityRef, evidence } = props;
  const links = usePerformanceLinks();
  const saveAttachment = useSaveAttachment(reviewId);
  const title = titleOf(evidence);
  switch (evidence.type) {
    case 'run':
      return (
        <Link underline="always" to={links.run(evidence.ref)}>
          {title}
        </Link>
      );
    case 'slo':
      return (
        <Link underline="always" to={links.slos({ slo: evidence.ref })}>
          {title}
        </Link>
      );
    case 'verdict':
      return (
        <Link
          underline="always"
          to={links.budgets({
            entityRef,
            rule: evidence.ref,
            environment: evidence.environment,
          })}
        >
          {title}
        </Link>
      );
    case 'attachment':
      return (
        <MuiLink
          component="button"
          type="button"
          underline="always"
          variant="body2"
          onClick={() =>
            saveAttachment(evidence.ref, evidence.title ?? evidence.ref)
          }
        >
          {title}
        </MuiLink>
      );
    default:
      // Nothing but the web: a stored address could be a script.
      return /^https?:\/\//i.test(evidence.ref) ? (
        <Link underline="always" to={evidence.ref}>
          {title}
        </Link>
      ) : (
        <>{title}</>
      );
  }
}
