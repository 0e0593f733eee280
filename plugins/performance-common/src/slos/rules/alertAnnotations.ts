import { entityRefOf, SloOfEntity } from './slosOfEntities';

/** What an alert tells people. */
export function alertAnnotations(
  one: SloOfEntity,
  objective: string | undefined,
  summary: string,
  description: string,
): Record<string, string> {
  const { metadata, spec } = one.slo;
  const title =
    spec.objectives.find(({ name }) => name === objective)?.title ?? objective;
  const name = [metadata.title ?? metadata.name, entityRefOf(one), title]
    .filter(Boolean)
    .join(', ');
  return {
    summary: `${literal(name)} ${summary}`,
    description,
  };
}

/** Prometheus takes two braces for a template. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
