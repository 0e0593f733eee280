import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  PerformanceApi,
  performanceApiRef,
  SloDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { downloadText } from '../export/downloadText';
import { SloWorkTables } from './SloWorkTables';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0),
  },
}));

/** How the numbers came about, on request: read only then, since it is long. */
export function SloWorkSection(props: { slo: SloDetail }) {
  const { slo } = props;
  const classes = useStyles();
  const [shown, setShown] = useState(false);
  const name = fileName(slo);
  return (
    <>
      <div className={classes.actions}>
        <Button
          variant="outlined"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide the work' : 'Show the work'}
        </Button>
        <Download
          title="Download as CSV"
          fileName={`${name}.work.csv`}
          load={api => api.slos.getWorkCsv(slo.id)}
        />
        {(slo.composite
          ? slo.definition.objectives
          : [{ name: undefined, title: undefined }]
        ).map(objective => (
          <Download
            key={objective.name ?? ''}
            title={
              objective.name
                ? `Samples of ${objective.title ?? objective.name}`
                : 'Samples as CSV'
            }
            fileName={`${[name, objective.name]
              .filter(Boolean)
              .join('.')}.samples.csv`}
            load={api => api.slos.getSamplesCsv(slo.id, objective.name)}
          />
        ))}
      </div>
      {shown && <Work slo={slo} />}
    </>
  );
}

/** `checkout.availability`, with nothing in it that a file can't be called. */
function fileName(slo: SloDetail): string {
  return [slo.entity.name, slo.definitionName, slo.objective]
    .filter(Boolean)
    .join('.')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
}

function Download(props: {
  title: string;
  fileName: string;
  load: (api: PerformanceApi) => Promise<string>;
}) {
  const { title, load } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [state, download] = useAsyncFn(async () => {
    try {
      downloadText(props.fileName, await load(api));
    } catch (error) {
      alertApi.post({
        message: `The file couldn’t be made: ${error}`,
        severity: 'error',
      });
    }
  }, [api, alertApi, load, props.fileName]);
  return (
    <Button
      startIcon={<GetAppIcon />}
      onClick={download}
      disabled={state.loading}
    >
      {title}
    </Button>
  );
}

function Work(props: { slo: SloDetail }) {
  const { slo } = props;
  const { value, error } = usePerformanceData(
    api => api.slos.getWork(slo.id),
    [slo.id],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={320} />;
  }
  return <SloWorkTables slo={slo} work={value} />;
}
