import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeRatchet,
  formatBound,
} from '@perf-governance/plugin-performance-common';
import { RunVerdict, LimitContribution, LimitEffect } from '../../api';
import {
  describeEvidence,
  formatDuration,
  layerWords,
  toolName,
} from '../../format';
import { usePerformanceLinks } from '../../hooks';
import { RelativeTime } from '../RelativeTime';
import { mutedColour } from '../../theme';

const useStyles = makeStyles(theme => ({
  layers: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1.5),
    padding: 0,
  },
  layer: {
    position: 'relative',
    padding: theme.spacing(0.75, 0, 0.75, 2),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  winner: {
    borderLeftColor: theme.palette.text.primary,
    borderLeftWidth: 4,
    paddingLeft: theme.spacing(2) - 2,
  },
  asked: {
    display: 'block',
    fontVariantNumeric: 'tabular-nums',
  },
  effect: {
    color: mutedColour(theme),
  },
  heading: {
    fontWeight: 600,
    fontSize: theme.typography.body2.fontSize,
    margin: theme.spacing(0, 0, 0.5),
  },
  query: {
    overflowWrap: 'anywhere',
  },
  text: {
    fontSize: theme.typography.body2.fontSize,
    margin: 0,
  },
}));

type Asked = 'fail' | 'warn' | 'minSamples' | 'maxAgeSeconds';

const ASKED: Asked[] = ['fail', 'warn', 'minSamples', 'maxAgeSeconds'];

function effectWords(
  effect: LimitEffect,
  what: Asked,
  contribution: LimitContribution,
  story: LimitContribution[],
): string {
  switch (effect) {
    case 'sets':
      return 'in force';
    case 'no-effect':
      return 'has no effect without a waiver';
    default: {
      const winner = story.find(other => other.effect[what] === 'sets');
      return winner &&
        askedWords(winner.asked, what) === askedWords(contribution.asked, what)
        ? 'asked for by another layer too'
        : 'overruled by a tighter one';
    }
  }
}

function askedWords(
  asked: LimitContribution['asked'],
  what: Asked,
): string | undefined {
  switch (what) {
    case 'fail':
      return asked.fail && `fail ${formatBound(asked.fail)}`;
    case 'warn':
      return asked.warn && `warn ${formatBound(asked.warn)}`;
    case 'minSamples':
      return asked.minSamples === undefined
        ? undefined
        : `at least ${asked.minSamples} values`;
    default:
      return asked.maxAgeSeconds === undefined
        ? undefined
        : `evidence at most ${formatDuration(asked.maxAgeSeconds)} old`;
  }
}

/**
 * How a limit came about: each layer outermost first, what it asked for and what became of it; and
 * how the value was measured, on which evidence or by which query.
 *
 * @public
 */
export function LimitStory(props: {
  verdict: Pick<RunVerdict, 'story' | 'evidence' | 'reason'> & {
    statistic?: string;
    measured?: {
      source: string;
      query: string;
      windowSeconds: number;
      at?: string;
    };
    slo?: object;
  };
}) {
  const { story, evidence, statistic, reason, measured, slo } = props.verdict;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const leading = story.some(({ effect }) => effect.fail) ? 'fail' : 'warn';

  return (
    <>
      <p className={classes.heading}>Where the limit comes from</p>
      <ol className={classes.layers}>
        {story.map((contribution, index) => {
          const wins = contribution.effect[leading] === 'sets';
          return (
            <li
              // A policy may ask for two things, and a ratchet is one of them.
              key={`${index} ${contribution.definitionId}`}
              className={`${classes.layer} ${wins ? classes.winner : ''}`}
            >
              <Typography component="span" variant="body2">
                <strong>{sentenceCase(layerWords(contribution.layer))}</strong>
                {' · '}
                <Link
                  to={links.definition(contribution.definitionId)}
                  underline="always"
                >
                  {contribution.title ?? contribution.name}
                </Link>
              </Typography>
              {contribution.ratchet && contribution.asked.fail && (
                <Typography
                  component="span"
                  variant="body2"
                  className={classes.asked}
                >
                  Ratchet:{' '}
                  {describeRatchet(
                    contribution.ratchet,
                    contribution.asked.fail.unit,
                  )}
                </Typography>
              )}
              {ASKED.map(what => {
                const words = askedWords(contribution.asked, what);
                const effect = contribution.effect[what];
                return (
                  words && (
                    <Typography
                      key={what}
                      component="span"
                      variant="body2"
                      className={classes.asked}
                    >
                      {words}
                      {effect && (
                        <span className={classes.effect}>
                          {' — '}
                          {effectWords(effect, what, contribution, story)}
                        </span>
                      )}
                    </Typography>
                  )
                );
              })}
            </li>
          );
        })}
      </ol>
      <p className={classes.heading}>How it was measured</p>
      {reason && <p className={classes.text}>{reason.message}</p>}
      {measured && (
        <p className={classes.text}>
          Asked of the metric source {measured.source}, over{' '}
          {formatDuration(measured.windowSeconds)}:{' '}
          <code className={classes.query}>{measured.query}</code>
          {measured.at && (
            <>
              , <RelativeTime instant={measured.at} />
            </>
          )}
        </p>
      )}
      {evidence ? (
        <p className={classes.text}>
          {describeEvidence(statistic ?? '', evidence)}{' '}
          <Link to={links.run(evidence.runId)} underline="always">
            {toolName(evidence.tool)} run
            {evidence.commit ? ` of ${evidence.commit.slice(0, 8)}` : ''}
          </Link>
          , <RelativeTime instant={evidence.startedAt} />.
        </p>
      ) : (
        !reason &&
        !measured && (
          <p className={classes.text}>
            {slo
              ? 'From what its SLO counts in production; its windows, counts and queries are shown there.'
              : 'No evidence yet.'}
          </p>
        )
      )}
    </>
  );
}

function sentenceCase(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
