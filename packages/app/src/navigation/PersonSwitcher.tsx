import { SidebarItem } from '@backstage/core-components';
import {
  configApiRef,
  identityApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import SwitchIcon from '@material-ui/icons/SwapHoriz';
import { MouseEvent, useState } from 'react';
import { ResetDemoDialog, useDemoReset } from '../demoReset';
import { chosenPerson, readDemoPeople, switchPerson } from '../signIn';

/** Goes on as another of the demo's people, on the same page; or begins the demo anew. */
export const PersonSwitcher = () => {
  const people = readDemoPeople(useApi(configApiRef));
  const identity = useApi(identityApiRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [isResetting, setIsResetting] = useState(false);
  const { status: resetStatus } = useDemoReset(false);
  const current = chosenPerson.get();
  const currentName =
    people.find(person => person.userEntityRef === current)?.name ?? 'Somebody';

  return (
    <>
      <SidebarItem
        icon={SwitchIcon}
        text={currentName}
        onClick={(event: MouseEvent) =>
          setAnchor(event.currentTarget as HTMLElement)
        }
      />
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        getContentAnchorEl={null}
        MenuListProps={{ 'aria-label': 'Switch person' }}
      >
        {people.map(person => (
          <MenuItem
            key={person.userEntityRef}
            selected={person.userEntityRef === current}
            onClick={() => switchPerson(person.userEntityRef)}
          >
            <ListItemText primary={person.name} secondary={person.role} />
          </MenuItem>
        ))}
        {resetStatus?.allowed && (
          <MenuItem
            onClick={() => {
              setAnchor(undefined);
              setIsResetting(true);
            }}
          >
            <ListItemText primary="Reset demo" />
          </MenuItem>
        )}
        <MenuItem onClick={() => identity.signOut()}>
          <ListItemText primary="Sign out" />
        </MenuItem>
      </Menu>
      {isResetting && <ResetDemoDialog onClose={() => setIsResetting(false)} />}
    </>
  );
};
