import { useTheme } from '@material-ui/core/styles';
import { VerdictState } from '../api';
import { stateColours, StateColours } from './statePalette';

/** @public */
export function useStateColours(state: VerdictState): StateColours {
  return stateColours(useTheme(), state);
}
