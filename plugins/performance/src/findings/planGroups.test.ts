import {
  FindingEffort,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import { PlanGroup, planGroupOf } from './planGroups';

describe('planGroupOf', () => {
  it.each<[RiskLevel, FindingEffort | undefined, PlanGroup]>([
    ['critical', 'small', 'quick-wins'],
    ['high', 'small', 'quick-wins'],
    ['high', 'medium', 'big-bets'],
    ['critical', 'large', 'big-bets'],
    ['critical', undefined, 'to-estimate'],
    ['medium', 'small', 'small-improvements'],
    ['low', 'small', 'small-improvements'],
    ['medium', 'large', 'later'],
    ['low', undefined, 'later'],
  ])('%s risk, %s effort: %s', (risk, effort, group) => {
    expect(planGroupOf(risk, effort)).toBe(group);
  });
});
