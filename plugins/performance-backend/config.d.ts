import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  performance?: {
    /** When what happens by itself happens. */
    schedule?: {
      /** Reading the whole catalog: moved ownership, new and removed entities take effect then. */
      catalog?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Reading all sources of definitions, those of entities included. */
      definitions?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * What dates and time bring: evidence becoming too old, stages of policies beginning, waivers and
       * attestations ending. Every minute unless given, the others every five.
       */
      dates?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Working out which policies may block. */
      trust?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Looking for checks of modules that are due, by the frequency of each type; every five minutes unless
       * given.
       */
      checks?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Looking for budgets that are due to be measured from a metric source, by the frequency of each;
       * every minute unless given.
       */
      measurements?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Looking for stages of policies that begin soon and waivers that end soon; every ten minutes unless
       * given.
       */
      reminders?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Looking for SLOs whose next samples are due, on every replica; every 30 seconds unless given.
       * Each SLO is asked for once a step, whatever this is.
       */
      slos?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Thinning out old samples of SLOs; every six hours unless given. */
      sloRetention?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Looking whether something changed since the last analysis of the architecture; every 15 seconds unless
       * given.
       */
      analysis?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Bringing findings and their issues in step; every 15 seconds unless given, on every replica. */
      issues?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Looking at what findings are bound to; every five minutes unless given. */
      findings?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Digests, where they are enabled; at eight o'clock in the morning, UTC, unless given. */
      digest?: SchedulerServiceTaskScheduleDefinitionConfig;
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
    };

    /** Exceptions from policies. */
    waivers?: {
      /** Days that a waiver may last; 90 unless given. */
      maxDays?: number;
      /** Days ahead at which requester and owner are told that one ends; 7 and 1 unless given. */
      remindBeforeDays?: number[];
    };

    /** Telling people, through Backstage's notifications. */
    notifications?: {
      /** False where `@backstage/plugin-notifications-backend` isn't installed. True unless given. */
      enabled?: boolean;
      /** Refs of users and groups who hear of requests for waivers and of overridden gates. */
      approvers?: string[];
      /** Hours in which a verdict is told of once, however often it changes; 24 unless given. */
      cooldownHours?: number;
      /** Days ahead at which owners are told of a policy's next stage; 7 and 1 unless given. */
      stageChangeBeforeDays?: number[];
      /** Once a day, how an owner's services stand and what changed. */
      digest?: {
        /** False unless given. */
        enabled?: boolean;
      };
    };

    /** What a policy's rule has to keep to before the policy may block by it. */
    trust?: {
      /** Days that it has been at warn; 14 unless given. */
      daysAtWarn?: number;
      /** Confirmed changes between pass and fail, per verdict in 14 days; 0.1 unless given. */
      maxFlipRate?: number;
      /** Share of its verdicts that are disputed; 0.05 unless given. */
      maxDisputeRate?: number;
      /** Share of its verdicts that are waived; 0.2 unless given. */
      maxWaiverRate?: number;
    };

    /** From where on the analysis of the architecture proposes something. */
    analysis?: {
      /**
       * Weight of what depends on a single point of failure: an entity of tier 1 weighs 4, of tier 2 2, any other 1.
       * 8 unless given.
       */
      singlePointWeight?: number;
      /** Synchronous calls, each made while the one before waits; 5 unless given. */
      chainCalls?: number;
      /** Direct dependencies of one entity; 15 unless given. */
      fanOut?: number;
      /** Synchronous calls that one request makes directly; 10 unless given. */
      callsPerRequest?: number;
      /** Entities that depend directly on one; 20 unless given. */
      fanIn?: number;
      /** Different owners of what uses one database; 2 unless given. */
      sharedDatabaseOwners?: number;
      /** `spec.type` of resources that are databases; `database` and `db` unless given. */
      databaseTypes?: string[];
      /** Entities that depend on a hot component, directly or not; 10 unless given. */
      hotDependents?: number;
      /** The least critical tier that makes a component hot by itself; 1 unless given, and 0 for none. */
      hotTier?: number;
      /** `spec.type` of components that are built into others; `library` unless given. */
      libraryTypes?: string[];
      /**
       * How much lower than promised the level may be that the limits of what an entity calls guarantee; 0.1 unless
       * given, which proposes a p95 that is guaranteed at p85.
       */
      levelShortfall?: number;
      /** Proposals kept of each rule, the worst; 500 unless given. */
      proposalsPerRule?: number;
    };

    /** Overriding the gate of an entity, which needs a reason and no approver. */
    breakGlass?: {
      /** Hours that it may last; 24 unless given. */
      maxHours?: number;
    };

    practices?: {
      /**
       * Whether the built-in library of performance practices is loaded as definitions of the organisation:
       * checks, each with a guideline, and two scorecards of them. They observe until a policy asks for
       * more. False unless given.
       */
      enabled?: boolean;
    };

    reviewTemplates?: {
      /**
       * Whether the built-in templates of architecture reviews are loaded as definitions of the organisation. They
       * judge nothing until somebody holds a review by one. True unless given.
       */
      enabled?: boolean;
    };

    /**
     * Branches whose runs change current state; `*` stands for any characters. `main` and `master` unless
     * given.
     */
    trackedBranches?: string[];

    /** Metrics systems that SLOs and budgets may be measured from; definitions name them. */
    metricSources?: Array<{
      /** What definitions call it; unique. */
      name: string;
      /** One that an installed backend module adds, e.g. `prometheus`; the rest of the item is the module's. */
      type: string;
    }>;

    findings?: {
      /**
       * Five rows, one for each severity, of five risks (`low`, `medium`, `high`, `critical`), one for each likelihood;
       * both from very low to very high.
       */
      riskMatrix?: string[][];
    };

    /** Issues that are made of findings, and kept in step. GitHub's hosts are those of `integrations.github`. */
    issues?: {
      /** How often issues are looked at that nothing happened to here; every five minutes unless given. */
      lookEvery?: HumanDuration | string;
      jira?: Array<{
        /** What people call it; unique. */
        name: string;
        /** Of the Jira, e.g. `https://acme.atlassian.net`. */
        url: string;
        /** Whose API token it is; Jira Cloud needs it, Jira Data Center doesn't have it. */
        email?: string;
        /**
         * An API token of Jira Cloud, or a personal access token of Jira Data Center.
         * @visibility secret
         */
        token: string;
        /** Whether it is Jira Cloud; hosts of `atlassian.net` are, unless given. */
        cloud?: boolean;
        /** Of the issues it makes; `Task` unless given. */
        issueType?: string;
      }>;
      /** Where issues about any entity may be made; besides, they go where an entity's annotation says. */
      projects?: Array<{
        /** A Jira's name, or a host of GitHub. */
        tracker: string;
        /** Repositories as `owner/name`, or keys of Jira projects. */
        projects: string[];
      }>;
    };

    /** Measuring SLOs. */
    slos?: {
      /**
       * Minutes after which an SLO has no data whose metric source can't be asked; until then it keeps its
       * state. 60 unless given.
       */
      staleAfterMinutes?: number;
      /** Never takes what an SLO's window still needs. */
      retention?: {
        /** Days that good and total of each step are kept; then their sums. 45 unless given. */
        samplesDays?: number;
        /** Days that sums are kept, and SLOs that are defined no more. 400 unless given. */
        sumsDays?: number;
      };
    };

    reports?: {
      /** Bytes of the body of `POST /runs`. */
      maxRunBytes?: number;
      /** What one report may hold; beyond it an upload is refused. */
      limits?: {
        /** Decompressed bytes. */
        maxBytes?: number;
        /** Decompressed bytes per compressed byte. */
        maxCompressionRatio?: number;
        /** Bytes of one line or CSV record. */
        maxLineBytes?: number;
        /** Decompressed bytes of a report that is one JSON document. */
        maxDocumentBytes?: number;
        /** Values in such a document, roughly. */
        maxDocumentValues?: number;
        /** Columns of a CSV report, nesting depth of an XML one. */
        maxColumns?: number;
        /** Characters of a label value; the rest is cut off. */
        maxLabelLength?: number;
        /** Series of a run; the rest merges into `other`. */
        maxSeries?: number;
        /** Different combinations of labels, merged ones included. */
        maxLabelSets?: number;
        /** Values kept as they are, over all series of a run. */
        maxExactValuesPerRun?: number;
        /** Warnings that are listed; the rest is counted. */
        maxWarnings?: number;
      };
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
      actions: Array<
        'read' | 'upload' | 'contribute' | 'approve' | 'define' | 'administer'
      >;
    }>;
  };
}
