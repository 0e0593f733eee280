import { useId } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { FindingLink } from '@perf-governance/plugin-performance-common';
import { LINK_TYPE_WORDS } from './linkTypeWords';
import { SelectField } from './SelectField';

const TYPE_OPTIONS = (
  ['issue', 'pull-request', 'adr', 'run', 'other'] as const
).map(value => ({ value, title: LINK_TYPE_WORDS[value] }));

const NEW_LINK: FindingLink = { type: 'issue', url: '' };

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: theme.spacing(1), fontWeight: 600 },
  link: {
    display: 'grid',
    gridTemplateColumns: '140px minmax(0, 1fr) auto',
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '& > :first-child': { gridColumn: '1 / -1' },
    },
    alignItems: 'start',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

/** Links as they are sent: without those that were left empty. */
export function readLinks(links: FindingLink[]): FindingLink[] {
  return links
    .map(link => ({ ...link, url: link.url.trim() }))
    .filter(({ url }) => url !== '');
}

/** Where more about a finding is: issues, pull requests, decisions. */
export function LinkFields(props: {
  links: FindingLink[];
  onChange: (links: FindingLink[]) => void;
}) {
  const { links, onChange } = props;
  const classes = useStyles();
  const id = useId();
  const change = (index: number, changes: Partial<FindingLink>) =>
    onChange(
      links.map((link, position) =>
        position === index ? { ...link, ...changes } : link,
      ),
    );

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>Links</legend>
      {links.map((link, index) => (
        <div key={index} className={classes.link}>
          <SelectField
            label="Type"
            value={link.type}
            options={TYPE_OPTIONS}
            onChange={type => change(index, { type })}
          />
          <TextField
            id={`${id}-${index}`}
            label="Address"
            type="url"
            fullWidth
            variant="outlined"
            placeholder="https://"
            value={link.url}
            onChange={event => change(index, { url: event.target.value })}
          />
          <IconButton
            aria-label={`Remove link ${index + 1}`}
            onClick={() =>
              onChange(links.filter((_link, position) => position !== index))
            }
          >
            <DeleteIcon />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={() => onChange([...links, NEW_LINK])}
      >
        Add a link
      </Button>
    </fieldset>
  );
}
