import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AccessDecision, AccessFilter, allOf } from './AccessCriteria';

/** What an external caller may be configured to do. */
const EXTERNAL_ACTIONS = [
  'read',
  'upload',
  'contribute',
  'approve',
  'define',
  'administer',
  'review',
  'finding',
] as const;
export type ExternalAction = (typeof EXTERNAL_ACTIONS)[number];

/** What one entry of the configuration gives to an external caller. */
export interface ExternalAccess {
  /** As the auth service gives it. */
  subject: string;
  actions: ExternalAction[];
  decision: AccessDecision;
}

const CONFIG_KEY = 'performance.externalAccess';

const SELECTORS: Record<
  string,
  { defaultKind: string; type: 'owner' | 'system' | 'domain' | 'entity' }
> = {
  owner: { defaultKind: 'group', type: 'owner' },
  system: { defaultKind: 'system', type: 'system' },
  domain: { defaultKind: 'domain', type: 'domain' },
  entityRefs: { defaultKind: 'component', type: 'entity' },
};

function rejectUnknownKeys(config: Config, known: string[], where: string) {
  const unknown = config.keys().filter(key => !known.includes(key));
  if (unknown.length > 0) {
    // A misspelt restriction must not widen what a token may do.
    throw new InputError(
      `Unknown key '${unknown[0]}' in ${where}; known are ${known.join(', ')}`,
    );
  }
}

function readEntities(config: Config, where: string): AccessDecision {
  if (config.getOptional('entities') === '*') {
    return true;
  }
  const entities = config.getConfig('entities');
  rejectUnknownKeys(entities, Object.keys(SELECTORS), `${where}.entities`);
  const filters: AccessFilter[] = Object.entries(SELECTORS).flatMap(
    ([key, { defaultKind, type }]) => {
      const refs = entities.getOptionalStringArray(key);
      return refs
        ? {
            type,
            refs: refs.map(ref =>
              stringifyEntityRef(
                parseEntityRef(ref, {
                  defaultKind,
                  defaultNamespace: 'default',
                }),
              ),
            ),
          }
        : [];
    },
  );
  if (filters.length === 0) {
    throw new InputError(
      `${where}.entities selects nothing; give one of ${Object.keys(
        SELECTORS,
      ).join(', ')}, or '*' for every entity`,
    );
  }
  return allOf(filters);
}

function readActions(config: Config, where: string): ExternalAction[] {
  return config.getStringArray('actions').map(name => {
    const action = EXTERNAL_ACTIONS.find(known => known === name);
    if (!action) {
      throw new InputError(
        `Unknown action '${name}' in ${where}.actions; known are ${EXTERNAL_ACTIONS.join(
          ', ',
        )}`,
      );
    }
    return action;
  });
}

/**
 * Reads what external callers may do: they never reach the permission policy, so this is what keeps a
 * CI token to its own services.
 *
 * @throws InputError for a key, action or selector that isn't known.
 */
export function readExternalAccess(config: Config): ExternalAccess[] {
  for (const external of config.getOptionalConfigArray(
    'backend.auth.externalAccess',
  ) ?? []) {
    const subject = external.getOptionalString('options.subject');
    if (subject?.startsWith('plugin:')) {
      throw new InputError(
        `The subject '${subject}' in backend.auth.externalAccess looks like one of Backstage's own plugins, which may do everything; give it another name`,
      );
    }
  }

  const entries = config.getOptionalConfigArray(CONFIG_KEY) ?? [];
  return entries.map((entry, index) => {
    const where = `${CONFIG_KEY}[${index}]`;
    rejectUnknownKeys(
      entry,
      ['subject', 'entities', 'environments', 'actions'],
      where,
    );
    const environments = entry.getOptionalStringArray('environments');
    return {
      subject: entry.getString('subject'),
      actions: readActions(entry, where),
      decision: allOf([
        readEntities(entry, where),
        environments ? { type: 'environment', environments } : true,
      ]),
    };
  });
}
