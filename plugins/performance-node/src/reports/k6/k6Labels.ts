import { Labels } from '@perf-governance/plugin-performance-common';

/**
 * The label `endpoint` of a request: the `name` tag if the script sets one, else method and path.
 * k6 sets `name` to the whole URL otherwise; host and query string are left out, so that the same
 * endpoint has the same label in every environment.
 */
function k6Endpoint(
  name: string | undefined,
  method: string | undefined,
  url?: string,
): string | undefined {
  const text = name ?? url;
  if (text === undefined || text === '') {
    return undefined;
  }
  const path = pathOfUrl(text);
  if (path === undefined) {
    return text;
  }
  return method === undefined || method === '' ? path : `${method} ${path}`;
}

/** The innermost group of k6's `::outer::inner`; `undefined` outside any group. */
function k6Group(group: string | undefined): string | undefined {
  const leaf = group?.split('::').pop();
  return leaf === '' ? undefined : leaf;
}

/**
 * The labels of a raw sample: `endpoint`, `scenario`, and `journey` from a tag of that name or
 * the innermost group. Other tags (status, protocol, IP, a script's own) aren't labels, since
 * their combinations have no bound.
 */
export function k6SampleLabels(tags: Record<string, string>): Labels {
  const endpoint = k6Endpoint(tags.name, tags.method, tags.url);
  const journey = tags.journey ? tags.journey : k6Group(tags.group);
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(journey === undefined ? {} : { journey }),
    ...(tags.scenario ? { scenario: tags.scenario } : {}),
  };
}

/**
 * The metric and the labels behind a name in a summary, such as
 * `http_req_duration{name:GET /cart,scenario:peak}`. A script declares each of these itself, in a
 * threshold, so tags that aren't our labels stay what they are called.
 */
export function parseK6SubMetric(name: string): {
  metric: string;
  labels: Labels;
} {
  const match = /^([^{]+)\{(.*)\}$/s.exec(name);
  if (!match) {
    return { metric: name, labels: {} };
  }
  const tags = new Map<string, string>();
  for (const pair of splitTags(match[2])) {
    const colon = pair.indexOf(':');
    const key = unquote(colon < 0 ? pair : pair.slice(0, colon));
    tags.set(key, colon < 0 ? '' : unquote(pair.slice(colon + 1)));
  }
  const labels = new Map<string, string>();
  const method = tags.get('method');
  for (const [tag, value] of tags) {
    if (tag === 'name' || tag === 'url') {
      labels.set('endpoint', k6Endpoint(value, method) ?? value);
    } else if (tag === 'group') {
      labels.set('journey', k6Group(value) ?? value);
    } else if (tag !== 'method' || !(tags.has('name') || tags.has('url'))) {
      labels.set(tag, value);
    }
  }
  return { metric: match[1].trim(), labels: Object.fromEntries(labels) };
}

/** Splits at commas outside quotes. */
function splitTags(text: string): string[] {
  const tags = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^,])+/g);
  return (tags ?? []).map(tag => tag.trim()).filter(tag => tag !== '');
}

function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(".*"|'.*')$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

function pathOfUrl(text: string): string | undefined {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    return undefined;
  }
  // Templated URLs such as `https://shop.example/items/${id}` don't survive URL's escaping.
  const path = text.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
  const end = path.search(/[?#]/);
  return (end < 0 ? path : path.slice(0, end)) || '/';
}
