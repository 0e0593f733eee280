import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import { ResponseError } from '@backstage/errors';
import { waitFor } from '@testing-library/react';
import { AnswerAutosave, SavedAnswer } from './AnswerAutosave';

const ANNA = 'user:default/anna';
const AT = '2026-11-23T10:00:00.000Z';

function textAnswer(text: string): ReviewAnswer {
  return { question: 'cache', text };
}

async function refusal(status: number, message: string) {
  return ResponseError.fromResponse(
    Response.json(
      {
        error: { name: 'ConflictError', message },
        response: { statusCode: status },
      },
      { status },
    ),
  );
}

function isConflict(error: unknown) {
  return error instanceof ResponseError && error.statusCode === 409;
}

/** A backend that keeps versions as ours does. */
class FakeBackend {
  saved: SavedAnswer = { answer: { question: 'cache' }, version: 0 };
  readonly requests: string[] = [];
  broken: Error | undefined;

  async save(answer: ReviewAnswer, version: number): Promise<SavedAnswer> {
    this.requests.push(`${answer.text} on ${version}`);
    if (this.broken) {
      throw this.broken;
    }
    if (version !== this.saved.version) {
      throw await refusal(409, 'Somebody changed it');
    }
    this.saved = { answer, version: version + 1, by: 'user:default/me' };
    return this.saved;
  }

  /** Somebody else answers. */
  answerElsewhere(text: string) {
    this.saved = {
      answer: textAnswer(text),
      version: this.saved.version + 1,
      by: ANNA,
      at: AT,
    };
  }
}

function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

function setUp(options: { storage?: ReturnType<typeof memoryStorage> } = {}) {
  const backend = new FakeBackend();
  const storage = options.storage ?? memoryStorage();
  const open = () =>
    new AnswerAutosave({
      key: 'review-4',
      save: (answer, version) => backend.save(answer, version),
      theirsOf: error => (isConflict(error) ? backend.saved : undefined),
      isComplete: ({ notApplicable }) => notApplicable !== '',
      storage,
      pauseMilliseconds: 5,
      retryMilliseconds: 20,
    });
  return { backend, storage, open, autosave: open() };
}

