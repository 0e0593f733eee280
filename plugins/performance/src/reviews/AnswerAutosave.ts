import {
  ReviewAnswer,
  isSameAnswer,
} from '@perf-governance/plugin-performance-common';
import { ResponseError, toError } from '@backstage/errors';

/** An answer as the backend has it. */
export interface SavedAnswer {
  answer: ReviewAnswer;
  /** 0 where the question was never answered. */
  version: number;
  /** Who answered; absent where nobody did. */
  by?: string;
  /** ISO 8601. */
  at?: string;
}

/** What became of an answer's latest change; `incomplete` is one that the backend wouldn't take yet. */
type SavePhase =
  | 'saved'
  | 'incomplete'
  | 'waiting'
  | 'saving'
  | 'failed'
  | 'conflict';

/** A question's answer as it is on screen, and how it stands with the backend. */
export interface AnswerDraft {
  answer: ReviewAnswer;
  /** The last saved one. */
  saved: SavedAnswer;
  phase: SavePhase;
  /** When this browser tab last saved it. */
  savedAt?: Date;
  /** Why it couldn't be saved. */
  error?: Error;
  /** In a conflict: what somebody else saved meanwhile. */
  theirs?: SavedAnswer;
}

/** Where changes are kept that aren't saved yet, so that a reload doesn't lose them. */
interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface AnswerAutosaveOptions {
  /** Names the review among others in the same storage. */
  key: string;
  /** Rejects with a 409 where the version isn't the newest. */
  save: (answer: ReviewAnswer, version: number) => Promise<SavedAnswer>;
  /** What somebody else saved, as a refusal tells; nothing where it was refused for another reason. */
  theirsOf: (error: unknown) => SavedAnswer | undefined;
  /** Whether an answer can be saved as it is. */
  isComplete: (answer: ReviewAnswer) => boolean;
  storage: DraftStorage;
  /** How long one must pause before a change is saved. */
  pauseMilliseconds: number;
  /** How long after a failure on the way it is tried again. */
  retryMilliseconds: number;
}

interface Entry {
  saved: SavedAnswer;
  /** Absent where everything is saved. */
  draft?: ReviewAnswer;
  phase: SavePhase;
  savedAt?: Date;
  error?: Error;
  theirs?: SavedAnswer;
  timer?: ReturnType<typeof setTimeout>;
}

type StoredDrafts = Record<string, { answer: ReviewAnswer; version: number }>;

/** What was refused will be refused again; what didn't get through may. */
function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ResponseError) || error.statusCode >= 500;
}

/**
 * Saves the answers of one review while they are written, one request per question at a time, and keeps what isn't
 * saved until it is: over failures, conflicts, and a reload of the page.
 */
export class AnswerAutosave {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private readonly stored: StoredDrafts;
  private revision = 0;
  private stopped = false;

  constructor(private readonly options: AnswerAutosaveOptions) {
    this.stored = this.readStored();
  }

  /** Changes whenever anything on screen might. */
  readonly getRevision = (): number => this.revision;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  get(question: string): AnswerDraft {
    const entry = this.entryOf(question);
    return {
      answer: entry.draft ?? entry.saved.answer,
      saved: entry.saved,
      phase: entry.phase,
      savedAt: entry.savedAt,
      error: entry.error,
      theirs: entry.theirs,
    };
  }

  /** The questions whose answers aren't saved. */
  listUnsaved(): string[] {
    return [...this.entries]
      .filter(([, { phase }]) => phase !== 'saved')
      .map(([question]) => question);
  }

  /**
   * Takes what the backend has; what isn't saved yet stays as it is.
   *
   * @param changedAt - When the review was last changed as it was read: an answer that was saved by then, and is
   *   missing, is gone.
   */
  receive(answers: SavedAnswer[], changedAt: string) {
    const given = new Set(answers.map(({ answer }) => answer.question));
    for (const [question, entry] of this.entries) {
      const { at } = entry.saved;
      if (!given.has(question) && at !== undefined && at <= changedAt) {
        this.lose(question, entry);
      }
    }
    for (const saved of answers) {
      const entry = this.entryOf(saved.answer.question);
      if (saved.version > entry.saved.version && entry.phase !== 'saving') {
        if (entry.draft && entry.phase !== 'conflict') {
          this.meet(saved.answer.question, entry, saved);
        } else if (entry.phase === 'conflict') {
          entry.theirs = saved;
        } else {
          entry.saved = saved;
        }
      }
    }
    this.restore();
    this.changed();
  }

  change(answer: ReviewAnswer) {
    const entry = this.entryOf(answer.question);
    entry.draft = answer;
    this.keep(answer.question, entry);
    if (entry.phase !== 'conflict' && entry.phase !== 'saving') {
      this.wait(answer.question, entry, this.options.pauseMilliseconds);
    }
    this.changed();
  }

