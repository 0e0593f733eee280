/**
 * Generates the reference pages that follow from code: definitions and metrics from the shared
 * package, the HTTP API from its OpenAPI document, and the published JSON Schemas.
 *
 *   yarn docs           writes them
 *   yarn docs --check   fails when one is missing or stale, and writes nothing
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import prettier from 'prettier';
import { parse, stringify } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const api = join(root, 'plugins/performance-common/openapi.yaml');

async function importShared() {
  const outfile = join(root, 'node_modules/.cache/docs/common.mjs');
  await build({
    entryPoints: [join(root, 'plugins/performance-common/src/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

const cell = text =>
  String(text ?? '')
    .replaceAll('\n', ' ')
    .replaceAll('|', '\\|');

function typeOf(schema) {
  if ('const' in schema) {
    return `\`${schema.const}\``;
  }
  const types = [schema.type].flat().filter(Boolean);
  return types
    .map(type =>
      type === 'array' && schema.items
        ? `list of ${typeOf(schema.items)}`
        : type,
    )
    .join(' or ');
}

/** One row for each property, nested ones by their path. */
function propertyRows(schema, path = '') {
  const rows = [];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const here = path ? `${path}.${name}` : name;
    const required = schema.required?.includes(name) ? 'yes' : '';
    const example = property.examples?.[0];
    rows.push(
      `| \`${here}\` | ${cell(typeOf(property))} | ${required} | ${cell(
        property.description,
      )}${
        example === undefined
          ? ''
          : ` E.g. \`${cell(
              typeof example === 'string'
                ? example
                : stringify(example, { collectionStyle: 'flow' }).trim(),
            )}\`.`
      } |`,
    );
    if (property.type === 'object') {
      rows.push(...propertyRows(property, here));
    } else if (property.items?.properties) {
      rows.push(...propertyRows(property.items, `${here}[]`));
    }
  }
  return rows;
}

function definitionReference({ DEFINITION_SCHEMAS, METRICS }) {
  const sections = Object.values(DEFINITION_SCHEMAS).map(
    schema => `## ${schema.title}

${
  schema.description
} JSON Schema: [\`${schema.title.toLowerCase()}.schema.json\`](${schema.title.toLowerCase()}.schema.json).

| field | type | required | meaning |
|---|---|---|---|
${propertyRows(schema).join('\n')}
`,
  );
  const metrics = METRICS.map(
    metric =>
      `| \`${metric.name}\` | ${cell(metric.title)} | ${metric.type} | ${
        metric.unit
      } | ${metric.direction} | ${cell(metric.description)} |`,
  );
  return `# Definitions reference

Generated from the schemas that definitions are checked against.

${sections.join('\n')}
## Metrics

Every tool's own name maps to one of these; what has no canonical name is kept as \`custom.<name>\`.

| metric | title | type | unit | better | meaning |
|---|---|---|---|---|---|
${metrics.join('\n')}
`;
}

/** The fields of a JSON body; of anything else, its media types. */
function bodyReference(body, resolve) {
  if (!body) {
    return '';
  }
  const schema = resolve(body.content['application/json']?.schema);
  const rows = Object.entries(schema?.properties ?? {}).map(
    ([name, property]) => {
      const { type, items, description } = resolve(property);
      const item =
        items && (items.$ref?.split('/').pop() ?? resolve(items).type);
      return `| \`${name}\` | ${
        schema.required?.includes(name) ? 'yes' : ''
      } | ${
        property.$ref?.split('/').pop() ?? (item ? `${type} of ${item}` : type)
      } | ${cell(description)} |`;
    },
  );
  return rows.length === 0
    ? `\nBody: the report itself, as ${Object.keys(body.content)
        .map(type => `\`${type}\``)
        .join(', ')}.\n`
    : `\nBody, \`application/json\`:

| field | required | type | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}

function apiReference(document) {
  const resolve = node =>
    node?.$ref
      ? node.$ref
          .split('/')
          .slice(1)
          .reduce((found, key) => found[key], document)
      : node;
  const sections = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete']) {
      const operation = item[method];
      if (operation) {
        const parameters = [
          ...(item.parameters ?? []),
          ...(operation.parameters ?? []),
        ].map(resolve);
        sections.push(`## ${method.toUpperCase()} \`/api/performance${path}\`

${[operation.summary, operation.description]
  .filter(Boolean)
  .map(text => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`))
  .join('\n\n')}
${
  parameters.length === 0
    ? ''
    : `
| parameter | in | required | type | meaning |
|---|---|---|---|---|
${parameters
  .map(parameter => {
    const schema = resolve(parameter.schema);
    const items = schema.items && resolve(schema.items);
    const values = schema.enum ?? items?.enum;
    return `| \`${parameter.name}\` | ${parameter.in} | ${
      parameter.required ? 'yes' : ''
    } | ${
      values
        ? values.map(value => `\`${value}\``).join(', ')
        : `${schema.type}${items ? ` of ${items.type}` : ''}`
    } | ${cell(parameter.description)}${
      schema.default === undefined ? '' : ` Default \`${schema.default}\`.`
    } |`;
  })
  .join('\n')}
`
}
${bodyReference(operation.requestBody, resolve)}
${Object.entries(operation.responses)
  .map(
    ([status, response]) =>
      `- \`${status === 'default' ? '4xx, 5xx' : status}\`: ${
        resolve(response).description
      }`,
  )
  .join('\n')}
`);
      }
    }
  }
  return `# HTTP API

Generated from the OpenAPI document, \`plugins/performance-common/openapi.yaml\`.
${document.info.description}

Every request carries a Backstage token: \`Authorization: Bearer <token>\`. The typed client is
\`createPerformanceClient\` of \`@perf-governance/plugin-performance-common\`.

${sections.join('\n')}`;
}

async function format(text, parser) {
  const options = await prettier.resolveConfig(join(root, 'docs/index.md'));
  return prettier.format(text, { ...options, parser });
}

const shared = await importShared();
const outputs = [
  [
    'docs/definitions/reference.md',
    await format(definitionReference(shared), 'markdown'),
  ],
  [
    'docs/api.md',
    await format(apiReference(parse(await readFile(api, 'utf8'))), 'markdown'),
  ],
  ...(await Promise.all(
    Object.values(shared.DEFINITION_SCHEMAS).map(async schema => [
      `docs/definitions/${schema.title.toLowerCase()}.schema.json`,
      await format(JSON.stringify(schema), 'json'),
    ]),
  )),
];

const check = process.argv.includes('--check');
let stale = 0;
for (const [file, text] of outputs) {
  const path = join(root, file);
  const current = await readFile(path, 'utf8').catch(() => undefined);
  if (current !== text) {
    if (check) {
      console.error(`${file} is not current: run yarn docs`);
      stale += 1;
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      console.log(`Wrote ${relative(root, path)}`);
    }
  }
}
process.exitCode = stale > 0 ? 1 : 0;
