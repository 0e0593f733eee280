import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Waiver } from '@perf-governance/plugin-performance-react';
import { Decision, DecisionDialog } from './DecisionDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
    minHeight: 36,
  },
}));

/** Decides on several requests at once. */
export function DecisionBar(props: {
  /** Those on the page that the reader may decide on. */
  waivers: Waiver[];
  chosen: Waiver[];
  onSelect: (selected: string[]) => void;
}) {
  const { waivers, chosen, onSelect } = props;
  const classes = useStyles();
  const [decision, setDecision] = useState<Decision>();
  const all = chosen.length === waivers.length;

  return (
    <div className={classes.root} role="group" aria-label="Decide on requests">
      <Button
        size="small"
        onClick={() => onSelect(all ? [] : waivers.map(({ id }) => id))}
      >
        {all ? 'Select none' : `Select all (${waivers.length})`}
      </Button>
      <span aria-live="polite">{chosen.length} selected</span>
      <Button
        size="small"
        variant="contained"
        color="primary"
        disabled={chosen.length === 0}
        onClick={() => setDecision('approve')}
      >
        Approve
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={chosen.length === 0}
        onClick={() => setDecision('reject')}
      >
        Reject
      </Button>
      {decision && (
        <DecisionDialog
          decision={decision}
          waivers={chosen}
          onClose={() => {
            setDecision(undefined);
            onSelect([]);
          }}
        />
      )}
    </div>
  );
}
