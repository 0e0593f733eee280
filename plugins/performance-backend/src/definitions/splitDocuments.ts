import { findTooDeep } from '@perf-governance/plugin-performance-common';
import { LineCounter, parseAllDocuments } from 'yaml';

/** One document of a YAML file. */
export interface DocumentText {
  /** 1-based line of its first value; what `source.line` of a definition is. */
  line: number;
  /** 1-based line after its last. */
  endLine: number;
  /** Its text, without the separators around it. */
  text: string;
}

/** Cuts a YAML file into its documents, as written; into none where it nests too deep to be read. */
export function splitDocuments(text: string): DocumentText[] {
  if (findTooDeep(text) !== undefined) {
    return [];
  }
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
  });
  if ('empty' in documents) {
    return [];
  }
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  return documents.map((document, index) => {
    // The first document's range leaves out the comments above it.
    const start = index === 0 ? 0 : document.range[0];
    const end = document.range[2];
    return {
      line: lineAt(document.contents?.range?.[0] ?? start),
      endLine: lineAt(end),
      text: `${text
        .slice(start, end)
        .replace(/^---[ \t]*\r?\n/, '')
        .replace(/\r?\n\.\.\.\s*$/, '')
        .trim()}\n`,
    };
  });
}
