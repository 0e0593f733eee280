import { ReviewAnswer } from '../model';
import { RISK, templateOf } from './__testUtils__/templateOf';
import { carryAnswers } from './carryAnswers';
import { compareTemplates } from './compareTemplates';

/** Questions of one area. */
function withQuestions(...questions: string[]) {
  return templateOf(
    `- name: a\n  title: A\n  questions:\n${questions
      .map(question => `    - { ${question} }`)
      .join('\n')}`,
  );
}

const ONE =
  'name: q, title: Q?, type: one, choices: [{ name: x, title: X }, { name: y, title: Y }]';
const MANY = ONE.replace('one', 'many');
const NUMBER = 'name: q, title: Q?, type: number, unit: ms';
const OTHER = 'name: other, title: Other, type: text';

/** What becomes of a question, and of an answer to it. */
const CHANGES: [
  what: string,
  from: string,
  to: string,
  answer: Omit<ReviewAnswer, 'question'>,
  change: string | undefined,
  details: string[],
  carried: Omit<ReviewAnswer, 'question'> | undefined,
][] = [
  ['nothing', ONE, ONE, { choices: ['x'] }, undefined, [], { choices: ['x'] }],
  [
    'the title',
    ONE,
    ONE.replace('Q?', 'Really?'),
    { choices: ['x'] },
    'changed',
    ['It was “Q?”.'],
    { choices: ['x'] },
  ],
  [
    'guidance, and whether it is required',
    ONE,
    `${ONE}, guidance: Look., required: false`,
    { choices: ['x'] },
    'changed',
    ['It may be left open now.', 'The guidance is another.'],
    { choices: ['x'] },
  ],
  [
    'what the answer depends on, and the risks',
    `${ONE}, dependsOn: [apis]`,
    `${ONE}, dependsOn: [slos, apis], risks: [{ when: { any: [x] }, title: T, ${RISK} }]`,
    { choices: ['x'] },
    'changed',
    ['The answer depends on slos, apis.', 'Answers raise other risks.'],
    { choices: ['x'] },
  ],
  [
    'only the order of what it depends on',
    `${ONE}, dependsOn: [apis, slos]`,
    `${ONE}, dependsOn: [slos, apis]`,
    { choices: ['x'] },
    undefined,
    [],
    { choices: ['x'] },
  ],
  [
    'a choice more, and one in other words',
    ONE,
    ONE.replace('title: X }', 'title: Xx }, { name: z, title: Z }'),
    { choices: ['x'] },
    'changed',
    ['New choices: “Z”.', 'Choices in other words: “Xx”.'],
    { choices: ['x'] },
  ],
  [
    'the choice that was given',
    ONE,
    ONE.replace('name: x', 'name: z'),
    { choices: ['x'], notes: 'Why.' },
    'changed',
    ['New choices: “X”.', 'Choices that are gone: “X”.'],
    { notes: 'Why.' },
  ],
  [
    'another choice than the given one',
    ONE,
    ONE.replace('name: x', 'name: z'),
    { choices: ['y'] },
    'changed',
    ['New choices: “X”.', 'Choices that are gone: “X”.'],
    { choices: ['y'] },
  ],
  [
    'one of many choices given',
    MANY,
    MANY.replace('{ name: x, title: X }, ', ''),
    { choices: ['x', 'y'] },
    'changed',
    ['Choices that are gone: “X”.'],
    { choices: ['y'] },
  ],
  [
    'all of the many choices given',
    MANY,
    MANY.replace('{ name: x, title: X }, ', ''),
    { choices: ['x'] },
    'changed',
    ['Choices that are gone: “X”.'],
    undefined,
  ],
  [
    'one choice to many',
    ONE,
    MANY,
    { choices: ['x'] },
    'changed',
    ['It is answered with any number of choices, not one choice.'],
    { choices: ['x'] },
  ],
  [
    'many choices to one, with two given',
    MANY,
    ONE,
    { choices: ['x', 'y'] },
    'changed',
    ['It is answered with one choice, not any number of choices.'],
    undefined,
  ],
  [
    'the type',
    ONE,
    'name: q, title: Q?, type: text',
    { choices: ['x'] },
    'changed',
    [
      'It is answered with a text, not one choice.',
      'Choices that are gone: “X”, “Y”.',
    ],
    undefined,
  ],
  [
    'the type, where it didn’t apply',
    ONE,
    'name: q, title: Q?, type: text',
    { notApplicable: 'No calls.' },
    'changed',
    [
      'It is answered with a text, not one choice.',
      'Choices that are gone: “X”, “Y”.',
    ],
    { notApplicable: 'No calls.' },
  ],
  [
    'the unit of a number',
    NUMBER,
    NUMBER.replace('ms', 's'),
    { number: 300 },
    'changed',
    ['The number is in s, not in ms.'],
    undefined,
  ],
];

