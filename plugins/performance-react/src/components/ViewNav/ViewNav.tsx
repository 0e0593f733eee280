import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

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

/**
 * Links between the views of a page; the current one is underlined.
 *
 * @public
 */
export function ViewNav(props: {
  /** Names the navigation for screen readers. */
  label: string;
  items: { id: string; title: string; to: string }[];
  /** The current item's id. */
  current?: string;
}) {
  const { label, items, current } = props;
  const classes = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = list.current;
    const link = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && link) {
      // Only along the row: the page stays where it is.
      row.scrollLeft = link.offsetLeft - row.offsetLeft - SHOWN_BEFORE;
    }
  }, [current]);
  return (
    <nav aria-label={label} className={classes.nav}>
      <ul className={classes.list} ref={list}>
        {items.map(item => (
          <li key={item.id}>
            <Link
              to={item.to}
              className={classes.link}
              aria-current={item.id === current ? 'page' : undefined}
            >
              {item.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
