import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { SynchronousCall } from '../../model';

/**
 * Names the entities that one waits for while it serves a request, in the order of calls:
 * `component:pay, [component:stock x2, component:price], resource:shop-db`. What is in brackets is called at once,
 * `x2` twice one after the other. A ref without a kind is a component's, one without a namespace is in the same.
 * `none` says that it waits for nothing.
 *
 * @public
 */
export const SYNCHRONOUS_CALLS_ANNOTATION =
  'performance-governance.io/synchronous-calls';

const MAX_CALLS = 1000;
/** Brackets, commas, and what is between them. */
const TOKEN = /[[\],]|[^[\],]+/g;
const CALL = /^(\S+?)(?:\s+[x×]\s*(\d+))?$/;

/**
 * Reads a value of {@link SYNCHRONOUS_CALLS_ANNOTATION}.
 *
 * @param namespace - of the entity that has it.
 * @returns with refs that are full and lower-cased.
 * @throws InputError saying what is wrong.
 */
export function readSynchronousCalls(
  text: string,
  namespace: string,
): SynchronousCall[] {
  if (text.trim().toLocaleLowerCase('en-US') === 'none') {
    return [];
  }
  const calls: SynchronousCall[] = [];
  let groups = 0;
  let group: string | undefined;
  let expected: 'call' | 'separator' = 'call';
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0].trim();
    if (token === '') {
      continue;
    }
    if (token === '[' && expected === 'call' && group === undefined) {
      groups += 1;
      group = String(groups);
    } else if (token === ']' && expected === 'separator' && group) {
      group = undefined;
    } else if (token === ',' && expected === 'separator') {
      expected = 'call';
    } else if (!'[],'.includes(token) && expected === 'call') {
      calls.push({
        ...readCall(token, namespace),
        ...(group && { parallel: group }),
      });
      expected = 'separator';
    } else {
      throw new InputError(
        `'${token}' isn't expected after '${text
          .slice(0, match.index)
          .trim()}'`,
      );
    }
  }
  if (group !== undefined) {
    throw new InputError(`A ']' is missing at the end`);
  }
  if (expected === 'call') {
    throw new InputError(
      `An entity is missing at the end; write 'none' where nothing is called`,
    );
  }
  return calls;
}

function readCall(token: string, namespace: string): SynchronousCall {
  const [, text, times = '1'] = CALL.exec(token) ?? [];
  if (text === undefined) {
    throw new InputError(
      `'${token}' isn't a call; write an entity's ref, and 'x2' after it where it is called twice`,
    );
  }
  const calls = Number(times);
  if (!(calls >= 1 && calls <= MAX_CALLS)) {
    throw new InputError(`'${token}' has to be 1 to ${MAX_CALLS} calls`);
  }
  return { entityRef: readRef(text, namespace), calls };
}

function readRef(text: string, namespace: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: namespace,
      }),
    );
  } catch {
    throw new InputError(
      `'${text}' isn't an entity's ref; write e.g. component:default/pay`,
    );
  }
}
