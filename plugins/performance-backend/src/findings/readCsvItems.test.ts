import { findingsToCsv } from './findingsToCsv';
import { readCsvItems } from './readCsvItems';

const HEADING = ['entityRef', 'title', 'category', 'severity', 'likelihood'];
const ROW = ['component:default/pay', 'No; or, late', 'other', 'high', 'low'];

describe('readCsvItems', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('reads cells divided by %s', (_, delimiter) => {
    const text = [HEADING, ROW.map(cell => `"${cell}"`)]
      .map(cells => cells.join(delimiter))
      .join('\n');

    expect(readCsvItems(text)).toEqual({
      items: [
        {
          line: 2,
          fields: {
            entityRef: 'component:default/pay',
            title: 'No; or, late',
            category: 'other',
            severity: 'high',
            likelihood: 'low',
          },
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines that end with %s, also within cells', (_, end) => {
    const text = [
      'entityRef,title,category,severity,likelihood,description',
      'a,One,other,high,low,"first',
      'second"',
      '',
      'b,Two,other,high,low,text',
      'c,Three',
      '',
    ].join(end);

    const { items, problems } = readCsvItems(`\ufeff${text}`);
    expect(items.map(({ line, fields }) => [line, fields.description])).toEqual(
      [
        [2, 'first\nsecond'],
        [5, 'text'],
      ],
    );
    expect(problems).toEqual([
      { line: 6, message: 'There are 2 cells, and 6 in the heading' },
    ]);
  });
});

describe('findingsToCsv', () => {
  it('quotes cells with breaks, which end a record to other readers', () => {
    const [, ...lines] = findingsToCsv([
      {
        entityRef: 'component:default/pay',
        title: 'Slow',
        description: 'a\nb',
      },
    ]).split('\r\n');

    expect(lines).toEqual([
      expect.stringContaining(',component:default/pay,,Slow,"a\nb",'),
      '',
    ]);
  });

  it('writes what is read again as it was', () => {
    const fields = {
      entityRef: 'component:default/pay',
      title: "'=1+1",
      description: '-2\n+3, "4"; 5',
      category: 'other',
      severity: 'high',
      likelihood: 'low',
    };

    expect(readCsvItems(findingsToCsv([fields])).items).toEqual([
      { line: 2, fields },
    ]);
  });
});
