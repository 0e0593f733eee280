import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Paths of the programs. */
export interface PrometheusTools {
  prometheus: string;
  promtool: string;
}

const MISSING =
  'No prometheus and promtool were found on the PATH (Debian: `apt-get install prometheus`)';

/** @throws Error where this machine doesn't have both. */
export function findPrometheus(): PrometheusTools {
  const prometheus = findOnPath('prometheus');
  const promtool = findOnPath('promtool');
  if (!prometheus || !promtool) {
    throw new Error(MISSING);
  }
  return { prometheus, promtool };
}

/**
 * Whether tests against the real Prometheus can run. A line of its own says so where they can't.
 *
 * @throws Error where they have to: in CI (`CI`, or `PROMETHEUS=required`).
 */
export function hasPrometheus(): boolean {
  try {
    findPrometheus();
    return true;
  } catch (error) {
    if (process.env.CI || process.env.PROMETHEUS === 'required') {
      throw error;
    }
    process.stderr.write(
      `${MISSING}, so what is tested against the real one is skipped.\n`,
    );
    return false;
  }
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .map(folder => join(folder, name))
    .find(path => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
