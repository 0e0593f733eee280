import { ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPrometheus } from './findPrometheus';

const POLL_MILLISECONDS = 25;

/** A running server. */
export interface TestPrometheus {
  /** Stays the same from start to start. */
  url: string;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and deletes the data. */
  remove(): Promise<void>;
}

/**
 * Starts Prometheus on data of the past, on a free port; it scrapes nothing.
 *
 * @param openMetrics - OpenMetrics text with timestamps and `# EOF`, in pieces.
 */
export async function startPrometheus(
  openMetrics: Iterable<string>,
): Promise<TestPrometheus> {
  const { prometheus, promtool } = findPrometheus();
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const config = join(folder, 'prometheus.yml');
  const data = join(folder, 'data');
  let address = '127.0.0.1:0';
  let server: ChildProcess | undefined;

  const start = async () => {
    const started = spawn(
      prometheus,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=10y',
        `--web.listen-address=${address}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server = started;
    address = await readAddress(started);
    // https://prometheus.io/docs/prometheus/latest/management_api/#readiness-check
    while (!(await isReady(`http://${address}`))) {
      if (started.exitCode !== null) {
        throw new Error('Prometheus ended before it was ready');
      }
      await wait(POLL_MILLISECONDS);
    }
  };
  const stop = async () => {
    const running = server;
    server = undefined;
    if (running && running.exitCode === null) {
      await new Promise(resolve => {
        running.once('close', resolve);
        running.kill();
      });
    }
  };
  const remove = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };

  try {
    const source = join(folder, 'metrics.txt');
    await pipeline(Readable.from(openMetrics), createWriteStream(source));
    // The tool reads the whole file once per block, so blocks are long.
    await promisify(execFile)(promtool, [
      'tsdb',
      'create-blocks-from',
      '--max-block-duration=1440h',
      'openmetrics',
      source,
      data,
    ]);
    await writeFile(config, 'global: {}\n');
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: `http://${address}`, start, stop, remove };
}

/** Reads from its log which port the system gave it, and goes on reading, so that it can go on writing. */
function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', text => {
      log += text;
      const [, address] = /msg="Listening on" address=(\S+)/.exec(log) ?? [];
      if (address) {
        resolve(address);
      }
    });
    server.once('error', reject);
    server.once('close', () => {
      reject(new Error(`Prometheus didn't start:\n${log}`));
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/-/ready`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
