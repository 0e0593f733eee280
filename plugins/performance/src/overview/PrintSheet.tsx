import { useEffect } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { Stage } from '@perf-governance/plugin-performance-common';
import {
  PerformanceApi,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import useLatest from 'react-use/esm/useLatest';
import { refTitle } from '../filters/refTitle';
import { PaperSheet } from '../page/PaperSheet';
import { OverviewQuery } from './overviewFilters';
import {
  PrintDates,
  PrintFailures,
  PrintFindings,
  PrintGoals,
  PrintOwners,
} from './PrintParts';

const URGENCY: Stage[][] = [['block'], ['warn'], ['notify', 'observe']];
const FINDINGS = 5;
const FAILURES = 6;
const OWNERS = 8;
const DATES = 6;

/** Failures, those that block or warn first. */
async function loadFailures(api: PerformanceApi, query: OverviewQuery) {
  const pages = await Promise.all(
    URGENCY.map(stage =>
      api.listVerdicts({ ...query, state: ['fail'], stage, limit: FAILURES }),
    ),
  );
  return {
    items: pages.flatMap(({ items }) => items).slice(0, FAILURES),
    totalItems: pages.reduce((sum, page) => sum + page.totalItems, 0),
  };
}

function loadSheet(api: PerformanceApi, query: OverviewQuery) {
  return Promise.all([
    api.rollups.listGoals(query),
    // What they have in common with what the rest is narrowed down by.
    api.findings.list({
      owner: query.owner,
      system: query.system,
      domain: query.domain,
      open: true,
      sort: 'risk',
      limit: FINDINGS,
    }),
    loadFailures(api, query),
    api.rollups.list({ ...query, by: 'owner', limit: OWNERS }),
    api.policies.list(),
    api.waivers.list({
      status: ['approved'],
      owner: query.owner,
      sort: 'expiresAt',
      order: 'asc',
      limit: DATES,
    }),
  ]);
}

function filterWords(query: OverviewQuery): string {
  return Object.entries(query)
    .map(([name, values]) => `${name} ${values.map(refTitle).join(', ')}`)
    .join('; ');
}

/** Goal, trend, top risks, failures, owners and dates on one page; there on paper only. */
export function PrintSheet(props: {
  query: OverviewQuery;
  /** Called once, when everything is there. */
  onReady: () => void;
  onError: () => void;
}) {
  const { query } = props;
  const alertApi = useApi(alertApiRef);
  const callbacks = useLatest(props);
  const { value, error } = usePerformanceData(
    api => loadSheet(api, query),
    [JSON.stringify(query)],
  );
  const ready = value !== undefined;

  useEffect(() => {
    if (ready) {
      callbacks.current.onReady();
    }
  }, [ready, callbacks]);

  useEffect(() => {
    if (error) {
      alertApi.post({
        message: `The page couldn’t be made: ${error.message}`,
        severity: 'error',
      });
      callbacks.current.onError();
    }
  }, [alertApi, error, callbacks]);

  if (!value) {
    return null;
  }
  const [goals, findings, failures, owners, policies, waivers] = value;
  const filters = filterWords(query);
  return (
    <PaperSheet label="Performance on one page">
      <h1>
        Performance,{' '}
        {new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })}
      </h1>
      {filters && <p>Only {filters}.</p>}
      <PrintGoals goals={goals} />
      <PrintFindings
        findings={findings.items}
        totalItems={findings.totalItems}
      />
      <PrintFailures
        verdicts={failures.items}
        totalItems={failures.totalItems}
      />
      <PrintOwners owners={owners.items} />
      <PrintDates policies={policies} waivers={waivers.items} />
    </PaperSheet>
  );
}
