import { Series } from '../model';
import { explainRise } from './explainRise';

function endpoint(name: string, count: number, mean: number): Series {
  return {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: { endpoint: name },
    count,
    mean,
    quantiles: {},
    quantileMethod: 'none',
  };
}

describe('explainRise', () => {
  it('weighs each endpoint’s rise by its share of the requests', () => {
    const explanation = explainRise({
      metric: 'http.request.duration',
      run: [
        endpoint('GET /', 800, 52.5),
        endpoint('POST /pay', 200, 300),
        endpoint('GET /new', 0, 900),
      ],
      baseline: [endpoint('GET /', 900, 50), endpoint('POST /pay', 100, 250)],
    });
    // GET /: 0.8 × 2.5 = 2; POST /pay: 0.2 × 50 = 10; 10 / 12 = 83 %.
    expect(explanation?.sentence).toBe('POST /pay explains 83 % of the rise');
    expect(explanation?.contributions).toEqual([
      { labels: { endpoint: 'POST /pay' }, rise: 10, share: 10 / 12 },
      { labels: { endpoint: 'GET /' }, rise: 2, share: 2 / 12 },
    ]);
  });

  it('blames no one where all got better', () => {
    const explanation = explainRise({
      metric: 'http.request.duration',
      run: [endpoint('a', 1, 10), endpoint('b', 1, 10)],
      baseline: [endpoint('a', 1, 20), endpoint('b', 1, 30)],
    });
    expect(explanation?.sentence).toBeUndefined();
    expect(explanation?.contributions.map(({ share }) => share)).toEqual([
      0, 0,
    ]);
  });

  it('adds up what a tool’s own labels split', () => {
    const scenario = (name: string, part: Series): Series => ({
      ...part,
      labels: { ...part.labels, scenario: name },
    });
    const explanation = explainRise({
      metric: 'http.request.duration',
      run: [
        scenario('mobile', endpoint('POST /pay', 100, 400)),
        scenario('desktop', endpoint('POST /pay', 100, 200)),
        endpoint('GET /', 800, 52.5),
        // The same requests once more.
        scenario('desktop', endpoint('GET /', 500, 60)),
      ],
      baseline: [
        endpoint('POST /pay', 100, 250),
        scenario('mobile', endpoint('GET /', 900, 50)),
      ],
    });
    expect(explanation?.contributions).toEqual([
      { labels: { endpoint: 'POST /pay' }, rise: 10, share: 10 / 12 },
      { labels: { endpoint: 'GET /' }, rise: 2, share: 2 / 12 },
    ]);
  });

  it('has nothing to say where no endpoint is in both runs', () => {
    expect(
      explainRise({
        metric: 'http.request.duration',
        run: [endpoint('a', 1, 10)],
        baseline: [endpoint('b', 1, 10)],
      }),
    ).toBeUndefined();
  });
});
