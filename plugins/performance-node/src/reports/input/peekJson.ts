/**
 * The keys of the outermost object of a JSON text that may be cut off anywhere, in order of
 * appearance; `undefined` if the text isn't the beginning of a JSON object. Used to tell whose
 * document it is before reading all of it.
 */
export function peekJsonKeys(text: string): string[] | undefined {
  const start = /^\uFEFF?\s*\{/.exec(text);
  if (start === null) {
    return undefined;
  }
  const keys: string[] = [];
  let depth = 1;
  let expectsKey = true;
  for (let index = start[0].length; index < text.length; index++) {
    const character = text[index];
    if (character === '"') {
      const end = endOfString(text, index);
      if (end === undefined) {
        return keys;
      }
      if (depth === 1 && expectsKey) {
        keys.push(unquote(text.slice(index, end + 1)));
        expectsKey = false;
      }
      index = end;
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        return keys;
      }
    } else if (character === ',' && depth === 1) {
      expectsKey = true;
    }
  }
  return keys;
}

function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') {
      index += 1;
    } else if (text[index] === '"') {
      return index;
    }
  }
  return undefined;
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted.slice(1, -1);
  }
}
