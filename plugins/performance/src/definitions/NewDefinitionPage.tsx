import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  usePerformanceLinks,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Choice } from '../filters/Choice';
import { BackLink } from '../page/BackLink';
import { DefinitionEditor } from './DefinitionEditor';
import { definitionTemplates } from './definitionTemplates';

const useStyles = makeStyles(theme => ({
  template: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
}));

/** Writes a new definition, from a template of its kind or a draft that another page made. */
export function NewDefinitionPage() {
  const classes = useStyles();
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const view = useViewState();
  const { state } = useLocation();
  const draft: unknown = state?.content;
  const [templates] = useState(() => definitionTemplates(new Date()));
  const template =
    templates.find(({ kind }) => kind === view.get('kind')) ?? templates[0];
  return (
    <>
      <BackLink to={links.definitions()}>All definitions</BackLink>
      {typeof draft !== 'string' && (
        <div className={classes.template}>
          <Choice
            label="Kind"
            options={templates.map(({ kind }) => ({
              value: kind,
              title: kind,
            }))}
            chosen={template.kind}
            onChange={kind => view.update({ kind })}
          />
          <Typography variant="body2" color="textSecondary">
            {template.purpose}
          </Typography>
        </div>
      )}
      <DefinitionEditor
        template={typeof draft === 'string' ? draft : template.text}
        entityRef={view.get('entityRef')}
        onCancel={() => navigate(links.definitions())}
        onSaved={definition => navigate(links.definition(definition.id))}
      />
    </>
  );
}
