import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  DefinitionDetail,
  layerWords,
  Panel,
  RelativeTime,
  StateCountFilter,
  usePerformanceData,
  usePerformanceLinks,
  mutedColour,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { DefinitionEditor } from './DefinitionEditor';
import { DefinitionStatusLabel } from './DefinitionStatusLabel';
import { DefinitionVersions } from './DefinitionVersions';
import { ProblemList } from './ProblemList';
import { RetireButton } from './RetireButton';
import { Yaml } from './Yaml';

const useStyles = makeStyles(theme => ({
  title: {
    margin: 0,
    fontSize: '1.375rem',
    fontWeight: 700,
    overflowWrap: 'anywhere',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    marginTop: theme.spacing(1),
    color: mutedColour(theme),
  },
  actions: { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' },
}));

/** One definition: where it comes from, what it says, and what it judges. */
export function DefinitionPage(props: { definitionId: string }) {
  const { definitionId } = props;
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.getDefinition(definitionId),
    [definitionId],
  );

  return (
    <>
      <Box mb={1}>
        <Link to={links.definitions()}>‹ All definitions</Link>
      </Box>
      {error && <ResponseErrorPanel error={error} />}
      {!error && !value && (
        <>
          <Skeleton width="40%" height={40} />
          <Skeleton width="60%" />
          <Skeleton variant="rect" height={360} style={{ marginTop: 16 }} />
        </>
      )}
      {value && <Contents definition={value} />}
    </>
  );
}

function Contents(props: { definition: DefinitionDetail }) {
  const { definition } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);

  return (
    <>
      <div className={classes.top}>
        <div>
          <h2 className={classes.title}>
            {definition.title ?? definition.name}
          </h2>
          {definition.description}
          <div className={classes.facts}>
            <DefinitionStatusLabel status={definition.status} />
            <span>{definition.kind}</span>
            <span>
              set by{' '}
              {definition.layer.entityRef ? (
                <EntityRefLink entityRef={definition.layer.entityRef} hideIcon>
                  {layerWords(definition.layer)}
                </EntityRefLink>
              ) : (
                layerWords(definition.layer)
              )}
            </span>
            <span style={{ overflowWrap: 'anywhere' }}>
              from {definition.source.location}
              {definition.source.line !== undefined &&
                `, line ${definition.source.line}`}
            </span>
            <span>
              version {definition.version},{' '}
              <RelativeTime instant={definition.updatedAt} />
            </span>
          </div>
        </div>
        {definition.may.edit && !editing && (
          <div className={classes.actions}>
            <Button variant="outlined" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <RetireButton definition={definition} />
          </div>
        )}
      </div>
      {definition.problems.length > 0 && (
        <Panel title="Problems">
          {definition.status === 'invalid' && (
            <p>
              The newest text is broken. Version {definition.version}, the last
              valid one, stays in force.
            </p>
          )}
          <ProblemList problems={definition.problems} />
        </Panel>
      )}
      {definition.counts && (
        <Panel title="Verdicts">
          <StateCountFilter
            counts={definition.counts}
            chosen={[]}
            onChange={([state]) =>
              navigate(links.budgets({ definition: definition.name, state }))
            }
          />
          <Box mt={1}>
            <Link to={links.budgets({ definition: definition.name })}>
              View all its verdicts
            </Link>
          </Box>
        </Panel>
      )}
      {editing ? (
        <DefinitionEditor
          definition={definition}
          onCancel={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      ) : (
        <Panel title={`Version ${definition.version}, in force`}>
          <Yaml text={definition.content} />
        </Panel>
      )}
      <DefinitionVersions definition={definition} />
    </>
  );
}
