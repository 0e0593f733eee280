import { mockServices } from '@backstage/backend-test-utils';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  performanceFindingReadPermission,
  performanceFindingUpdatePermission,
  performanceReviewAnswerPermission,
  performanceReviewReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseEntityStore } from '../catalog/DatabaseEntityStore';
import { AccessRecord } from './Access';
import { AccessDecision } from './AccessCriteria';
import { CriteriaAccess } from './CriteriaAccess';
import { registerPermissions } from './registerPermissions';

const AT = 1_772_000_000_000;

type Criteria = Exclude<AccessDecision, boolean>;

const OWNED: Criteria = { type: 'owner', refs: ['group:default/shop'] };
const REVIEWED: Criteria = {
  type: 'reviewer',
  refs: ['user:default/ann', 'group:default/architects'],
};
const ASSIGNED: Criteria = {
  type: 'finding-owner',
  refs: ['user:default/ann', 'group:default/architects'],
};

/** Entity, and who reviews or sees to what there is about it. */
const RECORDS: [name: string, entity: string, people: string[]][] = [
  ['ours', 'cart', []],
  ['ours and hers', 'cart', ['user:default/ann']],
  ['hers', 'parcel', ['user:default/ann']],
  ["her group's", 'parcel', ['group:default/architects']],
  ["somebody else's", 'parcel', ['user:default/bob']],
  ["nobody's", 'parcel', []],
];

