import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  AnalysisSummary,
  AnalysisUnknown,
  mutedColour,
  Panel,
  StateIcon,
} from '@perf-governance/plugin-performance-react';
import { Markdown } from '../reviews/Markdown';
import { entityCount } from './proposalWords';

const useStyles = makeStyles(theme => ({
  gap: {
    boxShadow: 'none',
    backgroundColor: 'transparent',
    borderTop: `1px solid ${theme.palette.divider}`,
    '&::before': { display: 'none' },
    '&.Mui-expanded': { margin: 0 },
  },
  summary: {
    padding: 0,
    '& .MuiAccordionSummary-content, & .MuiAccordionSummary-content.Mui-expanded':
      {
        gap: theme.spacing(1),
        margin: theme.spacing(1, 0),
      },
  },
  icon: { fontSize: 18, marginTop: 1 },
  details: { display: 'block', padding: theme.spacing(0, 0, 2, 3) },
  examples: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) },
  more: { color: mutedColour(theme) },
  problems: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    '& li': { margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
  },
}));

/** What the analysis can't say, of whom, and which annotation would tell. */
export function AnalysisGaps(props: { summary: AnalysisSummary }) {
  const { rules, unknowns, problems, problemCount } = props.summary;
  const classes = useStyles();
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]));

  return (
    <div id="unknown">
      {unknowns.length > 0 && (
        <Panel title="What it can’t say yet">
          <Typography paragraph variant="body2">
            Where nothing tells, nothing is guessed: these entities are neither
            fine nor at fault by the rule.
          </Typography>
          {unknowns.map(unknown => (
            <Gap
              key={`${unknown.rule} ${unknown.reason}`}
              unknown={unknown}
              title={titles.get(unknown.rule) ?? unknown.rule}
            />
          ))}
        </Panel>
      )}
      {problemCount > 0 && (
        <Panel
          title={`Annotations that can’t be read (${problemCount.toLocaleString(
            'en',
          )})`}
        >
          <ul className={classes.problems}>
            {problems.map(({ entityRef, annotation, message }) => (
              <li key={`${entityRef} ${annotation} ${message}`}>
                <EntityRefLink entityRef={entityRef} hideIcon />,{' '}
                <code>{annotation}</code>: {message}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Gap(props: { unknown: AnalysisUnknown; title: string }) {
  const { unknown, title } = props;
  const { entities, examples, reason } = unknown;
  const classes = useStyles();
  const more = entities - examples.length;
  return (
    <Accordion
      square
      className={classes.gap}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        className={classes.summary}
        expandIcon={<ExpandMoreIcon />}
      >
        <StateIcon state="no-data" className={classes.icon} />
        <div>
          <strong>{title}</strong>: unknown for {entityCount(entities)}
          <Markdown text={reason} />
        </div>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <div className={classes.examples}>
          {examples.map(({ entityRef }) => (
            <EntityRefLink key={entityRef} entityRef={entityRef} hideIcon />
          ))}
          {more > 0 && (
            <span className={classes.more}>
              and {more.toLocaleString('en')} more
            </span>
          )}
        </div>
      </AccordionDetails>
    </Accordion>
  );
}
