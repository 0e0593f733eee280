import { evaluateTable } from './__testUtils__/evaluationTable';
import { compareVerdicts } from './compareVerdicts';

it('puts the worst verdict first', () => {
  const { verdicts } = evaluateTable(`
    budget org a-pass { metric: web.lcp, statistic: p75, limits: { fail: <= 2 s } }
    budget org b-slightly { metric: web.fcp, statistic: p75, limits: { fail: <= 100 ms } }
    budget org c-badly { metric: web.ttfb, statistic: p75, limits: { fail: <= 10 ms } }
    budget org d-none { metric: web.cls, statistic: p75, limits: { fail: <= 0.1 } }
    budget org e-warn { metric: web.tbt, statistic: p75, limits: { fail: <= 100 ms, warn: <= 10 ms } }
    budget org f-exempt { metric: web.si, statistic: p75, maxAge: 1d, exempt: [{ when: { owner: [payments] }, reason: No }] }
    budget org g-low { metric: http.request.rate, statistic: rate, limits: { fail: ">= 30/s" } }
    run r1 production 2026-11-20T10:00:00Z
      web.lcp{} values=100
      web.fcp{} values=120
      web.ttfb{} values=90
      web.tbt{} values=20
      http.request.rate{} mean=10
  `);
  expect(
    [...verdicts].sort(compareVerdicts).map(verdict => verdict.definitionName),
  ).toEqual([
    'c-badly', // 9 times its limit
    'g-low', // a third of its limit
    'b-slightly', // 1.2 times its limit
    'e-warn',
    'd-none',
    'a-pass',
    'f-exempt',
  ]);
});
