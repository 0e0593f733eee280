import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  PerformanceApi,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { downloadText } from './downloadText';

const PAGE_SIZE = 500;
const MAX_ROWS = 20_000;

type ListPage<T> = (
  api: PerformanceApi,
  page: { limit: number; offset: number },
) => Promise<{ items: T[]; totalItems: number }>;

async function listAll<T>(
  api: PerformanceApi,
  listPage: ListPage<T>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let offset = 0; offset < MAX_ROWS; offset += PAGE_SIZE) {
    const page = await listPage(api, { limit: PAGE_SIZE, offset });
    rows.push(...page.items);
    if (rows.length >= page.totalItems || page.items.length === 0) {
      break;
    }
  }
  return rows;
}

/** Saves everything a list finds, on all its pages, as a CSV file. */
export function ExportButton<T>(props: {
  fileName: string;
  listPage: ListPage<T>;
  toCsv: (rows: T[]) => string;
}) {
  const { fileName, listPage, toCsv } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [state, exportCsv] = useAsyncFn(async () => {
    try {
      const rows = await listAll(api, listPage);
      downloadText(fileName, toCsv(rows));
      if (rows.length >= MAX_ROWS) {
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
  }, [api, alertApi, fileName, listPage, toCsv]);

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
