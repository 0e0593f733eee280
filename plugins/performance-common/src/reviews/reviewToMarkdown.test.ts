import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { EVERY_TYPE } from './__testUtils__/templateOf';
import { raisedRisks } from './raisedRisks';
import { ReviewDocument, reviewToMarkdown } from './reviewToMarkdown';

const MINIMAL: ReviewDocument = {
  title: 'Payments',
  status: 'draft',
  subject: { entityRef: 'component:default/pay' },
  templateTitle: 'Resilience',
  templateSpec: EVERY_TYPE,
  answers: [],
  raisedRisks: [],
};

/** As a reader that lets HTML through would show it. */
function render(review: ReviewDocument): string {
  return new MarkdownIt({ html: true, linkify: true }).render(
    reviewToMarkdown(review),
  );
}

const QUOTE = /<blockquote>(?:(?!<blockquote>)[^])*?<\/blockquote>/g;

/** Headings of the document itself, not of what is quoted in it. */
function headings(review: ReviewDocument): string[] {
  let html = render(review);
  // From the innermost outwards.
  while (html.search(QUOTE) >= 0) {
    html = html.replace(QUOTE, '');
  }
  return Array.from(
    html.matchAll(/<h(\d)>(.*?)<\/h\1>/g),
    ([, level, text]) => `${level} ${text}`,
  );
}

const HEADINGS = [
  '1 Payments',
  '2 Calls',
  '3 Does every call have a deadline?',
  '3 What protects it?',
  '2 Numbers',
  '3 How fast?',
  '3 How available?',
  '3 Anything else?',
];

