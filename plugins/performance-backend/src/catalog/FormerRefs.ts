import { Entity } from '@backstage/catalog-model';

/** Names the ref an entity had before it was renamed, so that its history stays with it. */
const FORMER_REF_ANNOTATION = 'performance-governance.io/former-ref';

/** What the catalog says of entities that nothing provides any more, until they are removed. */
const ORPHAN_ANNOTATION = 'backstage.io/orphan';

/**
 * The catalog has a renamed entity under both refs until it removes what nothing provides any more: for half a minute,
 * or for as long as it takes to notice that.
 */
const PATIENCE_MS = 15 * 60 * 1000;

/** What becomes of an entity that names a former ref. */
export type Succession = 'rename' | 'wait' | 'new';

/** The ref that an entity says it had; lower-cased. */
export function formerRefOf({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[FORMER_REF_ANNOTATION]?.toLocaleLowerCase(
    'en-US',
  );
}

/** Knows how long renamed entities have been waiting for those that they were. */
export class FormerRefs {
  readonly #waitingSince = new Map<string, number>();

  constructor(private readonly now: () => Date) {}

  /**
   * @param entityRef - that isn't known yet.
   * @param former - what the catalog has under the ref that it names; nobody takes over the history of an entity that
   *   is still there.
   */
  decide(entityRef: string, former: Entity | undefined): Succession {
    if (!former || former.metadata.annotations?.[ORPHAN_ANNOTATION]) {
      this.#waitingSince.delete(entityRef);
      return 'rename';
    }
    const now = this.now().getTime();
    const since = this.#waitingSince.get(entityRef) ?? now;
    if (now - since < PATIENCE_MS) {
      this.#waitingSince.set(entityRef, since);
      return 'wait';
    }
    this.#waitingSince.delete(entityRef);
    return 'new';
  }
}
