import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import {
  ARCHITECT,
  OWNER,
  PEOPLE,
  READER,
  STRANGER,
} from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from './__testUtils__/conductReviews';
import { reviewTemplate } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';

/** The smallest PNG: one transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'attachments of reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let review: string;
    const { begin, answer, expectStatus, get } = conductReviews(
      () => performance,
    );

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [component('pay')],
        now: NOW,
        policy: PEOPLE,
      });
      await expectStatus(201, 'POST', '/definitions', {
        json: { content: reviewTemplate() },
      });
    });
    beforeEach(async () => {
      await performance.forgetEntities();
      await performance.services.catalogProjection.sweep();
      review = await begin('pay');
    });
    afterAll(() => performance.stop());

    const attach = (
      name: string,
      content: string | Buffer | undefined,
      user = ARCHITECT,
      contentType = 'application/octet-stream',
    ) =>
      performance.call('POST', `/reviews/${review}/attachments`, {
        query: { name },
        text: content,
        contentType,
        user,
      });

    it('are stored and given back as they are, to be saved and never run', async () => {
      const { status, body } = await attach('../Grafana “p95”.png', PNG, OWNER);
      expect([status, body]).toEqual([
        201,
        {
          id: expect.any(String),
          name: 'Grafana “p95”.png',
          contentType: 'image/png',
          size: PNG.length,
          by: OWNER,
          at: NOW,
        },
      ]);
      expect((await get(review)).attachments).toEqual([body]);

      const response = await performance.fetch(
        `/reviews/${review}/attachments/${body.id}`,
      );
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-disposition': expect.stringMatching(
          /^attachment; filename=.*filename\*=UTF-8''Grafana%20%E2%80%9Cp95%E2%80%9D\.png$/,
        ),
      });
      expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
      expect(performance.audit).toContainEqual({
        eventId: 'review-attach',
        outcome: 'success',
      });
    });

    it.each<[string, string | Buffer, number, string?]>([
      ['report.pdf', '%PDF-1.7\n', 201],
      ['photo.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 201],
      ['shot.webp', 'RIFF\0\0\0\0WEBPVP8 ', 201],
      ['numbers.csv', 'a,b\n1,2\n', 201, 'text/csv'],
      ['k6.json', '{"a":1}', 201, 'application/json'],
      ['notes.md', '# Ünïcode', 201, 'text/markdown'],
      ['notes.txt', 'Anything <script>', 201, 'text/html'],
      ['page.html', '<script>alert(1)</script>', 400],
      ['image.svg', '<svg onload="alert(1)"/>', 400],
      ['sheet.xlsm', 'PK', 400],
      ['nothing', 'text', 400],
      ['constructor', 'text', 400],
      ['image.png', '<svg onload="alert(1)"/>', 400],
      ['photo.jpeg', PNG, 400],
      ['report.pdf', 'MZ', 400],
      ['shot.webp', 'RIFF\0\0\0\0WAVE', 400],
      ['broken.json', '{"a":', 400],
      ['binary.txt', Buffer.from([0x41, 0x00, 0x42]), 400],
      ['latin.txt', Buffer.from([0xe4, 0xf6]), 400],
      ['empty.txt', '', 400],
    ])(
      '%s holding %p is answered with %d',
      async (...[name, content, expected, type]) => {
        const { status, body } = await attach(name, content, ARCHITECT, type);
        expect([status, body]).toEqual([expected, expect.anything()]);
      },
    );

    it('are at most 2 MB each, and 50 together', async () => {
      const text = Buffer.alloc(2 * 1024 * 1024, 'x');
      expect((await attach('large.txt', text)).status).toBe(201);
      const larger = Buffer.concat([text, Buffer.from('x')]);
      const refused = await attach('larger.txt', larger);
      expect([refused.status, refused.body.error.message]).toEqual([
        413,
        'What was sent is too large: at most 2 MB are taken at once',
      ]);
      for (let count = 1; count < 50; count++) {
        await attach(`${count}.txt`, 'x');
      }
      expect((await attach('one-more.txt', 'x')).status).toBe(409);
      expect((await get(review)).attachments).toHaveLength(50);
    });

    it.each([
      ['an owner', OWNER, 201, 200, 204],
      ['a reader', READER, 403, 200, 403],
      ['who may not see the review', STRANGER, 404, 404, 404],
    ])(
      'are attached, read and deleted by %s or not',
      async (_, user, ...expected) => {
        const { body } = await attach('a.txt', 'a');
        const path = `/reviews/${review}/attachments/${body.id}`;
        const statuses = [
          (await attach('b.txt', 'b', user)).status,
          (await performance.fetch(path, user)).status,
          (await performance.call('DELETE', path, { user })).status,
        ];
        expect(statuses).toEqual(expected);
      },
    );

    it('stay as long as an answer or a milestone refers to them', async () => {
      const { body } = await attach('a.txt', 'a');
      const path = `/reviews/${review}/attachments/${body.id}`;
      const remove = async () =>
        (await performance.call('DELETE', path)).status;
      const evidence = [{ type: 'attachment', ref: body.id }];
      expect((await answer(review, 'on-call', 0, { evidence })).status).toBe(
        200,
      );
      expect(await remove()).toBe(409);
      await answer(review, 'on-call', 1, { text: 'Us.' });
      expect(await remove()).toBe(204);
      expect(await remove()).toBe(404);
      expect((await performance.fetch(path)).status).toBe(404);

      const kept = (await attach('a.txt', 'a')).body.id;
      await answer(review, 'on-call', 2, {
        evidence: [{ type: 'attachment', ref: kept }],
      });
      await expectStatus(201, 'POST', `/reviews/${review}/milestones`, {
        json: { name: 'First' },
      });
      await answer(review, 'on-call', 3, { text: 'Us.' });
      const { status } = await performance.call(
        'DELETE',
        `/reviews/${review}/attachments/${kept}`,
      );
      expect(status).toBe(409);
    });

    it('belong to their review', async () => {
      const { body } = await attach('a.txt', 'a');
      await performance.call('POST', `/reviews/${review}/status`, {
        json: { version: 1, status: 'archived' },
      });
      const other = await begin('pay');
      const { status } = await performance.fetch(
        `/reviews/${other}/attachments/${body.id}`,
      );
      expect(status).toBe(404);
      expect((await attach('b.txt', 'b')).status).toBe(409);
    });
  },
);
