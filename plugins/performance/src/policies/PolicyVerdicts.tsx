import { makeStyles } from '@material-ui/core/styles';
import {
  PolicyDetail,
  StageLabel,
  StateCountList,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.75, 3),
    margin: 0,
    '& dd': { margin: 0 },
  },
}));

/** The verdicts that a policy is about, by the stage they are at. */
export function PolicyVerdicts(props: { policy: PolicyDetail }) {
  const { counts, definition } = props.policy;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const policy = definition.id;

  if (counts.length === 0) {
    return <>No verdict is affected yet.</>;
  }
  return (
    <dl className={classes.root}>
      {counts.map(({ stage, states, waived }) => (
        <div key={stage} style={{ display: 'contents' }}>
          <dt>
            <StageLabel stage={stage} />
          </dt>
          <dd>
            <StateCountList
              counts={states}
              waived={waived}
              to={{
                state: state => links.budgets({ policy, stage, state }),
                waived: links.budgets({ policy, stage, waived: 'true' }),
              }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
