import { join } from 'node:path';
import { demoBaseUrl } from '../support/baseUrl';
import { perfGate } from '../support/perfGate';
import { checkout, fixed, token, worse } from './checkout';

/** In a terminal: the pipeline's view of the two reports that come with the demo. */
export async function askTheGate() {
  const online = [
    ...['--entity', checkout, '--environment', 'production'],
    ...['--url', demoBaseUrl()],
  ];
  const offline = [
    ...['--entity', checkout, '--environment', 'production'],
    '--catalog',
    join('demo', 'catalog', 'checkout', 'catalog-info.yaml'),
    join('demo', 'catalog', 'domains', 'shop', 'catalog-info.yaml'),
    ...['--definitions', join('demo', 'definitions')],
  ];
  const beyondTheLimit =
    /Checkout response time .*journey=checkout.* is 520 ms; the limit is ≤ 300 ms, set by system checkout/;
  const beyondTheCap = /exceeds the waiver’s cap/;
  for (const [judge, reason] of [
    [online, beyondTheCap],
    // Files know of no waiver.
    [offline, beyondTheLimit],
  ] as const) {
    const env = { PERF_GATE_TOKEN: token };
    const refused = await perfGate(['check', worse, ...judge], env);
    expect(refused.stderr).toBe('');
    expect(refused.stdout).toMatch(reason);
    expect(refused.exitCode).toBe(1);

    const accepted = await perfGate(['check', fixed, ...judge], env);
    expect(accepted.stderr).toBe('');
    expect(accepted.stdout).toContain('Gate: exit code 0');
    expect(accepted.exitCode).toBe(0);
  }
}
