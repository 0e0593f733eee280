import { ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import RefreshIcon from '@material-ui/icons/Refresh';
import Alert from '@material-ui/lab/Alert';
import {
  DefinitionSourceStatus,
  PagedTable,
  Panel,
  performanceApiRef,
  RelativeTime,
  StateLabel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { ProblemList } from './ProblemList';

const SOURCE_TYPES: Record<DefinitionSourceStatus['type'], string> = {
  config: 'App configuration',
  entity: 'Entity',
  api: 'Made here',
};

function SourceState(props: { status: DefinitionSourceStatus['status'] }) {
  switch (props.status) {
    case 'invalid':
      return <StateLabel state="fail" word="Invalid" />;
    case 'unreadable':
      return <StateLabel state="fail" word="Unreadable" />;
    default:
      return <StateLabel state="pass" word="Read" />;
  }
}

/** The files and URLs that definitions come from, those with problems first. */
export function SourcesPage() {
  const api = useApi(performanceApiRef);
  const sources = usePerformanceData(
    client => client.listDefinitionSources(),
    [],
  );
  const [refreshed, refresh] = useAsyncFn(
    () => api.refreshDefinitionSources(),
    [api],
  );

  if (sources.error) {
    return <ResponseErrorPanel error={sources.error} />;
  }
  return (
    <>
      <Box
        mb={2}
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={8}
      >
        <Typography variant="body2">
          Files and URLs are read on a schedule. Where one is broken, its last
          valid definitions stay in force.
        </Typography>
        {sources.value?.may.refresh && (
          <Button
            variant="outlined"
            startIcon={<RefreshIcon />}
            onClick={refresh}
            disabled={refreshed.loading}
          >
            {refreshed.loading ? 'Reading…' : 'Read again'}
          </Button>
        )}
      </Box>
      {refreshed.error && (
        <Box mb={2}>
          <Alert severity="error">
            {refreshed.error.cause instanceof Error
              ? refreshed.error.cause.message
              : refreshed.error.message}
          </Alert>
        </Box>
      )}
      <Panel flush>
        <PagedTable
          label="Definition sources"
          rows={sources.value?.items}
          rowKey={source =>
            `${source.type} ${source.location} ${source.entityRef}`
          }
          empty="No source is configured. Name files or URLs in app-config, or annotate an entity."
          columns={[
            {
              id: 'status',
              title: 'Status',
              width: 136,
              leading: true,
              render: source => <SourceState status={source.status} />,
            },
            {
              id: 'location',
              title: 'Source',
              leading: true,
              render: source => (
                <div style={{ overflowWrap: 'anywhere' }}>
                  {source.location}
                  {source.message && (
                    <Typography variant="body2" color="textSecondary">
                      {source.message}
                    </Typography>
                  )}
                  {source.problems.length > 0 && (
                    <Box mt={1}>
                      <ProblemList problems={source.problems} />
                    </Box>
                  )}
                </div>
              ),
            },
            {
              id: 'type',
              title: 'Named by',
              width: 160,
              render: source =>
                source.entityRef ? (
                  <EntityRefLink entityRef={source.entityRef} hideIcon />
                ) : (
                  SOURCE_TYPES[source.type]
                ),
            },
            {
              id: 'definitions',
              title: 'In force',
              align: 'right',
              width: 88,
              render: source => source.definitions,
            },
            {
              id: 'readAt',
              title: 'Last read',
              width: 128,
              render: source =>
                source.readAt ? (
                  <RelativeTime instant={source.readAt} />
                ) : (
                  'not yet'
                ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
