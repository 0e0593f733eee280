import { ResponseErrorPanel } from '@backstage/core-components';
import { usePerformanceData } from '@perf-governance/plugin-performance-react';
import { AnalysisGaps } from './AnalysisGaps';
import { AnalysisHeader } from './AnalysisHeader';
import { AnalysisRules } from './AnalysisRules';
import { ProposalList } from './ProposalList';
import { ProposalPanel } from './ProposalPanel';
import { useProposalList } from './useProposalList';

/** What the catalog's relations give away: proposals to make findings of, and what can't be said. */
export function AnalysisPage() {
  const summary = usePerformanceData(api => api.analysis.get(), []);
  const list = useProposalList();
  const { view } = list;

  if (summary.error) {
    return <ResponseErrorPanel error={summary.error} />;
  }
  return (
    <>
      <AnalysisHeader summary={summary.value} />
      <AnalysisRules
        rules={summary.value?.rules}
        status={list.status}
        chosen={view.getAll('rule')}
        onChange={rule => view.update({ rule, offset: undefined })}
      />
      <ProposalList list={list} summary={summary.value} />
      {summary.value && <AnalysisGaps summary={summary.value} />}
      <ProposalPanel
        proposalId={view.get('proposal')}
        rules={summary.value?.rules}
        onClose={() => view.update({ proposal: undefined })}
      />
    </>
  );
}
