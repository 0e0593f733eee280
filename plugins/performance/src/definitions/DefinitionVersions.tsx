import { ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  DefinitionDetail,
  Panel,
  RelativeTime,
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { Diff } from './Diff';
import { Yaml } from './Yaml';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  number: { minWidth: 80, fontWeight: 600 },
}));

/** A definition's versions, newest first; each can be opened to see what it changed. */
export function DefinitionVersions(props: { definition: DefinitionDetail }) {
  const { definition } = props;
  const classes = useStyles();
  const view = useViewState();
  const open = view.getNumber('version', 0);

  return (
    <Panel title="Versions">
      <ol className={classes.list}>
        {definition.versions.map(version => (
          <li key={version.version}>
            <div className={classes.row}>
              <span className={classes.number}>Version {version.version}</span>
              <RelativeTime instant={version.createdAt} />
              {version.createdBy &&
                (version.createdBy.startsWith('user:') ? (
                  <span>
                    by <EntityRefLink entityRef={version.createdBy} hideIcon />
                  </span>
                ) : (
                  <span>by {version.createdBy}</span>
                ))}
              <Button
                size="small"
                aria-expanded={open === version.version}
                onClick={() =>
                  view.update({
                    version:
                      open === version.version ? undefined : version.version,
                  })
                }
              >
                {open === version.version ? 'Hide' : 'Show what it changed'}
              </Button>
            </div>
            {open === version.version && (
              <VersionDetail
                definitionId={definition.id}
                version={version.version}
              />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function VersionDetail(props: { definitionId: string; version: number }) {
  const { definitionId, version } = props;
  const { value, error } = usePerformanceData(
    api => api.getDefinitionVersion(definitionId, version),
    [definitionId, version],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={160} />;
  }
  return (
    <Box my={1}>
      {value.diff ? <Diff text={value.diff} /> : <Yaml text={value.content} />}
    </Box>
  );
}
