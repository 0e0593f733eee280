import { MouseEvent, useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { FindingStatus } from '@perf-governance/plugin-performance-common';
import {
  FindingDetail,
  mutedColour,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { AcceptRiskDialog } from './AcceptRiskDialog';
import { EditFindingDialog } from './EditFindingDialog';
import { mayVerifyClosure } from './mayVerifyClosure';
import { RequestedWaiver, useRequestedWaiver } from './RequestedWaiver';
import { StatusDialog } from './StatusDialog';
import { StatusStep, statusStep } from './statusSteps';

/** Rather the exception. */
const RARE: FindingStatus[] = ['duplicate', 'invalid'];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(2, 0),
  },
  note: { color: mutedColour(theme), '& a': { textDecoration: 'underline' } },
  // The menu is outside of the page's surface, which sets its font.
  item: {
    fontFamily: `var(--bui-font-regular, ${theme.typography.fontFamily})`,
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** What the reader may do with a finding; what they may not is explained. */
export function FindingActions(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { may, closureProposedAt } = finding;
  const classes = useStyles();
  const [step, setStep] = useState<StatusStep>();
  const [asking, setAsking] = useState<'edit' | 'accept'>();

  const steps = may.statuses
    // Offered with the proposal already, beside the evidence.
    .filter(one => !(one === 'verified' && closureProposedAt))
    .flatMap(one => statusStep(finding, one) ?? [])
    .sort((one, other) => Number(other.forward) - Number(one.forward));
  const common = steps.filter(one => !RARE.includes(one.status));
  const rare = steps.filter(one => RARE.includes(one.status));
  // What usually comes next, unless following the proposal does.
  const next = mayVerifyClosure(finding)
    ? undefined
    : common.find(one => one.forward);
  const note = explain(finding);
  const links = usePerformanceLinks();
  const requested = useRequestedWaiver(finding);

  return (
    <>
      <div className={classes.root}>
        {common.map(one => (
          <Button
            key={one.status}
            variant={one === next ? 'contained' : 'outlined'}
            color={one === next ? 'primary' : 'default'}
            onClick={() => setStep(one)}
          >
            {one.action}
          </Button>
        ))}
        {(may.edit || may.plan) && (
          <Button variant="outlined" onClick={() => setAsking('edit')}>
            {may.edit ? 'Edit' : 'Plan'}
          </Button>
        )}
        {may.requestWaiver && !requested && (
          <Button variant="outlined" onClick={() => setAsking('accept')}>
            Accept the risk
          </Button>
        )}
        <MoreActions steps={rare} onStep={setStep} />
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {requested && (
        <p className={classes.note}>
          <RequestedWaiver waiver={requested} finding={finding} />
        </p>
      )}
      {finding.status === 'risk-accepted' && (
        <p className={classes.note}>
          The risk is accepted for as long as{' '}
          <Link
            to={links.waivers({
              status: 'approved',
              entityRef: finding.entity.entityRef,
              rule: `finding:${finding.id}`,
            })}
          >
            its waiver
          </Link>{' '}
          lasts; then it opens again.
        </p>
      )}
      {step && (
        <StatusDialog
          finding={finding}
          step={step}
          onClose={() => setStep(undefined)}
        />
      )}
      {asking === 'edit' && (
        <EditFindingDialog
          finding={finding}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'accept' && (
        <AcceptRiskDialog
          finding={finding}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** Why something isn't offered that one would look for. */
function explain({
  may,
  status,
  resolvedBy,
}: FindingDetail): string | undefined {
  if (status === 'resolved' && !may.statuses.includes('verified')) {
    return may.edit && resolvedBy
      ? 'Who resolved it doesn’t verify it: somebody else looks whether it is mended.'
      : 'Whoever may verify findings of this entity looks whether it is mended.';
  }
  return status !== 'risk-accepted' &&
    may.statuses.length === 0 &&
    !may.plan &&
    !may.edit
    ? 'Its owner plans and resolves it; whoever may verify findings of this entity changes the rest.'
    : undefined;
}

function MoreActions(props: {
  steps: StatusStep[];
  onStep: (step: StatusStep) => void;
}) {
  const { steps, onStep } = props;
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  if (steps.length === 0) {
    return null;
  }
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<MoreVertIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event: MouseEvent<HTMLButtonElement>) =>
          setAnchor(event.currentTarget)
        }
      >
        More
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {steps.map(step => (
          <MenuItem
            key={step.status}
            className={classes.item}
            onClick={() => {
              setAnchor(undefined);
              onStep(step);
            }}
          >
            {step.action}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
