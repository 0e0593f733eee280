import { Theme } from '@material-ui/core/styles';
import { VerdictState } from '../api';

/** @public */
export interface StateColours {
  /** Text and icons: at least 4.5:1 on the theme's paper and page. */
  strong: string;
  /** Areas behind text or bars. */
  soft: string;
}

const NEUTRAL_LIGHT: StateColours = { strong: '#595F69', soft: '#E3E6EA' };
const NEUTRAL_DARK: StateColours = { strong: '#D5D8DD', soft: '#5B6068' };

/**
 * The one palette of the five states. Bluish green and vermilion keep apart for the common kinds of
 * colour blindness (Okabe and Ito, "Color Universal Design", 2008), darkened or lightened until
 * they read as text.
 */
const PALETTES: Record<'light' | 'dark', Record<VerdictState, StateColours>> = {
  light: {
    pass: { strong: '#006B54', soft: '#C7E6DC' },
    warn: { strong: '#875300', soft: '#FFDFA3' },
    fail: { strong: '#B3261E', soft: '#F7C6BF' },
    'no-data': NEUTRAL_LIGHT,
    'not-applicable': NEUTRAL_LIGHT,
  },
  dark: {
    pass: { strong: '#62D6B6', soft: '#1F5A4C' },
    warn: { strong: '#FFC452', soft: '#6B5013' },
    fail: { strong: '#FFB4AB', soft: '#7D3029' },
    'no-data': NEUTRAL_DARK,
    'not-applicable': NEUTRAL_DARK,
  },
};

/**
 * The colours of a state in a theme. Colour is never the only sign of a state: an icon and its word
 * stand beside it.
 *
 * @public
 */
export function stateColours(theme: Theme, state: VerdictState): StateColours {
  return PALETTES[theme.palette.type][state];
}

/**
 * The colour of secondary text: at least 4.5:1 on paper and page, which the theme's own is not.
 *
 * @public
 */
export function mutedColour(theme: Theme): string {
  return PALETTES[theme.palette.type]['no-data'].strong;
}
