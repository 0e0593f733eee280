import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  PagedTableColumn,
  RelativeTime,
  StateLabel,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { WaiverNumbers } from './WaiverNumbers';
import { WaiverStatusLabel } from './WaiverStatusLabel';
import { waiverTitle } from './waiverTitle';

const useStyles = makeStyles(theme => ({
  title: {
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
  reason: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
  checkbox: { padding: 4 },
}));

/** The columns of the list of waivers. */
export function useWaiverColumns(options: {
  /** Of requests that wait for a decision. */
  decides: boolean;
  /** With boxes to tick. */
  selects: boolean;
  selected: string[];
  onSelect: (selected: string[]) => void;
  onOpen: (waiver: Waiver) => void;
}): PagedTableColumn<Waiver>[] {
  const { decides, selects, selected, onSelect, onOpen } = options;
  const classes = useStyles();

  const choice: PagedTableColumn<Waiver> = {
    id: 'select',
    title: '',
    width: 48,
    leading: true,
    render: waiver => (
      <span onClick={event => event.stopPropagation()} role="presentation">
        <Checkbox
          className={classes.checkbox}
          size="small"
          color="primary"
          disabled={!waiver.may.approve}
          checked={waiver.may.approve && selected.includes(waiver.id)}
          inputProps={{
            'aria-label': `Select ${waiverTitle(waiver)} of ${
              waiver.entity.name
            }`,
          }}
          onChange={(_, checked) =>
            onSelect(
              checked
                ? [...selected, waiver.id]
                : selected.filter(id => id !== waiver.id),
            )
          }
        />
      </span>
    ),
  };
  return [
    ...(selects ? [choice] : []),
    {
      id: 'title',
      title: 'Rule',
      sort: 'title',
      leading: true,
      render: waiver => (
        <>
          <Link
            component="button"
            className={classes.title}
            onClick={event => {
              event.stopPropagation();
              onOpen(waiver);
            }}
          >
            {waiverTitle(waiver)}
          </Link>
          <span
            onClick={event => event.stopPropagation()}
            role="presentation"
            className={classes.detail}
          >
            <EntityRefLink
              entityRef={waiver.entity.entityRef}
              hideIcon
              disableTooltip
            />
            {waiver.environment !== '*' && ` in ${waiver.environment}`}
          </span>
          {waiver.entity.owner && (
            <span
              onClick={event => event.stopPropagation()}
              role="presentation"
              className={classes.detail}
            >
              <EntityRefLink
                entityRef={waiver.entity.owner}
                hideIcon
                disableTooltip
              />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'state',
      title: 'Now',
      width: 104,
      render: ({ verdict }) =>
        verdict ? <StateLabel state={verdict.state} /> : 'No rule any more',
    },
    {
      id: 'numbers',
      title: 'Value and cap',
      width: 128,
      render: waiver => <WaiverNumbers waiver={waiver} />,
    },
    {
      id: 'reason',
      title: 'Reason',
      width: '24%',
      render: waiver => (
        <>
          <span className={classes.reason} title={waiver.reason}>
            {waiver.reason}
          </span>
          {decides && !waiver.may.approve && waiver.may.approveReason && (
            <span className={classes.detail}>{waiver.may.approveReason}</span>
          )}
        </>
      ),
    },
    ...(decides
      ? []
      : [
          {
            id: 'status',
            title: 'Status',
            sort: 'status',
            width: 112,
            render: (waiver: Waiver) => (
              <WaiverStatusLabel status={waiver.status} />
            ),
          },
        ]),
    {
      id: 'requestedAt',
      title: 'Requested',
      sort: 'requestedAt',
      width: 120,
      render: waiver => (
        <>
          <RelativeTime instant={waiver.requestedAt} variant="day" />
          <span
            className={classes.detail}
            onClick={event => event.stopPropagation()}
            role="presentation"
          >
            <EntityRefLink
              entityRef={waiver.requestedBy}
              defaultKind="user"
              hideIcon
              disableTooltip
            />
          </span>
        </>
      ),
    },
    {
      id: 'expiresAt',
      title: 'Until',
      sort: 'expiresAt',
      width: 104,
      render: waiver => (
        <>
          <RelativeTime instant={waiver.expiresAt} variant="day" />
          <span className={classes.detail}>
            <RelativeTime instant={waiver.expiresAt} />
          </span>
        </>
      ),
    },
  ];
}
