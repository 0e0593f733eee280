import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  Panel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';

/** What a review is, where there is none yet. */
export function FirstReview(props: {
  /** What could be reviewed; anything where absent. */
  entityRef?: string;
  /** Absent where the reader may not begin one. */
  onBegin?: () => void;
}) {
  const { entityRef, onBegin } = props;
  const { value } = usePerformanceData(
    api => api.reviews.listTemplates(entityRef),
    [entityRef],
  );
  return (
    <Panel title="Begin a first review">
      <Typography paragraph variant="body2">
        In a review, architects and owners answer questions about how a service
        is built: what it waits for, how it scales, what it does when something
        is slow. Some answers raise a risk, of which you make a finding with an
        owner and a date. A published review goes stale where what it is about
        changes.
      </Typography>
      {value && value.length > 0 && (
        <Typography component="div" variant="body2">
          There are questions for:
          <ul>
            {value.map(({ definitionId, title, questions }) => (
              <li key={definitionId}>
                {title} ({questions} questions)
              </li>
            ))}
          </ul>
        </Typography>
      )}
      {onBegin ? (
        <Button variant="contained" color="primary" onClick={onBegin}>
          New review
        </Button>
      ) : (
        <Typography variant="body2">
          Ask an architect to begin one; you will find it here.
        </Typography>
      )}
    </Panel>
  );
}
