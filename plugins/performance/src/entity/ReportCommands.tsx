import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { CommandSnippet } from '@perf-governance/plugin-performance-react';
import useAsync from 'react-use/esm/useAsync';
import { reportCommands } from './reportCommands';

const DEFAULT_ENVIRONMENT = 'production';

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(2, 0, 0.5),
    fontSize: '1rem',
    fontWeight: 600,
  },
}));

/** How to send reports for this very entity. */
export function ReportCommands(props: {
  entityRef: string;
  /** The environment to name; `production` unless given. */
  environment?: string;
}) {
  const { entityRef, environment = DEFAULT_ENVIRONMENT } = props;
  const classes = useStyles();
  const discoveryApi = useApi(discoveryApiRef);
  const { value: baseUrl } = useAsync(
    () => discoveryApi.getBaseUrl('performance'),
    [discoveryApi],
  );
  if (!baseUrl) {
    return <Skeleton variant="rect" height={480} />;
  }
  return (
    <>
      {reportCommands({ baseUrl, entityRef, environment }).map(command => (
        <section key={command.title}>
          <h3 className={classes.title}>{command.title}</h3>
          <Typography variant="body2" color="textSecondary">
            {command.description}
          </Typography>
          <CommandSnippet
            label={`${command.title}: send a report`}
            text={command.text}
          />
        </section>
      ))}
    </>
  );
}
