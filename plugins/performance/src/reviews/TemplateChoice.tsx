import { useId } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  formatDuration,
  mutedColour,
  ReviewTemplateSummary,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { Markdown } from './Markdown';

const useStyles = makeStyles(theme => ({
  option: {
    alignItems: 'flex-start',
    margin: theme.spacing(0, 0, 1, -0.5),
    '& .MuiFormControlLabel-label': {
      paddingTop: 9,
      fontSize: 'inherit',
      fontFamily: 'inherit',
    },
  },
  title: { fontWeight: 600 },
  detail: { color: mutedColour(theme) },
  areas: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

function factsOf(template: ReviewTemplateSummary): string {
  const { version, questions, reviewAfterSeconds } = template;
  return [
    `${questions} questions`,
    reviewAfterSeconds && `again after ${formatDuration(reviewAfterSeconds)}`,
    `version ${version}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Chooses the questions of a review among those that apply. */
export function TemplateChoice(props: {
  /** Absent where it isn't known or isn't in the catalog. */
  entityRef: string | undefined;
  chosen: string | undefined;
  onChoose: (name: string) => void;
}) {
  const { entityRef, chosen, onChoose } = props;
  const classes = useStyles();
  const id = useId();
  const { value, error } = usePerformanceData(
    api => api.reviews.listTemplates(entityRef),
    [entityRef],
  );

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={160} />;
  }
  if (value.length === 0) {
    return (
      <Typography variant="body2">
        No template is for this. Templates are definitions of the kind
        ReviewTemplate; each says what it applies to.
      </Typography>
    );
  }
  return (
    <div>
      <Typography id={id} variant="subtitle2">
        {entityRef ? 'Templates for it' : 'Template'}
      </Typography>
      <RadioGroup
        aria-labelledby={id}
        value={chosen ?? ''}
        onChange={(_event, name) => onChoose(name)}
      >
        {value.map(template => (
          <FormControlLabel
            key={template.definitionId}
            className={classes.option}
            value={template.name}
            control={<Radio color="primary" />}
            label={
              <>
                <span className={classes.title}>{template.title}</span>
                {template.description && (
                  <Markdown text={template.description} />
                )}
                <div className={classes.detail}>
                  {factsOf(template)}
                  {template.name === chosen && (
                    <ul className={classes.areas}>
                      {template.areas.map(area => (
                        <li key={area}>{area}</li>
                      ))}
                    </ul>
                  )}
                </div>
              </>
            }
          />
        ))}
      </RadioGroup>
    </div>
  );
}
