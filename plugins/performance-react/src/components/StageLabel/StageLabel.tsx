import { ReactNode } from 'react';
import SvgIcon from '@material-ui/core/SvgIcon';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Stage } from '@perf-governance/plugin-performance-common';
import { STAGE_WORDS } from '../../format';
import { mutedColour } from '../../theme';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
  },
  block: { fontWeight: 600 },
});

/** One shape per stage; none of them is the shape of a state. */
const PATHS: Record<Stage, string> = {
  // An eye.
  observe:
    'M12 5C7 5 2.7 8.1 1 12c1.7 3.9 6 7 11 7s9.3-3.1 11-7c-1.7-3.9-6-7-11-7zm0 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zm0-2.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  // A bell.
  notify:
    'M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2zm6-6v-5c0-3.1-1.6-5.6-4.5-6.3V4a1.5 1.5 0 0 0-3 0v.7C7.6 5.4 6 7.9 6 11v5l-2 2v1h16v-1z',
  // A flag.
  warn: 'M5 3v18h2v-7h5l.5 2H19V6h-5.5L13 4H7V3z',
  // A closed barrier.
  block:
    'M2 7h20v7h-3v6h-2v-6H7v6H5v-6H2zm3 2-1 3h3l1-3zm6 0-1 3h3l1-3zm6 0-1 3h3l1-3z',
};

/**
 * An enforcement stage as icon and word.
 *
 * @public
 */
export function StageLabel(props: { stage: Stage; word?: ReactNode }) {
  const { stage, word = STAGE_WORDS[stage] } = props;
  const classes = useStyles();
  const theme = useTheme();
  const blocks = stage === 'block';
  return (
    <span
      className={`${classes.root} ${blocks ? classes.block : ''}`}
      style={{
        color: blocks ? theme.palette.text.primary : mutedColour(theme),
      }}
    >
      <SvgIcon
        viewBox="0 0 24 24"
        style={{ fontSize: 18, flexShrink: 0 }}
        aria-hidden
      >
        <path d={PATHS[stage]} />
      </SvgIcon>
      {word}
    </span>
  );
}
