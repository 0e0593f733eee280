import Ajv from 'ajv-draft-04';
import {
  BudgetVerdict,
  CheckVerdict,
  Enforcement,
} from '@perf-governance/plugin-performance-common';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { SaxesParser } from 'saxes';
import { Palette } from '../terminal/Palette';
import { GateReport } from './GateReport';
import { renderGateJson } from './renderGateJson';
import { renderGateJunit } from './renderGateJunit';
import { renderGateMarkdown } from './renderGateMarkdown';
import { renderGateSarif, renderProblemsSarif } from './renderGateSarif';
import { renderGateText } from './renderGateText';

/** What a hostile report may call an endpoint. */
const NASTY_LABEL =
  'GET /a|b\n<script>alert(1)</script> @team `x` [y](https://z) \u001b[31m ]]> &';

function verdict(overrides: Partial<BudgetVerdict>): BudgetVerdict {
  return {
    ruleId: 'budget:http.request.duration:p95',
    kind: 'budget',
    definitionName: 'api-latency',
    title: 'API latency',
    metric: 'http.request.duration',
    statistic: 'p95',
    unit: 'ms',
    area: 'latency',
    subject: {
      entityRef: 'component:default/checkout',
      environment: 'production',
      labels: {},
    },
    state: 'pass',
    value: 200,
    limit: {
      fail: {
        operator: '<=',
        value: 300,
        unit: 'ms',
        definitionId: 'org/budget/api-latency',
        layer: { kind: 'org' },
      },
    },
    story: [],
    confirm: 2,
    enforcement: { stage: 'block', requireEvidence: true, story: [] },
    ...overrides,
  };
}

const GATE_REPORT: GateReport = {
  result: {
    outcome: 'fail',
    verdicts: [
      verdict({}),
      verdict({
        state: 'fail',
        value: 300.4,
        subject: {
          entityRef: 'component:default/checkout',
          environment: 'production',
          labels: { endpoint: NASTY_LABEL },
        },
      }),
      verdict({ ruleId: 'w', title: 'Warned', state: 'warn', value: 290 }),
      verdict({
        ruleId: 'n',
        title: 'Missing',
        state: 'no-data',
        value: undefined,
        reason: { code: 'missing-metric', message: 'There is none.' },
      }),
      verdict({
        ruleId: 'x',
        title: 'Exempt',
        state: 'not-applicable',
        value: undefined,
        limit: {},
        reason: { code: 'exempt', message: 'Not in front of customers.' },
      }),
    ],
    gate: {
      exitCode: 1,
      reasons: [
        { code: 'budget-failed', message: `It failed: ${NASTY_LABEL}` },
        { code: 'not-judged', message: 'Too many subjects.', ruleId: 'm' },
      ],
    },
  },
  entityRef: 'component:default/checkout',
  environment: 'production',
  reports: [
    {
      name: 'out dir/k6.json',
      runId: 'run-1',
      tool: 'k6',
      requests: 1200,
      durationSeconds: 60,
      toolVerdicts: [
        { metric: 'http_req_duration', expression: 'p(95)<50', passed: false },
      ],
      warnings: [{ code: 'odd', message: NASTY_LABEL }],
    },
  ],
  notes: ['A note.'],
  links: [{ title: 'Build', url: 'https://ci.example/7' }],
};

/** All verdicts pass; an error budget closes the gate. */
const FROZEN: GateReport = {
  ...GATE_REPORT,
  result: {
    outcome: 'fail',
    verdicts: [],
    gate: {
      exitCode: 1,
      reasons: [
        { code: 'frozen', message: 'Overspent.', ruleId: 'slo:availability' },
        { code: 'error-budget-low', message: 'Low.', ruleId: 'slo:latency' },
      ],
    },
  },
};

const FAILED_INPUT: GateReport = {
  result: {
    outcome: 'error',
    verdicts: [],
    gate: {
      exitCode: 2,
      reasons: [{ code: 'bad-input', message: 'No such file.' }],
    },
  },
  reports: [],
  notes: [],
  links: [],
};

