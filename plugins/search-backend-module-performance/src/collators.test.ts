import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { performanceFindingReadPermission } from '@perf-governance/plugin-performance-common';
import express, { Express } from 'express';
import { once } from 'node:events';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  PerformanceCollatorFactory,
  ReadDocuments,
} from './PerformanceCollatorFactory';
import { readFindings } from './readFindings';
import { readReviews } from './readReviews';

const PAY = {
  entityRef: 'component:default/pay',
  kind: 'component',
  namespace: 'default',
  name: 'pay',
  title: 'Payments',
};
const CART = {
  ...PAY,
  entityRef: 'component:default/cart',
  name: 'cart',
  title: undefined,
};

const finding = (id: number) => ({
  id: String(id),
  title: `Finding ${id}`,
  description: 'No *timeout*',
  recommendation: 'Set one',
  category: 'missing-timeout',
  risk: 'high',
  status: 'open',
  entity: PAY,
  affected: [CART],
});

const review = (id: number) => ({
  id: String(id),
  title: `Review ${id}`,
  status: 'published',
  subject: { entityRef: PAY.entityRef, title: PAY.title },
  template: { title: 'Launch readiness' },
  answers: [
    { question: 'load', choices: ['soak'], notes: 'Ran for eight hours' },
    { question: 'cdn', notApplicable: 'There is no front end' },
  ],
});

describe('collators', () => {
  let server: Server;
  let app: Express;
  let tokens: (string | undefined)[];

  const documentsOf = async (read: ReadDocuments) => {
    const { port } = server.address() as AddressInfo;
    const factory = new PerformanceCollatorFactory({
      type: 'performance-finding',
      visibilityPermission: performanceFindingReadPermission,
      read,
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
    });
    const documents = [];
    for await (const document of await factory.getCollator()) {
      documents.push(document);
    }
    return documents;
  };

  beforeEach(async () => {
    tokens = [];
    app = express();
    app.use((req, _res, next) => {
      tokens.push(req.headers.authorization);
      next();
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('reads findings page by page, as the search plugin', async () => {
    const all = Array.from({ length: 101 }, (_, index) => finding(index + 1));
    app.get('/findings', (req, res) => {
      const offset = Number(req.query.offset);
      res.json({
        items: all.slice(offset, offset + Number(req.query.limit)),
        totalItems: all.length,
        facets: {},
      });
    });
    app.get('/findings/:id', (req, res) => {
      // One was deleted meanwhile.
      if (req.params.id === '7') {
        res.status(404).json({ error: { message: 'There is none' } });
      } else {
        res.json(all[Number(req.params.id) - 1]);
      }
    });
    const documents = await documentsOf(readFindings);
    expect(documents).toHaveLength(100);
    expect(documents[0]).toEqual({
      title: 'F-1 Finding 1',
      text: 'No *timeout*\nSet one\nhigh risk, open, missing-timeout\nPayments',
      location: '/performance/findings?finding=1',
      entityRef: 'component:default/pay',
      status: 'open',
      risk: 'high',
      category: 'missing-timeout',
      owner: '',
      authorization: { resourceRef: 'finding:1' },
    });
    expect(new Set(tokens)).toEqual(
      new Set([
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:test'),
          targetPluginId: 'performance',
        }),
      ]),
    );
  });

  it('reads reviews with what was answered in words', async () => {
    app.get('/reviews', (_req, res) =>
      res.json({ items: [review(4)], totalItems: 1, facets: {} }),
    );
    app.get('/reviews/4', (_req, res) => res.json(review(4)));
    expect(await documentsOf(readReviews)).toEqual([
      {
        title: 'R-4 Review 4',
        text: 'Payments\nLaunch readiness\npublished\nRan for eight hours\nThere is no front end',
        location: '/performance/reviews/4',
        entityRef: 'component:default/pay',
        status: 'published',
        template: 'Launch readiness',
        authorization: { resourceRef: 'review:4' },
      },
    ]);
  });

  it('fails, so that the index stays as it was, where the backend does', async () => {
    app.get('/findings', (_req, res) =>
      res.status(503).json({ error: { message: 'Starting' } }),
    );
    await expect(documentsOf(readFindings)).rejects.toThrow(
      'The performance plugin answered 503 to /findings: Starting',
    );
  });
});
