import { Theme } from '@material-ui/core/styles';
import { RollupCounts } from '../../api';
import { stateColours } from '../../theme';

/** A share's colour and how the legend names it. */
export interface HeatMapBand {
  /** At least this share. */
  from: number;
  title: string;
  colour: (theme: Theme) => string;
}

/** Best first. Few enough to tell apart, also without colour vision: each has its own lightness. */
export const HEAT_MAP_BANDS: HeatMapBand[] = [
  {
    from: 1,
    title: 'all',
    colour: theme => stateColours(theme, 'pass').soft,
  },
  {
    from: 0.9,
    title: 'from 90 %',
    colour: theme => (theme.palette.type === 'dark' ? '#2A4640' : '#E6F4EF'),
  },
  {
    from: 0.7,
    title: 'from 70 %',
    colour: theme => stateColours(theme, 'warn').soft,
  },
  {
    from: 0,
    title: 'below',
    colour: theme => stateColours(theme, 'fail').soft,
  },
];

/** The band of what is counted; none where nothing has any data. */
export function heatMapBand(counts: RollupCounts): HeatMapBand | undefined {
  const { total, within, states } = counts;
  return total === states['no-data']
    ? undefined
    : HEAT_MAP_BANDS.find(band => within / total >= band.from);
}

/** Diagonal lines, the sign for what has no data. */
export function hatching(theme: Theme): string {
  const { strong } = stateColours(theme, 'no-data');
  return `repeating-linear-gradient(135deg, ${strong}66 0 2px, transparent 2px 7px)`;
}
