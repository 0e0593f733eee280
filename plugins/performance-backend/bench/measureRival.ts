import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchFacts } from './catalog';

/** As `rival.cjs` prints it. */
export interface RivalFigures {
  entities: number;
  verdictsPerSecond: number;
  /** Milliseconds. */
  oneEntityP50: number;
  /** Milliseconds. */
  oneEntityP99: number;
}

/** All of them would take minutes. */
const ENTITIES = 2000;

/**
 * Measures tech-insights' backend in a process of its own.
 *
 * @param directory - where it is installed; it is no dependency of this project.
 */
export async function measureRival(
  directory: string,
  connection: string | undefined,
): Promise<RivalFigures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, 'rival.cjs')],
    {
      cwd: directory,
      env: {
        ...process.env,
        BENCH_INPUT: JSON.stringify({
          ...benchFacts(),
          entities: ENTITIES,
          connection,
        }),
      },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout.trim().split('\n').pop() ?? '');
}
