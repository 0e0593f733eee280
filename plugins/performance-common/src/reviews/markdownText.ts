/**
 * Makes plain text of people safe within a line of Markdown: it can be no heading, list, link, mention or markup, and
 * doesn't leave its line.
 */
export function plainText(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&')
      // What would begin a list, a quote or a line below a heading.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/@/g, '@\u200b')
      .replace(/:\/\//g, ':\u200b//')
  );
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Markdown of people as a quotation: whatever it holds, headings included, stays inside of it. HTML becomes text;
 * mentions reach nobody.
 */
export function quotedMarkdown(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map(line => {
      if (fence !== undefined) {
        fence = closes(line, fence) ? undefined : fence;
        return line;
      }
      fence = FENCE.exec(line)?.[1];
      return fence === undefined ? harmless(line) : line;
    })
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
}

/** A fence is closed by one of the same character that is at least as long. CommonMark 0.31, 4.5. */
function closes(line: string, fence: string): boolean {
  const [, closing] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return (
    closing !== undefined &&
    closing[0] === fence[0] &&
    closing.length >= fence.length
  );
}

/** A colon, or part of a scheme, in disguise. CommonMark 0.31, 6.3 and 2.5: link destinations may hold these. */
const DISGUISES = /&(?=#|colon;|tab;|newline;)/gi;

/** Schemes of links that run what they hold. */
const SCRIPTS = /(javascript|vbscript|data)(?=\\?:)/gi;

/** Without HTML and whatever else a careless reader of Markdown would run; links in angle brackets stay. */
function harmless(line: string): string {
  return line
    .replace(DISGUISES, '&amp;')
    .replace(SCRIPTS, '$1\u200b')
    .replace(/<(?!https?:\/\/[^\s<>]*>)/gi, '&lt;')
    .replace(/@/g, '@\u200b');
}

/** A link with a text; the text alone where the target isn't on the web. */
export function markdownLink(text: string, target: string): string {
  if (!URL.canParse(target)) {
    return plainText(text);
  }
  const { protocol, href } = new URL(target);
  return protocol === 'https:' || protocol === 'http:'
    ? `[${plainText(text)}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`
    : plainText(text);
}