describe('compareTemplates', () => {
  it.each(CHANGES)(
    'tells a change of %s',
    (_, from, to, answer, change, details, carried) => {
      const { questions } = compareTemplates(
        withQuestions(from, OTHER),
        withQuestions(to, OTHER),
        [{ question: 'q', ...answer }],
      );
      expect(
        questions.map(({ question, ...rest }) => [
          question,
          rest.change,
          rest.details,
          rest.answered,
          rest.answerLost,
        ]),
      ).toEqual(
        change
          ? [
              [
                'q',
                change,
                details,
                true,
                carried === undefined || Object.keys(carried)[0] === 'notes',
              ],
            ]
          : [],
      );
    },
  );

  it('tells of questions that are new, gone and at another place', () => {
    const from = templateOf(`- name: a
  title: A
  questions:
    - { name: one, title: One?, type: text }
    - { name: two, title: Two?, type: text }
    - { name: three, title: Three?, type: text }
- name: b
  title: B
  questions:
    - { name: four, title: Four?, type: text }
    - { name: five, title: Five?, type: text }`);
    const to = templateOf(
      `- name: b
  title: B
  questions:
    - { name: three, title: Three?, type: text }
    - { name: five, title: Five?, type: text }
- name: a
  title: A
  questions:
    - { name: two, title: Two?, type: text }
    - { name: six, title: Six?, type: text }
    - { name: one, title: One?, type: text }`,
      '2.0',
    );
    expect(
      compareTemplates(from, to, [
        { question: 'three', text: 'Yes.' },
        { question: 'four', text: 'Yes.' },
        { question: 'one', notes: 'Later.' },
      ]),
    ).toEqual({
      from: '1.0',
      to: '2.0',
      questions: [
        ['three', 'moved', 'Moved from the area “A” to “B”.', true, false],
        ['two', 'moved', 'Asked at another place of its area.', false, false],
        [
          'six',
          'added',
          'New in the area “A”, and has to be answered.',
          false,
          false,
        ],
        ['one', 'moved', 'Asked at another place of its area.', false, false],
        ['four', 'removed', 'Not asked any more in the area “B”.', true, true],
      ].map(([question, change, detail, answered, answerLost]) => ({
        question,
        title: expect.stringMatching(new RegExp(`^${question}\\?$`, 'i')),
        change,
        details: [detail],
        vanishedChoices: [],
        answered,
        answerLost,
      })),
    });
  });

  it('names choices that vanished', () => {
    const { questions } = compareTemplates(
      withQuestions(MANY),
      withQuestions(MANY.replace('{ name: x, title: X }, ', '')),
    );
    expect(questions).toMatchObject([{ vanishedChoices: ['x'] }]);
  });

  it('finds nothing between equal versions, whatever the order of their fields', () => {
    const template = withQuestions(
      `${ONE}, risks: [{ when: { any: [x] }, title: T, ${RISK} }]`,
    );
    const stored = JSON.parse(
      JSON.stringify(template, (_, value) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    );
    expect(Object.keys(stored.areas[0].questions[0])[0]).not.toBe('name');
    expect(compareTemplates(template, stored).questions).toEqual([]);
  });
});

describe('carryAnswers', () => {
  it.each(CHANGES)(
    'over a change of %s',
    (_, from, to, answer, _change, _details, carried) => {
      expect(
        carryAnswers(withQuestions(from, OTHER), withQuestions(to, OTHER), [
          { question: 'q', ...answer },
        ]),
      ).toEqual(carried ? [{ question: 'q', ...carried }] : []);
    },
  );

  it('leaves out what isn’t asked any more and keeps fields of the caller', () => {
    expect(
      carryAnswers(withQuestions(ONE, OTHER), withQuestions(ONE), [
        { question: 'other', text: 'Bye.', version: 1 },
        { question: 'q', choices: ['x'], version: 7 },
      ]),
    ).toEqual([{ question: 'q', choices: ['x'], version: 7 }]);
  });
});
