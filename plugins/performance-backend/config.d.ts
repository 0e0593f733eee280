import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  performance?: {
    catalog?: {
      /**
       * When to read the whole catalog again: moved ownership, new and removed entities take effect then.
       * Every five minutes unless given.
       */
      refresh?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** The organisation's definitions: the outermost layer. */
    definitions?: {
      /**
       * Globs of YAML files, absolute or relative to where the backend runs, like `file` locations of
       * the catalog, e.g. `../../definitions/*.yaml`.
       */
      files?: string[];
      /** YAML files that the backend's URL reader may read. */
      urls?: string[];
      /** When to read all sources again, those of entities included. Every five minutes unless given. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /**
     * What callers with tokens of `backend.auth.externalAccess` may do. They never reach the permission
     * policy, so one that isn't listed here may do nothing.
     */
    externalAccess?: Array<{
      /** As in `backend.auth.externalAccess`; for a `jwks` token `external:<prefix>:<sub>`. */
      subject: string;
      /** What must all hold of an entity, or `*` for every entity. */
      entities:
        | '*'
        | {
            /** Groups or users; what their child groups own is included. */
            owner?: string[];
            system?: string[];
            /** What their systems and subdomains contain is included. */
            domain?: string[];
            entityRefs?: string[];
          };
      /** Only these; all of them unless given. */
      environments?: string[];
      actions: Array<'read' | 'upload' | 'define' | 'administer'>;
    }>;
  };
}
