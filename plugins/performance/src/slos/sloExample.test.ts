import { parseOpenSlo } from '@perf-governance/plugin-performance-common';
import { sloExample } from './sloExample';

describe('sloExample', () => {
  it('is valid, by the strictest reading of OpenSLO', () => {
    const { definition } = sloExample('component:default/checkout');

    const { slos, problems } = parseOpenSlo(definition, {
      file: 'performance.yaml',
      profile: 'strict',
    });

    expect(problems).toEqual([]);
    expect(slos).toMatchObject([
      { metadata: { name: 'availability' }, spec: { service: 'checkout' } },
    ]);
  });
});
