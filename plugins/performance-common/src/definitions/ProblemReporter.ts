import { Document, LineCounter } from 'yaml';
import { DefinitionProblem } from '../model';
import { DefinitionRule } from './definitionRules';
import {
  DocumentPath,
  DocumentPosition,
  DocumentPositions,
} from './DocumentPositions';

export type { DocumentPath } from './DocumentPositions';

/** Collects problems of one YAML document, each at the line and column of what it is about. */
export class ProblemReporter {
  readonly #problems: DefinitionProblem[] = [];
  readonly #file: string;
  readonly #positions: DocumentPositions;

  constructor(file: string, document: Document.Parsed, lines: LineCounter) {
    this.#file = file;
    this.#positions = new DocumentPositions(document, lines);
  }

  get failed(): boolean {
    return this.#problems.some(problem => problem.severity === 'error');
  }

  problemsInOrder(): DefinitionProblem[] {
    return [...this.#problems].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    );
  }

  /** The problem is with the value at a path, or with the nearest that exists above it. */
  error(rule: DefinitionRule, path: DocumentPath, message: string): void {
    this.#add('error', rule, this.#positions.ofValue(path), message);
  }

  warn(rule: DefinitionRule, path: DocumentPath, message: string): void {
    this.#add('warning', rule, this.#positions.ofValue(path), message);
  }

  /** The problem is with a key itself. */
  errorAtKey(rule: DefinitionRule, path: DocumentPath, message: string): void {
    this.#add('error', rule, this.#positions.ofKey(path), message);
  }

  errorAtOffset(rule: DefinitionRule, offset: number, message: string): void {
    this.#add('error', rule, this.#positions.ofOffset(offset), message);
  }

  /** 1-based line where the document begins. */
  get startLine(): number {
    return this.#positions.ofValue([]).line;
  }

  #add(
    severity: DefinitionProblem['severity'],
    rule: DefinitionRule,
    position: DocumentPosition,
    message: string,
  ): void {
    this.#problems.push({
      file: this.#file,
      ...position,
      severity,
      rule,
      message,
    });
  }
}