describe('SARIF', () => {
  // The schema that the OASIS SARIF TC published with the standard, 2.1.0-rtm.5.
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    // One of its patterns isn't one in Unicode mode.
    unicodeRegExp: false,
  }).compile(sarifSchema);

  it.each([
    ['a gate', () => renderGateSarif(GATE_REPORT)],
    ['a gate that came to an error', () => renderGateSarif(FAILED_INPUT)],
    ['a gate that is frozen', () => renderGateSarif(FROZEN)],
    [
      'problems of definitions',
      () =>
        renderProblemsSarif(
          [
            {
              file: 'a/b.yaml',
              line: 8,
              column: 3,
              severity: 'error',
              rule: 'unit-mismatch',
              message: 'Not a time.',
            },
          ],
          { 'unit-mismatch': 'A limit must be in a unit of the metric.' },
        ),
    ],
  ])('of %s is valid by the official schema', (_, render) => {
    const log = JSON.parse(render());

    expect({ valid: validate(log), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it('tells the five states apart by kind and level', () => {
    const [run] = JSON.parse(renderGateSarif(GATE_REPORT)).runs;

    expect(
      run.results.map(({ kind, level, properties }: Record<string, any>) =>
        [properties.state, kind, level].join(' '),
      ),
    ).toEqual([
      // SARIF 2.1.0, section 3.27.10: only `fail` may have a level other than `none`.
      'fail fail error',
      'warn fail warning',
      'no-data open none',
      'pass pass none',
      'not-applicable notApplicable none',
    ]);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'out%20dir/k6.json' },
    });
    const fingerprints = run.results.map(
      (result: Record<string, any>) => result.partialFingerprints['verdict/v1'],
    );
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  it('holds what error-budget policies say', () => {
    const [run] = JSON.parse(renderGateSarif(FROZEN)).runs;
    expect(
      run.results.map(({ ruleId, kind, level, properties }: any) =>
        [ruleId, kind, level, properties.slo].join(' '),
      ),
    ).toEqual([
      'error-budget fail error slo:availability',
      'error-budget fail note slo:latency',
    ]);
  });
});

describe('JUnit', () => {
  interface Element {
    name: string;
    attributes: Record<string, string>;
    children: string[];
  }

  /** Well-formedness is the parser's to judge: it throws at the first fault. */
  function readXml(xml: string): Element[] {
    const parser = new SaxesParser();
    const elements: Element[] = [];
    const open: Element[] = [];
    parser.on('error', error => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(name);
      open.push(element);
      elements.push(element);
    });
    parser.on('closetag', () => open.pop());
    parser.write(xml).close();
    return elements;
  }

  it('has a case for each verdict, and passes only what passed', () => {
    const elements = readXml(renderGateJunit(GATE_REPORT));

    // Structure as in the schema of the Jenkins xUnit plugin, junit-10.xsd.
    expect(elements[0]).toMatchObject({
      name: 'testsuites',
      attributes: { tests: '6', failures: '1', errors: '1', skipped: '2' },
      children: ['testsuite'],
    });
    expect(
      elements
        .filter(({ name }) => name === 'testcase')
        .map(({ attributes, children }) => [
          attributes.name.split(',')[0],
          children.filter(child => child !== 'system-out').join(),
        ]),
    ).toEqual([
      ['API latency', 'failure'],
      ['Warned', ''],
      ['Missing', 'error'],
      ['API latency', ''],
      ['Exempt', 'skipped'],
      ['Too many subjects.', 'skipped'],
    ]);
    for (const { attributes } of elements.filter(
      ({ name }) => name === 'testcase',
    )) {
      expect(attributes.classname).toBe(
        'component:default/checkout.production',
      );
    }
  });

  it('fails where an error-budget policy closes the gate', () => {
    const elements = readXml(renderGateJunit(FROZEN));
    expect(elements[0].attributes).toMatchObject({ tests: '2', failures: '1' });
    expect(
      elements
        .filter(({ name }) => name === 'testcase')
        .map(({ attributes, children }) => [attributes.name, children[0]]),
    ).toEqual([
      ['Error budget of slo:availability: frozen', 'failure'],
      ['Error budget of slo:latency: error-budget-low', 'system-out'],
    ]);
  });

  it('is an error where the input is bad', () => {
    expect(readXml(renderGateJunit(FAILED_INPUT))[0].attributes).toMatchObject({
      tests: '1',
      errors: '1',
      failures: '0',
    });
  });
});

