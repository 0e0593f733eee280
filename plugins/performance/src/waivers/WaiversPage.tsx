import Box from '@material-ui/core/Box';
import {
  useViewState,
  ViewNav,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { DisputesTable } from '../disputes/DisputesTable';
import { WaiverDebtTable } from './WaiverDebtTable';
import { WaiverQueue } from './WaiverQueue';

const VIEWS = [
  { id: 'queue', title: 'Waivers' },
  { id: 'debt', title: 'Waiver debt' },
  { id: 'disputes', title: 'Disputes' },
] as const;

/** Exceptions: the queue of requests, who owes how much, and verdicts that are disputed. */
export function WaiversPage() {
  const view = useViewState();
  const { pathname } = useLocation();
  const current = (VIEWS.find(({ id }) => id === view.get('view')) ?? VIEWS[0])
    .id;
  return (
    <>
      <Box mb={2}>
        <ViewNav
          label="Views of waivers"
          current={current}
          items={VIEWS.map(({ id, title }) => ({
            id,
            title,
            to: id === 'queue' ? pathname : `${pathname}?view=${id}`,
          }))}
        />
      </Box>
      {current === 'queue' && <WaiverQueue />}
      {current === 'debt' && <WaiverDebtTable />}
      {current === 'disputes' && <DisputesTable />}
    </>
  );
}
