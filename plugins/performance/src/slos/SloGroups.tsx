import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  mutedColour,
  PagedTable,
  SloGroup,
  StateCountList,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { FACETED_FILTERS, facetValueTitle } from '../filters/facetValues';
import { describeRemaining, formatBurnRate } from './sloWords';

const useStyles = makeStyles(theme => ({
  name: { fontWeight: 600 },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** SLOs added up by who or what they belong to, worst first; each leads to its SLOs. */
export function SloGroups(props: {
  /** Absent while loading. */
  groups?: SloGroup[];
  /** The API's name of what they are grouped by. */
  groupBy: string;
  /** The filters that are on, kept on the way to a group's SLOs. */
  search: URLSearchParams;
}) {
  const { groups, groupBy, search } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const filter = FACETED_FILTERS.find(({ name }) => name === groupBy);
  const title = (group: SloGroup) =>
    group.title ??
    (filter ? facetValueTitle(filter, group.value) : group.value);
  const to = (group: SloGroup) => {
    const query = new URLSearchParams(search);
    query.delete('groupBy');
    query.delete('offset');
    query.set(groupBy, group.value);
    return `${links.slos()}?${query}`;
  };
  return (
    <PagedTable
      label="Groups of SLOs"
      rows={groups}
      rowKey={group => group.value}
      empty="No SLO matches these filters."
      columns={[
        {
          id: 'group',
          title: filter?.title ?? 'Group',
          leading: true,
          render: group => (
            <Link to={to(group)} className={classes.name}>
              {title(group)}
            </Link>
          ),
        },
        {
          id: 'slos',
          title: 'SLOs',
          align: 'right',
          width: 72,
          render: group => group.slos,
        },
        {
          id: 'states',
          title: 'States',
          render: group => <StateCountList counts={group.counts} />,
        },
        {
          id: 'alerts',
          title: 'Alerts',
          width: 160,
          render: ({ alerts }) =>
            alerts.page + alerts.ticket === 0 ? (
              'None'
            ) : (
              <>
                {alerts.page > 0 && <span>{alerts.page} fast burn </span>}
                {alerts.ticket > 0 && <span>{alerts.ticket} slow burn</span>}
              </>
            ),
        },
        {
          id: 'burn',
          title: 'Worst burn rate',
          align: 'right',
          width: 128,
          render: ({ worstBurnRate }) =>
            worstBurnRate === undefined ? '–' : formatBurnRate(worstBurnRate),
        },
        {
          id: 'remaining',
          title: 'Least budget',
          align: 'right',
          width: 160,
          render: ({ leastRemainingShare }) =>
            leastRemainingShare === undefined
              ? '–'
              : describeRemaining(leastRemainingShare),
        },
      ]}
    />
  );
}