describe('Markdown', () => {
  const markdown = renderGateMarkdown(GATE_REPORT);

  it('has a table worst first, whatever labels hold', () => {
    const rows = markdown.split('\n').filter(line => line.startsWith('| '));

    // GitHub Flavored Markdown, section 4.10: an escaped pipe begins no cell.
    expect(rows.map(row => row.split(/(?<!\\)\|/).length)).toEqual(
      rows.map(() => 8),
    );
    expect(rows.slice(2).map(row => row.split(/(?<!\\)\|/)[1].trim())).toEqual([
      '✖ fail',
      '▲ warn',
      '◌ no data',
      '✔ pass',
      '– not applicable',
    ]);
    expect(rows[2]).toContain('300.4 ms');
    expect(rows[2]).toContain('≤ 300 ms');
  });

  it('mentions nobody, links nowhere and runs nothing of what labels hold', () => {
    expect(markdown).not.toContain('@team');
    expect(markdown).not.toContain('<script>');
    expect(markdown).not.toContain('](https://z)');
    expect(markdown).not.toContain('https://z');
    expect(markdown).not.toContain('\u001b');
  });

  it('stays within a comment on GitHub, however much there is to say', () => {
    const verdicts = Array.from({ length: 2000 }, (_, index) =>
      verdict({
        state: 'fail',
        value: 1000,
        subject: {
          entityRef: 'component:default/checkout',
          environment: 'production',
          labels: { endpoint: `/${'long/'.repeat(20)}${index}` },
        },
      }),
    );
    const long = renderGateMarkdown({
      ...GATE_REPORT,
      result: {
        ...GATE_REPORT.result,
        verdicts,
        gate: {
          exitCode: 1,
          reasons: verdicts.map(({ subject }) => ({
            code: 'budget-failed',
            message: subject.labels.endpoint,
          })),
        },
      },
    });

    // The length that GitHub accepts.
    expect(long.length).toBeLessThan(65_536);
    expect(long).toContain('and 1940 more');
  });
});

describe('text', () => {
  it('has no colours and no control characters where the output is no terminal', () => {
    const text = renderGateText(GATE_REPORT, new Palette(undefined));

    expect(text).not.toMatch(/[^\n\P{Cc}]/u);
  });

  it('says that nothing applies rather than nothing', () => {
    const { gate } = GATE_REPORT.result;
    expect(
      renderGateText(
        {
          ...GATE_REPORT,
          result: {
            outcome: 'pass',
            verdicts: [],
            gate: { ...gate, exitCode: 0, reasons: [] },
          },
        },
        new Palette(undefined),
      ),
    ).toContain('No budget applies.');
  });
});

describe('JSON', () => {
  it('is the gate and nothing else', () => {
    expect(Object.keys(JSON.parse(renderGateJson(GATE_REPORT)))).toEqual([
      'outcome',
      'verdicts',
      'gate',
    ]);
  });
});

