import {
  components,
  Definition,
} from '@perf-governance/plugin-performance-common';
import { StateCounts } from '../runs/RunStore';
import { StoredDefinition, StoredDefinitionSource } from './DefinitionStore';

type Schemas = components['schemas'];

/** The API's shape of a definition in a list. */
export function definitionSummary(
  { definition, status, problems, updatedAt }: StoredDefinition,
  counts: Map<string, StateCounts>,
): Schemas['DefinitionSummary'] {
  const { id, kind, metadata, layer, source, version } = definition;
  return {
    id,
    kind,
    name: metadata.name,
    title: metadata.title,
    description: metadata.description,
    layer,
    source,
    version,
    status,
    updatedAt: updatedAt.toISOString(),
    problems,
    counts: counts.get(id),
  };
}

/** The API's shape of a definition to judge with. */
export function appliedDefinition(
  definition: Definition,
): Schemas['AppliedDefinition'] {
  const { id, version, kind, metadata, spec, layer, source } = definition;
  return {
    id,
    version,
    kind,
    metadata: { ...metadata },
    spec: { ...spec },
    layer,
    source,
  };
}

/** The API's shape of a source. */
export function definitionSourceStatus(
  source: StoredDefinitionSource,
): Schemas['DefinitionSourceStatus'] {
  const { type, location, entityRef, status, message, problems, definitions } =
    source;
  return {
    type,
    location,
    entityRef,
    status,
    message,
    readAt: source.readAt?.toISOString(),
    problems,
    definitions,
  };
}
