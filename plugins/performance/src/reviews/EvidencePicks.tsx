import { useId, useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ReviewEvidence } from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeRule,
  formatDay,
  mutedColour,
  PerformanceApi,
  Run,
  Slo,
  STATE_WORDS,
  toolName,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { SearchField } from '../filters/SearchField';

const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  options: {
    maxHeight: 320,
    overflowY: 'auto',
    flexWrap: 'nowrap',
    marginTop: theme.spacing(1),
  },
  option: {
    alignItems: 'flex-start',
    margin: theme.spacing(0, 0, 0, -0.5),
    '& .MuiFormControlLabel-label': {
      paddingTop: 9,
      fontSize: 'inherit',
      fontFamily: 'inherit',
      overflowWrap: 'anywhere',
    },
  },
  detail: { display: 'block', color: mutedColour(theme) },
}));

/** Something that can be chosen as evidence. */
interface Pick {
  evidence: ReviewEvidence;
  detail: string;
}

/** Tells picks apart: verdicts by one rule differ in what their title says they are about. */
function keyOf({ ref, environment, title }: ReviewEvidence): string {
  return JSON.stringify([ref, environment, title]);
}

/** What kinds of evidence there is a list of. */
export type PickedType = 'run' | 'slo' | 'verdict';

function pickOfRun(run: Run): Pick {
  return {
    evidence: {
      type: 'run',
      ref: run.id,
      title: `${toolName(run.tool)} run of ${formatDay(
        run.startedAt,
        new Date(),
      )}`,
    },
    detail: detailOf([
      run.environment,
      run.outcome && STATE_WORDS[run.outcome].toLowerCase(),
      run.branch,
    ]),
  };
}

function pickOfSlo(slo: Slo): Pick {
  return {
    evidence: { type: 'slo', ref: slo.id, title: slo.title },
    detail: detailOf([
      inWords(slo.environment),
      STATE_WORDS[slo.state].toLowerCase(),
    ]),
  };
}

function pickOfVerdict(verdict: CurrentVerdict): Pick {
  const { environment } = verdict.subject;
  return {
    evidence: {
      type: 'verdict',
      ref: verdict.ruleId,
      title: describeRule(verdict),
      environment,
    },
    detail: detailOf([
      inWords(environment),
      STATE_WORDS[verdict.state].toLowerCase(),
    ]),
  };
}

async function listPicks(
  api: PerformanceApi,
  type: PickedType,
  query: { entityRef: string; q?: string; limit: number },
): Promise<Pick[]> {
  switch (type) {
    case 'run':
      return (
        await api.listRuns({ entityRef: query.entityRef, limit: SHOWN })
      ).items.map(pickOfRun);
    case 'slo':
      return (await api.slos.list(query)).items.map(pickOfSlo);
    default:
      return (await api.listVerdicts(query)).items.map(pickOfVerdict);
  }
}

const NOTHING: Record<PickedType, string> = {
  run: 'No run was reported for it yet.',
  slo: 'It has no SLO of this name.',
  verdict: 'Nothing of this name was judged of it.',
};

const LABELS: Record<PickedType, string> = {
  run: 'Runs, newest first',
  slo: 'SLOs',
  verdict: 'Verdicts',
};

const SEARCH_LABELS = { slo: 'Find an SLO', verdict: 'Find a verdict' };

/** Checks are about all environments at once. */
function inWords(environment: string): string | undefined {
  return environment === '*' ? undefined : environment;
}

function detailOf(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** What there is of an entity to choose as evidence. */
export function EvidencePicks(props: {
  type: PickedType;
  entityRef: string;
  chosen: ReviewEvidence | undefined;
  onChoose: (evidence: ReviewEvidence) => void;
}) {
  const { type, entityRef, chosen, onChoose } = props;
  const classes = useStyles();
  const id = useId();
  const [q, setQ] = useState<string>();
  const { value, error } = usePerformanceData(
    api => listPicks(api, type, { entityRef, q, limit: SHOWN }),
    [type, entityRef, q],
  );

  return (
    <div>
      {type !== 'run' && (
        <SearchField label={SEARCH_LABELS[type]} value={q} onChange={setQ} />
      )}
      {error && <ResponseErrorPanel error={error} />}
      {!error && !value && <Skeleton variant="rect" height={120} />}
      {value?.length === 0 && <p>{NOTHING[type]}</p>}
      {value && value.length > 0 && (
        <RadioGroup
          className={classes.options}
          aria-label={LABELS[type]}
          value={chosen?.type === type ? keyOf(chosen) : ''}
        >
          {value.map(({ evidence, detail }) => {
            const key = keyOf(evidence);
            return (
              <FormControlLabel
                key={key}
                className={classes.option}
                value={key}
                control={
                  <Radio
                    id={`${id}-${key}`}
                    color="primary"
                    onChange={() => onChoose(evidence)}
                  />
                }
                label={
                  <>
                    {evidence.title}
                    <span className={classes.detail}>{detail}</span>
                  </>
                }
              />
            );
          })}
        </RadioGroup>
      )}
    </div>
  );
}
