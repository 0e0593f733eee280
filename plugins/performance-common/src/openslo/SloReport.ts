import {
  DocumentPath,
  DocumentPositions,
} from '../definitions/DocumentPositions';
import { OpenSloLoss } from './OpenSloLoss';
import {
  OpenSloAuthority,
  OpenSloProblem,
  OpenSloProfile,
} from './OpenSloProblem';
import { OpenSloRule } from './openSloRules';

/** A dialect's own authorities, in the order in which they are named. */
export type Authorities = readonly Exclude<OpenSloAuthority, 'governance'>[];

/** Where an object is: a document of a file, or a part of one. */
export interface SloPlace {
  file: string;
  positions: DocumentPositions;
  /** Path of the object in its document. */
  base: DocumentPath;
}

/** Collects what is wrong with one object, and what of it a definition can't hold. */
export class SloReport {
  readonly problems: OpenSloProblem[];
  readonly losses: OpenSloLoss[];
  readonly #place: SloPlace;
  readonly #profile: OpenSloProfile;
  readonly #authorities: Authorities;
  /** Those that don't look here. */
  readonly #unseeing: Authorities;
  /** Names of sources that a document says are a Prometheus. */
  readonly #prometheuses: ReadonlySet<string>;

  constructor(
    place: SloPlace,
    profile: OpenSloProfile,
    authorities: Authorities,
    part: {
      problems?: OpenSloProblem[];
      losses?: OpenSloLoss[];
      unseeing?: Authorities;
      prometheuses?: ReadonlySet<string>;
    } = {},
  ) {
    this.#place = place;
    this.#profile = profile;
    this.#authorities = authorities;
    this.problems = part.problems ?? [];
    this.losses = part.losses ?? [];
    this.#unseeing = part.unseeing ?? [];
    this.#prometheuses = part.prometheuses ?? new Set();
  }

  /** The same report, for a part that some authorities don't look into and so have no word about. */
  unseenBy(...unseeing: Authorities): SloReport {
    const { problems, losses } = this;
    return new SloReport(this.#place, this.#profile, this.#authorities, {
      problems,
      losses,
      unseeing,
      prometheuses: this.#prometheuses,
    });
  }

  /** Whether a source of that name or type understands PromQL, as far as the files say. */
  isPrometheus(source: string): boolean {
    return (
      source.toLowerCase() === 'prometheus' || this.#prometheuses.has(source)
    );
  }

  get failed(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  /** 1-based line where the object begins. */
  get startLine(): number {
    return this.#place.positions.ofValue(this.#place.base).line;
  }

  /**
   * Those named object; unless any are, all of the dialect's own do. Where none of those named is an
   * authority of the dialect, nothing is wrong.
   */
  object(
    rule: OpenSloRule,
    path: DocumentPath,
    message: string,
    by: readonly OpenSloAuthority[] = this.#authorities,
    at: 'value' | 'key' = 'value',
  ): void {
    const objecting = by.filter(
      authority =>
        authority === 'governance' ||
        this.#authorities.some(
          own => own === authority && !this.#unseeing.includes(own),
        ),
    );
    if (objecting.length === 0) {
      return;
    }
    const isOurs = objecting.includes('governance');
    const acceptedBy = isOurs
      ? []
      : this.#authorities.filter(own => !objecting.includes(own));
    const isError = this.#profile === 'strict' || acceptedBy.length === 0;
    this.#add(isError ? 'error' : 'warning', rule, path, message, at, {
      source: objecting[0],
      acceptedBy,
    });
  }

  /** Nobody could work out what is meant, or we can't hold it: an error in any profile. */
  reject(rule: OpenSloRule, path: DocumentPath, message: string): void {
    this.object(rule, path, message, ['governance']);
  }

  /** Our own advice, which stops nothing. */
  advise(rule: OpenSloRule, path: DocumentPath, message: string): void {
    this.#add('warning', rule, path, message, 'value', {
      source: 'governance',
      acceptedBy: [...this.#authorities],
    });
  }

  lose(
    path: DocumentPath,
    loss: Pick<OpenSloLoss, 'said' | 'becomes'> &
      Partial<Pick<OpenSloLoss, 'effect' | 'slo'>>,
  ): void {
    const { file, positions, base } = this.#place;
    this.losses.push({
      file,
      ...positions.ofKey([...base, ...path]),
      ...(loss.slo !== undefined && { slo: loss.slo }),
      path: formatPath(path),
      said: loss.said,
      becomes: loss.becomes,
      effect: loss.effect ?? 'dropped',
    });
  }

  #add(
    severity: OpenSloProblem['severity'],
    rule: OpenSloRule,
    path: DocumentPath,
    message: string,
    at: 'value' | 'key',
    whose: Pick<OpenSloProblem, 'source' | 'acceptedBy'>,
  ): void {
    const { file, positions, base } = this.#place;
    const full = [...base, ...path];
    const position =
      at === 'key' ? positions.ofKey(full) : positions.ofValue(full);
    // Of a field that is read for several ends, the first to object speaks for all.
    const isTold = this.problems.some(
      told =>
        told.rule === rule &&
        told.severity === severity &&
        told.line === position.line &&
        told.column === position.column &&
        told.message === message,
    );
    if (!isTold) {
      this.problems.push({
        file,
        ...position,
        severity,
        rule,
        message,
        ...whose,
      });
    }
  }
}

/** `spec.objectives[0].target`. */
export function formatPath(path: DocumentPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}
