import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  Review,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { reviewName } from './reviewName';
import { ReviewStatusLabel } from './ReviewStatusLabel';

const SHOWN_REVIEWERS = 2;

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** Most titles begin with their template's, which needn't be said twice. */
function templateWords({ title, template }: Review): string {
  return title.startsWith(template.title)
    ? `version ${template.version} of the template`
    : `${template.title} ${template.version}`;
}

function Subject(props: { review: Review }) {
  const { subject, entity } = props.review;
  return subject.planned ? (
    <>
      {subject.title ?? subject.entityRef}, planned within{' '}
      <EntityRefLink entityRef={entity.entityRef} hideIcon disableTooltip />
    </>
  ) : (
    <EntityRefLink entityRef={subject.entityRef} hideIcon disableTooltip />
  );
}

/** Reviews, one per row. */
export function ReviewTable(
  props: Omit<
    PagedTableProps<Review>,
    'columns' | 'rowKey' | 'label' | 'onRowClick'
  > & {
    /** Not on the entity's own page. */
    withSubject?: boolean;
  },
) {
  const { withSubject, ...tableProps } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();

  const columns: PagedTableColumn<Review>[] = [
    {
      id: 'title',
      title: 'Review',
      sort: 'title',
      leading: true,
      render: review => (
        <>
          <Link to={links.review(review.id)} className={classes.title}>
            {review.title}
          </Link>
          <span className={classes.detail}>
            {reviewName(review.id)}, {templateWords(review)}
          </span>
        </>
      ),
    },
    ...(withSubject
      ? [
          {
            id: 'entity',
            title: 'Of',
            sort: 'entity',
            render: (review: Review) => <Subject review={review} />,
          },
        ]
      : []),
    {
      id: 'status',
      title: 'Status',
      sort: 'status',
      width: 128,
      render: review => (
        <>
          <ReviewStatusLabel status={review.status} />
          {review.staleAnswers > 0 && (
            <div>
              <StateLabel state="warn" word={`${review.staleAnswers} stale`} />
            </div>
          )}
        </>
      ),
    },
    {
      id: 'progress',
      title: 'Answered',
      align: 'right',
      width: 104,
      render: ({ progress }) => `${progress.answered} of ${progress.questions}`,
    },
    {
      id: 'risks',
      title: 'Risks',
      align: 'right',
      width: 112,
      render: ({ risks }) => (
        <>
          {risks.raised}
          {risks.undecided > 0 && (
            <span className={classes.detail}>{risks.undecided} undecided</span>
          )}
        </>
      ),
    },
    {
      id: 'reviewers',
      title: 'Reviewers',
      render: ({ reviewers }) =>
        reviewers.length === 0 ? (
          '–'
        ) : (
          <>
            {reviewers.slice(0, SHOWN_REVIEWERS).map((reviewer, index) => (
              <span key={reviewer}>
                {index > 0 && ', '}
                <EntityRefLink entityRef={reviewer} hideIcon disableTooltip />
              </span>
            ))}
            {reviewers.length > SHOWN_REVIEWERS &&
              ` and ${reviewers.length - SHOWN_REVIEWERS} more`}
          </>
        ),
    },
    {
      id: 'nextReviewAt',
      title: 'Next review',
      sort: 'nextReviewAt',
      width: 120,
      render: review =>
        review.nextReviewAt ? (
          <>
            <RelativeTime instant={review.nextReviewAt} variant="day" />
            {review.overdue && (
              <div>
                <StateLabel state="warn" word="Overdue" />
              </div>
            )}
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'changedAt',
      title: 'Changed',
      sort: 'changedAt',
      width: 120,
      render: ({ changedAt }) => <RelativeTime instant={changedAt} />,
    },
  ];

  return (
    <PagedTable
      {...tableProps}
      label="Reviews"
      columns={columns}
      rowKey={review => review.id}
    />
  );
}
