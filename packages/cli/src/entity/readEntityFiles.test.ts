import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const folder = temporaryFolder();

it('refuses files of entities that nest too deep to be read', async () => {
  await writeFile(
    join(folder, 'catalog-info.yaml'),
    `kind: Component\nspec: ${'{"a":'.repeat(20_000)}`,
  );
  await writeFile(join(folder, 'results.json'), '{}');

  const { stderr, exitCode } = await runPerfGate(
    [
      'check',
      'results.json',
      '--entity',
      'catalog-info.yaml',
      '--environment',
      'staging',
      '--catalog',
      'catalog-info.yaml',
    ],
    { workingDirectory: folder },
  );

  expect(stderr).toMatch(/nests deeper than 100 levels/);
  expect(stderr).toMatch(/catalog-info\.yaml:2:\d+/);
  expect(exitCode).toBe(2);
});
