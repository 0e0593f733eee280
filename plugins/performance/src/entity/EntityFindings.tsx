import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import {
  Panel,
  usePerformanceData,
  usePerformanceLinks,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { ProposalPanel } from '../analysis/ProposalPanel';
import { ProposalTable } from '../analysis/ProposalTable';
import { FindingFlags } from '../findings/FindingFlags';
import { FindingPanel } from '../findings/FindingPanel';
import { FindingTable } from '../findings/FindingTable';
import { NewFindingDialog } from '../findings/NewFindingDialog';
import { useFindingList } from '../findings/useFindingList';

const PROPOSALS = 10;

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  button: { marginBottom: theme.spacing(2) },
}));

/** What was found about an entity, and what the analysis proposes. */
export function EntityFindings(props: {
  entityRef: string;
  mayRecord: boolean;
}) {
  const { entityRef, mayRecord } = props;
  const classes = useStyles();
  const list = useFindingList({ entityRef });
  const { value, view, filters } = list;
  const [creating, setCreating] = useState(false);
  const summary = usePerformanceData(
    api => api.findings.summarise(filters),
    [JSON.stringify(filters)],
  );
  const open = (finding: string | undefined) =>
    view.update({ finding }, { push: finding !== undefined });

  return (
    <>
      <div className={classes.top}>
        <FindingFlags
          list={list}
          summary={summary.value}
          flags={['overdue', 'proposed']}
        />
        {mayRecord && (
          <Button
            className={classes.button}
            variant="outlined"
            startIcon={<AddIcon />}
            onClick={() => setCreating(true)}
          >
            New finding
          </Button>
        )}
      </div>
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <FindingTable
            label="Findings"
            shows="ofEntity"
            rows={value?.items}
            skeletonRows={3}
            selectedKey={view.get('finding')}
            onOpen={({ id }) => open(id)}
            sort={list.sort}
            onSort={list.onSort}
            page={list.page}
            empty={
              list.isFiltered || list.scope !== 'open' ? (
                'No finding matches.'
              ) : (
                <>
                  <p>Nothing is open about this entity.</p>
                  <p>
                    A finding is a risk that somebody should do something about:
                    of a review, of the analysis, or written down here.
                  </p>
                </>
              )
            }
          />
        </Panel>
      )}
      <EntityProposals entityRef={entityRef} />
      <FindingPanel
        findingId={view.get('finding')}
        onClose={() => open(undefined)}
      />
      <ProposalPanel
        proposalId={view.get('proposal')}
        onClose={() => view.update({ proposal: undefined })}
      />
      {creating && (
        <NewFindingDialog
          entityRef={entityRef}
          onCreated={open}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}

/** What the analysis proposes about an entity; nothing where it proposes nothing. */
function EntityProposals(props: { entityRef: string }) {
  const { entityRef } = props;
  const view = useViewState();
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api =>
      api.analysis.listProposals({
        entityRef,
        status: ['proposed'],
        limit: PROPOSALS,
      }),
    [entityRef],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value || value.totalItems === 0) {
    return null;
  }
  return (
    <Panel
      title={`Proposed by the analysis (${value.totalItems})`}
      flush
      actions={
        <Link to={links.analysis({ entityRef })} underline="always">
          All
        </Link>
      }
    >
      <ProposalTable
        rows={value.items}
        selectedKey={view.get('proposal')}
        onOpen={({ id }) => view.update({ proposal: id }, { push: true })}
        empty="None."
      />
    </Panel>
  );
}
