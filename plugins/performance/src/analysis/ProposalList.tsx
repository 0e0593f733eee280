import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  AnalysisSummary,
  Panel,
  RISK_GRADE_WORDS,
} from '@perf-governance/plugin-performance-react';
import { RISK_GRADES } from '@perf-governance/plugin-performance-common';
import { Choice } from '../filters/Choice';
import { FacetedFilters, OwnFilter } from '../filters/FacetedFilters';
import { refTitle } from '../filters/refTitle';
import {
  entityCount,
  PROPOSAL_STATUS_WORDS,
  PROPOSAL_STATUSES,
} from './proposalWords';
import { ProposalTable } from './ProposalTable';
import { ProposalList as List } from './useProposalList';

const useStyles = makeStyles(theme => ({
  statuses: { marginBottom: theme.spacing(2) },
}));

function filtersOf(
  list: List,
  rules: AnalysisSummary['rules'] | undefined,
): OwnFilter[] {
  const facets = list.value?.facets;
  const refs = (facet: { value: string; count?: number }[] = []) =>
    facet.map(({ value, count }) => ({
      value,
      title: refTitle(value),
      count,
    }));
  return [
    {
      name: 'severity',
      title: 'Severity',
      options: [...RISK_GRADES].reverse().flatMap(grade =>
        (facets?.severities ?? [])
          .filter(({ value }) => value === grade)
          .map(({ count }) => ({
            value: grade,
            title: RISK_GRADE_WORDS[grade],
            count,
          })),
      ),
    },
    { name: 'owner', title: 'Owner', options: refs(facets?.owners) },
    { name: 'domain', title: 'Domain', options: refs(facets?.domains) },
    { name: 'system', title: 'System', options: refs(facets?.systems) },
    {
      name: 'rule',
      title: 'Rule',
      hidden: true,
      options: (rules ?? []).map(({ rule, title }) => ({ value: rule, title })),
    },
  ];
}

/** Proposals, those at the highest risk first. */
export function ProposalList(props: { list: List; summary?: AnalysisSummary }) {
  const { list, summary } = props;
  const { view, status, value } = list;
  const classes = useStyles();
  const counts = summary?.counts;

  return (
    <>
      <div className={classes.statuses}>
        <Choice
          label="Status"
          options={PROPOSAL_STATUSES.map(one => ({
            value: one,
            title: `${PROPOSAL_STATUS_WORDS[one]}${
              counts ? ` (${counts[one].toLocaleString('en')})` : ''
            }`,
          }))}
          chosen={status}
          onChange={next =>
            view.update({
              status: next === 'proposed' ? undefined : next,
              offset: undefined,
            })
          }
        />
      </div>
      <FacetedFilters
        view={view}
        label="Filter proposals"
        searchLabel="Find an entity or proposal"
        shown={[]}
        others={['entityRef']}
        own={filtersOf(list, summary?.rules)}
        onClear={list.clear}
      />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <ProposalTable
            rows={value?.items}
            rules={summary?.rules}
            selectedKey={view.get('proposal')}
            onOpen={({ id }) => view.update({ proposal: id }, { push: true })}
            sort={list.sort}
            onSort={list.onSort}
            page={list.page}
            empty={<NoProposals list={list} summary={summary} />}
          />
        </Panel>
      )}
    </>
  );
}

function NoProposals(props: { list: List; summary?: AnalysisSummary }) {
  const { list, summary } = props;
  if (list.isFiltered) {
    return (
      <>
        <p>No proposal matches these filters.</p>
        <Button variant="outlined" onClick={list.clear}>
          Clear filters
        </Button>
      </>
    );
  }
  if (list.status !== 'proposed') {
    return <>None.</>;
  }
  return <>{nothingProposed(summary)}</>;
}

function nothingProposed(summary: AnalysisSummary | undefined): ReactNode {
  if (summary && !summary.lastRun) {
    return (
      <>
        <p>The catalog’s relations haven’t been analysed yet.</p>
        <p>
          What makes the analysis worth more: <code>spec.dependsOn</code> and{' '}
          <code>spec.consumesApis</code> in <code>catalog-info.yaml</code>, and
          annotations for an entity’s tier and the calls it waits for.
        </p>
      </>
    );
  }
  const unknown = new Set(
    summary?.unknowns.flatMap(({ examples }) =>
      examples.map(({ entityRef }) => entityRef),
    ),
  ).size;
  return unknown > 0 ? (
    <>
      <p>Nothing is proposed now, but not everything could be judged.</p>
      <p>
        At least {entityCount(unknown)} {unknown === 1 ? 'doesn’t' : 'don’t'}{' '}
        say enough of themselves: see below.
      </p>
    </>
  ) : (
    <p>Nothing is proposed: every rule was looked at, and none found more.</p>
  );
}
