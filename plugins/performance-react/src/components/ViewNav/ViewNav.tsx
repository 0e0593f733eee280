import { Link } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  link: {
    display: 'block',
    padding: theme.spacing(1, 0),
    color: mutedColour(theme),
    fontSize: '1rem',
    textDecoration: 'none',
    borderBottom: '2px solid transparent',
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    '&[aria-current="page"]': {
      color: theme.palette.text.primary,
      borderBottomColor: theme.palette.text.primary,
    },
  },
}));

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
  return (
    <nav aria-label={label}>
      <ul className={classes.list}>
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
