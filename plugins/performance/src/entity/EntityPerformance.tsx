import { lazy, Suspense, useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import CloudUploadIcon from '@material-ui/icons/CloudUploadOutlined';
import {
  Panel,
  StateCountFilter,
  Surface,
  UploadResult,
  usePerformanceData,
  ViewNav,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { useVerdictList } from '../budgets/useVerdictList';
import { describeChanges, summarizeChanges } from '../upload/describeChanges';
import { isHidden } from '../page/isHidden';
import { DropArea } from '../upload/DropArea';
import { EntityBudgets } from './EntityBudgets';
import { EntityStanding } from './EntityStanding';
import { FirstReport } from './FirstReport';
import { ReportCommands } from './ReportCommands';

// Not needed by whoever looks at the budgets.
const EntitySlos = lazy(() =>
  import('./EntitySlos').then(module => ({ default: module.EntitySlos })),
);

const EntityScorecards = lazy(() =>
  import('./EntityScorecards').then(module => ({
    default: module.EntityScorecards,
  })),
);

const RunsList = lazy(() =>
  import('../runs/RunsList').then(module => ({ default: module.RunsList })),
);

const EntityDefinitions = lazy(() =>
  import('./EntityDefinitions').then(module => ({
    default: module.EntityDefinitions,
  })),
);

const UploadDialog = lazy(() =>
  import('../upload/UploadDialog').then(module => ({
    default: module.UploadDialog,
  })),
);

const EntityReviews = lazy(() =>
  import('./EntityReviews').then(module => ({
    default: module.EntityReviews,
  })),
);

const EntityFindings = lazy(() =>
  import('./EntityFindings').then(module => ({
    default: module.EntityFindings,
  })),
);

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
  },
}));

const VIEW_HEIGHT = 420;

const VIEWS = [
  { id: 'budgets', title: 'Budgets' },
  { id: 'slos', title: 'SLOs' },
  { id: 'scorecards', title: 'Scorecards' },
  { id: 'reviews', title: 'Reviews' },
  { id: 'findings', title: 'Findings' },
  { id: 'runs', title: 'Runs' },
  { id: 'definitions', title: 'Definitions' },
  { id: 'send', title: 'Send reports' },
];

/** Everything about one entity's performance. */
export function EntityPerformance(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const alertApi = useApi(alertApiRef);
  const { pathname } = useLocation();
  const summary = usePerformanceData(
    api => api.getEntitySummary(entityRef),
    [entityRef],
  );
  const list = useVerdictList({ entityRef, ruleKind: ['budget'] });
  const [uploading, setUploading] = useState(false);
  const [file, setFile] = useState<File>();

  const current =
    VIEWS.find(view => view.id === list.view.get('view'))?.id ?? VIEWS[0].id;
  const environments = summary.value?.environments ?? [];
  const mayUpload = summary.value?.may.upload ?? false;

  const close = () => {
    setUploading(false);
    setFile(undefined);
  };
  const onSaved = (result: UploadResult) => {
    close();
    alertApi.post({
      message: `Report saved. ${summarizeChanges(describeChanges(result))}`,
      severity: 'success',
      display: 'transient',
    });
  };

  if (summary.error) {
    return isHidden(summary.error) ? (
      <Surface>
        <Panel title="You can’t see this entity’s performance">
          It may only be shown to its owners, or the entity is too new to be
          known here. Ask its owner, or come back in a few minutes.
        </Panel>
      </Surface>
    ) : (
      <ResponseErrorPanel error={summary.error} />
    );
  }
  const nothingYet =
    summary.value?.runCount === 0 && (list.value?.totalItems ?? 0) === 0;
  return (
    <Surface>
      <DropArea
        disabled={!mayUpload}
        onDrop={dropped => {
          setFile(dropped);
          setUploading(true);
        }}
      >
        <EntityStanding
          entityRef={entityRef}
          summary={summary.value}
          counts={
            <StateCountFilter
              counts={list.value?.counts}
              chosen={list.states}
              onChange={states =>
                list.view.update({
                  state: states,
                  view: undefined,
                  offset: undefined,
                })
              }
            />
          }
        />
        <div className={classes.top}>
          <ViewNav
            label="Performance of this entity"
            current={current}
            items={VIEWS.map(view => ({
              ...view,
              to: `${pathname}${
                view.id === 'budgets' ? '' : `?view=${view.id}`
              }`,
            }))}
          />
          {/* Already there while loading, so that nothing moves for those who may. */}
          {(mayUpload || !summary.value) && (
            <Button
              variant="contained"
              color="primary"
              startIcon={<CloudUploadIcon />}
              disabled={!mayUpload}
              onClick={() => setUploading(true)}
            >
              Upload report
            </Button>
          )}
        </div>
        {!summary.value && <Skeleton variant="rect" height={VIEW_HEIGHT} />}
        <Suspense fallback={<Skeleton variant="rect" height={VIEW_HEIGHT} />}>
          {summary.value &&
            current === 'budgets' &&
            (nothingYet ? (
              <FirstReport
                entityRef={entityRef}
                mayUpload={mayUpload}
                onUpload={() => setUploading(true)}
              />
            ) : (
              <EntityBudgets list={list} summary={summary.value} />
            ))}
          {summary.value && current === 'slos' && (
            <EntitySlos entityRef={entityRef} summary={summary.value} />
          )}
          {summary.value && current === 'scorecards' && (
            <EntityScorecards
              entityRef={entityRef}
              mayContribute={summary.value.may.contribute}
            />
          )}
          {summary.value && current === 'findings' && (
            <EntityFindings
              entityRef={entityRef}
              mayRecord={summary.value.may.finding}
            />
          )}
          {summary.value && current === 'reviews' && (
            <EntityReviews
              entityRef={entityRef}
              mayBegin={summary.value.may.review}
            />
          )}
          {summary.value && current === 'runs' && (
            <RunsList entityRef={entityRef} environments={environments} />
          )}
          {summary.value && current === 'definitions' && (
            <EntityDefinitions
              entityRef={entityRef}
              problems={summary.value.definitionProblems ?? []}
              mayDefine={summary.value.may.define}
            />
          )}
          {summary.value && current === 'send' && (
            <Panel title="How to send reports">
              <ReportCommands
                entityRef={entityRef}
                environment={environments[0]}
              />
            </Panel>
          )}
        </Suspense>
      </DropArea>
      <Suspense fallback={null}>
        {uploading && (
          <UploadDialog
            entityRef={entityRef}
            environments={environments}
            file={file}
            onFileChange={setFile}
            onClose={close}
            onSaved={onSaved}
          />
        )}
      </Suspense>
    </Surface>
  );
}
