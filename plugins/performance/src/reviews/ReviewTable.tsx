import {
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  Review,
  RowDetail,
  RowEntityLink,
  RowTitle,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { reviewName } from './reviewName';
import { ReviewStatusLabel } from './ReviewStatusLabel';

const SHOWN_REVIEWERS = 2;

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
      <RowEntityLink entityRef={entity.entityRef} />
    </>
  ) : (
    <RowEntityLink entityRef={subject.entityRef} />
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
  const links = usePerformanceLinks();
  const navigate = useNavigate();

  const columns: PagedTableColumn<Review>[] = [
    {
      id: 'title',
      title: 'Review',
      sort: 'title',
      leading: true,
      render: review => (
        <>
          <RowTitle to={links.review(review.id)}>{review.title}</RowTitle>
          <RowDetail>
            {reviewName(review.id)}, {templateWords(review)}
          </RowDetail>
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
            <RowDetail>{risks.undecided} undecided</RowDetail>
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
                <RowEntityLink entityRef={reviewer} />
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
      onRowClick={review => navigate(links.review(review.id))}
    />
  );
}
