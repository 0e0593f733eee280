import { GateReport } from '../render/GateReport';
import { OUTPUT_FORMATS } from '../render/OutputFormat';
import { gateRenderers } from '../render/gateRenderers';
import { describeError } from '../terminal/describeError';
import { OutputOptions, resolveOutputTargets } from '../terminal/OutputOptions';
import { printError } from '../terminal/printError';
import { Terminal } from '../terminal/Terminal';
import { writeOutput } from '../terminal/writeOutput';

/**
 * Comes to a gate, writes it in the formats asked for and returns its exit code.
 *
 * What goes wrong on the way is a gate too, with outcome `error`: whoever reads the files a
 * pipeline leaves must not find a missing one, or one from before.
 */
export async function runGate(
  terminal: Terminal,
  options: OutputOptions,
  judge: () => Promise<GateReport>,
): Promise<number> {
  const targets = resolveOutputTargets(options, OUTPUT_FORMATS);
  let gateReport: GateReport;
  let failure: unknown;
  try {
    gateReport = await judge();
  } catch (error) {
    failure = error;
    gateReport = failedGate(error);
  }
  await writeOutput(
    terminal,
    failure === undefined
      ? targets
      : targets.filter(({ file, format }) => file || format !== 'text'),
    gateRenderers(gateReport, terminal.stdout),
  );
  if (failure !== undefined) {
    printError(terminal, failure);
  }
  return gateReport.result.gate.exitCode;
}

function failedGate(error: unknown): GateReport {
  const { what, where } = describeError(error);
  return {
    result: {
      outcome: 'error',
      verdicts: [],
      gate: {
        exitCode: 2,
        reasons: [
          { code: 'bad-input', message: where ? `${where}: ${what}` : what },
        ],
      },
    },
    reports: [],
    notes: [],
    links: [],
  };
}
