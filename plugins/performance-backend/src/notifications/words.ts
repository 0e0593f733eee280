import { parseEntityRef } from '@backstage/catalog-model';
import {
  formatLabels,
  Labels,
} from '@perf-governance/plugin-performance-common';

/** As much as Backstage keeps of a notification's title. */
const MAX_TITLE_LENGTH = 255;

const DAY_MS = 24 * 60 * 60_000;

/** An entity for people: `checkout`, `payments/api` outside the default namespace. */
export function entityName(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/** Who did something, for people: a user's name, or what a pipeline's token is called. */
export function principalName(principal: string): string {
  return isEntityRef(principal) ? entityName(principal) : principal;
}

/** Whether it is a full ref; principals may also be services and tokens. */
export function isEntityRef(text: string): boolean {
  return /^(user|group):[^/]+\/[^/]+$/i.test(text);
}

/** A day for people, in UTC: `2027-03-01`. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A time for people: `2027-03-01 16:10 UTC`. */
export function minute(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** When something ends, for people: a day, and the time as well within a day of now. */
export function endTime(end: Date, now: Date): string {
  return end.getTime() - now.getTime() <= DAY_MS ? minute(end) : day(end);
}

/** `1 verdict`, `2 verdicts`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(items: string[], limit: number): string {
  const shown = items.length > limit ? items.slice(0, limit - 1) : items;
  const rest = items.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** What a rule is about at an entity: `in production, endpoint=GET /cart`; empty for the whole of it. */
export function aspect(environment: string, labels: Labels): string {
  return [environment === '*' ? '' : `in ${environment}`, formatLabels(labels)]
    .filter(part => part !== '')
    .join(', ');
}

/** Cuts what is too long for a title. */
export function titled(text: string): string {
  return text.length > MAX_TITLE_LENGTH
    ? `${text.slice(0, MAX_TITLE_LENGTH - 1)}…`
    : text;
}

/** What a rule says of an entity, for people: `Checkout stays fast of checkout in production`. */
export function subjectName({
  title,
  entityRef,
  environment,
  labels,
}: {
  /** Of the rule. */
  title: string;
  entityRef: string;
  environment: string;
  labels: Labels;
}): string {
  return [`${title} of ${entityName(entityRef)}`, aspect(environment, labels)]
    .filter(part => part !== '')
    .join(' ');
}

/** One text of sentences; people end a reason with a full stop, or don't. */
export function sentences(parts: (string | undefined)[]): string {
  return parts
    .filter(part => part !== undefined)
    .map(part => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
