import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  CommandSnippet,
  Panel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { Link as RouterLink } from 'react-router-dom';
import { sloExample } from './sloExample';

/** Stands in where no entity is in sight. */
const ANY_ENTITY = 'component:default/my-service';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gap: theme.spacing(0, 4),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    '& > *': { minWidth: 0 },
  },
  title: {
    margin: theme.spacing(2, 0, 0.5),
    fontSize: '1rem',
    fontWeight: 600,
  },
}));

/** What to do where there is no SLO yet. */
export function FirstSlo(props: {
  /** Absent on the organisation's page. */
  entityRef?: string;
  mayDefine?: boolean;
}) {
  const { entityRef, mayDefine } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const example = sloExample(entityRef ?? ANY_ENTITY);
  return (
    <Panel title="Set a first service level objective">
      <Typography paragraph variant="body2">
        A service level objective says how good is good enough, such as 99.9 %
        of the requests over thirty days. What may go wrong until then is the
        error budget; this page shows how much of it is left, how fast it burns,
        and what your organisation does once it is spent.
      </Typography>
      <div className={classes.columns}>
        <section>
          <h3 className={classes.title}>1. Write it down, in OpenSLO</h3>
          <Typography variant="body2" color="textSecondary">
            In <code>performance.yaml</code>, beside{' '}
            <code>catalog-info.yaml</code>. Sloth and Pyrra files are read as
            well. Where no Prometheus is configured, good and total can be
            pushed.
          </Typography>
          <CommandSnippet label="OpenSLO example" text={example.definition} />
        </section>
        <section>
          <h3 className={classes.title}>2. Point at the file</h3>
          <Typography variant="body2" color="textSecondary">
            In the entity’s <code>catalog-info.yaml</code>.
          </Typography>
          <CommandSnippet label="Annotation" text={example.annotation} />
          <h3 className={classes.title}>3. Check it before you commit</h3>
          <Typography variant="body2" color="textSecondary">
            The second command works the numbers out from samples in a CSV file,
            with the columns <code>time,good,total</code>.
          </Typography>
          <CommandSnippet label="Commands" text={example.commands} />
          {mayDefine && entityRef && (
            <>
              <h3 className={classes.title}>Or begin here</h3>
              <Button
                variant="outlined"
                component={RouterLink}
                to={`${links.newDefinition()}?${new URLSearchParams({
                  entityRef,
                })}`}
              >
                Write a definition
              </Button>
            </>
          )}
        </section>
      </div>
    </Panel>
  );
}
