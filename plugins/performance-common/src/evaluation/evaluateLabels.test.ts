import { evaluateTable, verdictLines } from './__testUtils__/evaluationTable';

const LATENCY = 'metric: http.request.duration, statistic: p95';

describe('evaluate, by labels', () => {
  it.each<[string, string, string[]]>([
    [
      'gives one verdict for each value, each from the newest run that has it',
      `
        budget org a { ${LATENCY}, per: [endpoint], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=30 p95=1
          http.request.duration{endpoint=GET /} count=10 p95=100
          http.request.duration{endpoint=POST /pay} count=20 p95=400
        run r2 production 2026-11-21T10:00:00Z
          http.request.duration{endpoint=GET /} count=10 p95=200
      `,
      [
        'http.request.duration:p95 production {endpoint=POST /pay} fail 400 fail<=300@org/a',
        'http.request.duration:p95 production {endpoint=GET /} pass 200 fail<=300@org/a',
      ],
    ],
    [
      'combines a per budget with one that names the value',
      `
        budget org a { ${LATENCY}, per: [journey], limits: { fail: <= 500 ms } }
        budget component:default/pay b { ${LATENCY}, labels: { journey: pay }, limits: { fail: <= 300 ms } }
        budget component:default/pay c { ${LATENCY}, labels: { journey: refund }, limits: { fail: <= 900 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{journey=browse} count=10 p95=400
          http.request.duration{journey=pay} count=10 p95=400
      `,
      [
        'http.request.duration:p95 production {journey=pay} fail 400 fail<=300@component:default/pay/b',
        'http.request.duration:p95 production {journey=refund} no-data missing-journey fail<=500@org/a',
        'http.request.duration:p95 production {journey=browse} pass 400 fail<=500@org/a',
      ],
    ],
    [
      'does not mix what is over everything with what is over one journey',
      `
        budget org a { ${LATENCY}, limits: { fail: <= 100 ms } }
        budget org b { ${LATENCY}, labels: { journey: pay }, limits: { fail: <= 500 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=20 p95=50
          http.request.duration{journey=pay} count=10 p95=400
      `,
      [
        'http.request.duration:p95 production {} pass 50 fail<=100@org/a',
        'http.request.duration:p95 production {journey=pay} pass 400 fail<=500@org/b',
      ],
    ],
    [
      'merges the series of a journey, all from one run',
      `
        journey org checkout { match: [{ endpoint: POST /pay* }, { endpoint: GET /cart }] }
        budget org a { metric: http.request.duration, statistic: max, per: [journey], limits: { fail: <= 300 ms } }
        budget org b { metric: http.request.duration, statistic: count, labels: { journey: checkout }, limits: { fail: ">= 4" } }
        budget org c { metric: http.request.duration, statistic: p50, labels: { journey: checkout }, limits: { fail: <= 20 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=POST /pay} values=9000 max=9000
        run r2 production 2026-11-21T10:00:00Z
          http.request.duration{endpoint=POST /pay} values=10,20 max=20
          http.request.duration{endpoint=POST /pay/confirm} values=30 max=30
          http.request.duration{endpoint=GET /cart} values=40 max=40
          http.request.duration{endpoint=GET /} values=5000 max=5000
      `,
      [
        'http.request.duration:max production {journey=checkout} pass 40 fail<=300@org/a',
        'http.request.duration:count:at-least production {journey=checkout} pass 4 fail>=4@org/b',
        // The median of 10, 20, 30 and 40.
        'http.request.duration:p50 production {journey=checkout} fail 25 fail<=20@org/c',
      ],
    ],
    [
      'lists a defined journey that no run holds',
      `
        journey component:default/pay refund { match: { endpoint: POST /refund } }
        budget org a { ${LATENCY}, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=10 p95=412
      `,
      [
        'http.request.duration:p95 production {journey=refund} no-data missing-journey fail<=300@org/a',
      ],
    ],
    [
      'goes by the tool’s own journey label before a definition’s patterns',
      `
        journey org checkout { match: { endpoint: "*" } }
        budget org a { ${LATENCY}, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{journey=checkout} count=10 p95=100
          http.request.duration{endpoint=GET /} count=10 p95=900
      `,
      [
        'http.request.duration:p95 production {journey=checkout} pass 100 fail<=300@org/a',
      ],
    ],
    [
      'ignores journeys of other layers',
      `
        journey system:default/search checkout { match: { endpoint: "*" } }
        budget org a { ${LATENCY}, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=GET /} count=10 p95=900
      `,
      [
        'http.request.duration:p95 production {journey=*} no-data missing-journey fail<=300@org/a',
      ],
    ],
    [
      'lets nobody add quick endpoints to a journey of an outer layer',
      `
        journey org checkout { match: { endpoint: POST /pay } }
        journey component:default/pay checkout { match: { endpoint: GET /health } }
        journey component:default/pay status { match: { endpoint: GET /health } }
        budget org a { metric: http.request.duration, statistic: max, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=POST /pay} count=10 max=412
          http.request.duration{endpoint=GET /health} count=90 max=512
      `,
      [
        'http.request.duration:max production {journey=status} fail 512 fail<=300@org/a',
        'http.request.duration:max production {journey=checkout} fail 412 fail<=300@org/a',
      ],
    ],
    [
      'merges over the fewest other labels, so that nothing counts twice',
      `
        budget org a { metric: http.request.duration, statistic: count, labels: { endpoint: POST /pay }, limits: { fail: ">= 1" } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=POST /pay,status=200} count=10
          http.request.duration{endpoint=POST /pay,status=500} count=5
          http.request.duration{endpoint=POST /pay,status=200,zone=a} count=10
          http.request.duration{endpoint=GET /,status=200} count=99
      `,
      [
        'http.request.duration:count:at-least production {endpoint=POST /pay} pass 15 fail>=1@org/a',
      ],
    ],
    [
      'has no percentile of a journey whose percentiles were only printed',
      `
        journey org checkout { match: { endpoint: POST /pay* } }
        budget org a { ${LATENCY}, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=POST /pay} count=10 p95=100
          http.request.duration{endpoint=POST /pay/confirm} count=10 p95=100
      `,
      [
        'http.request.duration:p95 production {journey=checkout} no-data missing-statistic fail<=300@org/a',
      ],
    ],
    [
      'does not judge what may have been merged into “other”',
      `
        journey org checkout { match: { endpoint: POST /pay* } }
        journey org home { match: { endpoint: GET / } }
        budget org a { ${LATENCY}, per: [endpoint], limits: { fail: <= 300 ms } }
        budget org b { metric: http.request.duration, statistic: p90, labels: { endpoint: GET /rare }, limits: { fail: <= 300 ms } }
        budget org c { metric: http.request.duration, statistic: mean, per: [journey], limits: { fail: <= 300 ms } }
        run r1 production 2026-11-19T10:00:00Z
          http.request.duration{endpoint=GET /rare} count=1 p90=1 p95=1
        run r2 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=GET /} count=50 mean=100 p95=100
          http.request.duration{endpoint=POST /pay} count=40 mean=100 p95=100
          http.request.duration{endpoint=other} count=30 mean=9 p95=9
      `,
      [
        'http.request.duration:p95 production {endpoint=GET /} pass 100 fail<=300@org/a',
        'http.request.duration:p95 production {endpoint=POST /pay} pass 100 fail<=300@org/a',
        'http.request.duration:p95 production {endpoint=other} no-data labels-merged fail<=300@org/a',
        'http.request.duration:p95 production {endpoint=GET /rare} no-data labels-merged fail<=300@org/a',
        'http.request.duration:p90 production {endpoint=GET /rare} no-data labels-merged fail<=300@org/b',
        'http.request.duration:mean production {journey=home} pass 100 fail<=300@org/c',
        'http.request.duration:mean production {journey=checkout} no-data labels-merged fail<=300@org/c',
      ],
    ],
    [
      'judges what is complete although others were merged',
      `
        journey org home { match: { endpoint: GET / } }
        budget org a { metric: http.request.duration, statistic: count, per: [journey], limits: { fail: ">= 1" } }
        budget org b { metric: http.request.duration, statistic: count, limits: { fail: ">= 1" } }
        budget org c { metric: http.request.duration, statistic: mean, labels: { endpoint: GET /slow }, limits: { fail: <= 1 s } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{endpoint=GET /} count=50
          http.request.duration{endpoint=other} count=30
          http.request.duration{endpoint=GET /,status=200} count=9
          http.request.duration{endpoint=other,status=other} count=9
          http.request.duration{endpoint=GET /slow,status=200} count=5 mean=5
      `,
      [
        'http.request.duration:count:at-least production {journey=home} pass 50 fail>=1@org/a',
        // Over everything, what was merged counts too.
        'http.request.duration:count:at-least production {} pass 80 fail>=1@org/b',
        // Another status of the endpoint may be in what was merged.
        'http.request.duration:mean production {endpoint=GET /slow} no-data labels-merged fail<=1000@org/c',
      ],
    ],
    [
      'is not confused by labels named like members of objects',
      `
        journey org pay { match: { constructor: "a*" } }
        budget org a { ${LATENCY}, per: [constructor], limits: { fail: <= 1 s } }
        budget org b { ${LATENCY}, per: [journey], limits: { fail: <= 1 s } }
        budget org c { ${LATENCY}, labels: { toString: x }, limits: { fail: <= 1 s } }
        run r1 production 2026-11-20T10:00:00Z
          http.request.duration{} count=50 p95=1
      `,
      [
        'http.request.duration:p95 production {journey=pay} no-data missing-journey fail<=1000@org/b',
        'http.request.duration:p95 production {toString=x} no-data missing-labels fail<=1000@org/c',
        'http.request.duration:p95 production {constructor=*} no-data missing-labels fail<=1000@org/a',
      ],
    ],
    [
      'keeps upper and lower limits of a custom metric apart, and its units',
      `
        budget org a { metric: custom.depth, statistic: mean, limits: { fail: <= 10 } }
        budget org b { metric: custom.depth, statistic: mean, limits: { fail: ">= 2" } }
        budget org c { metric: custom.depth, statistic: mean, limits: { fail: <= 10 ms } }
        run r1 production 2026-11-20T10:00:00Z
          custom.depth:1{} count=10 mean=1
      `,
      [
        'custom.depth:mean production {} pass 1 fail<=10@org/a',
        'custom.depth:mean:at-least production {} fail 1 fail>=2@org/b',
        'custom.depth:mean:ms production {} no-data not-comparable fail<=10@org/c',
      ],
    ],
  ])('%s', (_, table, expected) => {
    expect(verdictLines(table)).toEqual(expected);
  });

  it('judges at most 50 subjects of a rule, and counts and names the rest', () => {
    const series = Array.from(
      { length: 60 },
      (_, index) =>
        `http.request.duration{endpoint=e${index}} count=${1000 - index} p95=1`,
    );
    const table = `
      budget org a { ${LATENCY}, per: [endpoint], maxAge: 9d }
      budget org b { ${LATENCY}, labels: { endpoint: e59 }, maxAge: 9d }
      run r1 production 2026-11-20T10:00:00Z
      ${series.join('\n')}
    `;
    const { verdicts, notJudged } = evaluateTable(table);
    expect(verdicts).toHaveLength(50);
    // What a definition names goes before what was merely seen.
    expect(verdicts[0].subject.labels).toEqual({ endpoint: 'e59' });
    expect(verdicts[49].subject.labels).toEqual({ endpoint: 'e48' });
    expect(notJudged).toEqual([
      {
        ruleId: 'budget:http.request.duration:p95',
        count: 10,
        examples: Array.from({ length: 10 }, (_, index) => ({
          endpoint: `e${49 + index}`,
        })),
      },
    ]);
    expect(evaluateTable(table, { maxSubjects: 3 })).toMatchObject({
      verdicts: { length: 3 },
      notJudged: [{ count: 57 }],
    });
  });

  it('lets no layer crowd out what outer ones ask for', () => {
    const own = Array.from(
      { length: 60 },
      (_, index) =>
        `budget component:default/pay own-${index} { ${LATENCY}, labels: { endpoint: e${index} }, environment: aaa, limits: { fail: <= 60 s } }`,
    );
    const { verdicts } = evaluateTable(`
      budget org a { ${LATENCY}, labels: { endpoint: POST /pay }, environment: production, limits: { fail: <= 300 ms } }
      ${own.join('\n')}
      run r1 production 2026-11-20T10:00:00Z
        http.request.duration{endpoint=POST /pay} count=10 p95=412
    `);
    expect(verdicts).toHaveLength(50);
    expect(verdicts[0]).toMatchObject({
      state: 'fail',
      subject: { labels: { endpoint: 'POST /pay' } },
    });
  });
});
