import type { PerformanceRequests } from './PerformanceRequests';
import type {
  AnalysisFindingInput,
  AnalysisProposalDetail,
  AnalysisProposalsPage,
  AnalysisProposalsQuery,
  AnalysisSummary,
} from './schema';

/**
 * What the analysis of the catalog's relations proposes to make findings of.
 *
 * @public
 */
export interface AnalysisApi {
  get(): Promise<AnalysisSummary>;
  /** Analyses now, and waits for it. */
  run(): Promise<AnalysisSummary>;
  listProposals(query: AnalysisProposalsQuery): Promise<AnalysisProposalsPage>;
  getProposal(proposalId: string): Promise<AnalysisProposalDetail>;
  /** @param until - ISO 8601; without it there is no end. */
  suppress(
    proposalId: string,
    suppression: { reason: string; until?: string },
  ): Promise<AnalysisProposalDetail>;
  unsuppress(proposalId: string): Promise<AnalysisProposalDetail>;
  /** @returns The new finding's id. */
  accept(proposalId: string, finding: AnalysisFindingInput): Promise<string>;
}

export function createAnalysisApi(requests: PerformanceRequests): AnalysisApi {
  const path = (proposalId: string) => ({ params: { path: { proposalId } } });
  return {
    get: () => requests.read(client => client.request('get', '/analysis')),
    run: () =>
      requests.write(client => client.request('post', '/analysis/runs')),
    listProposals: query =>
      requests.read(client =>
        client.request('get', '/analysis/proposals', { params: { query } }),
      ),
    getProposal: proposalId =>
      requests.read(client =>
        client.request('get', '/analysis/proposals/{proposalId}', {
          ...path(proposalId),
        }),
      ),
    suppress: (proposalId, body) =>
      requests.write(client =>
        client.request('post', '/analysis/proposals/{proposalId}/suppression', {
          ...path(proposalId),
          body,
        }),
      ),
    unsuppress: proposalId =>
      requests.write(client =>
        client.request(
          'delete',
          '/analysis/proposals/{proposalId}/suppression',
          path(proposalId),
        ),
      ),
    accept: async (proposalId, body) => {
      const { findingId } = await requests.write(client =>
        client.request('post', '/analysis/proposals/{proposalId}/finding', {
          ...path(proposalId),
          body,
        }),
      );
      return findingId;
    },
  };
}
