import { ServiceUnavailableError } from '@backstage/errors';
import { Request, Router } from 'express';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { AdjustmentAuthority } from './AdjustmentAuthority';
import { AdjustmentPresenter } from './AdjustmentPresenter';
import { AdjustmentStore } from './AdjustmentStore';
import { burnDown } from './burnDown';
import { dependenciesOf } from './dependenciesOf';
import { findSlo, FindSloOptions, FoundSlo } from './findSlo';
import { PUSHED } from './Slo';
import { definitionToApi, queriesToApi } from './sloApi';
import { samplesCsv, workCsv } from './sloCsv';
import { SloPresenter } from './SloPresenter';
import { exclusionToApi, sloWork } from './sloWork';
import { StoredCounts } from './StoredCounts';

type AnyRequest = Request<any, any, any, any, any>;

/** More SLOs of what an entity depends on aren't of interest on its page. */
const MAX_DEPENDENCIES = 50;

/** Routes below `/slos/{id}` that read. */
export function registerSloDetailRoutes(
  router: Router,
  options: FindSloOptions & {
    adjustmentAuthority: AdjustmentAuthority;
    adjustmentPresenter: AdjustmentPresenter;
    adjustmentStore: AdjustmentStore;
    sloPresenter: SloPresenter;
    storedCounts: StoredCounts;
    clock: () => Date;
  },
): void {
  const { accessControl, sloReader, sloPresenter } = options;
  const { adjustmentAuthority, adjustmentPresenter } = options;
  const { adjustmentStore, sloEvaluator, storedCounts, clock } = options;

  /** As it is shown, or before the first evaluation as it would be. */
  const statusOf = async (found: FoundSlo) => {
    const status =
      found.slo.status ?? (await sloEvaluator.status(found, clock().getTime()));
    if (!status) {
      throw new ServiceUnavailableError(
        `The SLO '${found.slo.id}' can't be evaluated; the backend's log says why`,
      );
    }
    return status;
  };

  const workOf = async (
    found: FoundSlo,
  ): Promise<AnswerOf<'getSloWork', 200>> => {
    const status = await statusOf(found);
    const counted = await storedCounts.count(
      found,
      Date.parse(status.at),
      () => {},
    );
    return {
      at: status.at,
      ...sloWork(found.spec, status, counted),
      queries: queriesToApi(found),
      exclusions: counted.exclusions.map(exclusionToApi),
    };
  };

  router.get<PathOf<'getSlo'>, AnswerOf<'getSlo', 200>>(
    '/slos/:sloId',
    async (req: AnyRequest, res) => {
      const found = await findSlo(req, req.params.sloId, options);
      const { slo, entity, access } = found;
      const [shown] = await sloPresenter.present([slo]);
      const dependencies = await dependenciesOf(entity, options.entityStore);
      const { contribute } = await accessControl.abilities(
        req,
        entity,
        slo.environment,
      );
      const adjustments = await adjustmentStore.list(
        { slo, revoked: false },
        access,
      );
      res.json({
        ...shown,
        status: slo.status,
        definition: definitionToApi(found),
        queries: queriesToApi(found),
        adjustments: await adjustmentPresenter.present(
          req,
          adjustments.filter(one =>
            adjustmentPresenter.touches(one, slo.status),
          ),
        ),
        dependencies: await sloPresenter.present(
          await sloReader.ofEntities(dependencies, MAX_DEPENDENCIES, access),
        ),
        may: {
          push: contribute && slo.sources.includes(PUSHED),
          ...(await adjustmentAuthority.abilitiesFor(
            req,
            entity,
            slo.environment,
          )),
        },
      });
    },
  );

  router.get<
    PathOf<'getSloBurnDown'>,
    AnswerOf<'getSloBurnDown', 200>,
    never,
    QueryOf<'getSloBurnDown'>
  >('/slos/:sloId/burn-down', async (req, res) => {
    const found = await findSlo(req, req.params.sloId, options);
    const { spec } = found;
    const status = await statusOf(found);
    const { points = 60 } = req.query;
    const counted = await storedCounts.count(
      found,
      Date.parse(status.at),
      first => burnDown(spec, status, first, points),
    );
    const { from, to } = status.window;
    res.json({
      from,
      to,
      points: burnDown(spec, status, counted, points).map(
        ({ at, ...point }) => ({ at: new Date(at).toISOString(), ...point }),
      ),
      exclusions: counted.exclusions
        .filter(one => one.to > Date.parse(from) && one.from < Date.parse(to))
        .map(exclusionToApi),
    });
  });

  router.get<PathOf<'getSloWork'>, AnswerOf<'getSloWork', 200>>(
    '/slos/:sloId/work',
    async (req, res) => {
      res.json(await workOf(await findSlo(req, req.params.sloId, options)));
    },
  );

  router.get<PathOf<'getSloWorkCsv'>>(
    '/slos/:sloId/work.csv',
    async (req, res) => {
      const found = await findSlo(req, req.params.sloId, options);
      res
        .attachment(`${found.slo.definitionName}-${found.entity.name}.csv`)
        .type('text/csv')
        .send(workCsv(await workOf(found)));
    },
  );

  router.get<
    PathOf<'getSloSamplesCsv'>,
    string,
    never,
    QueryOf<'getSloSamplesCsv'>
  >('/slos/:sloId/samples.csv', async (req, res) => {
    const found = await findSlo(req, req.params.sloId, options);
    const { window, at } = await statusOf(found);
    const samples = await storedCounts.samples(
      found,
      req.query.objective,
      Date.parse(window.from),
      Date.parse(at),
    );
    res
      .attachment(
        `${found.slo.definitionName}-${found.entity.name}-samples.csv`,
      )
      .type('text/csv')
      .send(samplesCsv(samples));
  });
}
