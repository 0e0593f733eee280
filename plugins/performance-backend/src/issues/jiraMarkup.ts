import MarkdownIt, { Token } from 'markdown-it';

const MARKDOWN = new MarkdownIt({ html: false, linkify: false });

/** Characters that begin something in Jira's markup wherever they are. */
const SPECIAL = /[\\{}[\]|!*^~]/g;

/** Characters that do so at the edge of a word. */
const SPECIAL_AT_EDGES = /(?<!\w)[-+_?]|[-+_?](?!\w)/g;

/** What Jira makes pictures of. */
const PICTURE = /\((?=[xiyn]\))/g;

const MARKS: Record<string, string> = {
  strong_open: '*',
  strong_close: '*',
  em_open: '_',
  em_close: '_',
  s_open: '-',
  s_close: '-',
};

/**
 * Markdown in the markup of Jira, after its "Text Formatting Notation Help". HTML and pictures stay text.
 */
export function jiraMarkup(markdown: string): string {
  const lists: string[] = [];
  const parts: string[] = [];
  for (const token of MARKDOWN.parse(markdown, {})) {
    switch (token.type) {
      case 'heading_open':
        parts.push(`${token.tag}. `);
        break;
      case 'bullet_list_open':
        lists.push('*');
        break;
      case 'ordered_list_open':
        lists.push('#');
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) {
          parts.push('\n');
        }
        break;
      case 'list_item_open':
        parts.push(`${lists.join('')} `);
        break;
      case 'inline':
        parts.push(inline(token.children ?? [], lists.length > 0));
        break;
      case 'heading_close':
        parts.push('\n\n');
        break;
      case 'paragraph_close':
        parts.push(lists.length > 0 ? '\n' : '\n\n');
        break;
      case 'fence':
      case 'code_block':
        parts.push(verbatim(token.content));
        break;
      case 'blockquote_open':
        parts.push('{quote}\n');
        break;
      case 'blockquote_close':
        parts.push('{quote}\n\n');
        break;
      case 'hr':
        parts.push('----\n\n');
        break;
      case 'th_open':
        parts.push('||');
        break;
      case 'td_open':
        parts.push('|');
        break;
      case 'tr_close':
        parts.push(endOfRow(parts));
        break;
      case 'table_close':
        parts.push('\n');
        break;
      default:
    }
  }
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function endOfRow(parts: string[]): string {
  const begin = parts.findLast(part => part === '|' || part === '||');
  return `${begin ?? '|'}\n`;
}

function verbatim(content: string): string {
  const macro = content.includes('{noformat}') ? '{code}' : '{noformat}';
  return `${macro}\n${content.trimEnd()}\n${macro}\n\n`;
}

function inline(tokens: Token[], inList: boolean): string {
  const addresses: string[] = [];
  const parts = tokens.map(token => {
    switch (token.type) {
      case 'link_open':
        addresses.push(token.attrGet('href') ?? '');
        return '[';
      case 'link_close':
        return `|${(addresses.pop() ?? '').replace(
          /[|\]]/g,
          encodeURIComponent,
        )}]`;
      case 'code_inline':
        return `{{${escaped(token.content)}}}`;
      case 'image':
        return escaped(token.content);
      case 'softbreak':
      case 'hardbreak':
        // A list's item ends with its line.
        return inList ? ' ' : '\n';
      default:
        return MARKS[token.type] ?? escaped(token.content);
    }
  });
  return parts.join('');
}

function escaped(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(SPECIAL_AT_EDGES, '\\$&')
    .replace(PICTURE, '\\(')
    .replace(/^#/, '\\#');
}
