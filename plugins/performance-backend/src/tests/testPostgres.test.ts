import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const script = pathToFileURL(
  join(__dirname, '../../../../scripts/postgres.mjs'),
).href;

describe('the PostgreSQL of tests', () => {
  it('lets a run that failed say so', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { startPostgres } from ${JSON.stringify(script)};
         const postgres = await startPostgres();
         await postgres.stop();
         process.exitCode = 3;`,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  });
});
