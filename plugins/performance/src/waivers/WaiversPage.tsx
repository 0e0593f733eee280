import Box from '@material-ui/core/Box';
import {
  useViewState,
  ViewNav,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { WaiverDebtTable } from './WaiverDebtTable';
import { WaiverQueue } from './WaiverQueue';

const VIEWS = [
  { id: 'queue', title: 'Waivers' },
  { id: 'debt', title: 'Waiver debt' },
];

/** Exceptions: those that wait for a decision, those in force, those that ended, and whose they are. */
export function WaiversPage() {
  const view = useViewState();
  const { pathname } = useLocation();
  const current = view.get('view') === 'debt' ? 'debt' : 'queue';
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
      {current === 'debt' ? <WaiverDebtTable /> : <WaiverQueue />}
    </>
  );
}
