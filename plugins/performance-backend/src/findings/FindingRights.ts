import {
  FindingStatus,
  findingTransitions,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { parseRowId } from '../waivers/waiverRow';
import { FindingAccess, FoundFinding } from './FindingAccess';

type AnyRequest = Request<any, any, any, any, any>;

/** What whoever sees to a finding may change. */
const PLANNED = new Set(['version', 'effort', 'owner', 'dueDate', 'links']);

/** Which permission it takes to change what of a finding. */
export class FindingRights {
  constructor(private readonly access: FindingAccess) {}

  /**
   * Steps that don't exist are the desk's to refuse.
   *
   * @returns who asks.
   * @throws NotAllowedError where the caller may see the finding, but not do that.
   */
  async assertMayStep(
    req: AnyRequest,
    found: FoundFinding,
    status: FindingStatus,
  ): Promise<string> {
    const step = findingTransitions(found.finding.status).find(
      ({ to }) => to === status,
    );
    return this.access.assertMay(
      req,
      step?.needs === 'verify'
        ? performanceFindingVerifyPermission
        : performanceFindingUpdatePermission,
      found,
    );
  }

  /**
   * @returns who asks.
   * @throws NotAllowedError where the caller may see the finding, but not do that.
   */
  async assertMayChange(
    req: AnyRequest,
    found: FoundFinding,
    fields: string[],
  ): Promise<string> {
    const isPlanning = fields.every(field => PLANNED.has(field));
    return this.access.assertMay(
      req,
      isPlanning
        ? performanceFindingUpdatePermission
        : performanceFindingVerifyPermission,
      found,
    );
  }

  /**
   * The number of a finding that another one is said to be a duplicate of; undefined for what is no number at all.
   *
   * @throws NotFoundError where there is none that the caller may see.
   */
  async originalOf(
    req: AnyRequest,
    findingId: string | undefined,
  ): Promise<number | undefined> {
    if (findingId === undefined) {
      return undefined;
    }
    const id = parseRowId(findingId.replace(/^F-/i, ''));
    return id === undefined
      ? undefined
      : (await this.access.find(req, findingId)).finding.id;
  }
}
