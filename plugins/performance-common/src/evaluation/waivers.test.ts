import { evaluateTable } from './__testUtils__/evaluationTable';
import { isWaived } from './isWaived';

const RULE = 'budget:http.request.duration:p95';

function verdictsWith(...waivers: string[]) {
  return evaluateTable(
    [
      'budget org latency { metric: http.request.duration, statistic: p95, per: [endpoint], environment: [production, staging], limits: { fail: <= 300 ms } }',
      'run r1 production 2026-11-20T10:00:00Z',
      '  http.request.duration{endpoint=/pay} count=100 p95=412',
      '  http.request.duration{endpoint=/cart} count=100 p95=212',
      ...waivers,
    ].join('\n'),
  ).verdicts.map(verdict => {
    const { state, subject, waiver } = verdict;
    return [
      subject.environment,
      subject.labels.endpoint,
      state,
      ...(waiver ? [waiver.id] : []),
      ...(waiver?.exceeded ? ['exceeded'] : []),
      ...(isWaived(verdict) ? ['waived'] : []),
    ].join(' ');
  });
}

/** Without any waiver: production has two endpoints, staging has never been seen. */
const PAY = 'production /pay fail';
const CART = 'production /cart pass';
const STAGING = 'staging * no-data';

// Now is 2026-11-22T12:00Z.
describe('waivers', () => {
  it.each<[string, string[], string[]]>([
    ['none', [], [STAGING, PAY, CART]],
    [
      'the verdict keeps its state',
      [`waiver w ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-01`],
      [STAGING, `${PAY} w waived`, CART],
    ],
    [
      'missing data may be waived',
      [`waiver w ${RULE} staging {endpoint=*} 2026-11-01 2026-12-01`],
      [`${STAGING} w waived`, PAY, CART],
    ],
    [
      'a pass has one, but isn’t waived',
      [`waiver w ${RULE} production {endpoint=/cart} 2026-11-01 2026-12-01`],
      [STAGING, PAY, `${CART} w`],
    ],
    [
      'another rule',
      [
        'waiver w budget:http.request.duration:p99 production {endpoint=/pay} 2026-11-01 2026-12-01',
      ],
      [STAGING, PAY, CART],
    ],
    [
      'another environment',
      [`waiver w ${RULE} staging {endpoint=/pay} 2026-11-01 2026-12-01`],
      [STAGING, PAY, CART],
    ],
    [
      'fewer labels',
      [`waiver w ${RULE} production {} 2026-11-01 2026-12-01`],
      [STAGING, PAY, CART],
    ],
    [
      'more labels',
      [
        `waiver w ${RULE} production {endpoint=/pay,journey=checkout} 2026-11-01 2026-12-01`,
      ],
      [STAGING, PAY, CART],
    ],
    [
      'not approved yet',
      [
        `waiver w ${RULE} production {endpoint=/pay} 2026-11-22T12:00:01Z 2026-12-01`,
      ],
      [STAGING, PAY, CART],
    ],
    [
      'from the very instant',
      [
        `waiver w ${RULE} production {endpoint=/pay} 2026-11-22T12:00:00Z 2026-12-01`,
      ],
      [STAGING, `${PAY} w waived`, CART],
    ],
    [
      'expired at this instant',
      [
        `waiver w ${RULE} production {endpoint=/pay} 2026-11-01 2026-11-22T12:00:00Z`,
      ],
      [STAGING, PAY, CART],
    ],
    [
      'within its cap',
      [
        `waiver w ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-01 cap<=412`,
      ],
      [STAGING, `${PAY} w waived`, CART],
    ],
    [
      'beyond its cap',
      [
        `waiver w ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-01 cap<=411`,
      ],
      [STAGING, `${PAY} w exceeded`, CART],
    ],
    [
      'of several, one that helps',
      [
        `waiver w1 ${RULE} production {endpoint=/pay} 2026-11-01 2027-12-01 cap<=400`,
        `waiver w2 ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-01 cap<=500`,
      ],
      [STAGING, `${PAY} w2 waived`, CART],
    ],
    [
      'of several that help, the longest',
      [
        `waiver w1 ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-01`,
        `waiver w2 ${RULE} production {endpoint=/pay} 2026-11-01 2026-12-02`,
      ],
      [STAGING, `${PAY} w2 waived`, CART],
    ],
  ])('%s', (_, waivers, expected) => {
    expect(verdictsWith(...waivers).sort()).toEqual([...expected].sort());
  });

  it('holds for checks, of the entity as a whole', () => {
    const {
      verdicts: [verdict],
    } = evaluateTable(`
      check org tested { rationale: Why., fix: How., guide: guidelines/x, run: { type: load } }
      waiver w check:tested * {} 2026-11-01 2026-12-01
    `);
    expect(verdict).toMatchObject({
      state: 'fail',
      waiver: { id: 'w', until: '2026-12-01', exceeded: false },
    });
    expect(isWaived(verdict)).toBe(true);
  });
});
