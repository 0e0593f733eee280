import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import { verdictIdOf } from '../verdicts/verdictApi';
import { countsToApi } from './counts';
import { EntityListReader, ListedEntity } from './EntityListReader';

/** `GET /entities`. */
export function registerEntityListRoutes(
  router: Router,
  options: {
    entityListReader: EntityListReader;
    accessControl: AccessControl;
  },
): void {
  const { entityListReader, accessControl } = options;

  router.get<{}, AnswerOf<'listEntities', 200>, never, QueryOf<'listEntities'>>(
    '/entities',
    async (req, res) => {
      const { sort = 'worst', limit = 25, offset = 0, ...query } = req.query;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { items, totalItems } = await entityListReader.list(
        { ...query, sort, limit, offset },
        access,
      );
      res.json({ items: items.map(listedEntityToApi), totalItems });
    },
  );
}

function listedEntityToApi(
  listed: ListedEntity,
): AnswerOf<'listEntities', 200>['items'][number] {
  const { entity, counts, blocking, gateOpenUntil, nextBlock, scorecard } =
    listed;
  return {
    entity: entityProjectionToApi(entity),
    counts: countsToApi(counts),
    blocking,
    gateOpenUntil: gateOpenUntil?.toISOString(),
    nextBlock: nextBlock && {
      at: nextBlock.at.toISOString(),
      title: nextBlock.title,
      verdictId: verdictIdOf(nextBlock.verdict),
      cause: nextBlock.cause,
    },
    scorecard,
  };
}
