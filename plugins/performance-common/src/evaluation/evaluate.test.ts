import { readTable, verdictLines } from './__testUtils__/evaluationTable';
import { evaluate } from './evaluate';

const LATENCY = 'metric: http.request.duration, statistic: p95';

describe('evaluate', () => {
  it.each<[string, string, string[]]>([
    [
      'passes at the limit of <= and fails at that of <',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms } }
        budget org b { metric: http.request.duration, statistic: p90, limits: { fail: < 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p90=300 p95=300
      `,
      [
        'http.request.duration:p95 production {} pass 300 fail<=300@org/a',
        'http.request.duration:p90 production {} fail 300 fail<300@org/b',
      ],
    ],
    [
      'warns beyond the warn limit, and fails beyond the fail limit',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms, warn: <= 250 ms } }
        run r1 fine 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=250
        run r2 slow 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=250.01
        run r3 slower 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=300.01
      `,
      [
        'http.request.duration:p95 fine {} pass 250 fail<=300@org/a warn<=250@org/a',
        'http.request.duration:p95 slow {} warn 250.01 fail<=300@org/a warn<=250@org/a',
        'http.request.duration:p95 slower {} fail 300.01 fail<=300@org/a warn<=250@org/a',
      ],
    ],
    [
      'wants more of what is better high',
      `
        budget org a { metric: http.request.rate, statistic: rate, limits: { fail: ">= 6000/min", warn: ">= 120/s" } }
        budget org b { metric: checks.passed, statistic: ratio, limits: { fail: "> 99 %" } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.rate{} count=10 mean=100
          checks.passed{} count=100 mean=0.99
      `,
      [
        'http.request.rate:rate production {} warn 100 fail>=100@org/a warn>=120@org/a',
        'checks.passed:ratio production {} fail 0.99 fail>0.99@org/b',
      ],
    ],
    [
      'lets children tighten and not loosen, whatever the units',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 0.5 s, warn: <= 100 ms } }
        budget domain:default/shop b { ${LATENCY}, limits: { fail: <= 400 ms } }
        budget system:default/checkout c { ${LATENCY}, limits: { fail: <= 300 ms, warn: <= 200 ms } }
        budget component:default/pay d { ${LATENCY}, limits: { fail: <= 600 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      [
        'http.request.duration:p95 production {} fail 412 fail<=300@system:default/checkout/c warn<=100@org/a',
      ],
    ],
    [
      'lets nobody hide a failure by asking for more samples than there are',
      `
        budget org a { ${LATENCY}, minSamples: 10, limits: { fail: <= 500 ms } }
        budget system:default/checkout b { ${LATENCY}, minSamples: 100, limits: { fail: <= 300 ms } }
        budget component:default/pay c { ${LATENCY}, minSamples: 1000000 }
        run r1 few 2026-11-20T10:00:00Z
          http.request.duration{} count=9 p95=600
        run r2 some 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=600
        run r3 passes-where-enough 2026-11-20T10:00:00Z
          http.request.duration{} count=99 p95=412
        run r4 many 2026-11-20T10:00:00Z
          http.request.duration{} count=100 p95=412
      `,
      [
        'http.request.duration:p95 few {} no-data too-few-samples fail<=300@system:default/checkout/b',
        'http.request.duration:p95 many {} fail 412 fail<=300@system:default/checkout/b',
        'http.request.duration:p95 passes-where-enough {} no-data too-few-samples fail<=300@system:default/checkout/b',
        'http.request.duration:p95 some {} fail 600 fail<=300@system:default/checkout/b',
      ],
    ],
    [
      'lets nobody hide a failure by asking for newer evidence than there is',
      // Both runs ended two days and two hours ago.
      `
        budget org a { ${LATENCY}, maxAge: 9d, limits: { fail: <= 500 ms } }
        budget system:default/checkout b { ${LATENCY}, limits: { fail: <= 300 ms } }
        budget component:default/pay c { ${LATENCY}, maxAge: 1h }
        budget org d { metric: web.lcp, statistic: p75, environment: fails-further-out, maxAge: 1d, limits: { fail: <= 1 s } }
        budget component:default/pay e { metric: web.lcp, statistic: p75, environment: fails-further-out, maxAge: 1h }
        run r1 fails-further-out 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=600
          web.lcp{} p75=5000
        run r2 fails-further-in 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
        run r3 passes 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=200
      `,
      [
        'http.request.duration:p95 fails-further-in {} fail 412 fail<=300@system:default/checkout/b',
        'http.request.duration:p95 fails-further-out {} fail 600 fail<=300@system:default/checkout/b',
        'http.request.duration:p95 passes {} no-data too-old fail<=300@system:default/checkout/b',
        'web.lcp:p75 fails-further-out {} no-data too-old fail<=1000@org/d',
      ],
    ],
    [
      'names the outermost layer on a tie, and < as tighter than <=',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms, warn: <= 200 ms } }
        budget component:default/pay b { ${LATENCY}, limits: { fail: <= 300 ms, warn: < 200 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=1
      `,
      [
        'http.request.duration:p95 production {} pass 1 fail<=300@org/a warn<200@component:default/pay/b',
      ],
    ],
    [
      'lets a parent domain go before its child',
      `
        entity component:default/pay type=service domains=domain:default/payments,domain:default/shop
        budget domain:default/payments a { ${LATENCY}, limits: { fail: <= 300 ms } }
        budget domain:default/shop b { ${LATENCY}, limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=1
      `,
      [
        'http.request.duration:p95 production {} pass 1 fail<=300@domain:default/shop/b',
      ],
    ],
    [
      'does not let a layer reach beyond what it contains',
      `
        budget system:default/search a { ${LATENCY}, appliesTo: { entity: { kind: Component } }, limits: { fail: <= 1 ms } }
        budget component:default/cart b { ${LATENCY}, limits: { fail: <= 1 ms } }
        budget domain:default/logistics c { ${LATENCY}, limits: { fail: <= 1 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      [],
    ],
    [
      'reaches the parts of a component',
      `
        entity component:default/pay-ui type=website partOf=component:default/pay
        budget component:default/pay a { ${LATENCY}, limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=1
      `,
      [
        'http.request.duration:p95 production {} pass 1 fail<=300@component:default/pay/a',
      ],
    ],
    [
      'selects by entity, owner and the owner’s parents, system and domain, all together',
      `
        budget org a { metric: web.lcp, statistic: p50, maxAge: 9d, appliesTo: { owner: [technology], system: checkout, domain: shop, entity: { spec.type: service } } }
        budget org b { metric: web.lcp, statistic: p51, maxAge: 9d, appliesTo: { owner: [technology], system: search } }
        budget org c { metric: web.lcp, statistic: p52, maxAge: 9d, appliesTo: { owner: [others] } }
        budget org d { metric: web.lcp, statistic: p53, maxAge: 9d, appliesTo: { domain: logistics } }
        budget org e { metric: web.lcp, statistic: p54, maxAge: 9d, appliesTo: { entity: { spec.type: website } } }
        budget org f { metric: web.lcp, statistic: p55, maxAge: 9d, appliesTo: { owner: [others, payments] } }
      `,
      ['web.lcp:p50 * {} no-data no-run', 'web.lcp:p55 * {} no-data no-run'],
    ],
    [
      'is about components unless told otherwise',
      `
        entity system:default/checkout system=system:default/checkout
        budget org a { metric: web.lcp, statistic: p50, maxAge: 9d }
        budget system:default/checkout b { metric: web.lcp, statistic: p51, maxAge: 9d }
        budget org c { metric: web.lcp, statistic: p52, maxAge: 9d, appliesTo: { entity: { kind: System } } }
      `,
      ['web.lcp:p52 * {} no-data no-run'],
    ],
    [
      'judges every environment seen on its own where none is named',
      `
        environments staging
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      [
        'http.request.duration:p95 production {} fail 412 fail<=300@org/a',
        'http.request.duration:p95 staging {} no-data no-run fail<=300@org/a',
      ],
    ],
    [
      'says that a named environment was never seen',
      `
        budget org a { ${LATENCY}, environment: [production, load], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=200
      `,
      [
        'http.request.duration:p95 load {} no-data missing-environment fail<=300@org/a',
        'http.request.duration:p95 production {} pass 200 fail<=300@org/a',
      ],
    ],
    [
      'merges limits of budgets with and without environment where both hold',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 500 ms } }
        budget org b { ${LATENCY}, environment: production, limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=400
        run r2 staging 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=400
      `,
      [
        'http.request.duration:p95 production {} fail 400 fail<=300@org/b',
        'http.request.duration:p95 staging {} pass 400 fail<=500@org/a',
      ],
    ],
    [
      'takes the newest run that holds the metric; of equally new ones, the later id',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms } }
        budget org b { metric: web.lcp, statistic: p75, limits: { fail: <= 2.5 s } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=100
        run r3 production 2026-11-21T10:00:00Z
          http.request.duration{} count=10 p95=300
        run r2 production 2026-11-21T11:00:00+01:00
          http.request.duration{} count=10 p95=200
        run r0 production 2026-11-22T10:00:00Z
          web.lcp{} count=1 values=2000
      `,
      [
        'http.request.duration:p95 production {} pass 300 fail<=300@org/a',
        'web.lcp:p75 production {} pass 2000 fail<=2500@org/b',
      ],
    ],
    [
      'says what is missing',
      `
        budget org a { metric: web.lcp, statistic: p75, maxAge: 9d }
        budget org b { metric: http.request.duration, statistic: p99, maxAge: 9d }
        budget org c { metric: http.request.duration, statistic: p90, labels: { journey: pay }, maxAge: 9d }
        budget org d { metric: http.request.duration, statistic: p91, labels: { endpoint: GET / }, maxAge: 9d }
        budget org e { metric: http.request.duration, statistic: p92, per: [journey], maxAge: 9d }
        budget org f { metric: http.request.duration, statistic: p93, per: [page], maxAge: 9d }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      [
        'web.lcp:p75 production {} no-data missing-metric',
        'http.request.duration:p99 production {} no-data missing-statistic',
        'http.request.duration:p90 production {journey=pay} no-data missing-journey',
        'http.request.duration:p91 production {endpoint=GET /} no-data missing-labels',
        'http.request.duration:p92 production {journey=*} no-data missing-journey',
        'http.request.duration:p93 production {page=*} no-data missing-labels',
      ],
    ],
    [
      'wants enough samples, and evidence not too old, counted from the end of its run',
      `
        now 2026-11-22T12:00:00Z
        budget org a { metric: http.request.duration, statistic: p90, minSamples: 100, limits: { fail: <= 1 s } }
        budget org b { metric: http.request.duration, statistic: p95, minSamples: 101, limits: { fail: <= 1 s } }
        budget org c { metric: web.lcp, statistic: p75, maxAge: 1d, limits: { fail: <= 1 s } }
        budget org d { metric: web.lcp, statistic: p90, maxAge: 86399 s, limits: { fail: <= 1 s } }
        budget org e { metric: web.fcp, statistic: p90, minSamples: 1, limits: { fail: <= 1 s } }
        run r1 production 2026-11-20T10:00:00Z 2026-11-21T12:00:00Z
          http.request.duration{} count=100 p90=5 p95=5
          web.lcp{} count=1 p75=5 p90=5
          web.fcp{} p90=5
      `,
      [
        'http.request.duration:p90 production {} pass 5 fail<=1000@org/a',
        'http.request.duration:p95 production {} no-data too-few-samples fail<=1000@org/b',
        'web.lcp:p75 production {} pass 5 fail<=1000@org/c',
        'web.lcp:p90 production {} no-data too-old fail<=1000@org/d',
        'web.fcp:p90 production {} no-data too-few-samples fail<=1000@org/e',
      ],
    ],
    [
      'passes a budget that only asks for evidence',
      `
        budget org a { ${LATENCY}, minSamples: 10 }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      ['http.request.duration:p95 production {} pass 412'],
    ],
    [
      'shows exempt entities as not applicable, with other budgets in force',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms }, exempt: [{ when: { owner: [payments] }, reason: Legacy }] }
        budget org b { metric: web.lcp, statistic: p75, limits: { fail: <= 300 ms }, exempt: [{ when: { owner: [payments] }, reason: Legacy }] }
        budget system:default/checkout c { metric: web.lcp, statistic: p75, limits: { fail: <= 500 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
          web.lcp{} count=10 p75=412
      `,
      [
        'http.request.duration:p95 production {} not-applicable exempt',
        'web.lcp:p75 production {} pass 412 fail<=500@system:default/checkout/c',
      ],
    ],
    [
      'applies an exemption to whom it names only',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 300 ms }, exempt: [{ when: { owner: [others] }, reason: Legacy }] }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      ['http.request.duration:p95 production {} fail 412 fail<=300@org/a'],
    ],
  ])('%s', (_, table, expected) => {
    expect(verdictLines(table)).toEqual(expected);
  });

  it('gives the verdict its evidence, and the definition that set the limit its name', () => {
    const { definitions, facts } = readTable(`
      budget org a { ${LATENCY}, limits: { fail: <= 500 ms }, confirm: 1 }
      budget component:default/pay b { ${LATENCY}, limits: { fail: <= 300 ms }, confirm: 3 }
      run r1 production 2026-11-20T10:00:00Z 2026-11-20T10:05:00Z
        http.request.duration{} count=10 p95=412
    `);
    facts.runs[0].commit = '8f3c';
    facts.runs[0].branch = 'main';
    definitions[1].metadata.title = 'Response time of paying';
    const [verdict] = evaluate({ definitions, facts }).verdicts;
    expect(verdict).toMatchObject({
      kind: 'budget',
      definitionName: 'b',
      title: 'Response time of paying',
      confirm: 3,
      unit: 'ms',
      evidence: {
        runId: 'r1',
        tool: 'k6',
        startedAt: '2026-11-20T10:00:00Z',
        endedAt: '2026-11-20T10:05:00Z',
        samples: 10,
        quantileMethod: 'reported',
        commit: '8f3c',
        branch: 'main',
      },
    });
  });

  it('refuses a predicate with an operator it does not know', () => {
    const { definitions, facts } = readTable(
      `budget org a { ${LATENCY}, maxAge: 9d }`,
    );
    definitions[0].spec.appliesTo = {
      // As read from a store that an older or newer version has written.
      entity: JSON.parse('{"$not":{"spec.type":{"$regex":".*"}}}'),
    };
    expect(() => evaluate({ definitions, facts })).toThrow(
      /Not a filter predicate/,
    );
  });
});
