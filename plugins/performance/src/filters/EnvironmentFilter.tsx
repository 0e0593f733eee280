import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { ViewState } from '@perf-governance/plugin-performance-react';

/** Chooses one environment, or all. */
export function EnvironmentFilter(props: {
  environments: string[];
  view: ViewState;
}) {
  const { environments, view } = props;
  const id = useId();
  const chosen = view.get('environment') ?? '';
  return (
    <TextField
      id={id}
      select
      size="small"
      variant="outlined"
      label="Environment"
      value={chosen}
      onChange={event =>
        view.update({ environment: event.target.value, offset: undefined })
      }
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">All environments</option>
      {[...new Set([...environments, ...(chosen ? [chosen] : [])])].map(
        environment => (
          <option key={environment} value={environment}>
            {environment}
          </option>
        ),
      )}
    </TextField>
  );
}
