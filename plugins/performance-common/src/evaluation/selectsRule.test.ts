import { RuleSelector } from '../model';
import { SelectableRule, selectsRule } from './selectsRule';

const P95: SelectableRule = {
  ruleId: 'budget:http.request.duration:p95',
  area: 'latency',
  metric: 'http.request.duration',
  statistic: 'p95',
  environment: 'production',
};
const CHECK: SelectableRule = {
  ruleId: 'check:load-test-fresh',
  area: 'practices',
  environment: '*',
};

const SLO: SelectableRule = {
  ruleId: 'slo:latency:fast',
  area: 'slos',
  environment: 'production',
};

describe('selectsRule', () => {
  it.each<[RuleSelector, boolean]>([
    [{ slo: 'latency' }, true],
    [{ slo: 'lat*' }, true],
    [{ slo: '*' }, true],
    [{ area: 'slos' }, true],
    [{ slo: 'latency:fast' }, false],
    [{ slo: 'late' }, false],
    [{ check: '*' }, false],
    [{ budget: { metric: '*' } }, false],
    [{ area: 'latency' }, false],
  ])('%j on an SLO: %s', (selector, expected) => {
    expect(selectsRule(selector, SLO)).toBe(expected);
  });

  it.each<[RuleSelector, boolean]>([
    [{ finding: {} }, true],
    [{ finding: { atLeast: 'low' } }, true],
    [{ finding: { atLeast: 'high' } }, true],
    [{ finding: { atLeast: 'critical' } }, false],
    [{ finding: { categories: ['testing', 'fan-out'] } }, true],
    [{ finding: { categories: ['testing'] } }, false],
    [{ finding: { atLeast: 'critical', categories: ['fan-out'] } }, false],
    [{ area: 'findings' }, true],
    [{ check: '*' }, false],
    [{ slo: '*' }, false],
    [{ budget: { metric: '*' } }, false],
  ])('%j on a finding: %s', (selector, expected) => {
    expect(
      selectsRule(selector, {
        ruleId: 'finding:17',
        area: 'findings',
        finding: { risk: 'high', category: 'fan-out' },
      }),
    ).toBe(expected);
  });

  it('means any finding where none is in question', () => {
    const all = { ruleId: 'finding:*', area: 'findings' };
    expect(selectsRule({ finding: { atLeast: 'critical' } }, all)).toBe(true);
    expect(selectsRule({ finding: {} }, CHECK)).toBe(false);
  });

  it('tells SLOs from others', () => {
    expect(selectsRule({ slo: '*' }, P95)).toBe(false);
    expect(selectsRule({ slo: '*' }, CHECK)).toBe(false);
  });

  it.each<[RuleSelector, boolean, boolean]>([
    [{ area: 'latency' }, true, false],
    [{ area: 'practices' }, false, true],
    [{ check: 'load-test-fresh' }, false, true],
    [{ check: 'load-*' }, false, true],
    [{ check: '*' }, false, true],
    [{ check: 'load' }, false, false],
    [{ budget: { metric: 'http.request.duration' } }, true, false],
    [{ budget: { metric: '*' } }, true, false],
    [{ budget: { metric: 'http.*', statistic: 'p95' } }, true, false],
    [{ budget: { metric: 'http.*', statistic: 'p99' } }, false, false],
    [{ budget: { metric: 'web.*' } }, false, false],
    [
      { budget: { metric: '*', environments: ['staging', 'production'] } },
      true,
      false,
    ],
    [{ budget: { metric: '*', environments: ['staging'] } }, false, false],
  ])('%j: budget %s, check %s', (selector, budget, check) => {
    expect(selectsRule(selector, P95)).toBe(budget);
    expect(selectsRule(selector, CHECK)).toBe(check);
  });

  it('selects where no environment has been seen yet, or none is asked about', () => {
    const selector: RuleSelector = {
      budget: { metric: '*', environments: ['staging'] },
    };
    expect(selectsRule(selector, { ...P95, environment: '*' })).toBe(true);
    expect(selectsRule(selector, { ...P95, environment: undefined })).toBe(
      true,
    );
  });
});
