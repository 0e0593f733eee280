/**
 * Generates everything that follows from the HTTP API's description, `plugins/performance-common/openapi.yaml`:
 * the types of requests and responses for the client, and the document the backend validates requests against.
 *
 *   yarn openapi           writes the generated files
 *   yarn openapi --check   fails when a generated file is missing or stale, and writes nothing
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'plugins/performance-common/openapi.yaml');
const banner = `/**
 * Generated from plugins/performance-common/openapi.yaml by \`yarn openapi\`. Do not edit.
 */
`;

async function generateTypes() {
  const syntaxTree = await openapiTS(pathToFileURL(source), {
    alphabetize: false,
    silent: true,
  });
  return `${banner}\n${astToString(syntaxTree)}`;
}

async function generateRuntimeDocument() {
  const document = parse(await readFile(source, 'utf8'));
  return `${banner}\nexport const spec = ${JSON.stringify(
    document,
    undefined,
    2,
  )} as const;\n`;
}

const outputs = [
  {
    file: join(root, 'plugins/performance-common/src/api/schema.generated.ts'),
    generate: generateTypes,
  },
  {
    file: join(
      root,
      'plugins/performance-backend/src/schema/openapi.generated.ts',
    ),
    generate: generateRuntimeDocument,
  },
];

const check = process.argv.includes('--check');
const stale = [];

for (const { file, generate } of outputs) {
  const expected = await generate();
  const actual = await readFile(file, 'utf8').catch(() => undefined);
  if (actual === expected) {
    continue;
  }
  if (check) {
    stale.push(relative(root, file));
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, expected);
    console.log(`Wrote ${relative(root, file)}`);
  }
}

if (stale.length > 0) {
  console.error(
    `Not current with ${relative(root, source)}: ${stale.join(', ')}`,
  );
  console.error('Run `yarn openapi` and commit the result.');
  process.exit(1);
}
