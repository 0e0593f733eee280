/**
 * Something that an SLO document says and a definition doesn't.
 *
 * @public
 */
export interface OpenSloLoss {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** Name of the SLO as imported; absent where it is about the whole document. */
  slo?: string;
  /** Where in its document, e.g. `spec.alertPolicies[0]`. */
  path: string;
  /** In words, with the value where it is short. */
  said: string;
  /** In words: what there is instead. */
  becomes: string;
  /**
   * - `dropped`: the definition lacks it, and its numbers are the same without it;
   * - `assumed`: the source leaves it open, and the definition has to say something;
   * - `changed`: numbers may come out otherwise than by the source's own tool.
   */
  effect: 'dropped' | 'assumed' | 'changed';
}
