import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import {
  usePerformanceData,
  useViewState,
  ViewNav,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { FindingPanel } from './FindingPanel';
import { FindingsList } from './FindingsList';
import { ImprovementPlan } from './ImprovementPlan';
import { NewFindingDialog } from './NewFindingDialog';

const VIEWS = [
  { id: 'list', title: 'Findings' },
  { id: 'plan', title: 'Improvement plan' },
] as const;

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
}));

/** What was found: as a list with its risks, or as a plan of what to do first. */
export function FindingsPage() {
  const classes = useStyles();
  const view = useViewState();
  const { pathname } = useLocation();
  const [creating, setCreating] = useState(false);
  const settings = usePerformanceData(api => api.findings.getSettings(), []);
  const current = (VIEWS.find(({ id }) => id === view.get('view')) ?? VIEWS[0])
    .id;
  const openFinding = (findingId: string | undefined) =>
    view.update({ finding: findingId }, { push: findingId !== undefined });

  return (
    <>
      <div className={classes.top}>
        <ViewNav
          label="Views of findings"
          current={current}
          items={VIEWS.map(({ id, title }) => ({
            id,
            title,
            to: id === 'list' ? pathname : `${pathname}?view=${id}`,
          }))}
        />
        {/* Already there while loading, so that nothing moves for those who may. */}
        {settings.value?.may.record !== false && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<AddIcon />}
            onClick={() => setCreating(true)}
          >
            New finding
          </Button>
        )}
      </div>
      {current === 'list' ? (
        <FindingsList onOpen={openFinding} />
      ) : (
        <ImprovementPlan onOpen={openFinding} />
      )}
      <FindingPanel
        findingId={view.get('finding')}
        onClose={() => openFinding(undefined)}
      />
      {creating && (
        <NewFindingDialog
          onCreated={openFinding}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}
