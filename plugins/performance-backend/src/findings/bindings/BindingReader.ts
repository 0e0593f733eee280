import {
  countGreenDays,
  FindingDay,
  FindingDayState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../../database/chunked';
import { verdictIdOf } from '../../verdicts/verdictApi';
import { WaivedVerdicts } from '../../waivers/WaivedVerdicts';
import { FindingPartSource, FindingParts } from '../FindingPresenter';
import { BoundFinding, selectBoundFindings } from './BoundFinding';
import { subjectOf } from './FindingFollower';

const ROWS_PER_STATEMENT = 500;

/** Tells how bound findings stand. */
export class BindingReader implements FindingPartSource {
  constructor(
    private readonly options: { knex: Knex; verdicts: WaivedVerdicts },
  ) {}

  /** Those that aren't bound are left out. */
  async load(findingIds: number[]): Promise<Map<number, FindingParts>> {
    const { knex, verdicts } = this.options;
    const all = new Map<number, FindingParts>();
    for (const part of chunked(findingIds, ROWS_PER_STATEMENT)) {
      const bound = await selectBoundFindings(knex, bindings =>
        bindings.whereIn('finding_bindings.finding_id', part),
      );
      const days = await selectDays(knex, bound);
      const found = await verdicts.findAll(bound.map(subjectOf));
      for (const [index, finding] of bound.entries()) {
        const verdict = found[index];
        all.set(finding.findingId, {
          binding: {
            entityRef: finding.entityRef,
            ruleId: finding.ruleId,
            title: verdict?.title,
            state: verdict?.state,
            verdictId: verdict && verdictIdOf(verdict.key),
            environment: finding.environment,
            labels: finding.labels,
            greenDays: finding.greenDays,
            green: countGreenDays(
              days.get(finding.findingId) ?? [],
              finding.countedFrom,
            ),
            boundBy: finding.boundBy,
            boundAt: finding.boundAt.toISOString(),
          },
        });
      }
    }
    return all;
  }
}

async function selectDays(
  knex: Knex,
  findings: BoundFinding[],
): Promise<Map<number, FindingDay[]>> {
  const rows: { finding_id: number; day: string; state: FindingDayState }[] =
    await knex('finding_days').whereIn(
      'finding_id',
      findings.map(({ findingId }) => findingId),
    );
  const days = new Map<number, FindingDay[]>();
  for (const { finding_id: id, day, state } of rows) {
    const ofFinding = days.get(id) ?? [];
    days.set(id, ofFinding);
    ofFinding.push({ day, state });
  }
  return days;
}