describe('reviewToMarkdown', () => {
  it('writes a whole review', () => {
    const answers = [
      {
        question: 'deadlines',
        choices: ['some'],
        notes: 'Two of *five*.\n\n- `stock`\n- `mail`',
        evidence: [
          {
            type: 'verdict' as const,
            ref: 'budget:http.request.duration:p95',
            environment: 'production',
          },
          {
            type: 'slo' as const,
            ref: 'availability',
            title: 'Availability',
            from: '2026-10-01T00:00:00Z',
            to: '2026-10-29T00:00:00Z',
          },
          { type: 'link' as const, ref: 'https://example.com/adr(7)' },
        ],
        by: 'user:default/ada',
        at: '2026-11-20T09:00:00Z',
      },
      { question: 'p95', number: 600 },
      { question: 'available', notApplicable: 'Nobody waits for it.' },
      { question: 'remarks', text: 'None.' },
    ];
    expect(
      reviewToMarkdown({
        ...MINIMAL,
        id: '4',
        status: 'published',
        subject: {
          entityRef: 'component:default/pay',
          within: 'system:default/checkout',
          title: 'Pay',
        },
        answers,
        raisedRisks: raisedRisks(EVERY_TYPE, answers).map((risk, index) => ({
          ...risk,
          decision:
            index === 0
              ? {
                  type: 'finding' as const,
                  findingId: '17',
                  by: 'user:default/ada',
                }
              : {
                  type: 'dismissed' as const,
                  reason: 'Known.',
                  by: 'user:default/ada',
                },
        })),
        stale: [
          {
            question: 'deadlines',
            changes: [
              {
                dependency: 'relations',
                added: ['component:default/mail'],
                removed: ['component:default/stock'],
              },
            ],
          },
        ],
        reviewers: ['user:default/ada', 'group:default/architects'],
        published: { by: 'user:default/ada', at: '2026-11-21T10:00:00Z' },
        nextReviewAt: '2027-05-20T10:00:00Z',
        milestone: {
          number: 2,
          name: 'Before launch',
          by: 'user:default/ada',
          at: '2026-11-21T10:00:00Z',
        },
        urlOf: ({ type }) =>
          type === 'verdict'
            ? 'https://backstage.example.com/verdicts/9'
            : undefined,
      }),
    ).toBe(`# Payments

- Review: R-4
- Subject: Pay, component:default/pay, planned within system:default/checkout
- Template: Resilience, version 1.0
- Milestone 2: Before launch, 2026-11-21, user:default/ada
- Status: Published on 2026-11-21 by user:default/ada
- Reviewers: user:default/ada, group:default/architects
- Next review: 2027-05-20
- Answered: 4 of 5 questions, of which 1 not applicable
- Stale: 1 answer

## Risks

### Waits for ever

- Raised by: Does every call have a deadline?
- Category: other
- Severity: high; likelihood: low
- Decision: finding F-17, made by user:default/ada

Recommendation:

> Mend it.

### Slow

- Raised by: How fast?
- Category: other
- Severity: high; likelihood: low
- Decision: dismissed by user:default/ada: Known.

Recommendation:

> Mend it.

## Calls

### Does every call have a deadline?

- **Some**

Notes:

> Two of *five*.
>
> - \`stock\`
> - \`mail\`

Evidence:

- Verdict: [budget:http.request.duration:p95](<https://backstage.example.com/verdicts/9>), production
- SLO: Availability, 2026-10-01T00:00:00Z – 2026-10-29T00:00:00Z
- Link: [https:\u200b//example.com/adr(7)](<https://example.com/adr(7)>)

Stale since its publication: relations: component:default/mail is new; relations: component:default/stock is gone.

Answered by user:default/ada on 2026-11-20.

### What protects it?

Not answered.

## Numbers

### How fast?

**600 ms**

### How available?

Not applicable: Nobody waits for it.

### Anything else?

> None.
`);
  });

  it('has the headings of the template', () => {
    expect(headings(MINIMAL)).toEqual(HEADINGS);
  });

  /** What people may write where Markdown is expected. */
  it.each([
    '# Approved',
    'text\n===',
    '```\nnever closed\n# Approved',
    '~~~\n```\n<script>alert(1)</script>\n~~~\n<script>alert(2)</script>',
    '``` not`a fence\n<script>alert(1)</script>',
    '    ```\n<script>alert(1)</script>',
    '- a\n\n      ```\n\n  <script>alert(1)</script>',
    '`a\n<img src=x onerror=alert(1)> `b',
    '<!-- hidden',
    '</blockquote># Approved',
    '<details>\n\n# Approved',
    '[ref]: https://example.com\n\n# Approved',
    'one\r\n\r\n# Approved',
    'one\u2028# Approved',
    '> quoted\n\n# Approved',
    '1. a\n\n   # Approved',
  ])('keeps %j within its answer', text => {
    const review: ReviewDocument = {
      ...MINIMAL,
      answers: [
        { question: 'deadlines', choices: ['all'], notes: text },
        { question: 'remarks', text },
      ],
    };
    const html = render(review);
    expect(headings(review)).toEqual(HEADINGS);
    // In a block of code it is text.
    expect(html).not.toMatch(/<(script|img|details|!--)/);
    expect(html.match(/<blockquote>/g)?.length).toBe(
      html.match(/<\/blockquote>/g)?.length,
    );
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JavaScript\\:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x](&#x6a;avascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x][y]\n\n[y]: vbscript:alert(1)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  ])('leaves %j nothing to run, even by a reader that takes any link', text => {
    const careless = new MarkdownIt({ html: true });
    careless.validateLink = () => true;
    const html = careless.render(
      reviewToMarkdown({
        ...MINIMAL,
        answers: [{ question: 'remarks', text }],
      }),
    );
    const targets = Array.from(html.matchAll(/(?:href|src)="([^"]*)"/g));
    for (const [, target] of targets) {
      // As a browser reads it.
      expect(new URL(target, 'https://example.com').protocol).toBe('https:');
    }
  });

  it('says of what was taken back only who did', () => {
    const [question] = EVERY_TYPE.areas[0].questions;
    const text = reviewToMarkdown({
      ...MINIMAL,
      answers: [
        {
          question: question.name,
          by: 'user:default/ada',
          at: '2026-11-20T09:00:00Z',
        },
      ],
    });
    expect(text).toContain(
      'Not answered.\n\nLast changed by user:default/ada on 2026-11-20.',
    );
    expect(text).not.toContain('Answered by');
  });

  /** What people may write where a line of text is expected. */
  it.each([
    'A\n# Approved',
    '<script>alert(1)</script>',
    '[click](javascript:alert(1))',
    '![x](https://example.com/x.png)',
    '**bold** _it_ `code` ~~gone~~',
    '- list',
    '1. list',
    '| table |',
    '&lt;script&gt; &amp;',
    '@octocat https://example.com',
    '\\# \\<b>',
    '$x$ #12',
    '===',
    '+ plus',
  ])('shows %j as it is', text => {
    const review: ReviewDocument = {
      ...MINIMAL,
      title: text,
      templateTitle: text,
      reviewers: [text],
      answers: [
        { question: 'deadlines', notApplicable: text },
        {
          question: 'remarks',
          evidence: [
            { type: 'attachment', ref: '1', title: text },
            { type: 'link', ref: 'https://example.com/a', title: text },
            { type: 'link', ref: 'data:text/html,x', title: text },
          ],
        },
      ],
    };
    const html = render(review);
    const shown = text
      .replaceAll('\n', ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('@', '@\u200b')
      .replaceAll('://', ':\u200b//');
    expect(headings(review)).toEqual([`1 ${shown}`, ...HEADINGS.slice(1)]);
    expect(html.split(shown).length - 1).toBe(7);
    expect(html.match(/<a [^>]*>/g)).toEqual([
      '<a href="https://example.com/a">',
    ]);
    expect(html).not.toMatch(/<(script|img|strong|em|code|table|ol)/);
  });

  /** What Markdown and HTML are made of. */
  const pieces = fc
    .array(
      fc.constantFrom(
        ...'#>-+*_~`=|<![]()&;:/\\ \n\t1.ax"\''.split(''),
        '```',
        '~~~',
        '\n\n',
        '    ',
        '<b>',
        '</blockquote>',
        '<!--',
        '-->',
        '<script>',
        '<![CDATA[',
        '\r\n',
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join(''));

  it('keeps whatever is written in its place', () => {
    fc.assert(
      fc.property(pieces, pieces, (markdown, line) => {
        const review: ReviewDocument = {
          ...MINIMAL,
          title: `T${line}`,
          answers: [
            {
              question: 'deadlines',
              choices: ['all'],
              notes: markdown,
              evidence: [{ type: 'run', ref: '1', title: line }],
            },
            { question: 'protections', notApplicable: line },
            { question: 'remarks', text: markdown },
          ],
        };
        expect(headings(review).slice(1)).toEqual(HEADINGS.slice(1));
        expect(render(review)).not.toMatch(/<(script|b>|!)/);
      }),
      { numRuns: 500 },
    );
  });
});