describe('AnswerAutosave', () => {
  it('saves once when writing pauses', async () => {
    const { backend, autosave, storage } = setUp();

    autosave.change(textAnswer('R'));
    autosave.change(textAnswer('Redis'));
    expect(autosave.get('cache')).toMatchObject({
      answer: { text: 'Redis' },
      phase: 'waiting',
    });

    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.requests).toEqual(['Redis on 0']);
    expect(autosave.listUnsaved()).toEqual([]);
    expect(storage.items.size).toBe(0);
  });

  it('saves what was written while it was saving on the version it got', async () => {
    const { backend, autosave } = setUp();

    autosave.change(textAnswer('Redis'));
    autosave.flush();
    autosave.change(textAnswer('Redis, 5 min'));

    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.requests).toEqual(['Redis on 0', 'Redis, 5 min on 1']);
    expect(autosave.get('cache').answer.text).toBe('Redis, 5 min');
  });

  it('tries again what did not get through, and says so until then', async () => {
    const { backend, autosave } = setUp();
    backend.broken = new TypeError('Failed to fetch');

    autosave.change(textAnswer('Redis'));
    await waitFor(() => expect(autosave.get('cache').phase).toBe('failed'));
    expect(autosave.get('cache').error?.message).toBe('Failed to fetch');
    expect(autosave.listUnsaved()).toEqual(['cache']);

    backend.broken = undefined;
    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.saved.answer.text).toBe('Redis');
  });

  it('does not repeat by itself what was refused', async () => {
    const { backend, autosave } = setUp();
    backend.broken = await refusal(403, 'Not yours');

    autosave.change(textAnswer('Redis'));
    await waitFor(() => expect(autosave.get('cache').phase).toBe('failed'));
    autosave.change(textAnswer('Redis!'));
    await waitFor(() => expect(backend.requests).toHaveLength(2));
    await waitFor(() => expect(autosave.get('cache').phase).toBe('failed'));
    expect(backend.requests).toEqual(['Redis on 0', 'Redis! on 0']);
  });

  it.each([
    { choice: 'mine' as const, stays: 'mine', version: 2 },
    { choice: 'theirs' as const, stays: 'theirs', version: 1 },
  ])(
    'keeps both answers of a conflict until $choice is chosen',
    async ({ choice, stays, version }) => {
      const { backend, autosave } = setUp();
      backend.answerElsewhere('theirs');

      autosave.change(textAnswer('mine'));
      await waitFor(() => expect(autosave.get('cache').phase).toBe('conflict'));
      expect(autosave.get('cache')).toMatchObject({
        answer: { text: 'mine' },
        theirs: { answer: { text: 'theirs' }, by: ANNA, at: AT },
      });

      autosave.resolve('cache', choice);
      await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
      expect(autosave.get('cache').answer.text).toBe(stays);
      expect(backend.saved).toMatchObject({
        answer: { text: stays },
        version,
      });
    },
  );

  it('sees no conflict where both wrote the same', async () => {
    const { backend, autosave } = setUp();
    backend.answerElsewhere('Redis');

    autosave.change(textAnswer('Redis'));
    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.saved.version).toBe(1);
  });

  it('meets what others saved as soon as it is read', () => {
    const { backend, autosave } = setUp();
    autosave.change(textAnswer('mine'));
    backend.answerElsewhere('theirs');

    autosave.receive([backend.saved], AT);

    expect(autosave.get('cache')).toMatchObject({
      answer: { text: 'mine' },
      phase: 'conflict',
      theirs: { by: ANNA },
    });
    expect(backend.requests).toEqual([]);
  });

  it('shows what others saved where nothing is being written', () => {
    const { backend, autosave } = setUp();
    backend.answerElsewhere('theirs');
    autosave.receive([backend.saved], AT);
    expect(autosave.get('cache')).toMatchObject({
      answer: { text: 'theirs' },
      phase: 'saved',
    });
  });

  it('goes on without an answer that is gone, but not by what was read before it was given', async () => {
    const { backend, autosave } = setUp();
    backend.answerElsewhere('theirs');
    autosave.receive([backend.saved], AT);

    autosave.receive([], '2026-11-23T09:59:59.999Z');
    expect(autosave.get('cache').answer.text).toBe('theirs');

    autosave.receive([], AT);
    expect(autosave.get('cache')).toMatchObject({
      answer: { question: 'cache' },
      saved: { version: 0 },
      phase: 'saved',
    });
    expect(autosave.get('cache').answer.text).toBeUndefined();

    backend.saved = { answer: { question: 'cache' }, version: 0 };
    autosave.change(textAnswer('mine'));
    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.requests).toEqual(['mine on 0']);
  });

  it('waits for what is missing', async () => {
    const { backend, autosave } = setUp();
    autosave.change({ question: 'cache', notApplicable: '' });
    expect(autosave.get('cache').phase).toBe('incomplete');
    autosave.flush();
    expect(backend.requests).toEqual([]);

    autosave.change({ question: 'cache', notApplicable: 'It has no data' });
    await waitFor(() => expect(autosave.get('cache').phase).toBe('saved'));
    expect(backend.saved.answer.notApplicable).toBe('It has no data');
  });

  it('takes up after a reload what could not be saved before', async () => {
    const { backend, autosave, open } = setUp();
    backend.broken = new TypeError('Failed to fetch');
    autosave.change(textAnswer('Redis'));
    autosave.stop();
    await waitFor(() => expect(autosave.get('cache').phase).toBe('failed'));

    backend.broken = undefined;
    const reopened = open();
    reopened.receive([backend.saved], AT);
    expect(reopened.get('cache').answer.text).toBe('Redis');
    await waitFor(() => expect(reopened.get('cache').phase).toBe('saved'));
    expect(backend.saved.answer.text).toBe('Redis');
  });

  it('finds after a reload that somebody else answered meanwhile', async () => {
    const { backend, autosave, open } = setUp();
    backend.broken = new TypeError('Failed to fetch');
    autosave.change(textAnswer('mine'));
    autosave.stop();
    await waitFor(() => expect(autosave.get('cache').phase).toBe('failed'));

    backend.broken = undefined;
    backend.answerElsewhere('theirs');
    const reopened = open();
    reopened.receive([backend.saved], AT);
    expect(reopened.get('cache')).toMatchObject({
      answer: { text: 'mine' },
      phase: 'conflict',
      theirs: { answer: { text: 'theirs' } },
    });
  });
});
