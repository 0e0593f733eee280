import { AnalysedEntity, AnalysisRule } from '../../model';
import { analyse } from '../analyse';
import { AnalysisOptions } from '../AnalysisOptions';

/** What one rule proposes. */
export function proposalsOf(
  rule: AnalysisRule,
  analysed: AnalysedEntity[],
  options?: Partial<AnalysisOptions>,
) {
  return analyse(analysed, options).proposals.filter(
    proposal => proposal.rule === rule,
  );
}

/** Of what one rule can't say something. */
export function unknownRefs(
  rule: AnalysisRule,
  analysed: AnalysedEntity[],
  options?: Partial<AnalysisOptions>,
) {
  return analyse(analysed, options).unknowns.flatMap(unknown =>
    unknown.rule === rule ? unknown.entityRefs : [],
  );
}

/** So many names. */
export function many(count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
