import { component } from '../__testUtils__/fixtures';
import { renderIndicator } from './renderIndicator';

const NAMED = 'sum({service="{{ entity.metadata.name }}"}[{{.window}}])';
const MISSING =
  '{team="{{ entity.metadata.annotations[\'example.com/team\'] }}"}';

describe('renderIndicator', () => {
  const entity = component('checkout');

  it('puts the entity and the step into each query', () => {
    expect(
      renderIndicator(
        {
          type: 'ratio',
          counter: true,
          bad: { source: 'main', query: NAMED },
          total: { source: 'main', query: 'vector(1)' },
        },
        entity,
        300,
      ),
    ).toEqual({
      type: 'ratio',
      counter: true,
      bad: { source: 'main', query: 'sum({service="checkout"}[300s])' },
      total: { source: 'main', query: 'vector(1)' },
    });
  });

  it('asks for nothing where the entity lacks what a query names', () => {
    expect(
      renderIndicator(
        { type: 'threshold', metric: { source: 'main', query: MISSING } },
        entity,
        300,
      ),
    ).toEqual({
      type: 'unrenderable',
      code: 'missing-field',
      message: expect.stringContaining('example.com/team'),
    });
  });

  it('asks for nothing that would come from several sources', () => {
    expect(
      renderIndicator(
        {
          type: 'ratio',
          counter: true,
          good: { source: 'main', query: 'a' },
          total: { source: 'other', query: 'b' },
        },
        entity,
        300,
      ),
    ).toEqual({
      type: 'unrenderable',
      code: 'several-sources',
      message:
        'What is counted comes from several metric sources, and has to be of one: main, other.',
    });
  });

  it('leaves what is pushed as it is', () => {
    expect(renderIndicator({ type: 'pushed' }, entity, 300)).toEqual({
      type: 'pushed',
    });
  });
});
