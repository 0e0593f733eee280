import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    // Backstage UI's card where its style sheet is loaded, Material UI's paper elsewhere.
    backgroundColor: `var(--bui-bg-neutral-1, ${theme.palette.background.paper})`,
    borderRadius: 'var(--bui-radius-3, 4px)',
    marginBottom: theme.spacing(3),
    minWidth: 0,
  },
  padded: { padding: theme.spacing(2) },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 2, 1),
  },
  title: {
    margin: 0,
    fontSize: '1.125rem',
    fontWeight: 700,
    lineHeight: 1.3,
  },
  body: { padding: theme.spacing(0, 2, 2) },
}));

/**
 * A card.
 *
 * @public
 */
export function Panel(props: {
  title?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Lets a table reach the card's edges. */
  flush?: boolean;
  children: ReactNode;
}) {
  const { title, actions, flush, children } = props;
  const classes = useStyles();
  const id = useId();
  if (!title) {
    return (
      <div className={`${classes.root} ${flush ? '' : classes.padded}`}>
        {children}
      </div>
    );
  }
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {actions}
      </div>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
