import { components } from '@perf-governance/plugin-performance-common';
import { IndexableDocument } from '@backstage/plugin-search-common';

type Schemas = components['schemas'];

/**
 * A finding as search knows it: documents of the type `performance-finding`.
 *
 * @public
 */
export interface PerformanceFindingDocument extends IndexableDocument {
  /** Full ref of the entity that it belongs to. */
  entityRef: string;
  /** One of `open`, `in-progress`, `resolved`, `verified`, `risk-accepted`, `duplicate`, `invalid`. */
  status: string;
  /** One of `low`, `medium`, `high`, `critical`. */
  risk: string;
  category: string;
  /** Full ref of who sees to it; empty where nobody does. */
  owner: string;
}

/**
 * A review as search knows it: documents of the type `performance-review`.
 *
 * @public
 */
export interface PerformanceReviewDocument extends IndexableDocument {
  /** Full ref of the entity that it is of, or is going to be. */
  entityRef: string;
  /** One of `draft`, `in-review`, `published`. */
  status: string;
  /** Title of its template. */
  template: string;
}

/** @internal */
export function findingDocument(
  finding: Schemas['FindingDetail'],
): PerformanceFindingDocument {
  const { id, entity, category } = finding;
  return {
    title: `F-${id} ${finding.title}`,
    text: lines([
      finding.description,
      finding.recommendation,
      `${finding.risk} risk, ${finding.status}, ${category}`,
      // Not every reader of the finding may see what else it affects.
      entity.title ?? entity.name,
    ]),
    location: `/performance/findings?${new URLSearchParams({ finding: id })}`,
    entityRef: entity.entityRef,
    status: finding.status,
    risk: finding.risk,
    category,
    owner: finding.owner ?? '',
    authorization: { resourceRef: `finding:${id}` },
  };
}

/** @internal */
export function reviewDocument(
  review: Schemas['ReviewDetail'],
): PerformanceReviewDocument {
  const { id, subject, template, answers } = review;
  return {
    title: `R-${id} ${review.title}`,
    text: lines([
      subject.title ?? subject.entityRef,
      template.title,
      review.status,
      ...answers.flatMap(({ text, notes, notApplicable }) => [
        text,
        notes,
        notApplicable,
      ]),
    ]),
    location: `/performance/reviews/${encodeURIComponent(id)}`,
    entityRef: subject.entityRef,
    status: review.status,
    template: template.title,
    authorization: { resourceRef: `review:${id}` },
  };
}

function lines(texts: (string | undefined)[]): string {
  return texts.filter(text => text).join('\n');
}
