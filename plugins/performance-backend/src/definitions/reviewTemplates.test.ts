import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  answerProblems,
  applicableDefinitions,
  draftDefinitions,
  missingAnswers,
  parseDefinitions,
  questionsOf,
  raisedRisks,
  resolveEntityFact,
  ReviewAnswer,
  ReviewQuestion,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listBuiltInFiles } from './listBuiltInFiles';

const docs = join(
  resolve(
    resolvePackagePath('@perf-governance/plugin-performance-backend'),
    '../..',
  ),
  'docs',
);

const NAMES = [
  'data-and-queries',
  'launch-readiness',
  'service-architecture',
  'web-front-end',
];

async function readTemplates(): Promise<ReviewTemplateDefinition[]> {
  const templates: ReviewTemplateDefinition[] = [];
  for (const { location, path } of await listBuiltInFiles('reviewTemplates')) {
    const { definitions, problems } = parseDefinitions(
      await readFile(path, 'utf8'),
      {
        file: location,
        layer: { kind: 'org' },
        source: { type: 'config', location },
      },
    );
    // Problems carry file, line and message.
    expect(problems).toEqual([]);
    for (const definition of definitions) {
      expect(definition.kind).toBe('ReviewTemplate');
      templates.push(definition as ReviewTemplateDefinition);
    }
  }
  return templates;
}

/** Every answer with one choice or none of many, and numbers from one beyond all limits to the other. */
function possibleAnswers(question: ReviewQuestion): ReviewAnswer[] {
  const { name, type, choices } = question;
  if (type === 'number') {
    return [0, 0.01, 1, 50, 99.5, 99.99, 5000].map(number => ({
      question: name,
      number,
    }));
  }
  return type === 'text'
    ? [{ question: name, text: 'Words.' }]
    : choices.map(choice => ({ question: name, choices: [choice.name] }));
}

describe('the built-in templates of reviews', () => {
  it('are four, with areas and questions enough for an hour or two', async () => {
    const templates = await readTemplates();
    expect(templates.map(({ metadata }) => metadata.name)).toEqual(NAMES);
    for (const { spec, metadata } of templates) {
      const counts = {
        name: metadata.name,
        areas: spec.areas.length,
        questions: questionsOf(spec).length,
      };
      expect(counts.areas).toBeGreaterThanOrEqual(4);
      expect(counts.areas).toBeLessThanOrEqual(7);
      expect(counts.questions).toBeGreaterThanOrEqual(15);
      expect(counts.questions).toBeLessThanOrEqual(30);
      expect(spec.reviewAfterSeconds).toBeGreaterThan(0);
    }
  });

  it.each(NAMES)('%s names pages of this documentation', async name => {
    const { spec } = await readTemplate(name);
    const guides = questionsOf(spec).flatMap(({ guide = [] }) => guide);
    expect(guides.length).toBeGreaterThanOrEqual(10);
    expect(
      guides.filter(guide => !existsSync(join(docs, `${guide}.md`))),
    ).toEqual([]);
  });

  it.each(NAMES)(
    '%s explains every question that has a risk or a draft, and what to do about each risk',
    async name => {
      const { spec } = await readTemplate(name);
      const questions = questionsOf(spec);
      expect(
        questions
          .filter(
            ({ guidance, guide, draft, risks }) =>
              (draft || risks.length > 0) &&
              guidance === undefined &&
              guide === undefined &&
              risks.every(({ description }) => description === undefined),
          )
          .map(question => question.name),
      ).toEqual([]);
      expect(
        questions.flatMap(({ risks }) =>
          risks.filter(({ effort }) => effort === undefined),
        ),
      ).toEqual([]);
    },
  );

  it.each(NAMES)(
    '%s has an answer that raises each risk, and one to each question that raises none',
    async name => {
      const { spec } = await readTemplate(name);
      for (const question of questionsOf(spec)) {
        const answers = possibleAnswers(question);
        const raised = answers.map(answer =>
          raisedRisks(spec, [answer]).map(({ index }) => index),
        );
        const everyChoice: ReviewAnswer = {
          question: question.name,
          choices: question.choices.map(choice => choice.name),
        };
        expect([question.name, [...new Set(raised.flat())].sort()]).toEqual([
          question.name,
          question.risks.map((_, index) => index),
        ]);
        const calm =
          question.type === 'many'
            ? raisedRisks(spec, [
                {
                  ...everyChoice,
                  // The last says that nothing of it holds, and contradicts the others.
                  choices: everyChoice.choices?.slice(0, -1),
                },
              ])
            : raised.find(risks => risks.length === 0);
        expect([question.name, calm]).toEqual([question.name, []]);
      }
    },
  );

  it.each(NAMES)('%s drafts definitions that can be read', async name => {
    const { spec } = await readTemplate(name);
    const answers = questionsOf(spec).flatMap(question =>
      question.draft ? { question: question.name, number: 0.5 } : [],
    );
    for (const answer of answers) {
      expect(answerProblems(spec, answer)).toEqual([]);
    }
    const { yaml, count } = draftDefinitions(spec, answers, {
      entityRef: 'component:default/pay',
    });
    const { definitions, problems } = parseDefinitions(yaml, {
      file: 'draft.yaml',
      layer: { kind: 'org' },
      source: { type: 'api', location: 'draft.yaml' },
    });
    expect(problems).toEqual([]);
    expect(definitions).toHaveLength(answers.length);
    expect(count).toBeGreaterThanOrEqual(1);
  });

  it.each(NAMES)('%s can be published once all is answered', async name => {
    const { spec } = await readTemplate(name);
    expect(missingAnswers(spec, []).length).toBeGreaterThan(0);
    expect(
      missingAnswers(
        spec,
        questionsOf(spec).map(question => possibleAnswers(question)[0]),
      ),
    ).toEqual([]);
  });

  it.each<[string, string | undefined, string[]]>([
    [
      'Component',
      'service',
      ['data-and-queries', 'launch-readiness', 'service-architecture'],
    ],
    ['Component', 'website', ['launch-readiness', 'web-front-end']],
    ['Component', 'library', []],
    [
      'System',
      undefined,
      ['data-and-queries', 'launch-readiness', 'service-architecture'],
    ],
    ['Resource', 'database', ['data-and-queries']],
    ['API', 'openapi', ['service-architecture']],
    ['Group', 'team', []],
  ])('are for a %s of the type %s: %j', async (kind, type, expected) => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'pay' },
      spec: { ...(type !== undefined && { type }) },
    };
    expect(
      applicableDefinitions(
        await readTemplates(),
        resolveEntityFact(entity, () => undefined),
      ).map(({ metadata }) => metadata.name),
    ).toEqual(expected);
  });
});

async function readTemplate(name: string): Promise<ReviewTemplateDefinition> {
  const template = (await readTemplates()).find(
    ({ metadata }) => metadata.name === name,
  );
  expect(template).toBeDefined();
  return template as ReviewTemplateDefinition;
}
