import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { REVIEW_STATUSES } from '@perf-governance/plugin-performance-common';
import { Panel, ReviewsPage } from '@perf-governance/plugin-performance-react';
import { FacetOption } from '../filters/FacetOptions';
import { FacetedFilters } from '../filters/FacetedFilters';
import { FlagFilters } from '../filters/FlagFilters';
import { refTitle } from '../filters/refTitle';
import { FirstReview } from './FirstReview';
import { NewReviewDialog } from './NewReviewDialog';
import { ReviewTable } from './ReviewTable';
import { REVIEW_STATUS_WORDS } from './reviewWords';
import { useReviewList } from './useReviewList';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
  },
}));

const FLAGS = [
  { name: 'mine', title: 'Mine to review' },
  { name: 'overdue', title: 'Overdue' },
  { name: 'stale', title: 'Stale' },
];

function optionsOf(facet: ReviewsPage['facets']['owners'] = []): FacetOption[] {
  return facet.map(({ value, title, count }) => ({
    value,
    title: title ?? refTitle(value),
    count,
  }));
}

/** All reviews the reader may see, what changed last first. */
export function ReviewsList() {
  const classes = useStyles();
  const list = useReviewList();
  const { value, view } = list;
  const [adding, setAdding] = useState(false);
  const mayBegin = value?.may.begin !== false;
  const facets = value?.facets;
  const counts = new Map(
    facets?.statuses.map(({ value: status, count }) => [status, count]),
  );

  const dialog = adding && <NewReviewDialog onClose={() => setAdding(false)} />;

  if (value?.totalItems === 0 && !list.filtered) {
    return (
      <>
        <FirstReview onBegin={mayBegin ? () => setAdding(true) : undefined} />
        {dialog}
      </>
    );
  }
  return (
    <>
      <div className={classes.top}>
        <FlagFilters view={view} flags={FLAGS} />
        {/* Already there while loading, so that nothing moves for those who may. */}
        {mayBegin && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<AddIcon />}
            onClick={() => setAdding(true)}
          >
            New review
          </Button>
        )}
      </div>
      <FacetedFilters
        view={view}
        label="Filter reviews"
        searchLabel="Find a review or entity"
        shown={[]}
        others={['entityRef', 'system', 'domain']}
        own={[
          {
            name: 'status',
            title: 'Status',
            options: REVIEW_STATUSES.map(status => ({
              value: status,
              title: REVIEW_STATUS_WORDS[status],
              count: counts.get(status),
            })),
          },
          {
            name: 'template',
            title: 'Template',
            options: optionsOf(facets?.templates),
          },
          {
            name: 'reviewer',
            title: 'Reviewer',
            options: optionsOf(facets?.reviewers),
          },
          {
            name: 'owner',
            title: 'Owner',
            options: optionsOf(facets?.owners),
          },
        ]}
        onClear={list.clear}
      />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <ReviewTable
            withSubject
            rows={value?.items}
            sort={list.sort}
            onSort={list.onSort}
            page={list.page}
            empty={
              <>
                <p>No review matches these filters.</p>
                <Button variant="outlined" onClick={list.clear}>
                  Clear filters
                </Button>
              </>
            }
          />
        </Panel>
      )}
      {dialog}
    </>
  );
}
