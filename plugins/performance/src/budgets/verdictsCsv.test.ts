import { fixtureVerdicts } from '../../dev/fixtures';
import { verdictsCsv } from './verdictsCsv';

const [verdict] = fixtureVerdicts;

describe('verdictsCsv', () => {
  it('writes one line per verdict below the names of the columns', () => {
    const [header, line, rest] = verdictsCsv([verdict]).split('\r\n');

    expect(header).toBe(
      'state,entity,environment,budget,metric,statistic,value,unit,limit,since,reason,owner,system,domain,run',
    );
    expect(line).toBe(
      'fail,component:default/checkout,production,checkout · p95 response time,http.request.duration,p95,412,ms,warn ≤ 250 ms · fail ≤ 300 ms,2026-11-12T12:00:00.000Z,,group:default/payments,system:default/ordering,domain:default/shop,run-0',
    );
    expect(rest).toBe('');
  });

  it('quotes what would break the line, and keeps formulas text', () => {
    const csv = verdictsCsv([
      {
        ...verdict,
        subject: {
          ...verdict.subject,
          labels: { endpoint: '=HYPERLINK("https://evil.example","a")' },
        },
      },
    ]);

    expect(csv).toContain(
      `,"'=HYPERLINK(""https://evil.example"",""a"") · p95 response time",`,
    );
  });
});
