import { readFileSync } from 'node:fs';

export interface CodeBlock {
  language: string;
  title?: string;
  text: string;
}

/** The fenced code blocks of a Markdown file, in their order. */
export function codeBlocks(file: string): CodeBlock[] {
  return [
    ...readFileSync(file, 'utf8').matchAll(
      /^```(\w+)(?: title="([^"]*)")?\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, language, title, text]) => ({ language, title, text }));
}
