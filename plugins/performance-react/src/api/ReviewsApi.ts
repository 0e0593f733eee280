import type { PerformanceRequests } from './PerformanceRequests';
import type {
  ReviewAnswerInput,
  ReviewAnswerRecord,
  ReviewAnswerResult,
  ReviewAttachment,
  ReviewChange,
  ReviewComment,
  ReviewCommentsPage,
  ReviewComparison,
  ReviewDetail,
  ReviewDrafts,
  ReviewFindingInput,
  ReviewHistoryPage,
  ReviewInput,
  ReviewMilestone,
  ReviewMilestoneSummary,
  ReviewRaisedRisk,
  ReviewsPage,
  ReviewsQuery,
  ReviewStatusChange,
  ReviewTemplateSummary,
  ReviewTemplateUpdate,
} from './reviewSchema';

/** One of a review's questions by its name, or a risk that its answer raises. */
interface RiskPath {
  reviewId: string;
  question: string;
  index: number;
}

/**
 * Architecture reviews.
 *
 * @public
 */
export interface ReviewsApi {
  list(query: ReviewsQuery): Promise<ReviewsPage>;
  /** @param entityRef - Only templates for this entity; all unless given. */
  listTemplates(entityRef?: string): Promise<ReviewTemplateSummary[]>;
  get(reviewId: string): Promise<ReviewDetail>;
  create(input: ReviewInput): Promise<ReviewDetail>;
  update(reviewId: string, change: ReviewChange): Promise<ReviewDetail>;
  setStatus(
    reviewId: string,
    change: ReviewStatusChange,
  ): Promise<ReviewDetail>;
  /**
   * Saves while somebody writes, so that what is on screen isn't read again each time.
   *
   * @param version - Of the answer that is replaced; 0 where there is none. The backend refuses an older one with a
   *   409 that carries the answer as it is now.
   */
  answer(
    reviewId: string,
    question: string,
    version: number,
    answer: ReviewAnswerInput,
  ): Promise<ReviewAnswerResult>;
  /** Says that a stale answer is still right. */
  confirm(
    reviewId: string,
    question: string,
    version: number,
  ): Promise<ReviewAnswerRecord>;
  /** @param question - Absent for all comments, those on the review as a whole included. */
  listComments(
    reviewId: string,
    query: { question?: string; limit?: number; offset?: number },
  ): Promise<ReviewCommentsPage>;
  addComment(
    reviewId: string,
    comment: { question?: string; body: string },
  ): Promise<ReviewComment>;
  editComment(
    reviewId: string,
    commentId: string,
    change: { version: number; body: string },
  ): Promise<ReviewComment>;
  /** For good; needs the permission to administer. */
  delete(reviewId: string): Promise<void>;
  deleteComment(reviewId: string, commentId: string): Promise<void>;
  attach(reviewId: string, name: string, file: Blob): Promise<ReviewAttachment>;
  getAttachment(reviewId: string, attachmentId: string): Promise<Blob>;
  deleteAttachment(reviewId: string, attachmentId: string): Promise<void>;
  addMilestone(reviewId: string, name: string): Promise<ReviewMilestoneSummary>;
  getMilestone(reviewId: string, number: number): Promise<ReviewMilestone>;
  /** @param to - The review as it stands unless given. */
  compare(
    reviewId: string,
    from: number,
    to?: number,
  ): Promise<ReviewComparison>;
  getTemplateUpdate(reviewId: string): Promise<ReviewTemplateUpdate>;
  /** @param to - Id of the update that was looked at. */
  updateTemplate(
    reviewId: string,
    version: number,
    to: string,
  ): Promise<ReviewDetail>;
  getDrafts(reviewId: string): Promise<ReviewDrafts>;
  /** @returns Markdown. */
  export(reviewId: string, milestone?: number): Promise<string>;
  listHistory(
    reviewId: string,
    query: { question?: string; limit?: number; offset?: number },
  ): Promise<ReviewHistoryPage>;
  /** @returns The finding's id, and the risk with the decision. */
  makeFinding(
    risk: RiskPath,
    input: ReviewFindingInput,
  ): Promise<{ findingId: string; risk: ReviewRaisedRisk }>;
  dismissRisk(risk: RiskPath, reason: string): Promise<ReviewRaisedRisk>;
  /** Takes a dismissal back. */
  restoreRisk(risk: RiskPath): Promise<ReviewRaisedRisk>;
}

