import { RunType } from '../model';

/**
 * What a run is for where nobody says so: what its tool is for.
 *
 * @param tool - as in {@link ParsedReport}.
 * @public
 */
export function defaultRunType(tool: string): RunType {
  return tool === 'lighthouse' ? 'audit' : 'load';
}
