import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import {
  PagedTableColumn,
  RelativeTime,
  RowDetail,
  RowEntityLink,
  RowTitle,
  StateLabel,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { WaiverNumbers } from './WaiverNumbers';
import { WaiverStatusLabel } from './WaiverStatusLabel';
import { waiverTitle } from './waiverTitle';

const useStyles = makeStyles({
  reason: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
  checkbox: { padding: 4 },
});

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
          <RowTitle onOpen={() => onOpen(waiver)}>
            {waiverTitle(waiver)}
          </RowTitle>
          <RowDetail>
            <RowEntityLink entityRef={waiver.entity.entityRef} />
            {waiver.environment !== '*' && ` in ${waiver.environment}`}
          </RowDetail>
          {waiver.entity.owner && (
            <RowDetail>
              <RowEntityLink entityRef={waiver.entity.owner} />
            </RowDetail>
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
            <RowDetail>{waiver.may.approveReason}</RowDetail>
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
          <RowDetail>
            <RowEntityLink entityRef={waiver.requestedBy} defaultKind="user" />
          </RowDetail>
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
          <RowDetail>
            <RelativeTime instant={waiver.expiresAt} />
          </RowDetail>
        </>
      ),
    },
  ];
}