  /** Saves at once what waits or couldn't be saved. */
  flush() {
    for (const [question, entry] of this.entries) {
      if (entry.phase === 'waiting' || entry.phase === 'failed') {
        this.save(question, entry);
      }
    }
  }

  /** Ends a conflict with one of the two answers. */
  resolve(question: string, choice: 'mine' | 'theirs') {
    const entry = this.entryOf(question);
    if (!entry.theirs) {
      return;
    }
    entry.saved = entry.theirs;
    entry.theirs = undefined;
    if (choice === 'mine') {
      this.keep(question, entry);
      this.wait(question, entry, 0);
    } else {
      this.settle(question, entry);
    }
    this.changed();
  }

  start() {
    this.stopped = false;
  }

  /** Saves what waits. What can't be saved is tried again when the review is opened next. */
  stop() {
    this.stopped = true;
    this.flush();
  }

  private entryOf(question: string): Entry {
    let entry = this.entries.get(question);
    if (!entry) {
      entry = { saved: { answer: { question }, version: 0 }, phase: 'saved' };
      this.entries.set(question, entry);
    }
    return entry;
  }

  private wait(question: string, entry: Entry, milliseconds: number) {
    clearTimeout(entry.timer);
    if (entry.draft && !this.options.isComplete(entry.draft)) {
      entry.phase = 'incomplete';
      return;
    }
    entry.phase = 'waiting';
    entry.timer = setTimeout(() => this.save(question, entry), milliseconds);
  }

  private async save(question: string, entry: Entry) {
    const { draft } = entry;
    if (!draft || entry.phase === 'saving') {
      return;
    }
    clearTimeout(entry.timer);
    entry.phase = 'saving';
    entry.error = undefined;
    this.changed();
    try {
      entry.saved = await this.options.save(draft, entry.saved.version);
      entry.savedAt = new Date();
      if (entry.draft === draft) {
        this.settle(question, entry);
      } else {
        // Something was written meanwhile.
        this.keep(question, entry);
        this.wait(question, entry, this.options.pauseMilliseconds);
      }
    } catch (error) {
      this.fail(question, entry, error);
    }
    this.changed();
  }

  private fail(question: string, entry: Entry, error: unknown) {
    const theirs = this.options.theirsOf(error);
    if (theirs) {
      this.meet(question, entry, theirs);
      return;
    }
    if (isWorthRetrying(error) && !this.stopped) {
      this.wait(question, entry, this.options.retryMilliseconds);
    }
    entry.phase = 'failed';
    entry.error = toError(error);
  }

  /** Goes on without the answer that was saved; what is written meanwhile is saved as the first. */
  private lose(question: string, entry: Entry) {
    if (entry.phase !== 'saving') {
      entry.saved = { answer: { question }, version: 0 };
      entry.savedAt = undefined;
      this.keep(question, entry);
      if (entry.phase === 'conflict') {
        entry.theirs = entry.saved;
      }
    }
  }

  /** Somebody else saved an answer while this one wasn't. */
  private meet(question: string, entry: Entry, theirs: SavedAnswer) {
    clearTimeout(entry.timer);
    if (!entry.draft || isSameAnswer(entry.draft, theirs.answer)) {
      entry.saved = theirs;
      this.settle(question, entry);
    } else {
      entry.phase = 'conflict';
      entry.theirs = theirs;
    }
  }

  private settle(question: string, entry: Entry) {
    clearTimeout(entry.timer);
    entry.draft = undefined;
    entry.theirs = undefined;
    entry.error = undefined;
    entry.phase = 'saved';
    delete this.stored[question];
    this.writeStored();
  }

  private keep(question: string, entry: Entry) {
    if (entry.draft) {
      this.stored[question] = {
        answer: entry.draft,
        version: entry.saved.version,
      };
      this.writeStored();
    }
  }

  /** Takes up what an earlier visit of this browser tab couldn't save. */
  private restore() {
    for (const [question, { answer, version }] of Object.entries(this.stored)) {
      const entry = this.entryOf(question);
      if (!entry.draft) {
        entry.draft = answer;
        if (entry.saved.version > version) {
          this.meet(question, entry, entry.saved);
        } else {
          this.wait(question, entry, this.options.pauseMilliseconds);
        }
      }
    }
  }

  private readStored(): StoredDrafts {
    try {
      return JSON.parse(this.options.storage.getItem(this.options.key) ?? '{}');
    } catch {
      return {};
    }
  }

  private writeStored() {
    const { storage, key } = this.options;
    try {
      if (Object.keys(this.stored).length > 0) {
        storage.setItem(key, JSON.stringify(this.stored));
      } else {
        storage.removeItem(key);
      }
    } catch {
      // A browser that keeps nothing still saves to the backend.
    }
  }

  private changed() {
    this.revision += 1;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
