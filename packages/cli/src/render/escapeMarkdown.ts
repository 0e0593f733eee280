import { toOneLine } from './toOneLine';

/**
 * Makes text safe anywhere in GitHub Flavored Markdown, table cells included: titles and labels are
 * somebody's input, and must neither break the table nor mention people.
 */
export function escapeMarkdown(text: string): string {
  return toOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
}
