import { createTheme, Theme } from '@material-ui/core/styles';
import { palettes } from '@backstage/theme';
import { VerdictState } from '../api';
import { mutedColour, stateColours } from './statePalette';

const STATES: VerdictState[] = [
  'pass',
  'warn',
  'fail',
  'no-data',
  'not-applicable',
];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(start => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map(channel =>
      channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort(
    (a, b) => b - a,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function themeOf(type: 'light' | 'dark'): Theme {
  return createTheme({ palette: { type } });
}

describe.each(['light', 'dark'] as const)('the %s palette', type => {
  const grounds = [
    palettes[type].background.default,
    palettes[type].background.paper,
  ];

  it.each(STATES)('writes %s readably on page and paper', state => {
    const { strong } = stateColours(themeOf(type), state);
    for (const ground of grounds) {
      expect(contrast(strong, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('writes secondary text readably', () => {
    for (const ground of grounds) {
      expect(
        contrast(mutedColour(themeOf(type)), ground),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(STATES)('sets the bar of %s off its zone', state => {
    const { strong, soft } = stateColours(themeOf(type), state);
    // What WCAG 2.2 asks of graphical objects.
    expect(contrast(strong, soft)).toBeGreaterThanOrEqual(3);
  });
});
