import { parseDefinitions } from './parseDefinitions';

function parse(spec: string) {
  return parseDefinitions(
    [
      'apiVersion: performance-governance.io/v1',
      'kind: ReviewTemplate',
      'metadata: { name: resilience }',
      'spec:',
      ...spec.split('\n').map(line => `  ${line}`),
      '',
    ].join('\n'),
    {
      file: 'reviews.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'reviews.yaml' },
    },
  );
}

/** `line:column severity rule: message`; the spec begins in line 5, column 3. */
function problemsOf(spec: string): string[] {
  return parse(spec).problems.map(
    ({ line, column, severity, rule, message }) =>
      `${line}:${column} ${severity} ${rule}: ${message}`,
  );
}

/** The question's fields begin in line 11, column 11, after its name and title. */
function withQuestion(...fields: string[]): string {
  return [
    "version: '1.0'",
    'areas:',
    '  - name: calls',
    '    title: Calls',
    '    questions:',
    '      - { name: deadlines, title: Deadlines?,',
    ...fields.map(field => `        ${field}`),
    '      }',
  ].join('\n');
}

const RISK =
  'title: Waits for ever, category: missing-timeout, severity: high, likelihood: medium, recommendation: Give deadlines.';

describe('a ReviewTemplate', () => {
  it('is read with everything it may have', () => {
    const { definitions, problems } = parse(`appliesTo:
  entity: { kind: System }
version: 1.2-draft
reviewAfter: 180d
areas:
  - name: calls
    title: Calls
    description: What it waits for.
    questions:
      - name: deadlines
        title: Does every call have a deadline?
        guidance: Look at the clients.
        guide: guidelines/timeouts-and-retries
        type: one
        choices:
          - { name: all, title: All }
          - { name: some, title: Some, guidance: One is enough. }
        dependsOn: [relations, apis]
        risks:
          - when: { any: [some], none: [all] }
            title: Waits for ever
            description: Threads run out.
            category: missing-timeout
            severity: high
            likelihood: medium
            recommendation: Give deadlines.
            effort: small
      - name: p95
        title: How fast?
        type: number
        unit: ms
        required: false
        risks:
          - when: { number: '> 1500.5 ms' }
            ${RISK.replaceAll(', ', '\n            ')}
        draft:
          budget: { metric: http.request.duration, statistic: p95 }
      - name: available
        title: How available?
        type: number
        unit: '%'
        draft: { slo: { name: availability } }
      - { name: remarks, title: Anything else?, type: text }`);
    expect(problems).toEqual([]);
    expect(definitions).toEqual([
      {
        id: 'org/reviewtemplate/resilience',
        version: 1,
        kind: 'ReviewTemplate',
        metadata: { name: 'resilience' },
        layer: { kind: 'org' },
        source: { type: 'config', location: 'reviews.yaml', line: 1 },
        spec: {
          appliesTo: { entity: { kind: 'System' } },
          version: '1.2-draft',
          reviewAfterSeconds: 15_552_000,
          areas: [
            {
              name: 'calls',
              title: 'Calls',
              description: 'What it waits for.',
              questions: [
                {
                  name: 'deadlines',
                  title: 'Does every call have a deadline?',
                  guidance: 'Look at the clients.',
                  guide: 'guidelines/timeouts-and-retries',
                  type: 'one',
                  choices: [
                    { name: 'all', title: 'All' },
                    {
                      name: 'some',
                      title: 'Some',
                      guidance: 'One is enough.',
                    },
                  ],
                  required: true,
                  dependsOn: ['relations', 'apis'],
                  risks: [
                    {
                      when: { any: ['some'], none: ['all'] },
                      title: 'Waits for ever',
                      description: 'Threads run out.',
                      category: 'missing-timeout',
                      severity: 'high',
                      likelihood: 'medium',
                      recommendation: 'Give deadlines.',
                      effort: 'small',
                    },
                  ],
                },
                {
                  name: 'p95',
                  title: 'How fast?',
                  type: 'number',
                  choices: [],
                  unit: 'ms',
                  required: false,
                  dependsOn: [],
                  risks: [
                    {
                      when: { number: { operator: '>', value: 1500.5 } },
                      title: 'Waits for ever',
                      category: 'missing-timeout',
                      severity: 'high',
                      likelihood: 'medium',
                      recommendation: 'Give deadlines.',
                    },
                  ],
                  draft: {
                    type: 'budget',
                    metric: 'http.request.duration',
                    statistic: 'p95',
                    operator: '<=',
                    unit: 'ms',
                  },
                },
                {
                  name: 'available',
                  title: 'How available?',
                  type: 'number',
                  choices: [],
                  unit: '%',
                  required: true,
                  dependsOn: [],
                  risks: [],
                  draft: { type: 'slo', name: 'availability', window: '28d' },
                },
                {
                  name: 'remarks',
                  title: 'Anything else?',
                  type: 'text',
                  choices: [],
                  required: true,
                  dependsOn: [],
                  risks: [],
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it.each<[string, string[], string[]]>([
    [
      'choices that are missing',
      ['type: many'],
      [
        "10:11 error missing-field: A question of the type `many` needs the field 'choices'.",
      ],
    ],
    [
      'a single choice',
      ['type: one, choices: [{ name: yes, title: Yes }]'],
      [
        '11:31 error invalid-value: With a single choice there is nothing to choose; give at least two.',
      ],
    ],
    [
      'choices of one name',
      [
        'type: many, choices: [{ name: a, title: A },',
        '{ name: a, title: B }]',
      ],
      ["12:19 error duplicate-name: There is another choice named 'a'."],
    ],
    [
      'fields of other types',
      [
        'type: text,',
        'choices: [{ name: a, title: A }],',
        'unit: ms,',
        'draft: { slo: { name: a } },',
        `risks: [{ when: { number: '> 1' }, ${RISK} }]`,
      ],
      [
        '12:11 error other-question-type: Choices belong to the types `one` and `many`, and this question is of the type `text`.',
        '13:11 error other-question-type: A unit belongs to the type `number`, and this question is of the type `text`.',
        '14:11 error other-question-type: A draft is made of a `number`, and this question is of the type `text`.',
        '15:11 error other-question-type: Nothing can be told from a `text`, and this question is of the type `text`.',
      ],
    ],
    [
      'a risk of a choice that there isn’t',
      [
        'type: many, choices: [{ name: always, title: Always }],',
        `risks: [{ when: { any: [allways] }, ${RISK} }]`,
      ],
      [
        "12:35 error unknown-choice: The question has no choice 'allways'. Did you mean 'always'? It has always.",
      ],
    ],
    [
      'a risk that contradicts itself',
      [
        'type: many, choices: [{ name: a, title: A }],',
        `risks: [{ when: { any: [a], none: [a] }, ${RISK} }]`,
      ],
      [
        "12:46 error invalid-value: 'a' is in `any` as well, and can’t be both given and not.",
      ],
    ],
    [
      'a limit for choices',
      [
        'type: many, choices: [{ name: a, title: A }],',
        `risks: [{ when: { number: '> 1' }, ${RISK} }]`,
      ],
      [
        '12:29 error other-question-type: The condition never holds: choices are no number.',
      ],
    ],
    [
      'choices for a number',
      ['type: number,', `risks: [{ when: { any: [a] }, ${RISK} }]`],
      [
        '12:29 error other-question-type: The condition never holds: a number has no choices.',
      ],
    ],
    [
      'a limit without an operator',
      ['type: number,', `risks: [{ when: { number: '500' }, ${RISK} }]`],
      [
        "12:37 error invalid-limit: '500' is no operator with a number; write e.g. `> 500`.",
      ],
    ],
    [
      'a limit in another unit',
      [
        'type: number, unit: ms,',
        `risks: [{ when: { number: '> 2 s' }, ${RISK} }]`,
      ],
      ['12:37 error unit-mismatch: The question’s number is in ms, not in s.'],
    ],
    [
      'a limit in a unit where there is none',
      ['type: number,', `risks: [{ when: { number: '> 2 s' }, ${RISK} }]`],
      [
        '12:37 error unit-mismatch: The question’s number has no unit; write `> 2`.',
      ],
    ],
    [
      'a condition of nothing',
      ['type: number,', `risks: [{ when: {}, ${RISK} }]`],
      [
        "12:27 error invalid-value: 'spec.areas[0].questions[0].risks[0].when' needs at least one entry.",
      ],
    ],
    [
      'a category that there isn’t',
      [
        'type: number,',
        `risks: [{ when: { number: '> 1' }, ${RISK.replace(
          'missing-timeout',
          'timeout',
        )} }]`,
      ],
      [expect.stringMatching(/^12:\d+ error invalid-value: .*must be one of/)],
    ],
    [
      'a draft in a unit of something else',
      [
        'type: number, unit: MB,',
        'draft: { budget: { metric: http.request.duration, statistic: p95 } }',
      ],
      [
        "12:28 error unit-mismatch: No limit on p95 of http.request.duration can be made of the answer: '0 MB' is a size, but a time is needed, e.g. `300 ms` or `0.3 s`.",
      ],
    ],
    [
      'a draft without a unit',
      [
        'type: number,',
        'draft: { budget: { metric: http.request.duration, statistic: p95 } }',
      ],
      [
        "12:28 error unit-mismatch: No limit on p95 of http.request.duration can be made of the answer: '0' has no unit; write a time, e.g. `300 ms` or `0.3 s`.",
      ],
    ],
    [
      'a draft on the wrong side',
      [
        'type: number, unit: ms,',
        "draft: { budget: { metric: http.request.duration, statistic: p95, operator: '>=' } }",
      ],
      [
        '12:87 error wrong-direction: `>=` would demand a bad value: lower is better for http.request.duration; write `<=`.',
      ],
    ],
    [
      'a draft of an unknown metric',
      [
        'type: number, unit: ms,',
        'draft: { budget: { metric: http.request.durations, statistic: p95 } }',
      ],
      [expect.stringMatching(/^12:38 error unknown-metric: /)],
    ],
    [
      'a draft of a budget and an SLO',
      [
        'type: number, unit: ms,',
        'draft: { budget: { metric: http.request.duration, statistic: p95 }, slo: { name: a } }',
      ],
      [
        "12:18 error exactly-one: 'spec.areas[0].questions[0].draft' must have exactly one of budget, slo.",
      ],
    ],
    [
      'an SLO over no window',
      [
        "type: number, unit: '%',",
        'draft: { slo: { name: a, window: 4 weeks } }',
      ],
      [
        "12:44 error invalid-duration: '4 weeks' is no length of time from a minute to ten years; write e.g. `28d` or `1M`.",
      ],
    ],
    [
      'what it can’t depend on',
      ['type: text, dependsOn: [weather]'],
      [
        "11:35 error invalid-value: 'spec.areas[0].questions[0].dependsOn[0]' must be one of relations, apis, owner, slos, budgets, lifecycle, not 'weather'.",
      ],
    ],
    [
      'a guide that is neither a page nor a URL',
      ['type: text, guide: ../secrets'],
      [expect.stringMatching(/^11:30 error invalid-value: /)],
    ],
  ])('refuses %s', (_, fields, expected) => {
    expect(problemsOf(withQuestion(...fields))).toEqual(expected);
  });

  it('asks every question once, in areas of different names', () => {
    expect(
      problemsOf(
        [
          "version: '1'",
          'areas:',
          '  - { name: a, title: A, questions: [{ name: q, title: Q, type: text }] }',
          '  - { name: a, title: B, questions: [{ name: q, title: Q, type: text }] }',
        ].join('\n'),
      ),
    ).toEqual([
      "8:15 error duplicate-name: There is another area named 'a'.",
      "8:48 error duplicate-name: There is another question named 'q'.",
    ]);
  });

  it.each<[string, string[]]>([
    [
      'areas: []',
      [
        "5:3 error missing-field: 'spec' lacks the field 'version'.",
        "5:10 error invalid-value: 'spec.areas' needs at least one area.",
      ],
    ],
    [
      "version: '1'\nareas: [{ name: a, title: A, questions: [] }]",
      [
        "6:43 error invalid-value: 'spec.areas[0].questions' needs at least one question.",
      ],
    ],
    [
      'version: 1.0\nareas: [{ name: a, title: A, questions: [{ name: q, title: Q, type: text }] }]',
      [
        "5:12 error wrong-type: 'spec.version' must be text; write it in quotes if it is meant as text.",
      ],
    ],
    [
      "version: '1'\nreviewAfter: half a year\nareas: [{ name: a, title: A, questions: [{ name: q, title: Q, type: text }] }]",
      [
        "6:16 error invalid-duration: 'half a year' is not a length of time; write e.g. `30d`, `12h` or `P30D`.",
      ],
    ],
  ])('refuses %s', (spec, expected) => {
    expect(problemsOf(spec)).toEqual(expected);
  });
});
