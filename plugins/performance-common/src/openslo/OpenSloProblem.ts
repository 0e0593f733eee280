import { DefinitionProblem } from '../model';

/**
 * Who objects: a dialect's prose (`spec`), its schema or its own program (`sdk`), which disagree;
 * or we (`governance`), where nobody could work out what is asked for, or we can't hold it.
 *
 * @public
 */
export type OpenSloAuthority = 'spec' | 'schema' | 'sdk' | 'governance';

/**
 * What counts as an error: with `strict`, what any of prose, schema and SDK objects to; with
 * `lenient`, what all of them do, the rest being warnings. What has no meaning is an error in both.
 *
 * @public
 */
export type OpenSloProfile = 'strict' | 'lenient';

/**
 * Something wrong in an SLO document.
 *
 * @public
 */
export interface OpenSloProblem extends DefinitionProblem {
  /** The first that objects, in the order of the type. */
  source: OpenSloAuthority;
  /** Those of the dialect's own that take it all the same. */
  acceptedBy: OpenSloAuthority[];
}
