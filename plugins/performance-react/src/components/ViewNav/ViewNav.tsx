import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { mutedColour } from '../../theme';
import { fittingItems } from './fittingItems';
import { MoreViews } from './MoreViews';
import { useMeasuredRow } from './useMeasuredRow';

const useStyles = makeStyles(theme => ({
  nav: {
    // As wide as there is room, and never a reason for more of it.
    [theme.breakpoints.down('sm')]: { width: 0, minWidth: '100%' },
  },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    [theme.breakpoints.down('md')]: { gap: theme.spacing(0, 1.5) },
    // One row to swipe along, for several would push the page off a phone.
    [theme.breakpoints.down('sm')]: {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      scrollbarWidth: 'none',
    },
  },
  collapsed: { flexWrap: 'nowrap', overflow: 'hidden' },
  more: { display: 'flex', flex: 'none' },
  link: {
    display: 'block',
    padding: theme.spacing(1, 0),
    color: mutedColour(theme),
    fontSize: '1rem',
    textDecoration: 'none',
    whiteSpace: 'nowrap',
    borderBottom: '2px solid transparent',
    [theme.breakpoints.down('md')]: { fontSize: '0.9375rem' },
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      // Not outside, where a row to swipe along cuts it off.
      outlineOffset: -2,
    },
    '&[aria-current="page"]': {
      color: theme.palette.text.primary,
      borderBottomColor: theme.palette.text.primary,
    },
  },
}));

/** Pixels in which the end of the item before shows that there is one. */
const SHOWN_BEFORE = 32;

/** Width in pixels that is kept for what leads to more items. */
const MORE_WIDTH = 72;

/** @public */
export interface ViewNavProps {
  /** Names the navigation for screen readers. */
  label: string;
  items: { id: string; title: string; to: string }[];
  /** The current item's id. */
  current?: string;
  /**
   * Keeps to one row as wide as what is around it: items that have no room are in a menu at its end. Otherwise they
   * go on in a further row. On narrow screens, there is always one row to swipe along.
   */
  collapses?: boolean;
}

/**
 * Links between the views of a page; the current one is underlined.
 *
 * @public
 */
export function ViewNav(props: ViewNavProps) {
  const { label, items, current, collapses = false } = props;
  const classes = useStyles();
  const theme = useTheme();
  const swipes = useMediaQuery(theme.breakpoints.down('sm'), { noSsr: true });
  const list = useRef<HTMLUListElement>(null);
  const isCollapsed = collapses && !swipes;
  const measured = useMeasuredRow(
    list,
    isCollapsed ? items.map(({ title }) => title).join('\n') : undefined,
  );
  const place = items.findIndex(({ id }) => id === current);
  const shown = measured
    ? fittingItems(measured, MORE_WIDTH, place < 0 ? undefined : place)
    : items.map((_, index) => index);
  const hidden = items.filter((_, index) => !shown.includes(index));

  useEffect(() => {
    const row = list.current;
    const link = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && link) {
      // Only along the row: the page stays where it is.
      row.scrollLeft = link.offsetLeft - row.offsetLeft - SHOWN_BEFORE;
    }
  }, [current, swipes]);

  return (
    <nav aria-label={label} className={classes.nav}>
      <ul
        className={`${classes.list} ${isCollapsed ? classes.collapsed : ''}`}
        ref={list}
      >
        {shown.map(index => {
          const item = items[index];
          return (
            <li key={item.id}>
              <Link
                to={item.to}
                className={classes.link}
                aria-current={item.id === current ? 'page' : undefined}
              >
                {item.title}
              </Link>
            </li>
          );
        })}
        {hidden.length > 0 && (
          <li className={classes.more}>
            <MoreViews items={hidden} className={classes.link} />
          </li>
        )}
      </ul>
    </nav>
  );
}