export function createReviewsApi(requests: PerformanceRequests): ReviewsApi {
  const of = (reviewId: string) => ({ params: { path: { reviewId } } });
  const at = (reviewId: string, question: string) => ({
    params: { path: { reviewId, question } },
  });
  const risk = ({ reviewId, question, index }: RiskPath) => ({
    params: { path: { reviewId, question, index } },
  });
  return {
    list: query =>
      requests.read(client =>
        client.request('get', '/reviews', { params: { query } }),
      ),
    listTemplates: async entityRef => {
      const { items } = await requests.read(client =>
        client.request('get', '/review-templates', {
          params: { query: { entityRef } },
        }),
      );
      return items;
    },
    get: reviewId =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}', of(reviewId)),
      ),
    create: body =>
      requests.write(client => client.request('post', '/reviews', { body })),
    update: (reviewId, body) =>
      requests.write(client =>
        client.request('patch', '/reviews/{reviewId}', {
          ...of(reviewId),
          body,
        }),
      ),
    setStatus: (reviewId, body) =>
      requests.write(client =>
        client.request('post', '/reviews/{reviewId}/status', {
          ...of(reviewId),
          body,
        }),
      ),
    answer: (reviewId, question, version, answer) =>
      requests.read(client =>
        client.request('put', '/reviews/{reviewId}/answers/{question}', {
          ...at(reviewId, question),
          body: { version, answer },
        }),
      ),
    confirm: (reviewId, question, version) =>
      requests.write(client =>
        client.request(
          'post',
          '/reviews/{reviewId}/answers/{question}/confirmation',
          { ...at(reviewId, question), body: { version } },
        ),
      ),
    listComments: (reviewId, query) =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/comments', {
          params: { path: { reviewId }, query },
        }),
      ),
    addComment: (reviewId, body) =>
      requests.write(client =>
        client.request('post', '/reviews/{reviewId}/comments', {
          ...of(reviewId),
          body,
        }),
      ),
    editComment: (reviewId, commentId, body) =>
      requests.write(client =>
        client.request('patch', '/reviews/{reviewId}/comments/{commentId}', {
          params: { path: { reviewId, commentId } },
          body,
        }),
      ),
    delete: reviewId =>
      requests.remove(client =>
        client.request('delete', '/reviews/{reviewId}', {
          params: { path: { reviewId } },
        }),
      ),
    deleteComment: (reviewId, commentId) =>
      requests.remove(client =>
        client.request('delete', '/reviews/{reviewId}/comments/{commentId}', {
          params: { path: { reviewId, commentId } },
        }),
      ),
    attach: (reviewId, name, file) =>
      requests.write(client =>
        client.request('post', '/reviews/{reviewId}/attachments', {
          params: { path: { reviewId }, query: { name } },
          body: file,
          bodySerializer: () => file,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    getAttachment: (reviewId, attachmentId) =>
      requests.read(client =>
        client.request(
          'get',
          '/reviews/{reviewId}/attachments/{attachmentId}',
          { params: { path: { reviewId, attachmentId } }, parseAs: 'blob' },
        ),
      ),
    deleteAttachment: (reviewId, attachmentId) =>
      requests.remove(client =>
        client.request(
          'delete',
          '/reviews/{reviewId}/attachments/{attachmentId}',
          { params: { path: { reviewId, attachmentId } } },
        ),
      ),
    addMilestone: (reviewId, name) =>
      requests.write(client =>
        client.request('post', '/reviews/{reviewId}/milestones', {
          ...of(reviewId),
          body: { name },
        }),
      ),
    getMilestone: (reviewId, number) =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/milestones/{number}', {
          params: { path: { reviewId, number } },
        }),
      ),
    compare: (reviewId, from, to) =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/comparison', {
          params: { path: { reviewId }, query: { from, to } },
        }),
      ),
    getTemplateUpdate: reviewId =>
      requests.read(client =>
        client.request(
          'get',
          '/reviews/{reviewId}/template-update',
          of(reviewId),
        ),
      ),
    updateTemplate: (reviewId, version, to) =>
      requests.write(client =>
        client.request('post', '/reviews/{reviewId}/template-update', {
          ...of(reviewId),
          body: { version, to },
        }),
      ),
    getDrafts: reviewId =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/drafts', of(reviewId)),
      ),
    export: (reviewId, milestone) =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/export', {
          params: { path: { reviewId }, query: { milestone } },
          parseAs: 'text',
        }),
      ),
    listHistory: (reviewId, query) =>
      requests.read(client =>
        client.request('get', '/reviews/{reviewId}/history', {
          params: { path: { reviewId }, query },
        }),
      ),
    makeFinding: (path, body) =>
      requests.write(client =>
        client.request(
          'post',
          '/reviews/{reviewId}/risks/{question}/{index}/finding',
          { ...risk(path), body },
        ),
      ),
    dismissRisk: (path, reason) =>
      requests.write(client =>
        client.request(
          'post',
          '/reviews/{reviewId}/risks/{question}/{index}/dismissal',
          { ...risk(path), body: { reason } },
        ),
      ),
    restoreRisk: path =>
      requests.write(client =>
        client.request(
          'delete',
          '/reviews/{reviewId}/risks/{question}/{index}/dismissal',
          risk(path),
        ),
      ),
  };
}
