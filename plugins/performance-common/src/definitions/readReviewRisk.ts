import {
  ComparisonOperator,
  FindingCategory,
  FindingEffort,
  ReviewQuestionType,
  ReviewRisk,
  RiskGrade,
} from '../model';
import { didYouMean } from './didYouMean';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** A risk as users write it, without what the schema refuses. */
export interface WrittenRisk {
  when?: {
    any?: (string | undefined)[];
    none?: (string | undefined)[];
    number?: string;
  };
  title?: string;
  description?: string;
  category?: FindingCategory;
  severity?: RiskGrade;
  likelihood?: RiskGrade;
  recommendation?: string;
  effort?: FindingEffort;
}

/** What of its question matters to a risk. */
interface AskedQuestion {
  type?: ReviewQuestionType;
  unit?: string;
  /** Names. */
  choices: string[];
}

/** @returns `undefined` if it lacks something, or its condition can't be read. */
export function readReviewRisk(
  written: WrittenRisk,
  question: AskedQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewRisk | undefined {
  const { title, description, category, severity, likelihood } = written;
  const { recommendation, effort } = written;
  const when =
    written.when &&
    readCondition(written.when, question, [...path, 'when'], reporter);
  return when === undefined ||
    title === undefined ||
    category === undefined ||
    severity === undefined ||
    likelihood === undefined ||
    recommendation === undefined
    ? undefined
    : {
        when,
        title,
        ...(description !== undefined && { description }),
        category,
        severity,
        likelihood,
        recommendation,
        ...(effort !== undefined && { effort }),
      };
}

function readCondition(
  written: NonNullable<WrittenRisk['when']>,
  question: AskedQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewRisk['when'] | undefined {
  const { type } = question;
  const condition: ReviewRisk['when'] = {};
  for (const field of ['any', 'none'] as const) {
    const names = written[field];
    if (names) {
      if (type === 'number') {
        reportOtherType([...path, field], 'a number has no choices', reporter);
      } else if (type === 'one' || type === 'many') {
        checkChoices(names, question, [...path, field], reporter);
      }
      condition[field] = names.filter(name => name !== undefined);
    }
  }
  checkContradiction(written, path, reporter);
  if (written.number === undefined) {
    return condition;
  }
  if (type === 'one' || type === 'many') {
    reportOtherType([...path, 'number'], 'choices are no number', reporter);
    return undefined;
  }
  const number = readNumber(
    written.number,
    question.unit,
    [...path, 'number'],
    reporter,
  );
  return number && { ...condition, number };
}

function reportOtherType(
  path: DocumentPath,
  why: string,
  reporter: ProblemReporter,
): void {
  reporter.errorAtKey(
    'other-question-type',
    path,
    `The condition never holds: ${why}.`,
  );
}

function checkChoices(
  names: (string | undefined)[],
  { choices }: AskedQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  for (const [index, name] of names.entries()) {
    if (name !== undefined && !choices.includes(name)) {
      reporter.error(
        'unknown-choice',
        [...path, index],
        `The question has no choice '${name}'.${didYouMean(name, choices)}${
          choices.length > 0 ? ` It has ${choices.join(', ')}.` : ''
        }`,
      );
    }
  }
}

function checkContradiction(
  { any = [], none = [] }: NonNullable<WrittenRisk['when']>,
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  for (const [index, name] of none.entries()) {
    if (name !== undefined && any.includes(name)) {
      reporter.error(
        'invalid-value',
        [...path, 'none', index],
        `'${name}' is in \`any\` as well, and can’t be both given and not.`,
      );
    }
  }
}

const OPERATORS: Record<string, ComparisonOperator> = {
  '<=': '<=',
  '<': '<',
  '>=': '>=',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
};

const NUMBER =
  /^\s*(<=|>=|<|>|≤|≥)\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*(.*?)\s*$/u;

function readNumber(
  text: string,
  unit: string | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewRisk['when']['number'] {
  const [, operator, digits, suffix = ''] = NUMBER.exec(text) ?? [];
  if (operator === undefined) {
    reporter.error(
      'invalid-limit',
      path,
      `'${text}' is no operator with a number; write e.g. \`> 500\`.`,
    );
    return undefined;
  }
  if (suffix !== '' && suffix !== unit) {
    reporter.error(
      'unit-mismatch',
      path,
      unit === undefined
        ? `The question’s number has no unit; write \`${operator} ${digits}\`.`
        : `The question’s number is in ${unit}, not in ${suffix}.`,
    );
    return undefined;
  }
  return { operator: OPERATORS[operator], value: Number(digits) };
}
