import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import {
  AppliedDefinition,
  DefinitionProblemItem,
  layerWords,
  PagedTable,
  Panel,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { Link as RouterLink } from 'react-router-dom';
import { PathText } from '../definitions/PathText';
import { ProblemList } from '../definitions/ProblemList';

const LAYERS = ['org', 'domain', 'system', 'component'];

/** The definitions that apply to an entity, outermost first, and what is wrong with its own. */
export function EntityDefinitions(props: {
  entityRef: string;
  problems: DefinitionProblemItem[];
  mayDefine: boolean;
}) {
  const { entityRef, problems, mayDefine } = props;
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.getEntityDefinitions(entityRef),
    [entityRef],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  const title = (definition: AppliedDefinition) =>
    String(definition.metadata.title ?? definition.metadata.name);
  const rows =
    value &&
    [...value.definitions].sort(
      (a, b) =>
        LAYERS.indexOf(a.layer.kind) - LAYERS.indexOf(b.layer.kind) ||
        title(a).localeCompare(title(b)),
    );

  return (
    <>
      {problems.length > 0 && (
        <Panel title="Problems in this entity’s definitions">
          <p>
            What is broken has no effect; the last valid version stays in force.
          </p>
          <ProblemList problems={problems} />
        </Panel>
      )}
      <Panel
        flush
        title="Definitions that apply here"
        actions={
          mayDefine && (
            <Button
              size="small"
              variant="outlined"
              component={RouterLink}
              to={`${links.newDefinition()}?${new URLSearchParams({
                entityRef,
              })}`}
            >
              Add a definition
            </Button>
          )
        }
      >
        <PagedTable
          label="Definitions that apply here"
          rows={rows}
          rowKey={definition => definition.id}
          empty="No budget applies to this entity yet."
          columns={[
            {
              id: 'name',
              title: 'Name',
              leading: true,
              render: definition => (
                <Link to={links.definition(definition.id)}>
                  {title(definition)}
                </Link>
              ),
            },
            {
              id: 'kind',
              title: 'Kind',
              render: definition => definition.kind,
            },
            {
              id: 'layer',
              title: 'Set by',
              render: definition => layerWords(definition.layer),
            },
            {
              id: 'source',
              title: 'Source',
              render: definition => (
                <PathText path={definition.source.location} />
              ),
            },
            {
              id: 'version',
              title: 'Version',
              align: 'right',
              render: definition => definition.version,
            },
          ]}
        />
      </Panel>
    </>
  );
}
