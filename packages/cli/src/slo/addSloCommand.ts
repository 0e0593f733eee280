import { Command } from 'commander';
import { CommandRunner } from '../commands/CommandRunner';
import { addSloImportCommand } from './sloImport';
import { addSloReportCommand } from './sloReport';
import { addSloRulesCommand } from './sloRules';
import { addSloValidateCommand } from './sloValidate';

/** `perf-gate slo …`: what concerns service level objectives. */
export function addSloCommand(program: Command, run: CommandRunner): void {
  const slo = program
    .command('slo')
    .summary('check, import and report on SLOs')
    .description(
      'Works with service level objectives in OpenSLO, Sloth’s, Pyrra’s or our own language.',
    );
  addSloValidateCommand(slo, run);
  addSloImportCommand(slo, run);
  addSloReportCommand(slo, run);
  addSloRulesCommand(slo, run);
}
