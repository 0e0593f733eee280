import { Knex } from 'knex';
import { FindingListener, FindingOccurrence } from '../FindingListener';

/** Lets a finding go that is bound to a verdict of an entity that it doesn't affect any more. */
export class BindingRelease implements FindingListener {
  async onFinding(
    { finding: { id, entityIds }, previous }: FindingOccurrence,
    tx: Knex.Transaction,
  ) {
    if (!previous || previous.entityIds.every(one => entityIds.includes(one))) {
      return;
    }
    const released = await tx('finding_bindings')
      .where('finding_id', id)
      .whereNotIn('entity_id', entityIds)
      .delete();
    if (released > 0) {
      await tx('finding_days').where('finding_id', id).delete();
      await tx('findings')
        .where('id', id)
        .update({ closure_proposed_at: null });
    }
  }
}
