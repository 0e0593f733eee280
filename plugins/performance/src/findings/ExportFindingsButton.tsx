import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  FindingFilters,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { downloadText } from '../export/downloadText';

/** Saves all findings that the filters leave as a CSV file, which can be imported again. */
export function ExportFindingsButton(props: { filters: FindingFilters }) {
  const { filters } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [state, save] = useAsyncFn(async () => {
    try {
      downloadText('findings.csv', await api.findings.exportCsv(filters));
    } catch (error) {
      alertApi.post({
        message: `The list couldn’t be exported: ${error}`,
        severity: 'error',
      });
    }
  }, [api, alertApi, filters]);

  return (
    <Button
      size="small"
      startIcon={<GetAppIcon />}
      onClick={save}
      disabled={state.loading}
    >
      {state.loading ? 'Exporting…' : 'Export CSV'}
    </Button>
  );
}
