import { PerformanceClient } from '@perf-governance/plugin-performance-common';
import type { PerformanceRequests } from './PerformanceRequests';
import type {
  FindingBindingInput,
  FindingChangeOutcome,
  FindingClosureDecision,
  FindingComment,
  FindingDetail,
  FindingEvent,
  FindingFilters,
  FindingImport,
  FindingIssueInput,
  FindingsChange,
  FindingSettings,
  FindingsPage,
  FindingsQuery,
  FindingStatusChange,
  FindingSummary,
  FindingUpdate,
  NewFinding,
} from './findingSchema';

/**
 * A file with findings, as text.
 *
 * @public
 */
export interface FindingsFile {
  format: 'csv' | 'json';
  text: string;
}

/**
 * What reviews, the analysis and people found.
 *
 * @public
 */
export interface FindingsApi {
  list(query: FindingsQuery): Promise<FindingsPage>;
  summarise(filters: FindingFilters): Promise<FindingSummary>;
  getSettings(): Promise<FindingSettings>;
  get(findingId: string): Promise<FindingDetail>;
  create(finding: NewFinding): Promise<FindingDetail>;
  update(findingId: string, update: FindingUpdate): Promise<FindingDetail>;
  changeStatus(
    findingId: string,
    change: FindingStatusChange,
  ): Promise<FindingDetail>;
  /** @returns What became of each, in the order asked. */
  changeAll(
    findingIds: string[],
    change: FindingsChange,
  ): Promise<FindingChangeOutcome[]>;
  bind(findingId: string, binding: FindingBindingInput): Promise<FindingDetail>;
  /** @param version - Of the finding. */
  unbind(findingId: string, version: number): Promise<FindingDetail>;
  decideClosure(
    findingId: string,
    decision: FindingClosureDecision,
  ): Promise<FindingDetail>;
  /** Has an issue made of it, or takes one there is, and keeps both in step. */
  linkIssue(
    findingId: string,
    issue: FindingIssueInput,
  ): Promise<FindingDetail>;
  /** Has them brought in step soon, whatever went wrong before. */
  retryIssue(findingId: string): Promise<FindingDetail>;
  /** The issue itself stays. */
  unlinkIssue(findingId: string): Promise<FindingDetail>;
  listComments(findingId: string): Promise<FindingComment[]>;
  /** @param body - Markdown. */
  addComment(findingId: string, body: string): Promise<FindingComment>;
  /** For good; needs the permission to administer. */
  delete(findingId: string): Promise<void>;
  deleteComment(findingId: string, commentId: string): Promise<void>;
  /** @returns What happened to it, newest first. */
  listEvents(findingId: string): Promise<FindingEvent[]>;
  exportCsv(filters: FindingFilters): Promise<string>;
  /** Records all of a file's findings or, where there is a problem, none. With `dryRun`, nothing is recorded. */
  importFile(
    file: FindingsFile,
    options: { dryRun: boolean },
  ): Promise<FindingImport>;
}

export function createFindingsApi(requests: PerformanceRequests): FindingsApi {
  const path = (findingId: string) => ({ params: { path: { findingId } } });
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/findings', { params: { query } }),
      ),
    summarise: query =>
      requests.read(client =>
        client.request('get', '/finding-summary', { params: { query } }),
      ),
    getSettings: () =>
      requests.read(client => client.request('get', '/finding-settings')),
    get: findingId =>
      requests.read(client =>
        client.request('get', '/findings/{findingId}', path(findingId)),
      ),
    create: body =>
      requests.write(client => client.request('post', '/findings', { body })),
    update: (findingId, body) =>
      requests.write(client =>
        client.request('patch', '/findings/{findingId}', {
          ...path(findingId),
          body,
        }),
      ),
    changeStatus: (findingId, body) =>
      requests.write(client =>
        client.request('post', '/findings/{findingId}/status', {
          ...path(findingId),
          body,
        }),
      ),
    changeAll: async (ids, change) => {
      const { items } = await requests.write(client =>
        client.request('post', '/finding-changes', { body: { ids, change } }),
      );
      return items;
    },
    bind: (findingId, body) =>
      requests.write(client =>
        client.request('put', '/findings/{findingId}/binding', {
          ...path(findingId),
          body,
        }),
      ),
    unbind: (findingId, version) =>
      requests.write(client =>
        client.request('delete', '/findings/{findingId}/binding', {
          params: { path: { findingId }, query: { version } },
        }),
      ),
    decideClosure: (findingId, body) =>
      requests.write(client =>
        client.request('post', '/findings/{findingId}/closure', {
          ...path(findingId),
          body,
        }),
      ),
    linkIssue: (findingId, body) =>
      requests.write(client =>
        client.request('post', '/findings/{findingId}/issue', {
          ...path(findingId),
          body,
        }),
      ),
    retryIssue: findingId =>
      requests.write(client =>
        client.request(
          'post',
          '/findings/{findingId}/issue/attempts',
          path(findingId),
        ),
      ),
    unlinkIssue: findingId =>
      requests.write(client =>
        client.request(
          'delete',
          '/findings/{findingId}/issue',
          path(findingId),
        ),
      ),
    listComments: async findingId => {
      const { items } = await requests.read(client =>
        client.request(
          'get',
          '/findings/{findingId}/comments',
          path(findingId),
        ),
      );
      return items;
    },
    addComment: (findingId, body) =>
      requests.write(client =>
        client.request('post', '/findings/{findingId}/comments', {
          ...path(findingId),
          body: { body },
        }),
      ),
    delete: findingId =>
      requests.remove(client =>
        client.request('delete', '/findings/{findingId}', path(findingId)),
      ),
    deleteComment: (findingId, commentId) =>
      requests.remove(client =>
        client.request('delete', '/findings/{findingId}/comments/{commentId}', {
          params: { path: { findingId, commentId } },
        }),
      ),
    listEvents: async findingId => {
      const { items } = await requests.read(client =>
        client.request('get', '/findings/{findingId}/history', path(findingId)),
      );
      return items;
    },
    exportCsv: query =>
      requests.read(client =>
        client.request('get', '/finding-exports/{format}', {
          params: { path: { format: 'csv' }, query },
          parseAs: 'text',
        }),
      ),
    importFile: ({ format, text }, { dryRun }) => {
      const send = (client: PerformanceClient) =>
        client.request('post', '/finding-imports', {
          params: { query: { dryRun } },
          body: text,
          bodySerializer: () => text,
          headers: {
            'Content-Type': format === 'csv' ? 'text/csv' : 'application/json',
          },
        });
      return dryRun ? requests.read(send) : requests.write(send);
    },
  };
}
