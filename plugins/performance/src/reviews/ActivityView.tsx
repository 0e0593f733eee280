import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  Panel,
  performanceApiRef,
  RelativeTime,
  ReviewDetail,
  ReviewEvent,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { DeleteRecord } from '../actions/DeleteRecord';
import { Loaded } from '../page/Loaded';
import { Attachments } from './Attachments';
import { Comments } from './Comments';
import { describeEvent } from './describeEvent';
import { reviewName } from './reviewName';

const PAGE = 50;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
  },
  detail: { color: mutedColour(theme) },
}));

/** What people say about a review as a whole, its files, and everything that happened to it. */
export function ActivityView(props: { review: ReviewDetail }) {
  const { review } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const [limit, setLimit] = useState(PAGE);
  const data = usePerformanceData(
    performanceApi => performanceApi.reviews.listHistory(review.id, { limit }),
    [review.id, review.changedAt, limit],
  );
  const count =
    review.comments.find(({ question }) => question === undefined)?.count ?? 0;
  return (
    <>
      <Panel title="Comments on the review as a whole">
        <Comments
          reviewId={review.id}
          count={count}
          mayComment={review.may.comment}
        />
      </Panel>
      {review.attachments.length > 0 && (
        <Panel title={`Files (${review.attachments.length})`}>
          <Attachments review={review} />
        </Panel>
      )}
      <Panel title="History">
        <Loaded data={data} height={240}>
          {({ items, totalItems }) => (
            <>
              <ol className={classes.list}>
                {items.map(event => (
                  <Event key={event.id} review={review} event={event} />
                ))}
              </ol>
              {totalItems > items.length && (
                <Button size="small" onClick={() => setLimit(limit + PAGE)}>
                  Show more
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Panel>
      {review.may.delete && (
        <DeleteRecord
          what="review"
          name={reviewName(review.id)}
          onDelete={async () => {
            await api.reviews.delete(review.id);
            navigate(links.reviews());
          }}
        >
          Its answers, files, milestones and history go with it, and nobody can
          bring it back. Findings that were made of it stay. To withdraw it,
          archive it instead.
        </DeleteRecord>
      )}
    </>
  );
}

function Event(props: { review: ReviewDetail; event: ReviewEvent }) {
  const { review, event } = props;
  const classes = useStyles();
  return (
    <li>
      {describeEvent(event, review.templateSpec)}{' '}
      <span className={classes.detail}>
        {event.by && (
          <>
            by{' '}
            <EntityRefLink entityRef={event.by} defaultKind="user" hideIcon />,{' '}
          </>
        )}
        <RelativeTime instant={event.at} />
      </span>
    </li>
  );
}
