import { useState } from 'react';
import { Link } from 'react-router-dom';
import ButtonBase from '@material-ui/core/ButtonBase';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';

const useStyles = makeStyles(theme => ({
  button: { display: 'inline-flex', font: 'inherit' },
  // No reason for a higher row.
  icon: { margin: theme.spacing(-0.5, -0.5, -0.5, 0) },
  // The menu is outside of the page's surface, which sets its font.
  item: {
    fontFamily: `var(--bui-font-regular, ${theme.typography.fontFamily})`,
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** The views that have no room beside the others. */
export function MoreViews(props: {
  items: { id: string; title: string; to: string }[];
  /** Of the button: that of a view. */
  className: string;
}) {
  const { items, className } = props;
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <ButtonBase
        className={`${classes.button} ${className}`}
        disableRipple
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        More
        <ArrowDropDownIcon fontSize="small" className={classes.icon} />
      </ButtonBase>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={close}
      >
        {items.map(({ id, title, to }) => (
          <MenuItem
            key={id}
            component={Link}
            to={to}
            className={classes.item}
            onClick={close}
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
