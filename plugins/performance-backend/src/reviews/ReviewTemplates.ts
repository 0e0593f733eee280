import {
  Definition,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { ReviewTemplateSnapshot } from './Review';

/** The templates in force. */
export class ReviewTemplates {
  constructor(private readonly definitions: DefinitionRegistry) {}

  async list(): Promise<ReviewTemplateDefinition[]> {
    return (await this.definitions.listInForce()).filter(isTemplate);
  }

  /** Those that an entity can be reviewed by, outermost layer first. */
  async forEntity(
    entity: ProjectedEntity,
  ): Promise<ReviewTemplateDefinition[]> {
    return (await this.definitions.applicableTo(entity)).filter(isTemplate);
  }

  /**
   * Those that something planned within an entity can be reviewed by: what it is going to be, and so what its
   * catalog data are, nobody knows.
   */
  async forPlannedWithin({
    entityRef,
    fact,
  }: ProjectedEntity): Promise<ReviewTemplateDefinition[]> {
    const around = [entityRef, fact.system, ...fact.domains];
    return (await this.list()).filter(
      ({ layer }) => layer.kind === 'org' || around.includes(layer.entityRef),
    );
  }

  /** As it is in force now. */
  async get(
    definitionId: string,
  ): Promise<ReviewTemplateDefinition | undefined> {
    return (await this.list()).find(({ id }) => id === definitionId);
  }
}

function isTemplate(
  definition: Definition,
): definition is ReviewTemplateDefinition {
  return definition.kind === 'ReviewTemplate';
}

export function templateTitle({ metadata }: ReviewTemplateDefinition): string {
  return metadata.title ?? metadata.name;
}

/** What a review keeps of a template. */
export function snapshotOf(
  definition: ReviewTemplateDefinition,
): ReviewTemplateSnapshot {
  const { id, metadata, spec } = definition;
  const { appliesTo: _, ...asked } = spec;
  return {
    definitionId: id,
    name: metadata.name,
    title: templateTitle(definition),
    spec: asked,
  };
}
