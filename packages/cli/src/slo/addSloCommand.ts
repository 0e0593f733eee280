import { Command } from 'commander';
import { CommandRunner } from '../commands/CommandRunner';
import { addSloReportCommand } from './sloReport';

/** `perf-gate slo …`: what concerns service level objectives. */
export function addSloCommand(program: Command, run: CommandRunner): void {
  const slo = program
    .command('slo')
    .summary('report on SLOs')
    .description(
      'Works with service level objectives in OpenSLO, Sloth’s, Pyrra’s or our own language.',
    );
  addSloReportCommand(slo, run);
}
