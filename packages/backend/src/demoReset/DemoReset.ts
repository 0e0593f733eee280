import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How far a reset is. */
export interface DemoResetStatus {
  state: 'idle' | 'running' | 'done' | 'failed';
  /** The last thing that was said of it. */
  message?: string;
}

/** Runs the script that loads the demo, with everything deleted first; one at a time. */
export class DemoReset {
  readonly #options;
  #child: ChildProcess | undefined;
  #status: DemoResetStatus = { state: 'idle' };

  constructor(options: {
    /** Path of the loader. */
    script: string;
    backendUrl: string;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  get status(): DemoResetStatus {
    return this.#status;
  }

  /** @throws ConflictError while one is running. */
  start() {
    if (this.#status.state === 'running') {
      throw new ConflictError('The demo is being reset already.');
    }
    const { script, backendUrl, logger } = this.#options;
    logger.info('Resetting the demo');
    this.#status = { state: 'running', message: 'Starting' };
    const child = spawn(
      process.execPath,
      [script, '--url', backendUrl, '--reset'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', message => {
        this.#status = { ...this.#status, message };
      });
    }
    child.once('error', error => this.#end('failed', error.message));
    child.once('close', code => {
      if (code === 0) {
        this.#end('done');
      } else {
        this.#end('failed', this.#status.message);
      }
    });
  }

  /** Ends a reset that is running. */
  stop() {
    this.#child?.kill();
  }

  #end(state: 'done' | 'failed', message?: string) {
    this.#status = { state, message };
    this.#options.logger.info(`The reset of the demo is ${state}`);
  }
}
