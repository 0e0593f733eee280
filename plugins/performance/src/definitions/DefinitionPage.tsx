import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  DefinitionDetail,
  Panel,
  RelativeTime,
  StateCountFilter,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { BackLink } from '../page/BackLink';
import { LayerName } from '../page/LayerName';
import { Loaded } from '../page/Loaded';
import { PageTitle } from '../page/PageTitle';
import { DefinitionEditor } from './DefinitionEditor';
import { DefinitionStatusLabel } from './DefinitionStatusLabel';
import { DefinitionVersions } from './DefinitionVersions';
import { ProblemList } from './ProblemList';
import { RetireButton } from './RetireButton';
import { Yaml } from './Yaml';

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' },
}));

/** One definition: where it comes from, what it says, and what it judges. */
export function DefinitionPage(props: { definitionId: string }) {
  const { definitionId } = props;
  const links = usePerformanceLinks();
  const data = usePerformanceData(
    api => api.getDefinition(definitionId),
    [definitionId],
  );
  return (
    <>
      <BackLink to={links.definitions()}>All definitions</BackLink>
      <Loaded
        data={data}
        height={360}
        missing={{
          title: 'There is no such definition, or you may not see it',
          children:
            'It may never have been read without an error: the Sources say what was found where.',
        }}
      >
        {definition => <Contents definition={definition} />}
      </Loaded>
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
      <PageTitle
        title={definition.title ?? definition.name}
        description={definition.description}
        facts={
          <>
            <DefinitionStatusLabel status={definition.status} />
            <span>{definition.kind}</span>
            <span>
              set by <LayerName layer={definition.layer} />
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
          </>
        }
        actions={
          definition.may.edit &&
          !editing && (
            <div className={classes.actions}>
              <Button variant="outlined" onClick={() => setEditing(true)}>
                Edit
              </Button>
              <RetireButton definition={definition} />
            </div>
          )
        }
      />
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
