import { Layer } from '../model';
import { parseDefinitions } from './parseDefinitions';

const ORG: Layer = { kind: 'org' };

function parse(text: string, layer: Layer = ORG) {
  return parseDefinitions(text, {
    file: 'budgets.yaml',
    layer,
    source: { type: 'config', location: 'budgets.yaml' },
  });
}

/** A budget whose spec is given, indented by two. */
function budget(spec: string, name = 'latency'): string {
  return [
    'apiVersion: performance-governance.io/v1',
    'kind: Budget',
    `metadata: { name: ${name} }`,
    'spec:',
    ...spec.split('\n').map(line => `  ${line}`),
    '',
  ].join('\n');
}

const LATENCY = 'metric: http.request.duration\nstatistic: p95';

/** `line:column severity rule: message` */
function problemLines(text: string): string[] {
  return parse(text).problems.map(
    ({ line, column, severity, rule, message }) =>
      `${line}:${column} ${severity} ${rule}: ${message}`,
  );
}

describe('parseDefinitions', () => {
  it('reads every field of a budget', () => {
    const { definitions, problems } = parse(`
apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: checkout-latency
  title: Checkout response time
  description: Customers leave when paying is slow.
  links: [{ url: https://wiki.example.com/latency, title: Why }]
spec:
  appliesTo:
    entity: { kind: Component, spec.type: service }
    owner: [payments, group:Default/Platform]
    system: checkout
    domain: [domain:default/shop]
  exempt:
    - when: { entity: { spec.lifecycle: experimental } }
      reason: Not in front of customers yet.
  metric: http.request.duration
  statistic: p95
  labels: { journey: checkout }
  per: [endpoint]
  environment: production
  limits: { fail: "<= 0.3 s", warn: "<= 250 ms" }
  minSamples: 100
  maxAge: 30d
  confirm: 1
`);
    expect(problems).toEqual([]);
    expect(definitions).toEqual([
      {
        id: 'org/budget/checkout-latency',
        version: 1,
        kind: 'Budget',
        metadata: {
          name: 'checkout-latency',
          title: 'Checkout response time',
          description: 'Customers leave when paying is slow.',
          links: [{ url: 'https://wiki.example.com/latency', title: 'Why' }],
        },
        layer: { kind: 'org' },
        source: { type: 'config', location: 'budgets.yaml', line: 2 },
        spec: {
          appliesTo: {
            entity: { kind: 'Component', 'spec.type': 'service' },
            owner: ['group:default/payments', 'group:default/platform'],
            system: ['system:default/checkout'],
            domain: ['domain:default/shop'],
          },
          exempt: [
            {
              when: { entity: { 'spec.lifecycle': 'experimental' } },
              reason: 'Not in front of customers yet.',
            },
          ],
          metric: 'http.request.duration',
          statistic: 'p95',
          labels: { journey: 'checkout' },
          per: ['endpoint'],
          environments: ['production'],
          fail: { operator: '<=', value: 300, unit: 'ms', text: '<= 0.3 s' },
          warn: { operator: '<=', value: 250, unit: 'ms', text: '<= 250 ms' },
          minSamples: 100,
          maxAgeSeconds: 2_592_000,
          confirm: 1,
        },
      },
    ]);
  });

  it('reads several documents, with comments and empty ones between', () => {
    const { definitions, problems } = parse(
      `# Budgets of the shop
---
${budget(`${LATENCY}\nlimits: { fail: "< 1 s" }`)}---
# Nothing here
---
apiVersion: performance-governance.io/v1
kind: Journey
metadata: { name: checkout }
spec:
  match: { endpoint: "POST /pay*" }
---
apiVersion: performance-governance.io/v1
kind: Journey
metadata: { name: latency }
spec:
  match: [{ endpoint: GET / }, { page: / }]
`,
      { kind: 'system', entityRef: 'system:default/checkout' },
    );
    expect(problems).toEqual([]);
    expect(definitions.map(({ id, source }) => [id, source.line])).toEqual([
      ['system:default/checkout/budget/latency', 3],
      ['system:default/checkout/journey/checkout', 13],
      ['system:default/checkout/journey/latency', 19],
    ]);
    expect(definitions[1].spec).toEqual({
      match: [{ endpoint: 'POST /pay*' }],
    });
    expect(definitions[2].spec).toEqual({
      match: [{ endpoint: 'GET /' }, { page: '/' }],
    });
  });

  it('keeps the good documents of a file with a bad one', () => {
    const { definitions, problems } = parse(
      `${budget(`${LATENCY}\nlimits: { fail: "<= 5 %" }`, 'bad')}---\n${budget(
        `${LATENCY}\nlimits: { fail: "<= 5 s" }`,
        'good',
      )}`,
    );
    expect(definitions.map(({ metadata }) => metadata.name)).toEqual(['good']);
    expect(problems).toHaveLength(1);
  });

  // Lines 1 to 4 are apiVersion, kind, metadata and `spec:`; the spec is indented by 2.
  it.each<[string, string, string]>([
    [
      'an unknown metric',
      'metric: http.request.duratoin\nstatistic: p95\nlimits: { fail: "<= 1 s" }',
      "5:11 error unknown-metric: Unknown metric 'http.request.duratoin'. Did you mean 'http.request.duration'",
    ],
    [
      'a k6 name of a metric',
      'metric: http_req_duration\nstatistic: p95\nlimits: { fail: "<= 1 s" }',
      "5:11 error unknown-metric: Unknown metric 'http_req_duration'. Did you mean 'http.request.duration'",
    ],
    [
      'a k6 name of a statistic',
      'metric: web.lcp\nstatistic: p(75)\nlimits: { fail: "<= 1 s" }',
      "6:14 error unknown-statistic: Unknown statistic 'p(75)'. Did you mean 'p75'?",
    ],
    [
      'another name of a statistic',
      'metric: web.lcp\nstatistic: avg\nlimits: { fail: "<= 1 s" }',
      "6:14 error unknown-statistic: Unknown statistic 'avg'. Did you mean 'mean'?",
    ],
    [
      'a percentile of a ratio',
      'metric: http.request.failed\nstatistic: p95\nlimits: { fail: "<= 1 %" }',
      '6:14 error statistic-not-available: http.request.failed is a ratio and has no p95; it has ratio, count.',
    ],
    [
      'a unit of another dimension',
      `${LATENCY}\nlimits: { fail: "<= 5 %" }`,
      "7:19 error unit-mismatch: '5 %' is a ratio, but a time is needed, e.g. `300 ms` or `0.3 s`.",
    ],
    [
      'a limit without unit',
      `${LATENCY}\nlimits: { fail: "<= 300" }`,
      "7:19 error unit-mismatch: '300' has no unit; write a time",
    ],
    [
      'a limit that can’t be read',
      `${LATENCY}\nlimits:\n  fail: quick`,
      "8:11 error invalid-limit: 'quick' doesn't begin with an operator",
    ],
    [
      'a limit that is a number',
      `${LATENCY}\nlimits:\n  fail: 300`,
      "8:11 error wrong-type: 'spec.limits.fail' must be text",
    ],
    [
      'a relative limit',
      `${LATENCY}\nlimits: { fail: "<= +5 %" }`,
      "7:19 error invalid-limit: '+5 %' is relative",
    ],
    [
      'a limit on the wrong side',
      `${LATENCY}\nlimits: { fail: ">= 300 ms" }`,
      "7:19 error wrong-direction: '>= 300 ms' would demand a bad value: lower is better for http.request.duration; write `<= …`.",
    ],
    [
      'an upper limit of a rate',
      'metric: http.request.rate\nstatistic: rate\nlimits: { fail: "<= 100/s" }',
      '7:19 error wrong-direction',
    ],
    [
      'a warn limit looser than the fail limit',
      `${LATENCY}\nlimits: { fail: "<= 300 ms", warn: "<= 0.4 s" }`,
      "7:38 error warn-looser-than-fail: The warn limit '<= 0.4 s' is looser than the fail limit '<= 300 ms'",
    ],
    [
      'a warn limit equal to the fail limit',
      `${LATENCY}\nlimits: { fail: "<= 300 ms", warn: "<= 0.3 s" }`,
      '7:38 warning warn-without-effect',
    ],
    [
      'limits on different sides of a custom metric',
      'metric: custom.depth\nstatistic: max\nlimits: { fail: "<= 5", warn: ">= 3" }',
      '7:33 error wrong-direction',
    ],
    [
      'different units of a custom metric',
      'metric: custom.depth\nstatistic: max\nlimits: { fail: "<= 5", warn: "<= 3 ms" }',
      '7:33 error unit-mismatch',
    ],
    ['no limit at all', LATENCY, '5:3 error no-limit'],
    [
      'a misspelt field',
      'metric: web.lcp\nstatistics: p75\nlimits: { fail: "<= 1 s" }',
      "6:3 error unknown-field: Unknown field 'statistics'. Did you mean 'statistic'?",
    ],
    [
      'a missing field',
      'metric: web.lcp\nlimits: { fail: "<= 1 s" }',
      "5:3 error missing-field: 'spec' lacks the field 'statistic'.",
    ],
    [
      'a field that has no like',
      `${LATENCY}\nlimits: { fail: "<= 1 s", zzzzzzzz: 1 }`,
      "7:29 error unknown-field: Unknown field 'zzzzzzzz'. Known are fail, warn.",
    ],
    [
      'a length of time that can’t be read',
      `${LATENCY}\nmaxAge: a month`,
      "7:11 error invalid-duration: 'a month' is not a length of time",
    ],
    [
      'zero samples',
      `${LATENCY}\nminSamples: 0`,
      "7:15 error invalid-value: 'spec.minSamples' must be at least 1, not 0.",
    ],
    [
      'a label both fixed and per',
      `${LATENCY}\nlabels: { journey: pay }\nper: [journey]\nmaxAge: 1d`,
      "8:9 error per-repeats-label: 'journey' is fixed to 'pay'",
    ],
    [
      'a label with any number of values',
      `${LATENCY}\nper: [endpoint, url]\nmaxAge: 1d`,
      "7:19 warning per-unbounded: 'url'",
    ],
    [
      'a predicate with an unknown operator',
      `appliesTo:\n  entity:\n    $not: { spec.type: { $regex: x } }\n${LATENCY}\nmaxAge: 1d`,
      "7:7 error invalid-predicate: 'entity' is not a filter predicate: there is no operator '$regex'. Known are $all, $any, $not,",
    ],
    [
      'a predicate with a misspelt operator',
      `appliesTo: { entity: { spec.type: { $inn: [service] } } }\n${LATENCY}\nmaxAge: 1d`,
      "5:24 error invalid-predicate: 'entity' is not a filter predicate: there is no operator '$inn'. Did you mean '$in'?",
    ],
    [
      'a predicate that combines an operator with fields',
      `appliesTo: { entity: { kind: Component, $not: { spec.type: x } } }\n${LATENCY}\nmaxAge: 1d`,
      "5:24 error invalid-predicate: 'entity' is not a filter predicate: write fields with",
    ],
    [
      'a reference that can’t be read',
      `appliesTo: { owner: ["group:"] }\n${LATENCY}\nmaxAge: 1d`,
      "5:24 error invalid-entity-ref: 'group:' is not an entity reference",
    ],
    [
      'a number as a label value',
      `${LATENCY}\nlabels: { status: 200 }\nmaxAge: 1d`,
      "7:21 error wrong-type: 'spec.labels.status' must be text; write it in quotes",
    ],
    [
      'the same key twice',
      'metric: web.lcp\nmetric: web.cls\nstatistic: p75\nmaxAge: 1d',
      '6:3 error duplicate-key',
    ],
    [
      'an unquoted limit that begins a block of text',
      'metric: http.request.rate\nstatistic: rate\nlimits:\n  fail: >= 100/s',
      '8:12 error yaml-syntax',
    ],
  ])('points at %s', (_, spec, problem) => {
    expect(problemLines(budget(spec))).toContainEqual(
      expect.stringContaining(problem),
    );
  });

  it.each<[string, string, string]>([
    ['nothing', '', '1:1 error empty-file'],
    ['comments only', '# later\n', '1:1 error empty-file'],
    ['a list', '- kind: Budget\n', '1:1 error not-a-mapping'],
    ['a text', 'hello', '1:1 error not-a-mapping'],
    [
      'no kind',
      'apiVersion: x\n',
      "1:1 error missing-field: The document lacks the field 'kind'",
    ],
    [
      'another kind',
      'kind: Component\n',
      "1:7 error unknown-kind: Unknown kind 'Component'.",
    ],
    [
      'a misspelt kind',
      'kind: Bugdet\n',
      "1:7 error unknown-kind: Unknown kind 'Bugdet'. Did you mean 'Budget'?",
    ],
    [
      'another version',
      budget(`${LATENCY}\nmaxAge: 1d`).replace('/v1', '/v2'),
      "1:13 error unsupported-api-version: 'apiVersion' must be 'performance-governance.io/v1', not 'performance-governance.io/v2'.",
    ],
    [
      'a bad name',
      budget(`${LATENCY}\nmaxAge: 1d`, '"not a name"'),
      '3:19 error invalid-name',
    ],
    ['a tab as indentation', 'kind:\n\tx: 1\n', '2:1 error yaml-syntax'],
    ['an unknown alias', 'kind: *nowhere\n', 'error yaml-syntax'],
    [
      'a journey that matches nothing',
      'apiVersion: performance-governance.io/v1\nkind: Journey\nmetadata: { name: pay }\nspec: { match: [] }\n',
      "4:16 error invalid-value: 'spec.match' needs at least one entry.",
    ],
  ])('refuses a file with %s', (_, text, problem) => {
    const { definitions } = parse(text);
    expect(definitions).toEqual([]);
    expect(problemLines(text)[0]).toContain(problem);
  });

  it('explains why a limit that begins with > needs quotes', () => {
    expect(
      problemLines(
        budget(
          'metric: http.request.rate\nstatistic: rate\nlimits:\n  fail: >= 100/s',
        ),
      )[0],
    ).toMatch(/write the limit in quotes/);
  });

  it('names the line of the first of two definitions with one name', () => {
    const one = budget(`${LATENCY}\nmaxAge: 1d`);
    const { definitions, problems } = parse(`${one}---\n${one}`);
    expect(definitions).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        line: 11,
        column: 19,
        rule: 'duplicate-name',
        message: "The file holds another Budget named 'latency', in line 1.",
      },
    ]);
  });

  it('reports all that is wrong with a document at once', () => {
    expect(
      problemLines(
        budget(
          'metric: http.request.duration\nstatistic: p95\nlimits: { fail: "<= 5 %" }\nmaxAge: soon\nappliesTo: { owner: ["group:"] }',
        ),
      ).map(line => line.split(' ')[2]),
    ).toEqual(['unit-mismatch:', 'invalid-duration:', 'invalid-entity-ref:']);
  });

  it.each<[string, string, string[]]>([
    [
      'a field that is misspelt, with a length of time that can’t be read',
      `${LATENCY}\nmaxAge: soon\nlimit: { fail: "<= 1 s" }`,
      ['7:11 invalid-duration', '8:3 unknown-field'],
    ],
    [
      'a field that is missing, with a limit that can’t be read',
      'metric: web.lcp\nlimits: { fail: quick }',
      ['5:3 missing-field', '6:19 invalid-limit'],
    ],
    [
      'a limit of the wrong type, beside one that can’t be read',
      `${LATENCY}\nlimits: { fail: 300, warn: quick }`,
      ['7:19 wrong-type', '7:30 invalid-limit'],
    ],
    [
      'an unknown metric, with a limit that can’t be read',
      'metric: web.nope\nstatistic: p75\nlimits: { fail: quick }',
      ['5:11 unknown-metric', '7:19 invalid-limit'],
    ],
    [
      'references of which one is a number and one can’t be read',
      `appliesTo: { owner: [5, "group:"] }\n${LATENCY}\nmaxAge: 1d`,
      ['5:24 wrong-type', '5:27 invalid-entity-ref'],
    ],
    [
      'an exemption without reason, of an owner who can’t be read',
      `exempt: [{ when: { owner: "group:" } }]\n${LATENCY}\nmaxAge: 1d`,
      ['5:12 missing-field', '5:29 invalid-entity-ref'],
    ],
    [
      'labels that aren’t a mapping, with a length of time that can’t be read',
      `${LATENCY}\nlabels: checkout\nmaxAge: soon`,
      ['7:11 wrong-type', '8:11 invalid-duration'],
    ],
    [
      'nothing it asks for but a field whose name isn’t one',
      `${LATENCY}\nlimit: { fail: "<= 1 s" }`,
      ['7:3 unknown-field'],
    ],
  ])('tells of %s at once', (_, spec, expected) => {
    expect(
      problemLines(budget(spec)).map(line =>
        line.replace(/^(\S+) error ([^:]+):.*$/, '$1 $2'),
      ),
    ).toEqual(expected);
    expect(parse(budget(spec)).definitions).toEqual([]);
  });

  it('tells of another version, a bad name and a bad spec at once', () => {
    expect(
      problemLines(
        budget(`${LATENCY}\nmaxAge: soon`, '"not a name"').replace(
          '/v1',
          '/v2',
        ),
      ).map(line => line.split(' ')[2]),
    ).toEqual([
      'unsupported-api-version:',
      'invalid-name:',
      'invalid-duration:',
    ]);
  });

  it('tells of a name that is taken whatever else is wrong', () => {
    const bad = budget(`${LATENCY}\nmaxAge: 30`);
    expect(
      problemLines(`${bad}---\n${bad}`).map(line => line.split(' ')[2]),
    ).toEqual(['wrong-type:', 'duplicate-name:', 'wrong-type:']);
  });

  it.each<[string, string]>([
    [
      'maxAge: 30',
      "7:11 error wrong-type: 'spec.maxAge' must be a length of time; write a duration, e.g. `30d`.",
    ],
    [
      'limits: { fail: 30 }',
      "7:19 error wrong-type: 'spec.limits.fail' must be text; write it in quotes if it is meant as text.",
    ],
    ['maxAge: [30d]', "7:11 error wrong-type: 'spec.maxAge' must be text."],
    [
      'minSamples: many',
      "7:15 error wrong-type: 'spec.minSamples' must be a whole number.",
    ],
    [
      'maxAge: 30d\nconfirm: 11',
      "8:12 error invalid-value: 'spec.confirm' must be at most 10, not 11.",
    ],
    [
      'maxAge: 30d\nper: []',
      "8:8 error invalid-value: 'spec.per' needs at least one entry.",
    ],
    [
      'maxAge: 30d\nlabels: {}',
      "8:11 error invalid-value: 'spec.labels' needs at least one label.",
    ],
    [
      'maxAge: 30d\nper: [a, b, c, d]',
      "8:8 error invalid-value: 'spec.per' may have at most 3 entries, not 4.",
    ],
    [
      'maxAge: 30d\nper: [a, a]',
      "8:8 error invalid-value: 'spec.per' holds the same entry twice.",
    ],
    [
      'maxAge: 30d\nenvironment: ""',
      "8:16 error invalid-value: 'spec.environment' must not be empty.",
    ],
    [
      `maxAge: 30d\nenvironment: ${'x'.repeat(64)}`,
      "8:16 error invalid-value: 'spec.environment' may have at most 63 characters, not 64.",
    ],
  ])('says in words what is wrong with %s', (spec, expected) => {
    expect(problemLines(budget(`${LATENCY}\n${spec}`))).toEqual([expected]);
  });

  it('follows aliases and anchors', () => {
    const { definitions, problems } = parse(
      `${budget(
        `metric: http.request.duration\nstatistic: p95\nlabels: &who { journey: pay }\nlimits: { fail: "<= 1 s" }`,
      )}---\n${budget(
        'metric: web.lcp\nstatistic: &s p75\nlabels: { page: *s }\nmaxAge: 1d',
        'other',
      )}`,
    );
    expect(problems).toEqual([]);
    expect(definitions[1].spec).toMatchObject({ labels: { page: 'p75' } });
  });

  it('does not let aliases multiply without end', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [previous, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
      bomb.push(
        `${name}: &${name} [${Array(9).fill(`*${previous}`).join(',')}]`,
      );
    }
    expect(problemLines(`kind: Budget\n${bomb.join('\n')}\n`)[0]).toMatch(
      /yaml-syntax.*alias/i,
    );
  });
});
