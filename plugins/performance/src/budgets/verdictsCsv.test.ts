import { fixtureVerdicts } from '../../dev/fixtures';
import { verdictsCsv } from './verdictsCsv';

const [verdict] = fixtureVerdicts;

describe('verdictsCsv', () => {
  it('writes one line per verdict below the names of the columns', () => {
    const [header, line, rest] = verdictsCsv([verdict]).split('\r\n');

    expect(header).toBe(
      'state,entity,environment,budget,metric,statistic,value,unit,limit,since,reason,owner,system,domain,run,rule,area,stage,waivedUntil',
    );
    expect(line).toBe(
      'fail,component:default/checkout,production,checkout · p95 response time,http.request.duration,p95,412,ms,warn ≤ 250 ms · fail ≤ 300 ms,2026-11-12T12:00:00.000Z,,group:default/payments,system:default/ordering,domain:default/shop,run-0,budget:http.request.duration:p95,latency,block,',
    );
    expect(rest).toBe('');
  });

  it('says until when a failure is waived', () => {
    const waiver = { id: '7', until: '2026-12-22T12:00:00Z', exceeded: false };
    const endOf = (more: object) =>
      verdictsCsv([{ ...verdict, waiver, ...more }])
        .split('\r\n')[1]
        .split(',')
        .pop();

    expect(endOf({})).toBe('2026-12-22T12:00:00Z');
    expect(endOf({ waiver: { ...waiver, exceeded: true } })).toBe('');
    expect(endOf({ state: 'pass' })).toBe('');
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
