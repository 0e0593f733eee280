import { Knex } from 'knex';
import { labelsHash } from '../database/labelsHash';
import { CurrentVerdict } from '../verdicts/VerdictReader';
import { currentVerdictFromRow, selectCurrent } from '../verdicts/verdictRow';
import { WaiverSubject } from './WaiverStore';

/** Finds the current verdicts that waivers are bound to. */
export class WaivedVerdicts {
  constructor(private readonly knex: Knex) {}

  /** @returns undefined where nothing judges the subject by the rule. */
  async find(
    subject: WaiverSubject,
    tx?: Knex.Transaction,
  ): Promise<CurrentVerdict | undefined> {
    const [verdict] = await this.findAll([subject], tx);
    return verdict;
  }

  /** In the order of the subjects. */
  async findAll(
    subjects: WaiverSubject[],
    tx?: Knex.Transaction,
  ): Promise<(CurrentVerdict | undefined)[]> {
    if (subjects.length === 0) {
      return [];
    }
    // Relies on verdicts_entity_idx; the few that match in parts only are left out below.
    const rows = await selectCurrent(tx ?? this.knex)
      .whereIn(
        'judged.entity_id',
        subjects.map(({ entityId }) => entityId),
      )
      .whereIn(
        'rules.rule_key',
        subjects.map(({ ruleId }) => ruleId),
      )
      .whereIn(
        'subjects.labels_key',
        subjects.map(({ labels }) => labelsHash(labels)),
      );
    const verdicts = new Map<string, CurrentVerdict>();
    for (const row of rows) {
      const verdict = currentVerdictFromRow(row);
      verdicts.set(
        subjectText({
          entityId: verdict.entityId,
          ruleId: verdict.ruleId,
          environment: verdict.subject.environment,
          labels: verdict.subject.labels,
        }),
        verdict,
      );
    }
    return subjects.map(subject => verdicts.get(subjectText(subject)));
  }
}

function subjectText(subject: WaiverSubject): string {
  const { entityId, ruleId, environment, labels } = subject;
  return `${entityId} ${environment} ${labelsHash(labels)} ${ruleId}`;
}
