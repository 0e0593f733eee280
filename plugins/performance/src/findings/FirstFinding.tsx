import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  Panel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

/** What to do where there is no finding. */
export function FirstFinding(props: {
  /** Whether closed ones were left out, so that there may be some. */
  isNothingOpen: boolean;
  onImport: () => void;
}) {
  const { isNothingOpen, onImport } = props;
  const links = usePerformanceLinks();
  return (
    <Panel
      title={isNothingOpen ? 'Nothing is open' : 'There is no finding yet'}
    >
      <Typography paragraph variant="body2">
        A finding is a risk or shortcoming that somebody should do something
        about: with a severity and a likelihood, an owner and a date. Bound to a
        budget, SLO or check, it proposes its own closure once that has been
        green for long enough, and reopens when it fails again.
      </Typography>
      <Typography variant="body2" component="div">
        They come from
        <ul>
          <li>
            the{' '}
            <Link to={links.analysis()} underline="always">
              analysis
            </Link>{' '}
            of the catalog’s relations, whose proposals somebody makes findings
            of;
          </li>
          <li>reviews, whose answers raise risks;</li>
          <li>people, by “New finding” here or on an entity’s tab;</li>
          <li>a file of an earlier tool, in CSV or JSON.</li>
        </ul>
      </Typography>
      <Button variant="outlined" onClick={onImport}>
        Import a file
      </Button>
    </Panel>
  );
}
