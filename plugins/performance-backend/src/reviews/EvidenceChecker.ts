import { InputError, NotFoundError } from '@backstage/errors';
import {
  performanceReadPermission,
  ReviewEvidence,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { AccessControl } from '../access/Access';
import { RunAccess } from '../runs/RunAccess';
import { SloReader } from '../slos/SloReader';
import { VerdictReader } from '../verdicts/VerdictReader';
import { parseRowId } from '../waivers/waiverRow';
import { Review } from './Review';
import { ReviewAttachmentStore } from './ReviewAttachmentStore';

type AnyRequest = Request<any, any, any, any, any>;

/** Lets nobody point at what isn't there, or what they may not see. */
export class EvidenceChecker {
  constructor(
    private readonly options: {
      accessControl: AccessControl;
      runAccess: RunAccess;
      sloReader: SloReader;
      verdictReader: VerdictReader;
      attachments: ReviewAttachmentStore;
    },
  ) {}

  /**
   * @param known - what the answer has pointed at so far, which others may have seen to.
   * @throws InputError naming what can't be evidence.
   */
  async check(
    request: AnyRequest,
    review: Review,
    evidence: readonly ReviewEvidence[],
    known: readonly ReviewEvidence[],
  ): Promise<void> {
    for (const piece of evidence) {
      if (
        piece.from &&
        piece.to &&
        Date.parse(piece.from) > Date.parse(piece.to)
      ) {
        throw new InputError('The window of an SLO ends after it begins');
      }
      const isKnown = known.some(
        ({ type, ref, environment }) =>
          type === piece.type &&
          ref === piece.ref &&
          environment === piece.environment,
      );
      if (!isKnown && !(await this.#isThere(request, review, piece))) {
        throw new InputError(
          piece.type === 'link'
            ? `'${piece.ref}' isn't an http or https address`
            : `There is no ${piece.type} '${piece.ref}' that you may see`,
        );
      }
    }
  }

  async #isThere(
    request: AnyRequest,
    review: Review,
    { type, ref, environment }: ReviewEvidence,
  ): Promise<boolean> {
    switch (type) {
      case 'link':
        return isWebAddress(ref);
      case 'run':
        return this.#isRun(request, ref);
      case 'attachment': {
        const attachments = await this.options.attachments.list(review.id);
        return attachments.some(({ id }) => String(id) === ref);
      }
      case 'slo': {
        const id = parseRowId(ref);
        const slo =
          id === undefined
            ? undefined
            : await this.options.sloReader.get(id, await this.#read(request));
        return slo !== undefined;
      }
      default: {
        const { totalItems } = await this.options.verdictReader.list(
          {
            entityRef: review.entityRef,
            environment: environment === undefined ? undefined : [environment],
            rule: [ref],
            sort: 'state',
            limit: 1,
            offset: 0,
          },
          await this.#read(request),
        );
        return totalItems > 0;
      }
    }
  }

  async #isRun(request: AnyRequest, runId: string): Promise<boolean> {
    try {
      await this.options.runAccess.read(request, runId);
      return true;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }

  async #read(request: AnyRequest) {
    return this.options.accessControl.forRequest(
      request,
      performanceReadPermission,
    );
  }
}

function isWebAddress(text: string): boolean {
  return (
    URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
  );
}
