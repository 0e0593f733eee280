import { jiraMarkup } from './jiraMarkup';

/** Expected is what Jira's "Text Formatting Notation Help" has for each. */
describe('jiraMarkup', () => {
  it.each([
    ['a heading', '## Recommendation', 'h2. Recommendation'],
    ['marks', '**a** _b_ ~~c~~', '*a* _b_ -c-'],
    ['code', 'call `get()`', 'call {{get()}}'],
    [
      'a link',
      '[F-1](https://a.example/f?finding=1)',
      '[F-1|https://a.example/f?finding=1]',
    ],
    ['lists in lists', '- a\n  1. b\n  2. c\n- d', '* a\n*# b\n*# c\n* d'],
    ['paragraphs', 'a\nb\n\nc', 'a\nb\n\nc'],
    [
      'a block of code',
      '```java\nint[] a = {1};\n```',
      '{noformat}\nint[] a = {1};\n{noformat}',
    ],
    [
      'a block of code that ends the one of Jira',
      '```\n{noformat}\n```',
      '{code}\n{noformat}\n{code}',
    ],
    ['a quotation', '> a', '{quote}\na\n\n{quote}'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', '||a||b||\n|1|2|'],
    ['a line', '---', '----'],
    ['macros', '{color:red}x', '\\{color:red\\}x'],
    ['links of Jira', '[x|y]', '\\[x\\|y\\]'],
    ['what Jira would strike', 'a -b- c', 'a \\-b\\- c'],
    ['names with lines in them', 'payment-gateway_2', 'payment-gateway_2'],
    ['what Jira makes pictures of', 'f(x)', 'f\\(x)'],
    ['HTML', '<b>x</b>', '<b>x</b>'],
  ])('writes %s as Jira does', (_, markdown, expected) => {
    expect(jiraMarkup(markdown)).toBe(expected);
  });
});
