import {
  checkAdjustmentTimes,
  SloAdjustmentTimes,
} from '@perf-governance/plugin-performance-common';
import { parse } from 'yaml';
import { readTextFile } from '../input/readTextFile';
import { refuseTooDeep } from '../input/refuseTooDeep';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';

const EXAMPLE =
  'Write a list such as [{ times: { type: once, from: 2026-11-01T02:00:00Z, to: 2026-11-01T04:00:00Z }, reason: … }].';

export interface Adjustment {
  id: string;
  times: SloAdjustmentTimes;
}

/** Reads times that don't count: a list of adjustments as the API has them, or of their times alone. */
export async function readAdjustments(
  file: string,
  terminal: Terminal,
): Promise<Adjustment[]> {
  const text = await readTextFile(file, terminal);
  refuseTooDeep(file, text);
  let list: unknown;
  try {
    list = parse(text);
  } catch (error) {
    throw new CliError(`This is no YAML: ${(error as Error).message}`, {
      where: file,
      fix: EXAMPLE,
    });
  }
  if (!Array.isArray(list)) {
    throw new CliError('The file holds no list of adjustments.', {
      where: file,
      fix: EXAMPLE,
    });
  }
  return list.flatMap((item: unknown, index) => {
    const where = `${file}, number ${index + 1}`;
    const fields = fieldsOf(item);
    if (fields.revoked) {
      return [];
    }
    const times = timesOf(fieldsOf(fields.times ?? item), where);
    const problem = checkAdjustmentTimes(times);
    if (problem) {
      throw new CliError(problem, { where, fix: EXAMPLE });
    }
    return [{ id: String(fields.id ?? index + 1), times }];
  });
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function timesOf(
  { type, from, to, rrule, durationSeconds, timeZone }: Record<string, unknown>,
  where: string,
): SloAdjustmentTimes {
  if (type === 'once' && typeof from === 'string' && typeof to === 'string') {
    return { type, from, to };
  }
  if (
    type === 'recurring' &&
    typeof from === 'string' &&
    typeof rrule === 'string' &&
    typeof durationSeconds === 'number' &&
    typeof timeZone === 'string'
  ) {
    return { type, from, rrule, durationSeconds, timeZone };
  }
  throw new CliError(
    'An adjustment is `once` with from and to, or `recurring` with rrule, from, durationSeconds and timeZone.',
    { where, fix: EXAMPLE },
  );
}
