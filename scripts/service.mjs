import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { CommandError } from './runCommand.mjs';
import { projectRoot } from './toolchain.mjs';

const KEPT_LINES = 25;
const GRACE_MILLISECONDS = 5_000;
const isWindows = process.platform === 'win32';

/**
 * A long-running process with everything it starts; its output goes to a log file.
 */
export class Service {
  #child;
  #exit;
  #tail = [];

  /** @param options - `name`, `command`, `args`, `cwd`, `env`, `logFile`. */
  constructor(options) {
    this.name = options.name;
    this.logFile = options.logFile;
    mkdirSync(dirname(options.logFile), { recursive: true });
    const log = createWriteStream(options.logFile);
    // A process group of its own, so that it can be stopped with all its descendants.
    this.#child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: !isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', chunk => {
        log.write(chunk);
        this.#remember(String(chunk));
      });
    }
    this.#exit = new Promise(resolve => {
      this.#child.once('error', resolve);
      this.#child.once('exit', resolve);
    });
  }

  #remember(text) {
    for (const line of stripVTControlCharacters(text).split('\n')) {
      // Where in the code an error arose is in the log file; here it would hide what it says.
      if (line.trim() && !/^\s*at /.test(line)) {
        this.#tail.push(line);
      }
    }
    this.#tail = this.#tail.slice(-KEPT_LINES);
  }

  /** Resolves when the process has ended, by itself or stopped. */
  async ended() {
    await this.#exit;
  }

  /** What to tell someone whose service ended or never answered. */
  failure(what) {
    return new CommandError(
      `${what} The whole log is in ${relative(projectRoot, this.logFile)}.`,
      this.#tail.join('\n'),
    );
  }

  /**
   * Waits for a 2xx answer.
   *
   * @throws CommandError if the process ends, or doesn't answer in time.
   */
  async answers(url, timeoutSeconds) {
    let ended = false;
    this.#exit.then(() => {
      ended = true;
    });
    const deadline = Date.now() + timeoutSeconds * 1000;
    while (Date.now() < deadline) {
      if (ended) {
        throw this.failure(`The ${this.name} ended while starting.`);
      }
      try {
        const response = await fetch(url, {
          signal: AbortSignal.timeout(10_000),
        });
        if (response.ok) {
          return;
        }
      } catch {
        // Not listening yet.
      }
      await delay(250);
    }
    throw this.failure(
      `The ${this.name} did not answer at ${url} within ${timeoutSeconds} s.`,
    );
  }

  /** Ends the process and all it started; resolves when it is gone. */
  async stop() {
    if (this.#child.pid === undefined || this.#child.exitCode !== null) {
      return;
    }
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MILLISECONDS);
    await this.#exit;
    clearTimeout(timer);
  }

  #signal(signal) {
    try {
      if (isWindows) {
        spawn('taskkill', ['/pid', String(this.#child.pid), '/T', '/F']);
      } else {
        process.kill(-this.#child.pid, signal);
      }
    } catch {
      // The group is gone already.
    }
  }
}
