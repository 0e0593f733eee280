import { parseDefinitions } from '../../definitions';
import { ReviewTemplateSpec } from '../../model';

/**
 * A template whose areas are written as in a definition.
 *
 * @param areas - YAML.
 */
export function templateOf(areas: string, version = '1.0'): ReviewTemplateSpec {
  const { definitions, problems } = parseDefinitions(
    [
      'apiVersion: performance-governance.io/v1',
      'kind: ReviewTemplate',
      'metadata: { name: resilience }',
      `spec:\n  version: '${version}'\n  areas:`,
      ...areas.split('\n').map(line => `    ${line}`),
      '',
    ].join('\n'),
    {
      file: 'reviews.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'reviews.yaml' },
    },
  );
  const [definition] = definitions;
  if (problems.length > 0 || definition?.kind !== 'ReviewTemplate') {
    throw new Error(JSON.stringify(problems));
  }
  return definition.spec;
}

/** The rest of a risk, after its condition and title. */
export const RISK =
  'category: other, severity: high, likelihood: low, recommendation: Mend it.';

/** A question of each type; the first three raise risks. */
export const EVERY_TYPE = templateOf(`- name: calls
  title: Calls
  questions:
    - name: deadlines
      title: Does every call have a deadline?
      type: one
      choices: [{ name: all, title: All }, { name: some, title: Some }, { name: unknown, title: Unknown }]
      dependsOn: [relations, apis]
      risks:
        - { when: { any: [some, unknown] }, title: Waits for ever, ${RISK} }
        - { when: { any: [unknown] }, title: Nobody knows, ${RISK} }
    - name: protections
      title: What protects it?
      type: many
      required: false
      choices: [{ name: queue, title: A queue }, { name: limit, title: A limit }, { name: cache, title: A cache }]
      dependsOn: [slos]
      risks:
        - { when: { none: [queue, limit] }, title: No protection, ${RISK} }
        - { when: { any: [cache], none: [limit] }, title: Only a cache, ${RISK} }
- name: numbers
  title: Numbers
  questions:
    - name: p95
      title: How fast?
      type: number
      unit: ms
      dependsOn: [owner]
      risks:
        - { when: { number: '> 500' }, title: Slow, ${RISK} }
        - { when: { number: '<= 100' }, title: Costly, ${RISK} }
      draft: { budget: { metric: http.request.duration, statistic: p95, environment: production } }
    - name: available
      title: How available?
      type: number
      unit: '%'
      draft: { slo: { name: availability } }
    - name: remarks
      title: Anything else?
      type: text
      required: false`);
