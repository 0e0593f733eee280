import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  formatDuration,
  formatExactTime,
  Panel,
  RelativeTime,
  RunDetail,
  toolName,
  mutedColour,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: theme.spacing(2),
    margin: 0,
    '& dt': {
      color: mutedColour(theme),
      fontSize: theme.typography.caption.fontSize,
    },
    '& dd': {
      margin: 0,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  code: { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
}));

function isUserRef(text: string): boolean {
  return /^user:[^/]+\/.+$/.test(text);
}

/** Who, what and where. */
export function RunFacts(props: { run: RunDetail }) {
  const { run } = props;
  const classes = useStyles();

  const facts: [string, ReactNode][] = [
    ['Environment', run.environment],
    [
      'Started',
      <>
        <RelativeTime instant={run.startedAt} />
        <br />
        {formatExactTime(run.startedAt)}
      </>,
    ],
    [
      'Took',
      run.durationSeconds !== undefined && formatDuration(run.durationSeconds),
    ],
    ['Tool', `${toolName(run.tool)} ${run.toolVersion ?? ''} (${run.format})`],
    ['Requests', run.requests?.toLocaleString('en')],
    [
      'p95 response time',
      run.p95 !== undefined && formatQuantity(run.p95, 'ms'),
    ],
    [
      'Branch',
      run.branch && (run.tracked ? run.branch : `${run.branch} (not tracked)`),
    ],
    [
      'Commit',
      run.commit && (
        <span className={classes.code}>{run.commit.slice(0, 12)}</span>
      ),
    ],
    ['Release', run.release],
    ['Change labels', run.changeLabels?.join(', ')],
    [
      'Build',
      run.ciUrl && (
        <Link to={run.ciUrl} externalLinkIcon>
          Open the build
        </Link>
      ),
    ],
    [
      'Sent by',
      run.createdBy &&
        (isUserRef(run.createdBy) ? (
          <EntityRefLink entityRef={run.createdBy} hideIcon />
        ) : (
          run.createdBy
        )),
    ],
    ['Report size', run.bytes !== undefined && formatQuantity(run.bytes, 'B')],
  ];

  return (
    <Panel>
      <dl className={classes.root}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}