function createAccess(
  decision: AccessDecision,
  permission: ResourcePermission,
  readDecision: AccessDecision = true,
): CriteriaAccess {
  return new CriteriaAccess({
    principal: 'user:default/ann',
    permission,
    decision,
    readAccess: async () => createAccess(readDecision, permission),
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'access to reviews and findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let store: DatabaseEntityStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      store = new DatabaseEntityStore(knex);
      await store.upsert(
        ['cart', 'parcel'].map(name => ({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name },
          },
          entityRef: `component:default/${name}`,
          owners: name === 'cart' ? ['group:default/shop'] : [],
          domains: [],
        })),
      );
      const templateId = await insertRow(knex, 'review_templates', {
        hash: 'a'.repeat(64),
        definition_id: 'ReviewTemplate:service',
        name: 'service',
        title: 'Service',
        version: '1',
        spec: '{}',
      });
      const stamp = {
        version: 1,
        created_by: 'user:default/eve',
        created_at: AT,
        changed_by: 'user:default/eve',
        changed_at: AT,
      };
      for (const [title, entity, people] of RECORDS) {
        const entityId = (await store.getByRef(`component:default/${entity}`))
          ?.id;
        const reviewId = await insertRow(knex, 'reviews', {
          ...stamp,
          entity_id: entityId,
          template_id: templateId,
          title,
          status: 'draft',
        });
        for (const ref of people) {
          await knex('review_reviewers').insert({
            review_id: reviewId,
            reviewer_ref: ref,
          });
        }
        await knex('findings').insert({
          ...stamp,
          entity_id: entityId,
          title,
          description: '',
          recommendation: '',
          category: 'other',
          severity: 1,
          likelihood: 1,
          risk: 0,
          status: 'open',
          status_at: AT,
          owner_ref: people[0] ?? null,
        });
      }
    });

    afterAll(async () => knex.destroy());

    /** Titles of the records that the decision leaves. */
    const inDatabase = async (
      table: 'reviews' | 'findings',
      decision: AccessDecision,
    ): Promise<string[]> => {
      const query = knex(table).orderBy('id');
      const id = `${table}.id`;
      createAccess(decision, performanceReviewReadPermission).restrict(query, {
        entityId: `${table}.entity_id`,
        ...(table === 'reviews' ? { reviewId: id } : { findingId: id }),
      });
      return query.pluck('title');
    };

    const inMemory = async (
      recordOf: (people: string[]) => AccessRecord,
      decision: AccessDecision,
    ): Promise<string[]> => {
      const access = createAccess(decision, performanceReviewReadPermission);
      const allowed: string[] = [];
      for (const [title, name, people] of RECORDS) {
        const entity = await store.getByRef(`component:default/${name}`);
        if (
          entity &&
          (await access.allows(entity, undefined, recordOf(people)))
        ) {
          allowed.push(title);
        }
      }
      return allowed;
    };

    it.each<[string, (named: Criteria) => AccessDecision, string[]]>([
      ['everything', () => true, RECORDS.map(([title]) => title)],
      ['nothing', () => false, []],
      [
        'what she is named in',
        named => named,
        ['ours and hers', 'hers', "her group's"],
      ],
      [
        'what she is not named in, what names nobody included',
        named => ({ not: named }),
        ['ours', "somebody else's", "nobody's"],
      ],
      [
        'what she owns or is named in',
        named => ({ anyOf: [OWNED, named] }),
        ['ours', 'ours and hers', 'hers', "her group's"],
      ],
      [
        'what she owns and is named in',
        named => ({ allOf: [OWNED, named] }),
        ['ours and hers'],
      ],
      [
        'what she owns and is not named in',
        named => ({ allOf: [OWNED, { not: named }] }),
        ['ours'],
      ],
      [
        'neither',
        named => ({ not: { anyOf: [OWNED, named] } }),
        ["somebody else's", "nobody's"],
      ],
    ])('is to %s', async (_, decide, expected) => {
      expect(await inDatabase('reviews', decide(REVIEWED))).toEqual(expected);
      expect(
        await inMemory(reviewers => ({ reviewers }), decide(REVIEWED)),
      ).toEqual(expected);
      expect(await inDatabase('findings', decide(ASSIGNED))).toEqual(expected);
      expect(
        await inMemory(
          ([findingOwner]) => ({ findingOwner }),
          decide(ASSIGNED),
        ),
      ).toEqual(expected);
    });

    it.each([REVIEWED, ASSIGNED])(
      'refuses to leave out %j where nothing has a column for it',
      decision => {
        const query = knex('entities');
        createAccess(decision, performanceReviewReadPermission).restrict(
          query,
          { entityId: 'entities.id' },
        );
        expect(() => query.toSQL()).toThrow('needs a column');
      },
    );

    it.each([
      [performanceReviewAnswerPermission, REVIEWED, 'review R-1'],
      [performanceFindingUpdatePermission, ASSIGNED, 'finding F-1'],
    ])('is refused by %j with its name', async (permission, decision, name) => {
      const parcel = await store.getByRef('component:default/parcel');
      if (!parcel) {
        throw new Error('The test needs component:default/parcel');
      }
      const record = {
        reviewers: ['user:default/bob'],
        findingOwner: 'user:default/bob',
        name,
      };
      await expect(
        createAccess(decision, permission).assertAllowed(
          parcel,
          undefined,
          record,
        ),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message: `user:default/ann lacks the permission ${permission.name} on ${name}`,
        }),
      );
      await expect(
        createAccess(decision, permission, decision).assertAllowed(
          parcel,
          undefined,
          record,
        ),
      ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
    });

    it('is told to search by the refs of records', async () => {
      const permissionsRegistry = mockServices.permissionsRegistry.mock();
      registerPermissions({ permissionsRegistry, entityStore: store, knex });
      const [, [reviews], [findings]] =
        permissionsRegistry.addResourceType.mock.calls;
      expect(reviews.resourceRef).toMatchObject({
        resourceType: performanceReviewReadPermission.resourceType,
      });
      expect(
        await reviews.getResources?.(['review:2', 'review:99', 'nonsense']),
      ).toMatchObject([
        {
          entityRef: 'component:default/cart',
          owners: ['group:default/shop'],
          reviewers: ['user:default/ann'],
        },
        undefined,
        undefined,
      ]);
      expect(findings.resourceRef).toMatchObject({
        resourceType: performanceFindingReadPermission.resourceType,
      });
      expect(
        await findings.getResources?.(['finding:4', 'finding:6', 'finding:0']),
      ).toMatchObject([
        {
          entityRef: 'component:default/parcel',
          owners: [],
          findingOwner: 'group:default/architects',
        },
        { entityRef: 'component:default/parcel', findingOwner: undefined },
        undefined,
      ]);
    });
  },
);
