import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeBlocks } from './__testUtils__/codeBlocks';
import { installPipelineTools } from './__testUtils__/pipelineTools';
import { runScript } from './__testUtils__/runScript';
import { startBackstage } from './__testUtils__/startBackstage';
import { temporaryFolder } from './__testUtils__/temporaryFolder';

/** Every test starts processes; on a busy machine that takes a while. */
jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '..', '..', '..');

const folder = temporaryFolder();
const tools = installPipelineTools(folder);

/** Every command of the page, with the exit code that it promises. */
function commandsOf(page: string): { command: string; exitCode: number }[] {
  return codeBlocks(join(ROOT, page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
    .filter(line => !line.startsWith('export '))
    .map(line => {
      const [, command, exitCode = '0'] =
        /^(.*?)(?: # exit code (\d))?$/.exec(line) ?? [];
      return { command, exitCode: Number(exitCode) };
    });
}

describe('docs/gate/index.md', () => {
  const commands = commandsOf('docs/gate/index.md');
  let backstage: Awaited<ReturnType<typeof startBackstage>>;

  beforeAll(async () => {
    symlinkSync(join(ROOT, 'demo'), join(folder, 'demo'));
    backstage = await startBackstage({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout', namespace: 'default' },
          spec: {
            type: 'service',
            lifecycle: 'production',
            owner: 'payments',
            system: 'checkout',
          },
        },
      ],
      definitions: readFileSync(
        join(ROOT, 'demo', 'catalog', 'checkout', 'performance.yaml'),
        'utf8',
      ).split(/^---$/m),
    });
  });

  afterAll(() => backstage.stop());

  it('holds the commands that are run here', () => {
    expect(
      new Set(commands.map(({ command }) => command.split(' ')[1])),
    ).toEqual(
      new Set(['parse', '-c', 'check', 'pull', 'upload', 'validate', 'slo']),
    );
  });

  it.each(commands)('$command', async ({ command, exitCode }) => {
    const result = await runScript('bash -o pipefail', command, {
      workingDirectory: folder,
      variables: {
        PATH: `${tools}:${process.env.PATH}`,
        PERF_GATE_URL: backstage.url,
      },
    });

    expect([result.exitCode, result.output]).toEqual([
      exitCode,
      expect.any(String),
    ]);
  });
});
