import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  PagedTable,
  Panel,
  RunDetail,
  StateLabel,
  toolName,
  mutedColour,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  code: {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
  warning: { marginTop: theme.spacing(1) },
  configuration: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: mutedColour(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** What the tool itself said, what was odd about its report, and how it was configured. */
export function RunToolOutcomes(props: { run: RunDetail }) {
  const { run } = props;
  const classes = useStyles();
  const configuration = Object.entries(run.configuration ?? {});

  return (
    <>
      {run.toolVerdicts.length > 0 && (
        <Panel
          flush
          title={`What ${toolName(run.tool)} itself concluded`}
          actions={
            <Typography variant="body2" color="textSecondary">
              Shown beside our verdicts, never in their place
            </Typography>
          }
        >
          <PagedTable
            label="The tool’s own outcomes"
            rows={run.toolVerdicts}
            rowKey={verdict => `${verdict.metric} ${verdict.expression}`}
            empty="None."
            columns={[
              {
                id: 'passed',
                title: 'Outcome',
                width: 112,
                leading: true,
                render: verdict => (
                  <StateLabel state={verdict.passed ? 'pass' : 'fail'} />
                ),
              },
              {
                id: 'metric',
                title: 'Metric',
                leading: true,
                render: verdict => (
                  <span className={classes.code}>{verdict.metric}</span>
                ),
              },
              {
                id: 'expression',
                title: 'Condition',
                leading: true,
                render: verdict => (
                  <span className={classes.code}>{verdict.expression}</span>
                ),
              },
            ]}
          />
        </Panel>
      )}
      {run.warnings.length > 0 && (
        <Panel title="Warnings about the report">
          {run.warnings.map(warning => (
            <Alert
              key={`${warning.code} ${warning.location} ${warning.message}`}
              severity="warning"
              className={classes.warning}
            >
              {warning.message}
              {warning.location && ` (${warning.location})`}
            </Alert>
          ))}
        </Panel>
      )}
      {configuration.length > 0 && (
        <Panel title="Configuration">
          <dl className={classes.configuration}>
            {configuration.map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  );
}
