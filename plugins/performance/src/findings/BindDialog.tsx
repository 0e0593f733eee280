import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Skeleton from '@material-ui/lab/Skeleton';
import Alert from '@material-ui/lab/Alert';
import {
  CurrentVerdict,
  describeRule,
  FindingDetail,
  performanceApiRef,
  STATE_WORDS,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { errorMessage } from '../actions/errorMessage';
import { refTitle } from '../filters/refTitle';
import { OptionalSelectField } from './OptionalSelectField';
import { SelectField } from './SelectField';

const DEFAULT_DAYS = 14;
const MAX_DAYS = 90;
const SHOWN = 200;

function describe(verdict: CurrentVerdict): string {
  const { environment } = verdict.subject;
  const where = environment === '*' ? '' : `, ${environment}`;
  return `${describeRule(verdict)}${where} (${STATE_WORDS[
    verdict.state
  ].toLowerCase()})`;
}

/** Binds a finding to the verdict that shows whether it is mended. */
export function BindDialog(props: {
  finding: FindingDetail;
  onClose: () => void;
}) {
  const { finding, onClose } = props;
  const api = useApi(performanceApiRef);
  const daysId = useId();
  const entities = [finding.entity, ...finding.affected].map(
    ({ entityRef, title }) => ({
      value: entityRef,
      title: title ?? refTitle(entityRef),
    }),
  );
  const [entityRef, setEntityRef] = useState(
    finding.binding?.entityRef ?? entities[0].value,
  );
  const [verdictId, setVerdictId] = useState(finding.binding?.verdictId);
  const [days, setDays] = useState(
    String(finding.binding?.greenDays ?? DEFAULT_DAYS),
  );
  const { value, error } = usePerformanceData(
    one =>
      one.listVerdicts({
        entityRef,
        ruleKind: ['budget', 'slo', 'check'],
        limit: SHOWN,
      }),
    [entityRef],
  );
  const verdict = value?.items.find(({ id }) => id === verdictId);
  const greenDays = Number(days);

  return (
    <ActionDialog
      title="Bind to a verdict"
      intro="Once it has been green on that many days of evidence in a row, counted from today, the finding’s closure is proposed. After that, a confirmed failure opens it again."
      action="Bind"
      ready={
        verdict !== undefined &&
        Number.isInteger(greenDays) &&
        greenDays >= 1 &&
        greenDays <= MAX_DAYS
      }
      onAction={async () => {
        if (verdict) {
          await api.findings.bind(finding.id, {
            version: finding.version,
            entityRef,
            ruleId: verdict.ruleId,
            environment: verdict.subject.environment,
            labels: verdict.subject.labels,
            greenDays,
          });
        }
      }}
      onClose={onClose}
    >
      {entities.length > 1 && (
        <SelectField
          label="Entity"
          value={entityRef}
          options={entities}
          onChange={next => {
            setEntityRef(next);
            setVerdictId(undefined);
          }}
        />
      )}
      {error && <Alert severity="error">{errorMessage(error)}</Alert>}
      {value ? (
        <OptionalSelectField
          label="Budget, SLO or check"
          none={value.items.length > 0 ? 'Choose one' : 'It has none'}
          value={verdictId}
          options={value.items.map(one => ({
            value: one.id,
            title: describe(one),
          }))}
          onChange={setVerdictId}
        />
      ) : (
        !error && <Skeleton variant="rect" height={56} />
      )}
      <TextField
        id={daysId}
        label="Green days"
        type="number"
        required
        variant="outlined"
        value={days}
        onChange={event => setDays(event.target.value)}
        inputProps={{ min: 1, max: MAX_DAYS, step: 1 }}
        helperText="Days on which something was measured, all of it within the limit."
      />
    </ActionDialog>
  );
}
