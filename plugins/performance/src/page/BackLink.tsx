import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@material-ui/core/Box';

/** Leads from a page to the list it is part of. */
export function BackLink(props: { to: string; children: ReactNode }) {
  return (
    <Box mb={1}>
      <Link to={props.to}>‹ {props.children}</Link>
    </Box>
  );
}
