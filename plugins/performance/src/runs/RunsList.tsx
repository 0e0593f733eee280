import { useId } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  RunsQuery,
  STATE_WORDS,
  STATES_WORST_FIRST,
  toolName,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { EnvironmentFilter } from '../filters/EnvironmentFilter';
import { FacetFilter } from '../filters/FacetFilter';
import { SearchField } from '../filters/SearchField';
import { RunsTable } from './RunsTable';
import { useRunList } from './useRunList';

const TOOLS = ['autocannon', 'jmeter', 'k6', 'lighthouse'];

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

/** Runs with their filters. */
export function RunsList(props: {
  entityRef?: string;
  environments: string[];
}) {
  const { entityRef, environments } = props;
  const fixed: RunsQuery = entityRef ? { entityRef } : {};
  const list = useRunList(fixed);

  return (
    <>
      <RunFilters view={list.view} environments={environments} />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <RunsTable
            withEntity={!entityRef}
            rows={list.value?.items}
            sort={list.sort}
            onSort={list.onSort}
            page={list.page}
            empty="No run matches these filters."
          />
        </Panel>
      )}
    </>
  );
}

function RunFilters(props: { view: ViewState; environments: string[] }) {
  const { view, environments } = props;
  const toolId = useId();
  const classes = useStyles();
  return (
    <div className={classes.filters} role="search" aria-label="Filter runs">
      <SearchField
        label="Branch"
        value={view.get('branch')}
        onChange={branch => view.update({ branch, offset: undefined })}
      />
      <EnvironmentFilter environments={environments} view={view} />
      <TextField
        id={toolId}
        select
        size="small"
        variant="outlined"
        label="Tool"
        value={view.get('tool') ?? ''}
        onChange={event =>
          view.update({ tool: event.target.value, offset: undefined })
        }
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <option value="">All tools</option>
        {TOOLS.map(tool => (
          <option key={tool} value={tool}>
            {toolName(tool)}
          </option>
        ))}
      </TextField>
      <FacetFilter
        title="Outcome"
        options={STATES_WORST_FIRST.map(state => ({
          value: state,
          title: STATE_WORDS[state],
        }))}
        chosen={view.getAll('outcome')}
        onChange={outcome => view.update({ outcome, offset: undefined })}
      />
    </div>
  );
}
