/**
 * Makes sure that the Node.js and the Yarn this repository needs are there, and that its packages
 * are installed. Plain Node.js 20 without dependencies: it runs before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, runCommand } from './runCommand.mjs';

/** The repository's root folder. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const toolchainFolder = join(projectRoot, '.toolchain');
const YARN = '@yarnpkg/cli-dist@4.13.0';
const isWindows = process.platform === 'win32';

/** What Backstage 1.55 runs on. */
function isSupportedNode(version) {
  const major = Number(version.replace(/^v/, '').split('.')[0]);
  return major === 22 || major === 24;
}

/**
 * The npm package that holds nothing but the Node.js binary of this platform. It needs no install
 * script, so it also works where npm doesn't run those.
 */
function nodePackageName() {
  const platform = isWindows ? 'win' : process.platform;
  const prefix =
    platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

/** What npm adds to the environment of its scripts would mislead the Yarn and npm we start. */
function cleanEnvironment() {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    const addedByNpm =
      /^npm_(package|lifecycle|command|execpath|node_execpath)/.test(name) ||
      /^npm_config_(local_prefix|global_prefix|prefix|user_agent)$/.test(
        name,
      ) ||
      name === 'INIT_CWD';
    if (!addedByNpm) {
      env[name] = value;
    }
  }
  return env;
}

function hasYarn(env) {
  try {
    const version = execFileSync('yarn', ['--version'], {
      cwd: projectRoot,
      encoding: 'utf8',
      // Corepack's shim would otherwise ask, or try to download.
      env: { ...env, COREPACK_ENABLE_NETWORK: '0' },
      shell: isWindows,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    return version.startsWith('4.');
  } catch {
    return false;
  }
}

function runsNode(binary) {
  try {
    const version = execFileSync(binary, ['--version'], { encoding: 'utf8' });
    return isSupportedNode(version);
  } catch {
    return false;
  }
}

/**
 * Finds Node.js 22 or 24 and Yarn 4 on this machine, or installs them with npm into `.toolchain/`.
 *
 * @param options - `log` is called with each line of progress.
 * @returns `env`: the environment to start everything else in, and `node`: the Node.js binary.
 */
export async function ensureToolchain(options = {}) {
  const log = options.log ?? console.log;
  const base = cleanEnvironment();
  const ownNode = !isSupportedNode(process.version);

  const nodePackage = nodePackageName();
  const nodeFolder = join(toolchainFolder, 'node_modules', nodePackage, 'bin');
  const nodeBinary = ownNode
    ? join(nodeFolder, isWindows ? 'node.exe' : 'node')
    : process.execPath;
  const ownYarn = !hasYarn(base);
  const yarnBinary = join(toolchainFolder, 'node_modules', '.bin', 'yarn');

  const missing = [];
  if (ownNode && !runsNode(nodeBinary)) {
    missing.push(`${nodePackage}@24`);
  }
  if (ownYarn && !existsSync(yarnBinary)) {
    missing.push(YARN);
  }
  if (missing.length > 0) {
    log(
      `Installing ${
        ownNode ? `Node.js 24 (this machine has ${process.version}) and ` : ''
      }Yarn 4 into .toolchain/`,
    );
    await installToolchain(base, missing);
    if (ownNode && !runsNode(nodeBinary)) {
      throw new CommandError(
        `npm installed ${nodePackage}, but ${nodeBinary} doesn't run. Install Node.js 24 yourself and try again.`,
      );
    }
  }

  const folders = [];
  if (ownNode) {
    folders.push(nodeFolder);
  }
  if (ownYarn) {
    folders.push(join(toolchainFolder, 'node_modules', '.bin'));
  }
  return {
    node: nodeBinary,
    env: {
      ...base,
      PATH: [...folders, base.PATH ?? base.Path ?? ''].join(delimiter),
    },
  };
}

async function installToolchain(env, packages) {
  mkdirSync(toolchainFolder, { recursive: true });
  const manifest = join(toolchainFolder, 'package.json');
  if (!existsSync(manifest)) {
    writeFileSync(manifest, '{ "name": "toolchain", "private": true }\n');
  }
  try {
    await runCommand(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--prefix',
        toolchainFolder,
        ...packages,
      ],
      { cwd: toolchainFolder, env },
    );
  } catch (error) {
    throw new CommandError(
      `Could not install ${packages.join(
        ' and ',
      )} with npm. Is the npm registry reachable from this machine?`,
      error.output,
    );
  }
}

/** Yarn's codes for unmet peer dependencies; they are many, and never why an install failed. */
function withoutPeerWarnings(output) {
  return output
    ?.split('\n')
    .filter(line => !/YN00(02|60|86)/.test(line))
    .join('\n');
}

function lockfileStamp() {
  return createHash('sha256')
    .update(readFileSync(join(projectRoot, 'yarn.lock')))
    .update(process.platform)
    .update(process.arch)
    .digest('hex');
}

/**
 * Runs `yarn install` unless the packages of this very lockfile are already installed.
 *
 * @param options - `env` as `ensureToolchain` returns it; `log` is called with each line of progress.
 * @returns Whether anything had to be installed.
 */
export async function ensureInstalled(options) {
  const { env } = options;
  const log = options.log ?? console.log;
  const stampFile = join(projectRoot, 'node_modules', '.install-stamp');
  const stamp = lockfileStamp();
  if (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8').trim() === stamp
  ) {
    return false;
  }

  log('Installing packages (a few minutes on the first start)');
  rmSync(stampFile, { force: true });
  try {
    await runCommand('yarn', ['install', '--immutable'], {
      cwd: projectRoot,
      env,
      onLine: line => {
        const step = line.match(/┌ (Resolution|Fetch|Link) step/);
        if (step) {
          log(`  ${step[1]} step …`);
        }
      },
    });
  } catch (error) {
    throw new CommandError(
      'Could not install the packages.',
      withoutPeerWarnings(error.output),
    );
  }
  writeFileSync(stampFile, `${stamp}\n`);
  return true;
}
