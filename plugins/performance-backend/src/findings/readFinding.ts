import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import { components } from '@perf-governance/plugin-performance-common';
import { FindingContent } from './Finding';

/** A finding as somebody hands it in. */
export type NewFindingInput = components['schemas']['NewFinding'];

/** Of what is handed in, what it says. */
export function readFindingContent(input: NewFindingInput): FindingContent {
  return {
    title: readTitle(input.title),
    description: input.description ?? '',
    recommendation: input.recommendation ?? '',
    category: input.category,
    severity: input.severity,
    likelihood: input.likelihood,
    effort: input.effort,
    owner: input.owner === undefined ? undefined : readOwner(input.owner),
    dueDate: input.dueDate === undefined ? undefined : readDay(input.dueDate),
    links: (input.links ?? []).map(readLink),
  };
}

/** @throws InputError for one without words. */
export function readTitle(text: string): string {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title.length < 3) {
    throw new InputError('A finding needs a title of at least 3 characters');
  }
  return title;
}

/** @throws InputError for what isn't the ref of a user or group. */
export function readOwner(text: string): string {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const kind = ref.kind.toLocaleLowerCase('en-US');
    if (kind === 'user' || kind === 'group') {
      return stringifyEntityRef(ref);
    }
  } catch (error) {
    throw new InputError(
      `'${text}' isn't an owner: ${isError(error) ? error.message : error}`,
    );
  }
  throw new InputError(
    `'${text}' isn't an owner: name a user or group, e.g. group:default/payments`,
  );
}

/** @throws InputError for a day that no calendar has. */
export function readDay(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(text) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== text
  ) {
    throw new InputError(
      `'${text}' isn't a day: write the year, month and day, e.g. 2026-03-01`,
    );
  }
  return text;
}

/** @throws InputError for a link that leads elsewhere than to a page; spaces in one have to be written `%20`. */
export function readLink(
  link: components['schemas']['FindingLink'],
): components['schemas']['FindingLink'] {
  const url = URL.canParse(link.url) ? new URL(link.url) : undefined;
  const isPage = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!isPage || /\s/.test(link.url)) {
    throw new InputError(`'${link.url}' isn't an http or https URL`);
  }
  return link;
}