describe('stages and waivers', () => {
  const policy: Enforcement = {
    stage: 'warn',
    definitionId: 'org/policy/api',
    next: {
      stage: 'block',
      at: '2027-03-01T00:00:00.000Z',
      definitionId: 'org/policy/api',
    },
    requireEvidence: true,
    story: [
      {
        definitionId: 'org/policy/api',
        name: 'api',
        layer: { kind: 'org' },
        stage: 'warn',
        effect: 'sets',
      },
    ],
  };
  const cap = { operator: '<=', value: 450, unit: 'ms' } as const;
  const until = '2027-03-01T00:00:00.000Z';
  const check: CheckVerdict = {
    ruleId: 'check:soak-tested',
    kind: 'check',
    definitionName: 'soak-tested',
    title: 'Soak-tested',
    area: 'practices',
    subject: {
      entityRef: 'component:default/checkout',
      environment: '*',
      labels: {},
    },
    state: 'fail',
    reason: { code: 'no-run', message: 'No soak test has been uploaded yet.' },
    limit: {},
    story: [],
    confirm: 1,
    enforcement: { stage: 'block', requireEvidence: true, story: [] },
    check: {
      type: 'run',
      rationale: 'Leaks show after hours.',
      fix: 'Run the soak test.',
    },
  };
  const report: GateReport = {
    ...GATE_REPORT,
    result: {
      outcome: 'fail',
      verdicts: [
        verdict({
          ruleId: 'a',
          title: 'Waived',
          state: 'fail',
          value: 412,
          waiver: { id: 'w1', until, cap, exceeded: false },
        }),
        verdict({
          ruleId: 'b',
          title: 'Beyond its cap',
          state: 'fail',
          value: 500,
          waiver: { id: 'w2', until, cap, exceeded: true },
        }),
        verdict({
          ruleId: 'c',
          title: 'Warned of',
          state: 'fail',
          value: 412,
          enforcement: policy,
        }),
        verdict({
          ruleId: 'd',
          title: 'Only observed',
          state: 'fail',
          value: 412,
          enforcement: { stage: 'observe', requireEvidence: true, story: [] },
        }),
        check,
      ],
      gate: { exitCode: 1, reasons: [] },
    },
  };

  it('are a column of the text, and the story below it', () => {
    const text = renderGateText(report, new Palette(undefined));

    expect(text).toMatch(/^STATE +RULE .* SET BY +STAGE$/m);
    expect(text).toMatch(
      /^✖ fail, waived +Waived, .* waived until 2027-03-01, fails above 450 ms$/m,
    );
    expect(text).toMatch(
      /^✖ fail +Beyond its cap, .* block, exceeds the waiver’s cap of ≤ 450 ms$/m,
    );
    expect(text).toMatch(
      /^✖ fail +Warned of, .* warn, block from 2027-03-01$/m,
    );
    expect(text).toMatch(/^✖ fail +Soak-tested, check +block$/m);
    expect(text).toContain(
      'Stage warn, set by org (api), block from 2027-03-01',
    );
  });

  it('are a column of the Markdown', () => {
    const rows = renderGateMarkdown(report)
      .split('\n')
      .filter(line => line.startsWith('| '));

    expect(rows.map(row => row.split(/(?<!\\)\|/).length)).toEqual(
      rows.map(() => 9),
    );
    expect(rows.join('\n')).toContain(
      '| ✖ fail, waived | **Waived**<br>p95 of http.request.duration |',
    );
    expect(rows.join('\n')).toContain(
      'waived until 2027-03-01, fails above 450 ms |',
    );
  });

  it('fail no JUnit test that leaves the gate open', () => {
    const xml = renderGateJunit(report);

    expect(xml).toContain('tests="5" failures="2" errors="0" skipped="3"');
    expect(xml).toContain('type="check-failed"');
    expect(xml).toContain('Stage: waived until 2027-03-01, fails above 450 ms');
  });

  it('are levels and suppressions in SARIF', () => {
    const [run] = JSON.parse(renderGateSarif(report)).runs;

    expect(
      run.results.map(({ ruleId, level, suppressions = [], properties }: any) =>
        [
          ruleId,
          level,
          properties.stage,
          ...suppressions.map(
            ({ kind, status, justification }: any) =>
              `${kind} ${status}: ${justification}`,
          ),
        ].join(' '),
      ),
    ).toEqual([
      // Worst first: 500 ms of 300 ms, then 412 ms; a check has no value.
      'b error block',
      'd note observe',
      'a error block external accepted: waived until 2027-03-01, fails above 450 ms',
      'c warning warn',
      'check:soak-tested error block',
    ]);
    expect(
      run.tool.driver.rules.find(({ id }: any) => id === 'check:soak-tested'),
    ).toMatchObject({
      fullDescription: { text: 'Leaks show after hours.' },
      help: { text: 'Run the soak test.' },
    });
  });
});
