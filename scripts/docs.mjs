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
const nameOf = node => node.$ref?.split('/').pop();

/** What a value has to be beyond its type: its length, its range. */
function boundsOf({ minLength, maxLength, minimum, maximum }) {
  const characters =
    maxLength === undefined
      ? minLength && `at least ${minLength} characters`
      : `${minLength ? `${minLength} to` : 'at most'} ${maxLength} characters`;
  if (minimum === undefined && maximum === undefined) {
    return characters;
  }
  if (maximum === undefined) {
    return `at least ${minimum}`;
  }
  return minimum === undefined
    ? `at most ${maximum}`
    : `${minimum} to ${maximum}`;
}

/** The type of a field; those with fields of their own are explained further down. */
function fieldType(node, resolve, types) {
  const schema = resolve(node);
  const name = nameOf(node);
  if (name && (schema.properties || schema.oneOf)) {
    types.add(name);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.enum) {
    return schema.enum.map(value => `\`${value}\``).join(', ');
  }
  if (schema.items) {
    return `list of ${fieldType(schema.items, resolve, types)}`;
  }
  if (schema.oneOf) {
    return schema.oneOf
      .map(variant => fieldType(variant, resolve, types))
      .join(' or ');
  }
  const bounds = boundsOf(schema);
  return [
    [schema.type].flat().filter(Boolean).join(' or '),
    schema.format,
    bounds,
  ]
    .filter(Boolean)
    .join(', ');
}

/** One row for each field, those of an object without a name by their path. */
function fieldRows(schema, resolve, types, path = '') {
  return Object.entries(schema?.properties ?? {}).flatMap(
    ([name, property]) => {
      const here = `${path}${name}`;
      const inner = property.items ?? property;
      return [
        `| \`${here}\` | ${
          schema.required?.includes(name) ? 'yes' : ''
        } | ${cell(fieldType(property, resolve, types))} | ${cell(
          property.description ?? resolve(property).description,
        )} |`,
        ...(inner.$ref
          ? []
          : fieldRows(
              inner,
              resolve,
              types,
              `${here}${property.items ? '[]' : ''}.`,
            )),
      ];
    },
  );
}

function fieldTable(schema, resolve, types) {
  const rows = fieldRows(schema, resolve, types);
  return rows.length === 0
    ? ''
    : `| field | required | type | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}

function bodyReference(body, resolve, types) {
  if (!body) {
    return '';
  }
  const schema = resolve(body.content['application/json']?.schema);
  const table = fieldTable(schema, resolve, types);
  return table === ''
    ? `\nBody: the report itself, as ${Object.keys(body.content)
        .map(type => `\`${type}\``)
        .join(', ')}.\n`
    : `\nBody, \`application/json\`:\n\n${table}`;
}

/** What bodies are made of, in the order of their names. */
function typeReference(document, resolve, types) {
  const sections = new Map();
  // A Set that grows while it is read gives what is added, too.
  for (const name of types) {
    const schema = resolve(document.components.schemas[name]);
    const variants = schema.oneOf?.map(resolve) ?? [schema];
    const tables = variants.map(variant => fieldTable(variant, resolve, types));
    sections.set(
      name,
      `### ${name}

${schema.description ?? ''}

${tables.join('\nor\n\n')}`,
    );
  }
  return [...sections.keys()]
    .sort()
    .map(name => sections.get(name))
    .join('\n');
}

/** An object made of several has the fields of all. */
function merged({ allOf: _, ...own }, parts) {
  const all = [...parts, own];
  return {
    ...Object.assign({}, ...parts),
    ...own,
    properties: Object.assign({}, ...all.map(part => part.properties)),
    required: all.flatMap(part => part.required ?? []),
  };
}

function apiReference(document) {
  const resolve = node => {
    const found = node?.$ref
      ? node.$ref
          .split('/')
          .slice(1)
          .reduce((inner, key) => inner[key], document)
      : node;
    return found?.allOf ? merged(found, found.allOf.map(resolve)) : found;
  };
  const sections = [];
  const types = new Set();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
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
${bodyReference(operation.requestBody, resolve, types)}
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

${sections.join('\n')}
## Types of bodies

${typeReference(document, resolve, types)}`;
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
