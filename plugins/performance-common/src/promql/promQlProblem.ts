import { parser } from '@prometheus-io/lezer-promql';

/** What is shown of a query before the place where it goes wrong. */
const SHOWN = 30;

const TEMPLATE = /\{\{([^{}]*)\}\}/g;

/**
 * Where a query isn't PromQL, in a sentence. Templates stand for the length of a step (`{{.window}}`) or for a name.
 *
 * @public
 */
export function promQlProblem(query: string): string | undefined {
  const filled = query.replace(TEMPLATE, (template, field: string) =>
    field.trim() === '.window'
      ? `${'1'.repeat(template.length - 1)}m`
      : 'x'.repeat(template.length),
  );
  let at: number | undefined;
  parser.parse(filled).iterate({
    enter: ({ type, from }) => {
      if (type.isError && (at === undefined || from < at)) {
        at = from;
      }
    },
  });
  if (at === undefined) {
    return undefined;
  }
  const before = query.slice(0, at).trimEnd();
  if (before === '') {
    return 'The query isn’t PromQL, from its beginning on.';
  }
  const shown = before.length > SHOWN ? `…${before.slice(-SHOWN)}` : before;
  const where =
    at >= query.trimEnd().length ? 'it ends too early' : 'it goes wrong';
  return `The query isn’t PromQL: ${where} after ${JSON.stringify(
    shown,
  )}, its character ${before.length}.`;
}
