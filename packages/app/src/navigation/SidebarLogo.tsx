import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { LogoMark } from './LogoMark';

const useStyles = makeStyles(theme => ({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginLeft: 20,
    color: theme.palette.navigation.selectedColor,
    '& svg': { height: 32, width: 32, flexShrink: 0 },
  },
  name: {
    fontWeight: theme.typography.fontWeightBold as number,
    whiteSpace: 'nowrap',
  },
}));

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const organization =
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Home';

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label={`${organization}, home`}
      >
        <LogoMark />
        {isOpen && <span className={classes.name}>{organization}</span>}
      </Link>
    </div>
  );
};
