import { AuditorService } from '@backstage/backend-plugin-api';
import { performanceFindingVerifyPermission } from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../../service/audited';
import {
  AnswerOf,
  BodyOf,
  PathOf,
  QueryOf,
} from '../../service/operationTypes';
import { Finding } from '../Finding';
import { FindingAccess, FoundFinding } from '../FindingAccess';
import { FindingPresenter } from '../FindingPresenter';
import { BindingDesk } from './BindingDesk';

type AnyRequest = Request<any, any, any, any, any>;

/** What findings are bound to, and what is decided on what that proposes. */
export function registerBindingRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    bindingDesk: BindingDesk;
    findingAccess: FindingAccess;
    findingPresenter: FindingPresenter;
  },
): void {
  const { auditor, bindingDesk, findingAccess, findingPresenter } = options;

  /** Writes to a finding as somebody who judges it, and shows it as it is then. */
  const write = async (
    req: AnyRequest,
    eventId: string,
    change: (found: FoundFinding, by: string) => Promise<Finding>,
  ) => {
    const { findingId } = req.params;
    await audited(
      auditor,
      { eventId, request: req, meta: { findingId, ...req.body } },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by = await findingAccess.assertMay(
          req,
          performanceFindingVerifyPermission,
          found,
        );
        return change(found, by);
      },
    );
    return findingPresenter.detail(
      req,
      await findingAccess.find(req, findingId),
    );
  };

  router.put<
    PathOf<'bindFinding'>,
    AnswerOf<'bindFinding', 200>,
    BodyOf<'bindFinding'>
  >('/findings/:findingId/binding', async (req, res) => {
    const { entityRef, environment = '*', labels = {}, ...rest } = req.body;
    res.json(
      await write(req, 'finding-bind', async ({ finding }, by) => {
        const { entity } = await findingAccess.findEntity(req, entityRef);
        return bindingDesk.bind(
          finding,
          entity,
          { ...rest, environment, labels },
          by,
        );
      }),
    );
  });

  router.delete<
    PathOf<'unbindFinding'>,
    AnswerOf<'unbindFinding', 200>,
    never,
    QueryOf<'unbindFinding'>
  >('/findings/:findingId/binding', async (req, res) => {
    const { version } = req.query;
    res.json(
      await write(req, 'finding-unbind', ({ finding }, by) =>
        bindingDesk.unbind(finding, { version }, by),
      ),
    );
  });

  router.post<
    PathOf<'decideFindingClosure'>,
    AnswerOf<'decideFindingClosure', 200>,
    BodyOf<'decideFindingClosure'>
  >('/findings/:findingId/closure', async (req, res) => {
    const { decision, ...terms } = req.body;
    res.json(
      await write(req, 'finding-closure', ({ finding }, by) =>
        decision === 'verify'
          ? bindingDesk.verify(finding, terms, by)
          : bindingDesk.decline(finding, terms, by),
      ),
    );
  });
}
