import { Document, isMap, isNode, LineCounter, Node, Scalar } from 'yaml';
import { DefinitionProblem } from '../model';
import { DefinitionRule } from './definitionRules';

/** Path of keys and indices into a YAML document. */
export type DocumentPath = readonly (string | number)[];

/** Collects problems of one YAML document, each at the line and column of what it is about. */
export class ProblemReporter {
  readonly #problems: DefinitionProblem[] = [];
  readonly #file: string;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document.Parsed, lines: LineCounter) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
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
    this.#add('error', rule, this.#offsetOfValue(path), message);
  }

  warn(rule: DefinitionRule, path: DocumentPath, message: string): void {
    this.#add('warning', rule, this.#offsetOfValue(path), message);
  }

  /** The problem is with a key itself. */
  errorAtKey(rule: DefinitionRule, path: DocumentPath, message: string): void {
    this.#add('error', rule, this.#offsetOfKey(path), message);
  }

  errorAtOffset(rule: DefinitionRule, offset: number, message: string): void {
    this.#add('error', rule, offset, message);
  }

  /** 1-based line where the document begins. */
  get startLine(): number {
    return this.#lines.linePos(this.#offsetOfValue([])).line;
  }

  #add(
    severity: DefinitionProblem['severity'],
    rule: DefinitionRule,
    offset: number,
    message: string,
  ): void {
    const position = this.#lines.linePos(offset);
    this.#problems.push({
      file: this.#file,
      line: Math.max(1, position.line),
      column: Math.max(1, position.col),
      severity,
      rule,
      message,
    });
  }

  #offsetOfValue(path: DocumentPath): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#nodeAt(path.slice(0, length));
      if (node?.range) {
        return node.range[0];
      }
    }
    return this.#document.contents?.range?.[0] ?? this.#document.range[0];
  }

  #offsetOfKey(path: DocumentPath): number {
    const parent = this.#nodeAt(path.slice(0, -1));
    const name = path[path.length - 1];
    if (isMap(parent)) {
      for (const { key } of parent.items) {
        if (key instanceof Scalar && String(key.value) === String(name)) {
          return key.range?.[0] ?? this.#offsetOfValue(path);
        }
      }
    }
    return this.#offsetOfValue(path);
  }

  #nodeAt(path: DocumentPath): Node | undefined {
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }
}
