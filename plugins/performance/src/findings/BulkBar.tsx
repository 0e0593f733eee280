import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Finding } from '@perf-governance/plugin-performance-react';
import { BulkEditDialog } from './BulkEditDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Changes several findings at once. */
export function BulkBar(props: {
  /** Those on the page. */
  findings: Finding[];
  chosen: Finding[];
  onSelect: (selected: string[]) => void;
}) {
  const { findings, chosen, onSelect } = props;
  const classes = useStyles();
  const [editing, setEditing] = useState(false);
  const all = findings.length > 0 && chosen.length === findings.length;

  return (
    <div className={classes.root} role="group" aria-label="Change several">
      <Button
        size="small"
        disabled={findings.length === 0}
        onClick={() => onSelect(all ? [] : findings.map(({ id }) => id))}
      >
        {all ? 'Select none' : 'Select all'}
        {!all && findings.length > 0 && ` (${findings.length})`}
      </Button>
      {chosen.length > 0 && (
        <>
          <span aria-live="polite">{chosen.length} selected</span>
          <Button
            size="small"
            variant="contained"
            color="primary"
            onClick={() => setEditing(true)}
          >
            Change
          </Button>
        </>
      )}
      {editing && (
        <BulkEditDialog
          findings={chosen}
          onChanged={() => onSelect([])}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
