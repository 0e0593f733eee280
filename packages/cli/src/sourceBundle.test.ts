import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './__testUtils__/temporaryFolder';

const SCRIPT = resolve(__dirname, '..', 'scripts', 'sourceBundle.cjs');

const root = temporaryFolder();
let time = Date.now() / 1000 - 10_000;

/** Saves a file at a later time than all before, without waiting for the clock. */
function save(file: string, text: string) {
  time += 10;
  writeFileSync(join(root, file), text);
  for (const touched of [file, 'source']) {
    utimesSync(join(root, touched), time, time);
  }
}

/** Bundles in a process of its own, as the launcher does. */
function bundle(): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '-e',
      `const { bundleSources } = require(${JSON.stringify(SCRIPT)});
       process.stdout.write(bundleSources(${JSON.stringify({
         rootDirectory: root,
         entryPoint: 'source/index.ts',
         cacheDirectory: 'cache',
         watched: ['watched.yml'],
       })}));`,
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout;
}

function run(file: string): string {
  return spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout;
}

describe('bundleSources', () => {
  beforeAll(() => {
    mkdirSync(join(root, 'source', 'part'), { recursive: true });
    save('source/part/index.ts', `export const part: string = 'one';`);
    save(
      'source/index.ts',
      `import { part } from './part'; console.log(part);`,
    );
    save('watched.yml', '');
    utimesSync(join(root, 'source', 'part'), time, time);
  });

  it('bundles sources that run, and keeps the bundle', () => {
    const first = bundle();

    expect(run(first)).toBe('one\n');
    utimesSync(first, 1, 1);
    expect(bundle()).toBe(first);
    // Made again, it would have a new modification time.
    expect(statSync(first).mtimeMs).toBe(1000);
  });

  it('follows a changed file', () => {
    bundle();
    save('source/part/index.ts', `export const part: string = 'two';`);

    expect(run(bundle())).toBe('two\n');
  });

  it('follows a new file that resolves first', () => {
    bundle();
    save('source/part.ts', `export const part: string = 'three';`);

    expect(run(bundle())).toBe('three\n');
  });
});
