import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  CurrentVerdict,
  PerformanceApi,
  performanceApiRef,
  VerdictsQuery,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { verdictsCsv } from './verdictsCsv';

const PAGE_SIZE = 500;
const MAX_ROWS = 20_000;

async function listAll(
  api: PerformanceApi,
  query: VerdictsQuery,
): Promise<CurrentVerdict[]> {
  const verdicts: CurrentVerdict[] = [];
  for (let offset = 0; offset < MAX_ROWS; offset += PAGE_SIZE) {
    const page = await api.listVerdicts({ ...query, limit: PAGE_SIZE, offset });
    verdicts.push(...page.items);
    if (verdicts.length >= page.totalItems || page.items.length === 0) {
      break;
    }
  }
  return verdicts;
}

function download(name: string, text: string) {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves every verdict the query finds, on all pages, as a CSV file. */
export function ExportButton(props: { query: VerdictsQuery }) {
  const { query } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [state, exportCsv] = useAsyncFn(async () => {
    try {
      const verdicts = await listAll(api, query);
      download('budgets.csv', verdictsCsv(verdicts));
      if (verdicts.length >= MAX_ROWS) {
        alertApi.post({
          message: `The file holds the first ${MAX_ROWS.toLocaleString(
            'en',
          )} rows. Filter the list to get the others.`,
          severity: 'warning',
        });
      }
    } catch (error) {
      alertApi.post({
        message: `The list couldn’t be exported: ${error}`,
        severity: 'error',
      });
    }
  }, [api, alertApi, query]);

  return (
    <Button
      size="small"
      startIcon={<GetAppIcon />}
      onClick={exportCsv}
      disabled={state.loading}
    >
      {state.loading ? 'Exporting…' : 'Export CSV'}
    </Button>
  );
}
