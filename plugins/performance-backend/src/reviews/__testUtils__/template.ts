/** About relations and APIs; raises a risk without timeouts. */
export const TIMEOUTS = {
  name: 'timeouts',
  title: 'Do all calls have timeouts?',
  type: 'one',
  choices: [
    { name: 'all', title: 'All of them' },
    { name: 'some', title: 'Some' },
    { name: 'none', title: 'None' },
  ],
  dependsOn: ['relations', 'apis'],
  risks: [
    {
      when: { any: ['some', 'none'] },
      title: 'Calls without timeouts',
      category: 'missing-timeout',
      severity: 'high',
      likelihood: 'medium',
      recommendation: 'Set a timeout on each call.',
      effort: 'small',
    },
  ],
};

/** About nothing else. */
const CACHES = {
  name: 'caches',
  title: 'What is cached?',
  type: 'many',
  required: false,
  choices: [
    { name: 'pages', title: 'Pages' },
    { name: 'queries', title: 'Queries' },
  ],
};

/** Becomes a budget. */
const PEAK = {
  name: 'latency',
  title: 'How slow may the 95th percentile be?',
  type: 'number',
  unit: 'ms',
  dependsOn: ['budgets', 'slos'],
  risks: [
    {
      when: { number: '> 500' },
      title: 'Slow by design',
      category: 'latency-budget',
      severity: 'medium',
      likelihood: 'high',
      recommendation: 'Ask for less.',
    },
  ],
  draft: {
    budget: {
      metric: 'http.request.duration',
      statistic: 'p95',
      operator: '<=',
    },
  },
};

const OWNERSHIP = {
  name: 'on-call',
  title: 'Who is called when it breaks?',
  type: 'text',
  dependsOn: ['owner'],
};

const LIMITS = {
  name: 'limits',
  title: 'Is load limited?',
  type: 'text',
  required: false,
  dependsOn: ['lifecycle'],
};

/** A template of five questions, each of another type or about something else. */
export function reviewTemplate(
  options: {
    name?: string;
    version?: string;
    appliesTo?: object;
    /** Instead of the first area's. */
    questions?: object[];
  } = {},
): string {
  const { name = 'service', version = '1.0' } = options;
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'ReviewTemplate',
    metadata: { name, title: `Title of ${name}` },
    spec: {
      appliesTo: options.appliesTo ?? { entity: { kind: 'Component' } },
      version,
      reviewAfter: '180d',
      areas: [
        {
          name: 'dependencies',
          title: 'Dependencies',
          questions: options.questions ?? [TIMEOUTS, CACHES],
        },
        { name: 'goals', title: 'Goals', questions: [PEAK, OWNERSHIP, LIMITS] },
      ],
    },
  });
}
