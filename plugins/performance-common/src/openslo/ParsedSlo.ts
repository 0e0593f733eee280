import { DEFINITION_API_VERSION, DefinitionMetadata, SloSpec } from '../model';
import { SloDialect } from './SloDialect';

/**
 * An SLO as a definition holds it, whatever language it came in.
 *
 * @public
 */
export interface ParsedSlo {
  metadata: DefinitionMetadata;
  spec: SloSpec;
  dialect: SloDialect | typeof DEFINITION_API_VERSION;
  file: string;
  /** 1-based: where its document begins. */
  line: number;
}
