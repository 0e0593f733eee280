import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PublishIcon from '@material-ui/icons/Publish';
import {
  Panel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { BulkBar } from './BulkBar';
import { ExportFindingsButton } from './ExportFindingsButton';
import { FindingFilterBar } from './FindingFilterBar';
import { FindingFlags } from './FindingFlags';
import { FindingRisks } from './FindingRisks';
import { FindingTable } from './FindingTable';
import { FirstFinding } from './FirstFinding';
import { ImportDialog } from './ImportDialog';
import { useFindingList } from './useFindingList';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    minHeight: 36,
    padding: theme.spacing(1.5, 2, 0.5),
  },
  files: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Findings with their risks and ages, those at the highest risk first. */
export function FindingsList(props: { onOpen: (findingId: string) => void }) {
  const { onOpen } = props;
  const classes = useStyles();
  const list = useFindingList();
  const { value, view, filters } = list;
  const [selected, setSelected] = useState<string[]>([]);
  const [importing, setImporting] = useState(false);
  const summary = usePerformanceData(
    api => api.findings.summarise(filters),
    [JSON.stringify(filters)],
  );
  const rows = value?.items;
  const chosen = (rows ?? []).filter(({ id }) => selected.includes(id));
  const isFirst =
    value?.totalItems === 0 && !list.isFiltered && list.scope !== 'closed';

  return (
    <>
      <FindingFlags list={list} summary={summary.value} />
      {isFirst ? (
        <FirstFinding
          isNothingOpen={list.scope === 'open'}
          onImport={() => setImporting(true)}
        />
      ) : (
        <>
          <FindingRisks list={list} summary={summary.value} />
          <FindingFilterBar list={list} />
          {list.error ? (
            <ResponseErrorPanel error={list.error} />
          ) : (
            <Panel flush>
              <div className={classes.head}>
                <BulkBar
                  findings={rows ?? []}
                  chosen={chosen}
                  onSelect={setSelected}
                />
                <span className={classes.files}>
                  <Button
                    size="small"
                    startIcon={<PublishIcon />}
                    onClick={() => setImporting(true)}
                  >
                    Import
                  </Button>
                  <ExportFindingsButton filters={filters} />
                </span>
              </div>
              <FindingTable
                label="Findings"
                shows="all"
                rows={rows}
                selected={selected}
                onSelect={setSelected}
                selectedKey={view.get('finding')}
                onOpen={({ id }) => onOpen(id)}
                sort={list.sort}
                onSort={list.onSort}
                page={list.page}
                empty={
                  <>
                    <p>No finding matches these filters.</p>
                    {list.isFiltered && (
                      <Button variant="outlined" onClick={list.clear}>
                        Clear filters
                      </Button>
                    )}
                  </>
                }
              />
            </Panel>
          )}
        </>
      )}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
