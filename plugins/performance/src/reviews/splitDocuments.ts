/** One of several YAML documents. */
export interface YamlDocument {
  /** Kind and name, e.g. `Budget response-time`. */
  title: string;
  text: string;
}

function fieldOf(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? '';
}

/** Takes a stream of definitions apart, as our backend writes it. */
export function splitDocuments(yaml: string): YamlDocument[] {
  return yaml
    .split(/^---\s*$/m)
    .map(text => text.trim())
    .filter(Boolean)
    .map(text => ({
      title: `${fieldOf(text, /^kind: (\S+)/m)} ${fieldOf(
        text,
        /^ {2}name: (\S+)/m,
      )}`,
      text: `${text}\n`,
    }));
}
