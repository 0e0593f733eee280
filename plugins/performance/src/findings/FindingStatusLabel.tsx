import { ComponentType } from 'react';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles, Theme } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import { FindingStatus } from '@perf-governance/plugin-performance-common';
import {
  FINDING_STATUS_WORDS,
  mutedColour,
  stateColours,
  WaivedIcon,
} from '@perf-governance/plugin-performance-react';

const ICONS: Record<FindingStatus, ComponentType<SvgIconProps>> = {
  open: RadioButtonUncheckedIcon,
  'in-progress': TimelapseIcon,
  resolved: CheckCircleOutlineIcon,
  verified: CheckCircleIcon,
  'risk-accepted': WaivedIcon,
  duplicate: FileCopyIcon,
  invalid: BlockIcon,
};

/** The risk stands out already; what became of it is calmer. */
function colourOf(theme: Theme, status: FindingStatus): string {
  switch (status) {
    case 'open':
    case 'in-progress':
      return theme.palette.text.primary;
    case 'resolved':
    case 'verified':
      return stateColours(theme, 'pass').strong;
    default:
      return mutedColour(theme);
  }
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    whiteSpace: 'nowrap',
    color: (props: { status: FindingStatus }) => colourOf(theme, props.status),
  },
  icon: { fontSize: 18 },
}));

/** What has become of a finding, as icon and words. */
export function FindingStatusLabel(props: { status: FindingStatus }) {
  const { status } = props;
  const classes = useStyles({ status });
  const Icon = ICONS[status];
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      {FINDING_STATUS_WORDS[status]}
    </span>
  );
}
