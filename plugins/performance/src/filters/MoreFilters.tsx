import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { FacetOption, FacetOptions } from './FacetOptions';
import { FilterPopover } from './FilterPopover';

const useStyles = makeStyles(theme => ({
  filter: {
    boxShadow: 'none',
    backgroundColor: 'transparent',
    '&.Mui-expanded': { margin: 0 },
  },
  summary: {
    padding: 0,
    minHeight: 40,
    fontSize: theme.typography.body2.fontSize,
    '&.Mui-expanded': { minHeight: 40 },
    '& .MuiAccordionSummary-content': { margin: 0 },
    '& .MuiAccordionSummary-expandIcon': { padding: 4 },
  },
  details: { display: 'block', padding: 0 },
}));

/** Filters that are used less, behind one button. */
export function MoreFilters(props: {
  filters: { name: string; title: string; options: FacetOption[] }[];
  chosen: (name: string) => string[];
  onChange: (name: string, chosen: string[]) => void;
}) {
  const { filters, chosen, onChange } = props;
  const classes = useStyles();
  const count = filters.reduce((sum, { name }) => sum + chosen(name).length, 0);

  return (
    <FilterPopover title="More" label="More filters" count={count}>
      {filters.map(({ name, title, options }) => (
        <Accordion
          key={name}
          square
          className={classes.filter}
          disabled={options.length === 0}
          defaultExpanded={chosen(name).length > 0}
          TransitionProps={{ unmountOnExit: true }}
        >
          <AccordionSummary
            className={classes.summary}
            expandIcon={<ExpandMoreIcon fontSize="small" />}
          >
            {title}
            {chosen(name).length > 0 && ` (${chosen(name).length})`}
          </AccordionSummary>
          <AccordionDetails className={classes.details}>
            <FacetOptions
              title={title}
              options={options}
              chosen={chosen(name)}
              onChange={values => onChange(name, values)}
            />
          </AccordionDetails>
        </Accordion>
      ))}
    </FilterPopover>
  );
}
