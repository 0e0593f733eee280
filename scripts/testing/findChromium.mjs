import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const MAC_BROWSERS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a Chromium or Chrome: the one `CHROME_PATH` names, else one on the `PATH`, else an installed Mac app.
 *
 * @returns Its path, or undefined if this machine has none.
 */
export function findChromium(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...(env.CHROME_PATH ? [env.CHROME_PATH] : []),
    ...NAMES.flatMap(name => folders.map(folder => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC_BROWSERS : []),
  ];
  return candidates.find(isExecutable);
}
