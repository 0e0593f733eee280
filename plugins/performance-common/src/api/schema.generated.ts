/**
 * Generated from plugins/performance-common/openapi.yaml by `yarn openapi`. Do not edit.
 */

export interface paths {
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload one raw report; it becomes a run
         * @description The body is the file as the tool wrote it, optionally gzipped (detected by content, or `Content-Encoding: gzip`), whatever its `Content-Type`. Tool and dialect are detected. The same report uploaded twice is one run. With `dryRun=true` nothing is stored and `changes` shows what would change.
         */
        post: operations["uploadReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRuns"];
        put?: never;
        /** Store an already normalised run */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get: operations["getRun"];
        put?: never;
        post?: never;
        /** Delete a run for good and recompute what used it */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRunSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This run beside its baseline
         * @description The baseline is the newest comparable earlier tracked run; for a run that failed or warned, the newest of them that passed. Noise is measured on it and up to four comparable runs before it. `baselineRunId` names another run to compare with.
         */
        get: operations["compareRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This run judged by today's definitions as they were when it was judged */
        get: operations["listRunVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The run's verdicts folded into an exit code */
        get: operations["getRunGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/invalidation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a run invalid; everything that used it is recomputed */
        put: operations["invalidateRun"];
        post?: never;
        delete: operations["reinstateRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current verdicts */
        get: operations["listVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verdicts/{verdictId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/reevaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far evaluations after changes of definitions or the catalog are */
        get: operations["getReevaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values the caller may filter verdicts by */
        get: operations["listFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the caller's entities stand, and what will block them next
         * @description Components, and every other entity that has a verdict.
         */
        get: operations["listEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Current verdicts counted by a property of their entities
         * @description Of what the caller may see. An entity counts for each group that owns it, parent groups included, for each domain around it and for each of its tags. The verdicts behind a group are those of `/verdicts` with the same filters and `<by>=<value>`, where `by` isn't `organisation`.
         */
        get: operations["listRollups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollups/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Current verdicts counted by a property of their entities and by area
         * @description The verdicts behind a cell are those of `/verdicts` with the same filters, `<rows>=<value>` and `area=<area>`.
         */
        get: operations["getRollupMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollups/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts by state at the end of each day
         * @description As history is known today: a run that came late counts at its own time. Days are those of UTC. Who owns what, and what the caller may see, is as of now.
         */
        get: operations["getRollupTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollups/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose share within limits has changed most
         * @description Like is compared with like: only verdicts count that have a value now and had one then, so that new rules and lost evidence are no movement.
         */
        get: operations["listMovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollups/offenders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has the most failures */
        get: operations["listOffenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the organisation wants to reach, and how far it is
         * @description Counted over what the caller may see and the filters leave. The verdicts behind a goal are those of `/verdicts?goal=<definitionId>` with the same filters.
         */
        get: operations["listGoals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an entity stands */
        get: operations["getEntitySummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The definitions that apply to an entity, and its facts, to judge a report offline */
        get: operations["getEntityDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        /** An entity's scorecards, with every rule and the last 90 days */
        get: operations["getEntityScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        /** What somebody is asked to answer for here, and the answers in force */
        get: operations["listAttestations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/attestations/{check}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
                /** @description Name of a check that applies to the entity */
                check: components["parameters"]["check"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Answer a check's statement with one's name
         * @description Only people sign: a token can't. The answer holds until it expires, is withdrawn or replaced, or the statement changes.
         */
        put: operations["attest"];
        post?: never;
        /** Withdraw the answer in force */
        delete: operations["withdrawAttestation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/check-results/{check}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
                /** @description Name of a check that applies to the entity */
                check: components["parameters"]["check"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Tell what another system found of a check of type `external`
         * @description The newest `at` wins, in whichever order results arrive; sent twice, it is one result.
         */
        put: operations["putCheckResult"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/check-evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have checks of type `extension` judged now instead of by their schedule */
        post: operations["evaluateChecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scorecards in force, and how many entities reached which level
         * @description Only over entities the caller may see.
         */
        get: operations["listScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{definitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards/{definitionId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where entities stand on a scorecard */
        get: operations["listScorecardResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDefinitions"];
        put?: never;
        /** Create a definition through the API */
        post: operations["createDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check YAML without storing it */
        post: operations["validateDefinitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/{definitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/budget/api-latency` */
                definitionId: string;
            };
            cookie?: never;
        };
        get: operations["getDefinition"];
        /** New version of a definition made through the API */
        put: operations["updateDefinition"];
        post?: never;
        /** Retire a definition made through the API */
        delete: operations["deleteDefinition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/{definitionId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDefinitionVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definition-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files and URLs read, when, and what was wrong */
        get: operations["listDefinitionSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definition-sources/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read all sources, or one entity's, again now */
        post: operations["refreshDefinitionSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guides/{guide}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the guidelines that come with the plugin */
        get: operations["getGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of a definition kind */
        get: operations["getDefinitionSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requested, active and former waivers */
        get: operations["listWaivers"];
        put?: never;
        /**
         * Ask for a time-boxed exception from one rule for one subject
         * @description Somebody else has to approve it. There is at most one requested or active waiver per rule and subject: another is a 409.
         */
        post: operations["requestWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject requests of others, one or many
         * @description Each is decided by itself, and the answer tells what became of each, in the order asked. Where only one is asked for, its refusal is the answer: 403 for one's own request, 404 or 409.
         */
        post: operations["decideWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers/{waiverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWaiver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers/{waiverId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an active waiver before its time */
        post: operations["revokeWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers/{waiverId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back one's own request */
        post: operations["withdrawWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiver-debt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each owner has had waived */
        get: operations["getWaiverDebt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies in force, and what comes of them now and next */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{definitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{definitionId}/trust-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/policy/api-latency` */
                definitionId: components["parameters"]["policyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a policy block by a rule, or all its rules, before they have earned trust */
        post: operations["overrideTrust"];
        delete: operations["removeTrustOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verdicts/{verdictId}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verdictId: string;
            };
            cookie?: never;
        };
        get: operations["listVerdictDisputes"];
        put?: never;
        /** Say that a verdict is wrong */
        post: operations["disputeVerdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{disputeId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle somebody else's dispute */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/error-budget-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What error-budget policies ask for and asked for, newest first */
        get: operations["listErrorBudgetActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        /** Overrides of an entity's gate */
        get: operations["listBreakGlass"];
        put?: never;
        /**
         * Open an entity's gate for some hours, whatever fails
         * @description Needs a reason and no approver, and is recorded. While one is in force, another is a 409.
         */
        post: operations["breakGlass"];
        /** End the override in force */
        delete: operations["endBreakGlass"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service level objectives and how they stand
         * @description One item per SLO and entity; per objective where several objectives stand for themselves. A composite SLO is one item.
         */
        get: operations["listSlos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values the caller may filter SLOs by */
        get: operations["listSloFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSlo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}/burn-down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was left of the budget over the SLO's window */
        get: operations["getSloBurnDown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the numbers came about: windows, counts, queries and formulas */
        get: operations["getSloWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}/work.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["getSloWorkCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}/samples.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Good and total per step over the SLO's window
         * @description As `perf-gate slo report --samples` reads it, so that the numbers can be worked out again elsewhere.
         */
        get: operations["getSloSamplesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slos/{sloId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push good and total of an SLO whose indicator is `pushed`
         * @description JSON, or CSV with the columns `time,good,total`. A time is the start of a step. The same step pushed again replaces what was there. One bad row refuses all of them, with its line and what is wrong. All objectives of the SLO that share the indicator get them.
         */
        post: operations["pushSloSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Maintenance windows, which take time out of SLOs */
        get: operations["listSloAdjustments"];
        put?: never;
        /**
         * Take time out of SLOs, once or again and again
         * @description Statuses are worked out anew at once; the samples stay as they are. Needs `performance.approve`, `performance.administer`, `performance.define`, or to be an owner of the entity. Time that has passed, in whole or in part, needs `performance.approve` or `performance.administer`, for it may end what error-budget policies ask for; also the part of a recurring one. A step or slice that has begun counts as passed. An adjustment takes 366 days at most, begins no earlier than what is kept of samples, and ends (a recurring one begins) within five years.
         */
        post: operations["createSloAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slo-adjustments/{adjustmentId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo an adjustment as if it had never been */
        post: operations["revokeSloAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The configured metric sources and how they do */
        get: operations["listMetricSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the analysis of the catalog's relations last found, and what it can't say */
        get: operations["getAnalysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse now
         * @description Needs `performance.administer` for the whole organisation. It also runs by itself when the catalog or limits have changed.
         */
        post: operations["runAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the analysis proposes to make findings of
         * @description Only what the caller may see: a proposal shows to who may see all entities at its heart. Other entities that it affects are left out where the caller may not see them, and counted.
         */
        get: operations["listAnalysisProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/proposals/{proposalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAnalysisProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/proposals/{proposalId}/suppression": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: components["parameters"]["proposalId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why nothing should be made of it
         * @description It stays suppressed for as long as the matter is found again, or until the given time. A 409 where somebody has decided on it already. Needs `performance.finding.create`.
         */
        post: operations["suppressAnalysisProposal"];
        /**
         * Propose it again
         * @description Needs `performance.finding.create`. A 409 where it isn't suppressed.
         */
        delete: operations["unsuppressAnalysisProposal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/proposals/{proposalId}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a finding of it
         * @description Whatever the body doesn't say comes from the proposal. A 409 where somebody has decided on it already. Needs `performance.finding.create`.
         */
        post: operations["acceptAnalysisProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entity can be reviewed by */
        get: operations["listReviewTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Findings
         * @description A facet's counts are over the whole filtered set, apart from the filter by what it is about.
         */
        get: operations["listFindings"];
        put?: never;
        /**
         * Record a finding
         * @description It belongs to the first of its entities. Needs `performance.finding.create` for that one.
         */
        post: operations["createFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finding-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many findings there are, by risk and age
         * @description Of those that the filters of the list leave; open ones only unless a filter says otherwise.
         */
        get: operations["summariseFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finding-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What risks, and trackers of issues, there are */
        get: operations["getFindingSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finding-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change up to 200 findings at once
         * @description Each by itself and by the rules for one; what is refused says why and leaves the others alone.
         */
        post: operations["changeFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finding-exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Findings as a file
         * @description All that the filters of the list leave, up to 10,000. What `POST /finding-imports` takes; ids and what people did with them are for readers.
         */
        get: operations["exportFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finding-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record findings from a file, all or none
         * @description CSV with a heading, or JSON `{ findings: […] }`, as exported. All problems come at once, each with its line. An item with the `externalId` of a finding that its first entity has leaves that one as it is. Needs `performance.finding.create` for the first entity of each.
         */
        post: operations["importFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get: operations["getFinding"];
        put?: never;
        post?: never;
        /**
         * Delete a finding for good, with its history
         * @description Needs `performance.administer` on the entity that it belongs to. Waivers on it end, its duplicates are open again, and what it was made of is to be decided on anew.
         */
        delete: operations["deleteFinding"];
        options?: never;
        head?: never;
        /**
         * Change what a finding says or who sees to it
         * @description Effort, owner, due date and links need `performance.finding.update`, the rest `performance.finding.verify`. A 409 where somebody changed it since `version`: it says who and when.
         */
        patch: operations["updateFinding"];
        trace?: never;
    };
    "/findings/{findingId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work on it, resolve, verify, reopen or dismiss it
         * @description `open`, `in-progress` and `resolved` need `performance.finding.update`; `verified`, `duplicate`, `invalid`, and leaving these, `performance.finding.verify`. Nobody verifies what they resolved. `risk-accepted` comes and goes with a waiver on `finding:<id>` and nothing else.
         */
        post: operations["changeFindingStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an issue made of it, or take one there is, and keep both in step
         * @description The issue is made, and followed, in the background: `issue` says how that goes. It goes where an annotation of an affected entity says (`github.com/project-slug`, `jira/project-key`), or to a project that the configuration opens to all. Needs `performance.finding.update`.
         */
        post: operations["linkFindingIssue"];
        /** No longer keep it in step with its issue, which stays as it is */
        delete: operations["unlinkFindingIssue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/issue/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring it in step with its issue as soon as possible, whatever went wrong before
         * @description Needs `performance.finding.update`.
         */
        post: operations["retryFindingIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get: operations["listFindingComments"];
        put?: never;
        /**
         * Say something about it
         * @description Needs `performance.finding.update` or `performance.finding.verify`.
         */
        post: operations["addFindingComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
                commentId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back one's own comment */
        delete: operations["deleteFindingComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFindingEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/binding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Bind it to the verdict that shows whether it is mended
         * @description To a budget, SLO or check of an entity that it affects. After `greenDays` days of evidence in a row, all green, its closure is proposed; once it is resolved or verified, a confirmed failure opens it again. Days count from the day on which it is bound. Needs `performance.finding.verify`.
         */
        put: operations["bindFinding"];
        post?: never;
        /** Leave it to people whether it is mended */
        delete: operations["unbindFinding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{findingId}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify that it is mended as the evidence says, or decline
         * @description While its closure is proposed. Nobody verifies what they resolved. Declining needs a note, and the days count anew from the next on. Needs `performance.finding.verify`.
         */
        post: operations["decideFindingClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Architecture reviews */
        get: operations["listReviews"];
        put?: never;
        /**
         * Begin a review
         * @description Of an entity of the catalog, or of something planned within one; then `within` names that. A 409 where a review of the same by the same template is under way. Needs `performance.review.create`.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        get: operations["getReview"];
        put?: never;
        post?: never;
        /**
         * Delete a review for good, with its answers, files, milestones and history
         * @description Needs `performance.administer` on the entity that it belongs to. Findings that were made of it stay, with a note.
         */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        /**
         * Change title, reviewers or next review date
         * @description Needs `performance.review.conduct`. A 409 where somebody changed it since `version`: it says who and when.
         */
        patch: operations["updateReview"];
        trace?: never;
    };
    "/reviews/{reviewId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand it in, send it back, publish, reopen or archive it
         * @description `draft` → `in-review` → `published`; `in-review` and `published` go back to `draft`; any but `archived` can be archived, which is final. Publishing, reopening and archiving need `performance.review.conduct`, the others `performance.review.answer`. Publishing takes all required questions answered or not applicable and no stale answer: a 409 with `problems` otherwise. It makes a milestone.
         */
        post: operations["changeReviewStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/answers/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer one question, or take its answer back
         * @description For saving while somebody writes. An answer's version is 0 as long as there is none. A 409 where somebody else answered since `version`: it carries what they answered, nothing is overwritten. Only while the review is `draft` or `in-review`. Needs `performance.review.answer`. Evidence has to exist and be visible to the caller.
         */
        put: operations["answerReviewQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/answers/{question}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a stale answer is still right
         * @description Of a published review too. Needs `performance.review.answer`. A 409 where the answer changed since `version`, or isn't stale.
         */
        post: operations["confirmReviewAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        get: operations["listReviewComments"];
        put?: never;
        /** @description Needs `performance.review.answer`. */
        post: operations["addReviewComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                commentId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description One's own only. */
        delete: operations["deleteReviewComment"];
        options?: never;
        head?: never;
        /** @description One's own only. */
        patch: operations["editReviewComment"];
        trace?: never;
    };
    "/reviews/{reviewId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a small file as evidence
         * @description The body is the file, at most 2 MB: PNG, JPEG, WebP, PDF, CSV, plain text, JSON or Markdown, which its name's ending says and its content has to be. At most 50 per review. Needs `performance.review.answer`. An answer refers to it as evidence of the type `attachment`.
         */
        post: operations["addReviewAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                attachmentId: string;
            };
            cookie?: never;
        };
        get: operations["getReviewAttachment"];
        put?: never;
        post?: never;
        /** @description A 409 where an answer or a milestone refers to it. Needs `performance.review.answer`. */
        delete: operations["deleteReviewAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the review as it stands, for good
         * @description Needs `performance.review.conduct`.
         */
        post: operations["addReviewMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/milestones/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReviewMilestone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two milestones, or one and now */
        get: operations["compareReviewMilestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/template-update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        /** What is new in the template since the review began */
        get: operations["getReviewTemplateUpdate"];
        put?: never;
        /**
         * Move the review to the template's newest version
         * @description Answers to questions that stay are kept, those to questions that go remain in milestones and history. Only while the review is `draft` or `in-review`. Needs `performance.review.conduct`. A 409 where there is nothing newer, or the template changed since `to` was looked at.
         */
        post: operations["updateReviewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Budgets and SLOs that the numbers answered make */
        get: operations["getReviewDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The review as Markdown */
        get: operations["exportReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/risks/{question}/{index}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a finding of a risk that an answer raises
         * @description Whatever the body doesn't say comes from the template. Needs `performance.review.conduct` and `performance.finding.create`. A 409 where it isn't raised, or has been decided on.
         */
        post: operations["makeReviewFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/risks/{question}/{index}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
                /** @description Among the question's risks, from 0 */
                index: components["parameters"]["reviewRiskIndex"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why nothing has to be made of a risk
         * @description Needs `performance.review.conduct`. A 409 where it isn't raised, or has been decided on.
         */
        post: operations["dismissReviewRisk"];
        /**
         * Take a dismissal back
         * @description Needs `performance.review.conduct`.
         */
        delete: operations["restoreReviewRisk"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ErrorResponse: {
            error: {
                name: string;
                message: string;
            } & {
                [key: string]: unknown;
            };
            request?: {
                [key: string]: unknown;
            };
            response: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        VerdictState: "pass" | "warn" | "fail" | "no-data" | "not-applicable";
        Labels: {
            [key: string]: string;
        };
        StateCounts: {
            pass: number;
            warn: number;
            fail: number;
            "no-data": number;
            "not-applicable": number;
        };
        Facet: {
            value: string;
            /** @description What people call it, where the value isn't made for them */
            title?: string;
            count: number;
        }[];
        /** @description Current verdicts, with true denominators: missing data counts, what isn't applicable doesn't. */
        RollupCounts: {
            states: components["schemas"]["StateCounts"];
            /** @description How many of the failures and missing data a waiver covers; never within limits */
            waived: number;
            /** @description All but not-applicable */
            total: number;
            /** @description Within their fail limit, so `pass` and `warn` */
            within: number;
            /** @description `within` over `total`; absent where there is nothing to judge */
            share?: number;
        };
        /** @description How many entities of a group have reached a level of a scorecard, and none above */
        RollupLevel: {
            definitionId: string;
            /** @description 0 is the lowest level, -1 is below it */
            rank: number;
            /** @description Absent below the lowest level */
            name?: string;
            entities: number;
        };
        RollupGroup: {
            /** @description A ref, tag or lifecycle, to filter by; `(none)` for entities that have none; `*` for the organisation */
            value: string;
            title?: string;
            /** @description With at least one verdict */
            entities: number;
            counts: components["schemas"]["RollupCounts"];
            levels: components["schemas"]["RollupLevel"][];
        };
        RollupCell: {
            area: string;
            counts: components["schemas"]["RollupCounts"];
        };
        RollupRow: {
            /** @description A ref; `(none)` for entities that have none */
            value: string;
            title?: string;
            /** @description Ref of a system's domain, a domain's parent domain or a group's parent group */
            parent?: string;
            entities: number;
            counts: components["schemas"]["RollupCounts"];
            cells: components["schemas"]["RollupCell"][];
        };
        Mover: {
            /** @description A ref */
            value: string;
            title?: string;
            then: components["schemas"]["RollupCounts"];
            now: components["schemas"]["RollupCounts"];
            /** @description Of the share within limits, e.g. -0.25 */
            change: number;
        };
        Offender: {
            /** @description A ref */
            value: string;
            title?: string;
            counts: components["schemas"]["RollupCounts"];
        };
        Goal: {
            definitionId: string;
            name: string;
            title: string;
            description?: string;
            layer: components["schemas"]["Layer"];
            /** @description Share within limits, e.g. 0.95 */
            target: number;
            /** Format: date-time */
            by?: string;
            /** @description What is counted, e.g. `journey` */
            label?: string;
            met: boolean;
            /** @description Missing evidence is `states.no-data` */
            now: components["schemas"]["RollupCounts"];
            then: {
                /** Format: date */
                day: string;
                counts: components["schemas"]["RollupCounts"];
            };
            /** @description One point a day, oldest first; the last is today's, as of now */
            trend: {
                /** Format: date */
                day: string;
                total: number;
                within: number;
                noData: number;
            }[];
        };
        EntityListItem: {
            entity: components["schemas"]["EntityProjection"];
            counts: components["schemas"]["RollupCounts"];
            /** @description Failures that close the gate now */
            blocking: number;
            /**
             * Format: date-time
             * @description The end of an override of its gate that is in force
             */
            gateOpenUntil?: string;
            /** @description The next failure to close the gate, if nothing else changes */
            nextBlock?: {
                /** Format: date-time */
                at: string;
                title: string;
                verdictId: string;
                /**
                 * @description A policy's date, or the end of a waiver
                 * @enum {string}
                 */
                cause: "policy" | "waiver";
            };
            /** @description The outermost scorecard that holds for it */
            scorecard?: {
                definitionId: string;
                title: string;
                /** @description Absent below the lowest */
                level?: {
                    name: string;
                    title: string;
                    rank: number;
                };
                score?: number;
            };
        };
        Layer: {
            /** @enum {string} */
            kind: "org" | "domain" | "system" | "component";
            entityRef?: string;
        };
        Bound: {
            /** @enum {string} */
            operator: "<=" | "<" | ">=" | ">";
            value: number;
            unit: components["schemas"]["Unit"];
            text: string;
        };
        /** @enum {string} */
        Unit: "ms" | "B" | "ratio" | "1/s" | "1";
        EffectiveBound: {
            /** @enum {string} */
            operator: "<=" | "<" | ">=" | ">";
            value: number;
            unit: components["schemas"]["Unit"];
            definitionId: string;
            layer: components["schemas"]["Layer"];
        };
        EffectiveNumber: {
            value: number;
            definitionId: string;
            layer: components["schemas"]["Layer"];
        };
        EffectiveLimit: {
            fail?: components["schemas"]["EffectiveBound"];
            warn?: components["schemas"]["EffectiveBound"];
            minSamples?: components["schemas"]["EffectiveNumber"];
            maxAgeSeconds?: components["schemas"]["EffectiveNumber"];
        };
        /** @enum {string} */
        LimitEffect: "sets" | "overruled" | "no-effect";
        LimitContribution: {
            definitionId: string;
            name: string;
            title?: string;
            layer: components["schemas"]["Layer"];
            asked: {
                fail?: components["schemas"]["Bound"];
                warn?: components["schemas"]["Bound"];
                minSamples?: number;
                maxAgeSeconds?: number;
            };
            /** @description Where a policy's ratchet asks for the fail limit */
            ratchet?: {
                /** @description The best median of five comparable runs in a row, in the unit of the limit */
                best: number;
                /** @description A ratio */
                tolerance: number;
            };
            effect: {
                fail?: components["schemas"]["LimitEffect"];
                warn?: components["schemas"]["LimitEffect"];
                minSamples?: components["schemas"]["LimitEffect"];
                maxAgeSeconds?: components["schemas"]["LimitEffect"];
            };
        };
        Evidence: {
            runId: string;
            tool: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            samples?: number;
            quantileMethod: components["schemas"]["QuantileMethod"];
            commit?: string;
            branch?: string;
        };
        /** @enum {string} */
        QuantileMethod: "exact" | "ddsketch" | "reported" | "none";
        Subject: {
            entityRef: string;
            environment: string;
            labels: components["schemas"]["Labels"];
        };
        VerdictBase: {
            ruleId: string;
            definitionName: string;
            title: string;
            area: string;
            subject: components["schemas"]["Subject"];
            state: components["schemas"]["VerdictState"];
            reason?: {
                code: string;
                message: string;
                url?: string;
            };
            value?: number;
            limit: components["schemas"]["EffectiveLimit"];
            story: components["schemas"]["LimitContribution"][];
            evidence?: components["schemas"]["Evidence"];
            confirm: number;
            enforcement: components["schemas"]["Enforcement"];
            waiver?: components["schemas"]["AppliedWaiver"];
        };
        BudgetVerdict: components["schemas"]["VerdictBase"] & {
            /** @enum {string} */
            kind: "budget";
            metric: string;
            statistic: string;
            unit: components["schemas"]["Unit"];
            /** @description What the value comes from, where that isn't a run */
            measured?: {
                /** @description Name of the metric source */
                source: string;
                /** @description As the definition has it */
                query: string;
                windowSeconds: number;
                /** @description Of the budget that says so */
                definitionId: string;
                /**
                 * Format: date-time
                 * @description End of the window of the value; of current verdicts
                 */
                at?: string;
            };
        };
        CheckVerdict: components["schemas"]["VerdictBase"] & {
            /** @enum {string} */
            kind: "check";
            check: {
                type: components["schemas"]["CheckType"];
                rationale: string;
                fix: string;
                guide?: string;
            };
        };
        /** @enum {string} */
        CheckType: "verdict" | "entity" | "run" | "attestation" | "finding" | "review" | "external" | "extension";
        /** @enum {string} */
        ErrorBudgetActionKind: "notify" | "warn" | "require-approval" | "freeze";
        /** @description What an error-budget policy asks for at the entity of a gate */
        GateErrorBudgetAction: {
            /** @description Of the policy */
            definitionId: string;
            /** @description Name of the policy's rule */
            rule: string;
            /** @description Of the SLO, e.g. `slo:availability` */
            ruleId: string;
            environment: string;
            action: components["schemas"]["ErrorBudgetActionKind"];
            /** @description Labels of changes that pass all the same */
            except: string[];
            /** @description Why, when it began */
            message: string;
            /** Format: date-time */
            since: string;
            /** @description A waiver on the SLO is approved */
            approved: boolean;
        };
        /** @description What an error-budget policy asks for or asked for, from when to when */
        ErrorBudgetAction: {
            id: string;
            entity: components["schemas"]["EntityProjection"];
            /** @description Of the policy */
            definitionId: string;
            /** @description Name of the policy's rule */
            rule: string;
            /** @description Of the SLO, e.g. `slo:availability` */
            ruleId: string;
            environment: string;
            action: components["schemas"]["ErrorBudgetActionKind"];
            /** @description Labels of changes that pass all the same */
            except: string[];
            /** @description Why, when it began */
            message: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description Since when its condition holds no more; it ends once that has been so for half an hour
             */
            recoveringSince?: string;
            /** @description Absent while it is in force */
            ended?: {
                /** Format: date-time */
                at: string;
                /**
                 * @description The condition holds no more (`recovered`), or only since time was taken out of the SLO (`adjusted`); the policy asks for something else (`changed`), or the policy or the SLO is gone (`gone`)
                 * @enum {string}
                 */
                reason: "recovered" | "adjusted" | "changed" | "gone";
                /** @description Of `adjusted`, those made since it began */
                adjustments?: {
                    id: string;
                    createdBy: string;
                    /** Format: date-time */
                    createdAt: string;
                    reason: string;
                }[];
            };
        };
        SloDuration: {
            count: number;
            /** @enum {string} */
            unit: "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
        };
        SloTimeWindow: {
            /** @enum {string} */
            type: "rolling";
            duration: components["schemas"]["SloDuration"];
        } | {
            /** @enum {string} */
            type: "calendar";
            duration: components["schemas"]["SloDuration"];
            /** @description Local time without a zone; where one of the windows begins */
            startTime: string;
            /** @description IANA */
            timeZone: string;
        };
        /** @description The value is the attainment, as a ratio, and the fail limit the target */
        SloVerdict: components["schemas"]["VerdictBase"] & {
            /** @enum {string} */
            kind: "slo";
            /** @enum {string} */
            unit: "ratio";
            slo: {
                /** @description Where several objectives stand for themselves */
                objective?: string;
                /** @enum {string} */
                method: "Occurrences" | "Timeslices" | "RatioTimeslices";
                timeWindow: components["schemas"]["SloTimeWindow"];
            };
        };
        /** @description Of a finding that affects the entity; the environment is `*` */
        FindingVerdict: components["schemas"]["VerdictBase"] & {
            /** @enum {string} */
            kind: "finding";
            finding: {
                findingId: string;
                category: components["schemas"]["FindingCategory"];
                risk: components["schemas"]["RiskLevel"];
                status: components["schemas"]["FindingStatus"];
                /** Format: date */
                dueDate?: string;
            };
        };
        Verdict: components["schemas"]["BudgetVerdict"] | components["schemas"]["CheckVerdict"] | components["schemas"]["SloVerdict"] | components["schemas"]["FindingVerdict"];
        /** @enum {string} */
        Stage: "observe" | "notify" | "warn" | "block";
        /** @description One policy's part in the stage of a verdict */
        PolicyContribution: {
            definitionId: string;
            name: string;
            title?: string;
            layer: components["schemas"]["Layer"];
            stage?: components["schemas"]["Stage"];
            /** Format: date-time */
            from?: string;
            next?: {
                stage: components["schemas"]["Stage"];
                /** Format: date-time */
                at: string;
            };
            /** @enum {string} */
            effect: "sets" | "overruled" | "no-effect" | "withheld" | "not-yet";
        };
        /** @description What comes of a verdict */
        Enforcement: {
            stage: components["schemas"]["Stage"];
            /** @description The policy that set it; absent where the default holds */
            definitionId?: string;
            next?: {
                stage: components["schemas"]["Stage"];
                /** Format: date-time */
                at: string;
                definitionId: string;
            };
            requireEvidence: boolean;
            story: components["schemas"]["PolicyContribution"][];
        };
        WaiverCap: {
            /** @enum {string} */
            operator: "<=" | "<" | ">=" | ">";
            value: number;
            unit: components["schemas"]["Unit"];
        };
        AppliedWaiver: {
            id: string;
            /** Format: date-time */
            until: string;
            cap?: components["schemas"]["WaiverCap"];
            exceeded: boolean;
        };
        NextStage: {
            stage: components["schemas"]["Stage"];
            /** Format: date-time */
            at: string;
        };
        /** @enum {string} */
        WaiverStatus: "requested" | "approved" | "rejected" | "withdrawn" | "revoked" | "expired";
        WaiverCounts: {
            requested: number;
            approved: number;
            rejected: number;
            withdrawn: number;
            revoked: number;
            expired: number;
        };
        WaiverRequest: {
            entityRef: string;
            ruleId: string;
            /** @description `*` for a check */
            environment: string;
            /** @description Exactly these; labels that appear later are not covered */
            labels?: components["schemas"]["Labels"];
            reason: string;
            compensatingControl?: string;
            /** @description e.g. `<= 450 ms`; takes the fail limit's place */
            cap?: string;
            /**
             * Format: date-time
             * @description In the future; at most `performance.waivers.maxDays` from now
             */
            expiresAt: string;
        };
        Waiver: {
            id: string;
            status: components["schemas"]["WaiverStatus"];
            entity: components["schemas"]["EntityProjection"];
            ruleId: string;
            /** @description Of the rule when it was requested */
            title: string;
            environment: string;
            labels: components["schemas"]["Labels"];
            reason: string;
            compensatingControl?: string;
            cap?: components["schemas"]["WaiverCap"];
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            expiresAt: string;
            decision?: {
                by: string;
                /** Format: date-time */
                at: string;
                note?: string;
            };
            /** @description Of an approved one, or of a request that was withdrawn or lapsed */
            end?: {
                /** @description Absent where time ended it */
                by?: string;
                /** Format: date-time */
                at: string;
                reason?: string;
            };
            /** @description How what it is about stands now; absent where the rule is gone */
            verdict?: {
                id: string;
                state: components["schemas"]["VerdictState"];
                value?: number;
                unit?: components["schemas"]["Unit"];
                limit?: components["schemas"]["EffectiveBound"];
                stage?: components["schemas"]["Stage"];
                exceeded: boolean;
            };
            /** @description What the caller may do with it now. Nobody decides on their own request: `approve` is false there, and `approveReason` says why. */
            may: {
                approve: boolean;
                approveReason?: string;
                withdraw: boolean;
                revoke: boolean;
            };
        };
        WaiverDetail: components["schemas"]["Waiver"] & {
            /** @description Oldest first */
            history: {
                status: components["schemas"]["WaiverStatus"];
                /** Format: date-time */
                at: string;
                /** @description Absent where time did it */
                by?: string;
                note?: string;
            }[];
        };
        WaiverDecision: {
            id: string;
            /** @enum {string} */
            outcome: "decided" | "refused";
            status?: components["schemas"]["WaiverStatus"];
            /** @description Why it was refused */
            message?: string;
        };
        WaiverDebt: {
            /** @description The nearest owner's ref */
            owner: string;
            requested: number;
            active: number;
            /** @description Days for which something was waived, summed over all its waivers so far */
            daysWaived: number;
            /**
             * Format: date-time
             * @description Approval of the oldest active one
             */
            oldestAt?: string;
            /** @description Expired ones whose rule still fails and isn't waived again */
            expiredUnfixed: number;
        };
        PolicyPart: {
            /** @description The part of what the policy applies to; absent for all of it */
            for?: {
                [key: string]: unknown;
            };
            now?: components["schemas"]["Stage"];
            /** Format: date-time */
            since?: string;
            next?: components["schemas"]["NextStage"];
            /** @description In order of time */
            stages: {
                stage: components["schemas"]["Stage"];
                /** Format: date-time */
                from?: string;
            }[];
        };
        /** @description Verdicts that the policy is about, by the stage in force */
        PolicyCounts: {
            stage: components["schemas"]["Stage"];
            states: components["schemas"]["StateCounts"];
            waived: number;
        };
        PolicySummary: {
            definition: components["schemas"]["DefinitionSummary"];
            appliesTo?: {
                [key: string]: unknown;
            };
            /** @description As written */
            rules: {
                [key: string]: unknown;
            }[];
            evidence?: {
                maxAgeSeconds?: number;
                required?: boolean;
            };
            /** @description Ratio, e.g. 0.05 */
            ratchetTolerance?: number;
            parts: components["schemas"]["PolicyPart"][];
            counts: components["schemas"]["PolicyCounts"][];
            /** @description Of the rules that the policy is about */
            trust: {
                rules: number;
                /** @description Overridden ones included */
                trusted: number;
                overridden: number;
            };
        };
        PolicyDetail: components["schemas"]["PolicySummary"] & {
            trustRules: components["schemas"]["RuleTrustDetail"][];
            trustLimits: components["schemas"]["TrustLimits"];
            /** @description Of the whole policy */
            override?: components["schemas"]["TrustOverride"];
            may: {
                override: boolean;
            };
        };
        TrustLimits: {
            daysAtWarn: number;
            /** @description Confirmed flips per verdict in 14 days */
            maxFlipRate: number;
            /** @description Disputed verdicts over all of the rule */
            maxDisputeRate: number;
            /** @description Waived verdicts over all of the rule */
            maxWaiverRate: number;
        };
        RuleTrustDetail: {
            ruleId: string;
            title: string;
            verdicts: number;
            /** Format: date-time */
            warnSince?: string;
            daysAtWarn: number;
            /**
             * Format: date-time
             * @description When it has been at warn for long enough
             */
            trustedFrom?: string;
            flipRate: number;
            disputeRate: number;
            waiverRate: number;
            trusted: boolean;
            /** @description What keeps it from being trusted */
            missing: string[];
            /** Format: date-time */
            assessedAt?: string;
            override?: components["schemas"]["TrustOverride"];
        };
        TrustOverride: {
            /** @description Absent for the whole policy */
            ruleId?: string;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        /**
         * @description `retired` where the verdict is gone and nobody decided
         * @enum {string}
         */
        DisputeStatus: "open" | "upheld" | "rejected" | "retired";
        Dispute: {
            id: string;
            status: components["schemas"]["DisputeStatus"];
            verdictId: string;
            entity: components["schemas"]["EntityProjection"];
            ruleId: string;
            title: string;
            environment: string;
            labels: components["schemas"]["Labels"];
            /** @description When it was disputed */
            state: components["schemas"]["VerdictState"];
            value?: number;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
            resolution?: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string;
            };
            may: {
                resolve: boolean;
            };
        };
        BreakGlass: {
            id: string;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            until: string;
            active: boolean;
            /** @description Before its time */
            ended?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
        };
        /** @description What closes the entity's gate now, and what will */
        EntityEnforcement: {
            /** @description Unwaived failures at stage `block` */
            blocking: number;
            waived: number;
            /** @description Failing verdicts whose stage will change, the soonest first, at most 20 */
            next: {
                verdictId: string;
                title: string;
                state: components["schemas"]["VerdictState"];
                stage: components["schemas"]["Stage"];
                /** Format: date-time */
                at: string;
                definitionId: string;
            }[];
            breakGlass?: components["schemas"]["BreakGlass"];
        };
        CurrentVerdict: components["schemas"]["Verdict"] & {
            id: string;
            /**
             * Format: date-time
             * @description Start of the run that brought this state
             */
            since: string;
            confirmed: boolean;
            /** @description Absent where there is none */
            openDisputes?: number;
            entity: components["schemas"]["EntityProjection"];
            trend?: components["schemas"]["TrendPoint"][];
        };
        TrendPoint: {
            /** Format: date-time */
            at: string;
            value?: number;
            runId: string;
            release?: string;
        };
        VerdictDetail: components["schemas"]["CurrentVerdict"] & {
            may: {
                contribute: boolean;
                approve: boolean;
            };
            /** @description Changes of state, newest first */
            history: {
                /** Format: date-time */
                at: string;
                state: components["schemas"]["VerdictState"];
                previousState?: components["schemas"]["VerdictState"];
                value?: number;
                runId?: string;
                confirmed: boolean;
                message?: string;
            }[];
        };
        ReevaluationProgress: {
            running: boolean;
            done: number;
            total: number;
            /**
             * Format: date-time
             * @description When the oldest was asked for; absent where none is running
             */
            since?: string;
        };
        NotJudged: {
            ruleId: string;
            count: number;
            examples: components["schemas"]["Labels"][];
        };
        EntityProjection: {
            entityRef: string;
            kind: string;
            namespace: string;
            name: string;
            title?: string;
            type?: string;
            owner?: string;
            system?: string;
            domain?: string;
            lifecycle?: string;
            tags?: string[];
        };
        EntityFact: {
            entity: {
                [key: string]: unknown;
            };
            entityRef: string;
            owners: string[];
            system?: string;
            domains: string[];
        };
        /** @enum {string} */
        RunType: "load" | "stress" | "soak" | "spike" | "smoke" | "audit" | "benchmark" | "profile";
        ScorecardLevel: {
            name: string;
            title: string;
        };
        ScorecardRank: components["schemas"]["ScorecardLevel"] & {
            /** @description 0 is the lowest level */
            rank: number;
        };
        ScorecardRuleResult: {
            ruleId: string;
            title: string;
            /** @description Name of the level it is part of */
            level: string;
            weight: number;
            state: components["schemas"]["VerdictState"];
            holds: boolean;
            waived: boolean;
            reason?: string;
            fix?: string;
            guide?: string;
        };
        ScorecardResult: {
            definitionId: string;
            name: string;
            title: string;
            exempt?: string;
            level?: components["schemas"]["ScorecardRank"];
            nextLevel?: components["schemas"]["ScorecardRank"];
            levels: components["schemas"]["ScorecardLevel"][];
            /** @description 0 to 100 */
            score?: number;
            rules: components["schemas"]["ScorecardRuleResult"][];
            /** @description What is missing for the next level, heaviest first */
            nextSteps: components["schemas"]["ScorecardRuleResult"][];
        };
        ScorecardTrendPoint: {
            /** Format: date-time */
            at: string;
            score?: number;
            /** @description Name of the level reached; absent below the first */
            level?: string;
            rank?: number;
        };
        EntityScorecard: components["schemas"]["ScorecardResult"] & {
            main: boolean;
            /**
             * Format: date-time
             * @description Since when level and score are what they are
             */
            since: string;
            /** @description Changes of level or score in the last 90 days, oldest first, after what was there before them */
            trend: components["schemas"]["ScorecardTrendPoint"][];
        };
        ScorecardStanding: {
            entity: components["schemas"]["EntityProjection"];
            exempt?: string;
            level?: components["schemas"]["ScorecardRank"];
            nextLevel?: components["schemas"]["ScorecardRank"];
            score?: number;
            /** Format: date-time */
            since: string;
            /** @description How many rules are missing for the next level */
            missing: number;
            /** @description At most 3 */
            nextSteps: components["schemas"]["ScorecardRuleResult"][];
        };
        EntityScorecardSummary: {
            definitionId: string;
            name: string;
            title: string;
            main: boolean;
            exempt?: string;
            level?: components["schemas"]["ScorecardRank"];
            nextLevel?: components["schemas"]["ScorecardRank"];
            levels: components["schemas"]["ScorecardLevel"][];
            score?: number;
            /** @description How many rules are missing for the next level */
            missing: number;
            /** @description At most 3 */
            nextSteps: components["schemas"]["ScorecardRuleResult"][];
        };
        ScorecardSummary: {
            definitionId: string;
            name: string;
            title: string;
            description?: string;
            layer: components["schemas"]["Layer"];
            /** @description Lowest first */
            levels: (components["schemas"]["ScorecardLevel"] & {
                /** @description Whose highest level this is */
                entities: number;
            })[];
            /** @description Entities below the first level */
            none: number;
            /** @description Entities it does not hold for */
            exempt: number;
            /** @description The denominator: all it holds for, without the exempt ones */
            entities: number;
            /** @description 0 to 100, to one decimal */
            averageScore?: number;
        };
        ScorecardDetail: components["schemas"]["ScorecardSummary"] & {
            rules: {
                ruleId: string;
                title: string;
                level: string;
                weight: number;
                rationale?: string;
                fix?: string;
                guide?: string;
                /** @description Entities */
                holds: number;
                /** @description Entities, waived ones included */
                missing: number;
                /** @description Entities among the missing */
                waived: number;
            }[];
        };
        /** @enum {string} */
        AttestationAnswer: "yes" | "no" | "not-applicable";
        Attestation: {
            check: string;
            /** @description As it was when it was answered */
            statement: string;
            answer: components["schemas"]["AttestationAnswer"];
            comment?: string;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            status: "in-force" | "expired" | "statement-changed";
        };
        AttestationRequest: {
            check: string;
            title: string;
            statement: string;
            validForSeconds: number;
            rationale: string;
            fix: string;
            guide?: string;
            attestation?: components["schemas"]["Attestation"];
        };
        CheckResult: {
            check: string;
            state: components["schemas"]["VerdictState"];
            message?: string;
            url?: string;
            /** Format: date-time */
            at: string;
            /** @description Who pushed it */
            by?: string;
        };
        EntitySummary: {
            entity: components["schemas"]["EntityProjection"];
            enforcement: components["schemas"]["EntityEnforcement"];
            counts: components["schemas"]["StateCounts"];
            environments: string[];
            runCount: number;
            /** @description The main one first */
            scorecards: components["schemas"]["EntityScorecardSummary"][];
            /** Format: date-time */
            lastRunAt?: string;
            notJudged?: components["schemas"]["NotJudged"][];
            definitionProblems?: components["schemas"]["DefinitionProblem"][];
            may: {
                upload: boolean;
                define: boolean;
                administer: boolean;
                contribute: boolean;
                approve: boolean;
                /** @description Begin reviews of it */
                review: boolean;
                /** @description Record findings about it */
                finding: boolean;
            };
        };
        ToolVerdict: {
            metric: string;
            expression: string;
            passed: boolean;
        };
        ReportWarning: {
            code: string;
            message: string;
            location?: string;
        };
        Series: {
            metric: string;
            unit: components["schemas"]["Unit"];
            labels: components["schemas"]["Labels"];
            count?: number;
            min?: number;
            max?: number;
            mean?: number;
            stddev?: number;
            quantiles: {
                [key: string]: number;
            };
            quantileMethod: components["schemas"]["QuantileMethod"];
        };
        NewSeries: components["schemas"]["Series"] & {
            values?: number[];
            sketch?: string;
        };
        Timeline: {
            /** Format: date-time */
            startedAt: string;
            bucketSeconds: number;
            buckets: {
                rate: number;
                errorRate: number;
                p50?: number;
                p95?: number;
                p99?: number;
            }[];
        };
        ChangeLabels: string[];
        NewRun: {
            entityRef: string;
            changeLabels?: components["schemas"]["ChangeLabels"];
            environment: string;
            tool: string;
            toolVersion?: string;
            format?: string;
            /** Format: date-time */
            startedAt: string;
            durationSeconds?: number;
            commit?: string;
            branch?: string;
            /** Format: uri */
            ciUrl?: string;
            externalId?: string;
            release?: string;
            type?: components["schemas"]["RunType"];
            series: components["schemas"]["NewSeries"][];
            toolVerdicts?: components["schemas"]["ToolVerdict"][];
            warnings?: components["schemas"]["ReportWarning"][];
            timeline?: components["schemas"]["Timeline"];
            configuration?: {
                [key: string]: string | number | boolean;
            };
            dryRun?: boolean;
        };
        Run: {
            id: string;
            entityRef: string;
            environment: string;
            externalId?: string;
            tool: string;
            type: components["schemas"]["RunType"];
            toolVersion?: string;
            format: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            durationSeconds?: number;
            commit?: string;
            branch?: string;
            /** @description Whether it may change current state */
            tracked: boolean;
            ciUrl?: string;
            changeLabels?: components["schemas"]["ChangeLabels"];
            release?: string;
            /** Format: date-time */
            createdAt: string;
            createdBy?: string;
            outcome?: components["schemas"]["VerdictState"];
            counts: components["schemas"]["StateCounts"];
            /** @description Count of http.request.duration over everything */
            requests?: number;
            /** @description p95 of http.request.duration over everything, ms */
            p95?: number;
            invalid?: {
                reason: string;
                /** Format: date-time */
                at: string;
                by: string;
            };
        };
        RunDetail: components["schemas"]["Run"] & {
            toolVerdicts: components["schemas"]["ToolVerdict"][];
            warnings: components["schemas"]["ReportWarning"][];
            timeline?: components["schemas"]["Timeline"];
            configuration?: {
                [key: string]: unknown;
            };
            contentSha256?: string;
            bytes?: number;
            may: {
                administer: boolean;
            };
        };
        Distribution: {
            runId: string;
            metric: string;
            unit: components["schemas"]["Unit"];
            buckets: {
                from: number;
                to: number;
                /** @description 0..1 of all observations */
                share: number;
            }[];
        };
        RunComparison: {
            baseline?: components["schemas"]["Run"];
            /** @description Comparable runs the noise was measured on */
            baselineRuns?: number;
            /** @description Why there is no baseline */
            reason?: string;
            /** @description Relative spread of the main statistic over the baseline runs, e.g. 0.04 */
            noise?: number;
            /** @description e.g. `POST /pay` explains 83 % of the rise */
            explanation?: string;
            rows: {
                metric: string;
                unit: components["schemas"]["Unit"];
                labels: components["schemas"]["Labels"];
                statistic: string;
                value?: number;
                baseline?: number;
                /** @description Relative */
                delta?: number;
                comparable?: boolean;
                /** @description Beyond the measured noise */
                significant?: boolean;
                reason?: string;
            }[];
            distribution?: components["schemas"]["Distribution"];
            baselineDistribution?: components["schemas"]["Distribution"];
        };
        VerdictChange: {
            ruleId?: string;
            title: string;
            subject: components["schemas"]["Subject"];
            from?: components["schemas"]["VerdictState"];
            to: components["schemas"]["VerdictState"];
        };
        UploadResult: {
            run: components["schemas"]["RunDetail"];
            verdicts: components["schemas"]["Verdict"][];
            /** @description As of the upload; a report that was too old then has no data in it */
            gate: components["schemas"]["GateResult"];
            notJudged?: components["schemas"]["NotJudged"][];
            changes: components["schemas"]["VerdictChange"][];
            duplicate: boolean;
            dryRun: boolean;
            changesCurrentState: boolean;
            /** @description Why current state does not change, where it does not */
            note?: string;
        };
        GateResult: {
            /** @enum {string} */
            outcome: "pass" | "warn" | "fail" | "no-data" | "error";
            verdicts: components["schemas"]["Verdict"][];
            gate: {
                /** @enum {integer} */
                exitCode: 0 | 1 | 2 | 3;
                reasons: {
                    code: string;
                    message: string;
                    ruleId?: string;
                    stage?: components["schemas"]["Stage"];
                }[];
                /** @description What error-budget policies ask for at the entity; absent where they ask for nothing */
                errorBudgetActions?: components["schemas"]["GateErrorBudgetAction"][];
                /** @description A break-glass override in force; the gate stays open */
                override?: {
                    reason: string;
                    by: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        /**
         * @description `invalid`: the newest text is broken and the last valid version stays in force
         * @enum {string}
         */
        DefinitionStatus: "in-force" | "invalid" | "retired";
        DefinitionInput: {
            /** @description One YAML document */
            content: string;
            /** @description The Domain, System or Component whose layer it belongs to; absent for the organisation */
            entityRef?: string;
        };
        DefinitionSource: {
            /** @enum {string} */
            type: "config" | "entity" | "api";
            location: string;
            line?: number;
        };
        /** @enum {string} */
        DefinitionKind: "Budget" | "Journey" | "Check" | "Scorecard" | "Policy" | "Goal" | "SLO" | "ErrorBudgetPolicy" | "ReviewTemplate";
        DefinitionSummary: {
            id: string;
            kind: components["schemas"]["DefinitionKind"];
            name: string;
            title?: string;
            description?: string;
            layer: components["schemas"]["Layer"];
            source: components["schemas"]["DefinitionSource"];
            version: number;
            status: components["schemas"]["DefinitionStatus"];
            /** Format: date-time */
            updatedAt: string;
            problems: components["schemas"]["DefinitionProblem"][];
            counts?: components["schemas"]["StateCounts"];
        };
        DefinitionDetail: components["schemas"]["DefinitionSummary"] & {
            /** @description YAML of the version in force */
            content: string;
            spec?: {
                [key: string]: unknown;
            };
            versions: {
                version: number;
                /** Format: date-time */
                createdAt: string;
                createdBy?: string;
            }[];
            may: {
                edit: boolean;
            };
        };
        DefinitionVersionDetail: {
            version: number;
            /** Format: date-time */
            createdAt: string;
            createdBy?: string;
            content: string;
            /** @description Unified; empty for the first version */
            diff: string;
        };
        /** @description What is known of an entity besides evidence */
        GovernanceFacts: {
            waivers?: {
                id: string;
                ruleId: string;
                environment: string;
                labels: components["schemas"]["Labels"];
                /** Format: date-time */
                approvedAt: string;
                /** Format: date-time */
                expiresAt: string;
                cap?: components["schemas"]["WaiverCap"];
            }[];
            /** @description Whether a policy may block by a rule yet */
            trust?: {
                definitionId: string;
                /** @description By any rule unless given */
                ruleId?: string;
                trusted: boolean;
                /** Format: date-time */
                from?: string;
            }[];
            /** @description The best that was kept up */
            ratchets?: {
                ruleId: string;
                environment: string;
                labels: components["schemas"]["Labels"];
                /** @description In the rule's unit */
                best: number;
            }[];
            /** @description The newest few runs of each type and environment */
            runSummaries?: {
                runId: string;
                type: components["schemas"]["RunType"];
                tool: string;
                environment: string;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
            }[];
            /** @description Those that affect the entity */
            findings?: {
                findingId: string;
                title: string;
                category: components["schemas"]["FindingCategory"];
                risk: components["schemas"]["RiskLevel"];
                status: components["schemas"]["FindingStatus"];
                /** Format: date */
                dueDate?: string;
            }[];
            /** @description The newest review by each template that was published and isn't archived, as it was published */
            reviews?: {
                reviewId: string;
                /** @description Name of the template */
                template: string;
                templateVersion: string;
                title: string;
                /** Format: date-time */
                publishedAt: string;
                /** Format: date-time */
                nextReviewAt?: string;
                staleAnswers: number;
                answered: number;
                questions: number;
            }[];
            /** @description How the entity's SLOs stand */
            slos?: {
                definitionId: string;
                objective?: string;
                environment: string;
                /** @enum {string} */
                state: "pass" | "warn" | "fail" | "no-data";
                reason?: components["schemas"]["SloReason"];
                attainment?: number;
                target: number;
                remainingShare?: number;
                /** @description By window in seconds */
                burnRates: {
                    [key: string]: number;
                };
                /** @enum {string} */
                severity?: "page" | "ticket";
                /** Format: date-time */
                measuredAt?: string;
            }[];
            attestations?: {
                check: string;
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                comment?: string;
                by: string;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                expiresAt: string;
                statements: string[];
            }[];
            externalResults?: components["schemas"]["CheckResultFact"][];
            extensionResults?: components["schemas"]["CheckResultFact"][];
        };
        CheckResultFact: {
            check: string;
            state: components["schemas"]["VerdictState"];
            code?: string;
            message?: string;
            url?: string;
            /** Format: date-time */
            at: string;
        };
        AppliedDefinition: {
            id: string;
            version: number;
            kind: string;
            metadata: {
                [key: string]: unknown;
            };
            spec: {
                [key: string]: unknown;
            };
            layer: components["schemas"]["Layer"];
            source: components["schemas"]["DefinitionSource"];
        };
        DefinitionProblem: {
            file: string;
            line: number;
            column: number;
            /** @enum {string} */
            severity: "error" | "warning";
            rule: string;
            message: string;
            /**
             * @description Of a document in OpenSLO, Sloth or Pyrra, whose rule it is
             * @enum {string}
             */
            source?: "spec" | "schema" | "sdk" | "governance";
        };
        DefinitionSourceStatus: {
            /** @enum {string} */
            type: "config" | "entity" | "api";
            location: string;
            entityRef?: string;
            /** @enum {string} */
            status: "ok" | "invalid" | "unreadable";
            message?: string;
            /** Format: date-time */
            readAt?: string;
            problems: components["schemas"]["DefinitionProblem"][];
            /** @description How many are in force from here */
            definitions: number;
        };
        /** @enum {string} */
        SloAlertSeverity: "page" | "ticket";
        SloAlertCounts: {
            page: number;
            ticket: number;
            none: number;
        };
        /** @enum {string} */
        SloGrouping: "owner" | "system" | "domain" | "definition" | "environment" | "source";
        SloGroup: {
            /** @description `(none)` for what has none */
            value: string;
            title?: string;
            slos: number;
            counts: components["schemas"]["StateCounts"];
            alerts: components["schemas"]["SloAlertCounts"];
            worstBurnRate?: number;
            leastRemainingShare?: number;
        };
        /** @enum {string} */
        BudgetingMethod: "Occurrences" | "Timeslices" | "RatioTimeslices";
        SloReason: {
            code: string;
            message: string;
            url?: string;
        };
        SloBurnRate: {
            /** @description e.g. `1h` */
            window: string;
            seconds: number;
            good: number;
            total: number;
            coveredSeconds: number;
            /** @description 1 spends the budget exactly within the SLO's window; absent where nothing is known */
            rate?: number;
        };
        SloBurnAlert: {
            severity: components["schemas"]["SloAlertSeverity"];
            longWindow: string;
            shortWindow: string;
            factor: number;
            longRate?: number;
            shortRate?: number;
            active: boolean;
            reason?: components["schemas"]["SloReason"];
        };
        SloStatus: {
            /** Format: date-time */
            at: string;
            window: {
                /** Format: date-time */
                from: string;
                /**
                 * Format: date-time
                 * @description Of a calendar window it lies ahead
                 */
                to: string;
            };
            method: components["schemas"]["BudgetingMethod"];
            /** @description Ratio */
            target: number;
            /** @enum {string} */
            countedAs: "events" | "slices";
            good: number;
            bad: number;
            total: number;
            coveredSeconds: number;
            /** @description Share of the time up to now, exclusions left out, that samples cover */
            coverage: number;
            /** @description Ratio */
            attainment?: number;
            /** @description Wilson's, at 95 %, where there are few events */
            interval?: {
                lower: number;
                upper: number;
            };
            budget?: {
                /** @description Bad events or slices allowed */
                allowed: number;
                remaining: number;
                /** @description Less than 0 once overspent */
                remainingShare: number;
                /** @description The budget as time, of events that of a total outage */
                allowedMinutes?: number;
                remainingMinutes?: number;
            };
            burnRates: components["schemas"]["SloBurnRate"][];
            alerts: components["schemas"]["SloBurnAlert"][];
            /** @description 0 once spent, absent if it never is */
            secondsToExhaustion?: number;
            state: components["schemas"]["VerdictState"];
            reason?: components["schemas"]["SloReason"];
            /** @description Of a composite SLO */
            parts?: {
                objective: string;
                weight: number;
                status: components["schemas"]["SloStatus"];
            }[];
        };
        /** @description Where the samples come from */
        SloSource: {
            /** @description `pushed` for what is pushed */
            name: string;
            /**
             * @description `down`: it could not be asked, and the numbers are as old as `measuredAt` says. `back-filling`: what lies further back than the samples reach is on its way. `rejected`: it refuses the query.
             * @enum {string}
             */
            state: "ok" | "down" | "back-filling" | "unknown-source" | "rejected";
            /**
             * Format: date-time
             * @description Of a state but `ok`
             */
            since?: string;
            message?: string;
            /**
             * Format: date-time
             * @description How far samples reach back while back-filling
             */
            backfilledTo?: string;
        };
        Slo: {
            id: string;
            entity: components["schemas"]["EntityProjection"];
            environment: string;
            definitionId: string;
            definitionName: string;
            /** @description Of its verdict */
            ruleId: string;
            /** @description Where several stand for themselves */
            objective?: string;
            title: string;
            composite: boolean;
            method: components["schemas"]["BudgetingMethod"];
            timeWindow: components["schemas"]["SloTimeWindow"];
            target: number;
            state: components["schemas"]["VerdictState"];
            reason?: components["schemas"]["SloReason"];
            attainment?: number;
            remainingShare?: number;
            /** @description Over `burnWindow`, the longest one that is less than a day */
            burnRate?: number;
            /** @description e.g. `6h` */
            burnWindow?: string;
            severity?: components["schemas"]["SloAlertSeverity"];
            secondsToExhaustion?: number;
            coverage?: number;
            /**
             * Format: date-time
             * @description End of the newest sample
             */
            measuredAt?: string;
            /**
             * Format: date-time
             * @description Absent before the first evaluation
             */
            evaluatedAt?: string;
            sources: components["schemas"]["SloSource"][];
        };
        SloQuery: {
            /** @description Of a composite SLO */
            objective?: string;
            /** @enum {string} */
            role: "good" | "bad" | "total" | "raw" | "metric";
            source: string;
            /** @description As it is asked for this entity */
            query: string;
            /** @description Whether the increase per step is asked for */
            counter: boolean;
            stepSeconds?: number;
        };
        SloDetail: components["schemas"]["Slo"] & {
            status?: components["schemas"]["SloStatus"];
            definition: {
                id: string;
                name: string;
                title?: string;
                description?: string;
                layer: components["schemas"]["Layer"];
                stepSeconds?: number;
                minEvents?: number;
                objectives: {
                    name: string;
                    title?: string;
                    target: number;
                    weight?: number;
                    timeSliceTarget?: number;
                    timeSliceSeconds?: number;
                }[];
            };
            queries: components["schemas"]["SloQuery"][];
            /** @description What takes time out of the window */
            adjustments: components["schemas"]["SloAdjustment"][];
            /** @description SLOs of what the entity depends on, as far as the caller may see them */
            dependencies: components["schemas"]["Slo"][];
            may: {
                push: boolean;
                /** @description Take out time that lies ahead */
                adjust: boolean;
                /** @description And time that has passed */
                adjustPast: boolean;
            };
        };
        SloBurnDown: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            points: {
                /** Format: date-time */
                at: string;
                /** @description Of the window's budget after all that went wrong up to then; absent where nothing is known */
                remainingShare?: number;
                /** @description Share of the time since the point before that samples cover; of the first, until the next */
                coverage: number;
                /** @description Bad events or slices since the point before; absent where nothing is known */
                bad?: number;
            }[];
            exclusions: components["schemas"]["SloExclusion"][];
        };
        SloExclusion: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            adjustmentId: string;
        };
        SloWorkWindow: {
            /** @description Of a composite SLO */
            objective?: string;
            /** @description `window`, or of a burn rate e.g. `1h` */
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            good: number;
            bad: number;
            total: number;
            coveredSeconds: number;
            excludedSeconds: number;
            errorRate?: number;
            burnRate?: number;
        };
        SloWork: {
            /** Format: date-time */
            at: string;
            windows: components["schemas"]["SloWorkWindow"][];
            formulas: {
                /** @description Of a composite SLO */
                objective?: string;
                /** @description e.g. `attainment`, `remaining budget`, `burn rate over 1h` */
                name: string;
                /** @description With the numbers filled in */
                formula: string;
                value?: number;
            }[];
            queries: components["schemas"]["SloQuery"][];
            exclusions: components["schemas"]["SloExclusion"][];
        };
        /** @enum {string} */
        SloAdjustmentStatus: "planned" | "active" | "past" | "revoked";
        SloAdjustmentTimes: {
            /** @enum {string} */
            type: "once";
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        } | {
            /** @enum {string} */
            type: "recurring";
            /** @description RFC 5545, e.g. `FREQ=WEEKLY;BYDAY=SU` */
            rrule: string;
            /** @description Local time without a zone at which the first one starts, e.g. `2026-11-01T02:00:00` */
            from: string;
            durationSeconds: number;
            /** @description IANA */
            timeZone: string;
        };
        SloAdjustmentRequest: {
            scope: components["schemas"]["SloAdjustmentScope"];
            times: components["schemas"]["SloAdjustmentTimes"];
            reason: string;
        };
        /** @description One SLO of one entity; all SLOs of an entity (in one environment where given); or all entities that a definition of an SLO applies to. */
        SloAdjustmentScope: {
            /** @enum {string} */
            type: "slo";
            sloId: string;
        } | {
            /** @enum {string} */
            type: "entity";
            entityRef: string;
            environment?: string;
        } | {
            /** @enum {string} */
            type: "definition";
            definitionId: string;
        };
        SloAdjustment: {
            id: string;
            scope: components["schemas"]["SloAdjustmentScope"];
            /** @description What it is about */
            title?: string;
            times: components["schemas"]["SloAdjustmentTimes"];
            reason: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            status: components["schemas"]["SloAdjustmentStatus"];
            /** @description The present or next time */
            next?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            };
            revoked?: {
                by: string;
                /** Format: date-time */
                at: string;
                reason: string;
            };
            may: {
                revoke: boolean;
            };
        };
        /** @enum {string} */
        AnalysisRule: "single-point-of-failure" | "dependency-cycle" | "long-call-chain" | "excessive-fan-out" | "excessive-fan-in" | "shared-database" | "unowned-hot-component" | "unbudgeted-hot-component" | "latency-budget-overrun";
        /**
         * @description `accepted` is in the hands of a finding: an open one, or one that was verified after an analysis found it last; `gone` is no longer found, whatever was decided on it before
         * @enum {string}
         */
        AnalysisProposalStatus: "proposed" | "suppressed" | "accepted" | "gone";
        AnalysisSummary: {
            /** @description Absent until the first one has ended */
            lastRun?: {
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                /** @enum {string} */
                trigger: "change" | "request" | "schedule";
                requestedBy?: string;
                /** @description Why it came to nothing; what was found before stays */
                failure?: string;
                /** @description Only for who may see everything */
                analysed?: {
                    entities: number;
                    relations: number;
                    appeared: number;
                    gone: number;
                    unchanged: number;
                };
            };
            /** @description Something has changed since, and it will run again shortly */
            pending: boolean;
            counts: components["schemas"]["AnalysisCounts"];
            /** @description All rules, in a fixed order */
            rules: {
                rule: components["schemas"]["AnalysisRule"];
                title: string;
                /** @description What it looks for, with the thresholds in force */
                description: string;
                counts: components["schemas"]["AnalysisCounts"];
                /** @description How many more it found than are kept; the worst are kept. 0 for who may not see everything */
                leftOut: number;
            }[];
            unknowns: components["schemas"]["AnalysisUnknown"][];
            /** @description Annotations that can't be read, at most 100 of them */
            problems: {
                entityRef: string;
                title?: string;
                annotation: string;
                message: string;
            }[];
            problemCount: number;
            may: {
                run: boolean;
            };
        };
        AnalysisCounts: {
            proposed: number;
            suppressed: number;
            accepted: number;
            gone: number;
        };
        /** @description What a rule can't say of some entities */
        AnalysisUnknown: {
            rule: components["schemas"]["AnalysisRule"];
            /** @description That the caller may see */
            entities: number;
            /** @description Up to ten of them */
            examples: {
                entityRef: string;
                title?: string;
            }[];
            /** @description Which annotation or definition would tell */
            reason: string;
        };
        AnalysisProposal: {
            id: string;
            rule: components["schemas"]["AnalysisRule"];
            status: components["schemas"]["AnalysisProposalStatus"];
            entity: components["schemas"]["EntityProjection"];
            title: string;
            category: components["schemas"]["FindingCategory"];
            severity: components["schemas"]["RiskGrade"];
            likelihood: components["schemas"]["RiskGrade"];
            /** Format: date-time */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description The last analysis that found it
             */
            lastSeenAt: string;
            /** Format: date-time */
            goneAt?: string;
            /** @description Also of one that is gone; absent once its time is over */
            suppression?: {
                reason: string;
                by: string;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                until?: string;
            };
            /** @description The finding that was made of it, or the one that goes on where that is a duplicate. A proposal that is proposed all the same is still found after that finding was verified */
            findingId?: string;
            findingStatus?: components["schemas"]["FindingStatus"];
            /** @description What the caller may do with it now */
            may: {
                suppress: boolean;
                unsuppress: boolean;
                accept: boolean;
            };
        };
        AnalysisProposalDetail: components["schemas"]["AnalysisProposal"] & {
            /** @description Markdown: how the rule came to it, with its numbers */
            explanation: string;
            /** @description Markdown */
            recommendation: string;
            /** @description The nearest, at most 100, the first entity included */
            affected: components["schemas"]["EntityProjection"][];
            /** @description How many it affects that the caller may see */
            affectedEntities: number;
            /** @description How many more it affects that the caller may not see */
            hiddenEntities: number;
            graph: components["schemas"]["AnalysisGraph"];
            /** @description What the rule measured, by name */
            numbers: {
                [key: string]: number;
            };
            /** @description Oldest first */
            history: {
                /** @enum {string} */
                type: "appeared" | "gone" | "returned" | "suppressed" | "unsuppressed" | "accepted" | "followed" | "proposed-again";
                /** Format: date-time */
                at: string;
                /** @description Absent where the analysis did it */
                by?: string;
                note?: string;
            }[];
        };
        /** @description What to draw; what the caller may not see is left out */
        AnalysisGraph: {
            nodes: {
                entityRef: string;
                kind: string;
                title?: string;
                owner?: string;
                emphasis?: boolean;
                note?: string;
            }[];
            edges: {
                from: string;
                to: string;
                emphasis?: boolean;
                note?: string;
                synchronous?: boolean;
            }[];
        };
        /** @enum {string} */
        FindingCategory: "single-point-of-failure" | "dependency-cycle" | "chatty-calls" | "long-call-chain" | "fan-out" | "shared-database" | "unbounded-query" | "missing-index" | "missing-cache" | "missing-timeout" | "retry-storm" | "resource-saturation" | "memory-leak" | "front-end-weight" | "capacity" | "observability" | "testing" | "latency-budget" | "ownership" | "other";
        /** @enum {string} */
        FindingStatus: "open" | "in-progress" | "resolved" | "verified" | "risk-accepted" | "duplicate" | "invalid";
        /** @enum {string} */
        RiskLevel: "low" | "medium" | "high" | "critical";
        /** @enum {string} */
        RiskGrade: "very-low" | "low" | "medium" | "high" | "very-high";
        /** @enum {string} */
        FindingEffort: "small" | "medium" | "large";
        MetricSource: {
            name: string;
            /** @description e.g. `prometheus` */
            type: string;
            /** @enum {string} */
            state: "healthy" | "unhealthy" | "unknown";
            /** Format: date-time */
            lastSuccessAt?: string;
            lastError?: {
                /** Format: date-time */
                at: string;
                message: string;
            };
            /** @description How many SLOs that the caller may see are measured from it */
            slos: number;
        };
        /** @enum {string} */
        ReviewStatus: "draft" | "in-review" | "published" | "archived";
        /** @enum {string} */
        ReviewDependency: "relations" | "apis" | "owner" | "slos" | "budgets" | "lifecycle";
        /** @description Refs of users and groups */
        Reviewers: string[];
        ReviewChoice: {
            name: string;
            title: string;
            /** @description Markdown */
            guidance?: string;
        };
        FindingLink: {
            /** @enum {string} */
            type: "issue" | "pull-request" | "adr" | "run" | "other";
            url: string;
            title?: string;
        };
        NewFinding: {
            /** @description Full ref of the entity that it belongs to */
            entityRef: string;
            /** @description Full refs of further entities */
            affected?: string[];
            title: string;
            /** @description Markdown */
            description?: string;
            category: components["schemas"]["FindingCategory"];
            severity: components["schemas"]["RiskGrade"];
            likelihood: components["schemas"]["RiskGrade"];
            /** @description Markdown */
            recommendation?: string;
            effort?: components["schemas"]["FindingEffort"];
            /** @description Full ref of the user or group that sees to it */
            owner?: string;
            /** Format: date */
            dueDate?: string;
            links?: components["schemas"]["FindingLink"][];
            /** @description What another system calls it; unique */
            externalId?: string;
        };
        /** @description The verdict that shows whether it is mended */
        FindingBinding: {
            entityRef: string;
            ruleId: string;
            /** @description Of the rule; absent where it has no verdict */
            title?: string;
            state?: components["schemas"]["VerdictState"];
            /** @description Absent where there is none now */
            verdictId?: string;
            environment: string;
            labels: {
                [key: string]: string;
            };
            /** @description After which closure is proposed */
            greenDays: number;
            /** @description Days of evidence in a row, all green, up to the newest */
            green: {
                count: number;
                /** Format: date */
                since?: string;
                /** Format: date */
                until?: string;
            };
            boundBy: string;
            /** Format: date-time */
            boundAt: string;
        };
        Finding: {
            /** @description A number, shown as `F-<id>` */
            id: string;
            title: string;
            category: components["schemas"]["FindingCategory"];
            severity: components["schemas"]["RiskGrade"];
            likelihood: components["schemas"]["RiskGrade"];
            risk: components["schemas"]["RiskLevel"];
            status: components["schemas"]["FindingStatus"];
            version: number;
            entity: components["schemas"]["EntityProjection"];
            /** @description Further entities that the caller may see */
            affected: components["schemas"]["EntityProjection"][];
            /** @description Further ones that they may not see */
            hiddenAffected: number;
            effort?: components["schemas"]["FindingEffort"];
            /** @description Who sees to it */
            owner?: string;
            ownerTitle?: string;
            /** Format: date */
            dueDate?: string;
            overdue: boolean;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            statusSince: string;
            resolvedBy?: string;
            duplicateOf?: string;
            /** @description The review that it came of */
            reviewId?: string;
            /** @description The proposal of the analysis that it came of */
            proposalId?: string;
            externalId?: string;
            /** Format: date-time */
            closureProposedAt?: string;
            /**
             * Format: date-time
             * @description While the risk is accepted
             */
            acceptedUntil?: string;
            binding?: components["schemas"]["FindingBinding"];
            comments: number;
            issue?: components["schemas"]["FindingIssue"];
        };
        /** @description An issue outside that is kept in step */
        FindingIssue: {
            tracker: string;
            /** @enum {string} */
            type: "github" | "jira";
            project: string;
            /** @description Absent until it is created */
            key?: string;
            url?: string;
            closed?: boolean;
            /** @enum {string} */
            state: "pending" | "in-step" | "failing" | "gone";
            /** @description What went wrong last */
            message?: string;
            /**
             * Format: date-time
             * @description Where it went wrong; when it is tried again
             */
            retryAt?: string;
            /** Format: date-time */
            syncedAt?: string;
        };
        FindingDetail: components["schemas"]["Finding"] & {
            /** @description Markdown */
            description: string;
            /** @description Markdown */
            recommendation: string;
            links: components["schemas"]["FindingLink"][];
            may: {
                /** @description Change effort, owner, due date, links, issue */
                plan: boolean;
                /** @description Change the rest */
                edit: boolean;
                comment: boolean;
                /** @description That it can be brought to now */
                statuses: components["schemas"]["FindingStatus"][];
                /** @description To have the risk accepted */
                requestWaiver: boolean;
                delete: boolean;
            };
        };
        FindingComment: {
            id: string;
            /** @description Markdown */
            body: string;
            by: string;
            /** Format: date-time */
            at: string;
            may: {
                delete: boolean;
            };
        };
        FindingEvent: {
            /** @enum {string} */
            type: "created" | "changed" | "status" | "bound" | "unbound" | "closure-proposed" | "closure-declined" | "closure-withdrawn" | "reopened" | "commented" | "issue" | "review-deleted";
            by: string;
            /** Format: date-time */
            at: string;
            note?: string;
            changes: {
                field: string;
                from?: string;
                to?: string;
            }[];
        };
        FindingSummary: {
            total: number;
            open: number;
            overdue: number;
            /** @description Whose closure is proposed */
            proposed: number;
            /** @description Only cells with findings */
            matrix: {
                severity: components["schemas"]["RiskGrade"];
                likelihood: components["schemas"]["RiskGrade"];
                risk: components["schemas"]["RiskLevel"];
                count: number;
            }[];
            /** @description By days since they were recorded */
            ages: {
                fromDays: number;
                /** @description Absent for the oldest */
                toDays?: number;
                /** @description Counts by risk */
                risks: {
                    low: number;
                    medium: number;
                    high: number;
                    critical: number;
                };
            }[];
            statuses: components["schemas"]["Facet"];
        };
        FindingSettings: {
            may: {
                /** @description Whether there may be an entity that the caller may record findings about */
                record: boolean;
            };
            /** @description Rows are severities, columns likelihoods, both lowest first */
            riskMatrix: components["schemas"]["RiskLevel"][][];
            trackers: {
                name: string;
                /** @enum {string} */
                type: "github" | "jira";
                /** @description Open to issues about any entity */
                projects: string[];
            }[];
        };
        FindingImport: {
            created: {
                /** @description Of CSV; of JSON, the position among the findings, from 1 */
                line: number;
                title: string;
                /** @description Absent in a dry run */
                id?: string;
            }[];
            /** @description That their entity has already, by their external id */
            skipped: {
                line: number;
                title: string;
                /** @description Absent where the caller may not see that finding */
                id?: string;
            }[];
            /** @description Recorded all the same, though a finding of the same title and first entity is there already, that the caller may see, or earlier in the file */
            alike: {
                line: number;
                title: string;
                /** @description The newest such finding */
                id?: string;
                earlierLine?: number;
            }[];
            /** @description Where there is one, nothing is recorded */
            problems: {
                line: number;
                /** @description Name of the field */
                column?: string;
                message: string;
            }[];
        };
        ReviewRisk: {
            when: {
                any?: string[];
                none?: string[];
                number?: {
                    /** @enum {string} */
                    operator: "<=" | "<" | ">=" | ">";
                    value: number;
                };
            };
            title: string;
            /** @description Markdown */
            description?: string;
            category: components["schemas"]["FindingCategory"];
            severity: components["schemas"]["RiskGrade"];
            likelihood: components["schemas"]["RiskGrade"];
            /** @description Markdown */
            recommendation: string;
            effort?: components["schemas"]["FindingEffort"];
        };
        ReviewQuestion: {
            /** @description Unique in the template */
            name: string;
            title: string;
            /** @description Markdown */
            guidance?: string;
            /** @description A URL, or a path within this suite's documentation */
            guide?: string;
            /** @enum {string} */
            type: "one" | "many" | "number" | "text";
            /** @description Of `one` and `many` */
            choices: components["schemas"]["ReviewChoice"][];
            /** @description Of numbers */
            unit?: string;
            required: boolean;
            /** @description What makes its answer stale when it changes */
            dependsOn: components["schemas"]["ReviewDependency"][];
            risks: components["schemas"]["ReviewRisk"][];
            /** @description What a number answered becomes a draft of */
            draft?: {
                /** @enum {string} */
                type: "budget" | "slo";
            } & {
                [key: string]: unknown;
            };
        };
        ReviewArea: {
            name: string;
            title: string;
            /** @description Markdown */
            description?: string;
            questions: components["schemas"]["ReviewQuestion"][];
        };
        ReviewTemplateSpec: {
            appliesTo?: {
                [key: string]: unknown;
            };
            version: string;
            /** @description From publication to the next review */
            reviewAfterSeconds?: number;
            areas: components["schemas"]["ReviewArea"][];
        };
        ReviewTemplate: {
            definitionId: string;
            name: string;
            title: string;
            /** @description Markdown */
            description?: string;
            /** @description As its author counts */
            version: string;
            layer: components["schemas"]["Layer"];
            questions: number;
            /** @description Their titles */
            areas: string[];
            reviewAfterSeconds?: number;
        };
        ReviewEvidence: {
            /** @enum {string} */
            type: "run" | "slo" | "verdict" | "link" | "attachment";
            /** @description Id of the run, SLO or attachment, rule id of the verdict, or an `http` or `https` URL */
            ref: string;
            title?: string;
            /** @description Of a verdict */
            environment?: string;
            /**
             * Format: date-time
             * @description Of an SLO, the window looked at
             */
            from?: string;
            /** Format: date-time */
            to?: string;
        };
        /** @description Nothing given takes the answer back */
        ReviewAnswerInput: {
            /** @description Their names; one for a question of the type `one` */
            choices?: string[];
            number?: number;
            /** @description Markdown */
            text?: string;
            /** @description Why the question doesn't apply; excludes choices, number and text */
            notApplicable?: string;
            /** @description Markdown */
            notes?: string;
            evidence?: components["schemas"]["ReviewEvidence"][];
        };
        ReviewAnswer: {
            /** @description Name of the question */
            question: string;
            choices?: string[];
            number?: number;
            /** @description Markdown */
            text?: string;
            notApplicable?: string;
            /** @description Markdown */
            notes?: string;
            evidence?: components["schemas"]["ReviewEvidence"][];
            /** @description 0 where it was never answered */
            version: number;
            /** @description Who answered last */
            by?: string;
            /** Format: date-time */
            at?: string;
            /** @description Who said last that it is still right, since it was answered */
            confirmed?: {
                by: string;
                /** Format: date-time */
                at: string;
                note?: string;
            };
        };
        StaleAnswer: {
            question: string;
            /** Format: date-time */
            since?: string;
            changes: {
                dependency: components["schemas"]["ReviewDependency"];
                added: string[];
                removed: string[];
            }[];
        };
        ReviewRaisedRisk: components["schemas"]["ReviewRisk"] & {
            question: string;
            /** @description Among the question's risks */
            index: number;
            /** @description Absent as long as nobody decided */
            decision?: {
                /** @enum {string} */
                type: "finding" | "dismissed";
                findingId?: string;
                reason?: string;
                by: string;
                /** Format: date-time */
                at: string;
            };
        };
        ReviewProgress: {
            questions: number;
            /** @description Those that don't apply included */
            answered: number;
            notApplicable: number;
            required: number;
            /** @description Required and not answered yet */
            requiredOpen: number;
        };
        /** @description What keeps the review from being published */
        ReviewProblem: {
            question?: string;
            /** @enum {string} */
            problem: "unanswered" | "stale";
            message: string;
        };
        Review: {
            /** @description A number, shown as `R-<id>` */
            id: string;
            title: string;
            status: components["schemas"]["ReviewStatus"];
            /** @description Counts changes of the review itself; answers have their own */
            version: number;
            subject: {
                entityRef: string;
                title?: string;
                /** @description Not in the catalog yet; `entity` is what it is going to be part of */
                planned: boolean;
            };
            entity: components["schemas"]["EntityProjection"];
            template: {
                definitionId: string;
                name: string;
                title: string;
                /** @description Which the review is by */
                version: string;
            };
            /** @description Refs of users and groups */
            reviewers: string[];
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            changedBy: string;
            /**
             * Format: date-time
             * @description Of the review or one of its answers
             */
            changedAt: string;
            /** @description The last time; what is reopened stands as it was then until it is published anew */
            published?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
            /** Format: date-time */
            nextReviewAt?: string;
            overdue: boolean;
            progress: components["schemas"]["ReviewProgress"];
            staleAnswers: number;
            /** @description That the answers raise */
            risks: {
                raised: number;
                undecided: number;
            };
        };
        ReviewDetail: components["schemas"]["Review"] & {
            /** @description As it was when the review began or was last moved */
            templateSpec: components["schemas"]["ReviewTemplateSpec"];
            /** @description Those there are, in the order of the template */
            answers: components["schemas"]["ReviewAnswer"][];
            stale: components["schemas"]["StaleAnswer"][];
            raisedRisks: components["schemas"]["ReviewRaisedRisk"][];
            /** @description Newest first */
            milestones: components["schemas"]["ReviewMilestoneSummary"][];
            attachments: components["schemas"]["ReviewAttachment"][];
            /** @description How many there are */
            comments: {
                /** @description Absent for the review as a whole */
                question?: string;
                count: number;
            }[];
            /** @description What keeps it from being published */
            problems: components["schemas"]["ReviewProblem"][];
            /** @description Absent where the template is as it was */
            templateUpdate?: {
                id: string;
                version: string;
            };
            /** @description What the caller may do with it now */
            may: {
                answer: boolean;
                confirm: boolean;
                /** @description And attach files */
                comment: boolean;
                conduct: boolean;
                makeFindings: boolean;
                /** @description Those it may be put to, apart from what `problems` keep it from */
                statuses: components["schemas"]["ReviewStatus"][];
                delete: boolean;
            };
        };
        ReviewComment: {
            id: string;
            /** @description Absent for the review as a whole */
            question?: string;
            /** @description Markdown */
            body: string;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            editedAt?: string;
            version: number;
            may: {
                /** @description Deleting is alike */
                edit: boolean;
            };
        };
        ReviewAttachment: {
            id: string;
            name: string;
            contentType: string;
            /** @description Bytes */
            size: number;
            by: string;
            /** Format: date-time */
            at: string;
        };
        ReviewMilestoneSummary: {
            /** @description Counts from 1 in each review */
            number: number;
            name: string;
            /** Format: date-time */
            at: string;
            by: string;
            status: components["schemas"]["ReviewStatus"];
            templateVersion: string;
            progress: components["schemas"]["ReviewProgress"];
            /** @description Raised */
            risks: number;
        };
        ReviewMilestone: components["schemas"]["ReviewMilestoneSummary"] & {
            templateSpec: components["schemas"]["ReviewTemplateSpec"];
            answers: components["schemas"]["ReviewAnswer"][];
            raisedRisks: components["schemas"]["ReviewRaisedRisk"][];
            /** @description How many there were */
            comments: number;
        };
        /** @description One side of a comparison; the present has no number */
        ReviewMilestonePoint: {
            number?: number;
            name?: string;
            by?: string;
            /** Format: date-time */
            at: string;
            status: components["schemas"]["ReviewStatus"];
            templateVersion: string;
        };
        ReviewComparison: {
            from: components["schemas"]["ReviewMilestonePoint"];
            to: components["schemas"]["ReviewMilestonePoint"];
            /** @description In the order of the later template, then those only the earlier one asks */
            answers: {
                question: string;
                title: string;
                /** @enum {string} */
                change: "answered" | "changed" | "cleared" | "question-added" | "question-removed";
                from?: components["schemas"]["ReviewAnswer"];
                to?: components["schemas"]["ReviewAnswer"];
            }[];
            risks: {
                added: components["schemas"]["ReviewRaisedRisk"][];
                removed: components["schemas"]["ReviewRaisedRisk"][];
            };
        };
        ReviewTemplateUpdate: {
            available: boolean;
            /** @description What moving the review is asked with */
            id?: string;
            /** @description Version */
            from?: string;
            /** @description Version */
            to?: string;
            questions?: {
                question: string;
                title: string;
                /** @enum {string} */
                change: "added" | "removed" | "changed" | "moved";
                /** @description The review has an answer, which stays unless `answerLost` */
                answered: boolean;
                /** @description The answer doesn't fit the question any more */
                answerLost?: boolean;
                /** @description What changed, in sentences */
                details: string[];
                /** @description Names of choices that aren't offered any more */
                vanishedChoices?: string[];
            }[];
        };
        ReviewEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Absent where nobody did it */
            by?: string;
            /** @enum {string} */
            type: "created" | "changed" | "status" | "answered" | "confirmed" | "stale" | "template-updated" | "milestone" | "attached" | "detached" | "comment-added" | "comment-edited" | "comment-deleted" | "finding" | "finding-deleted" | "dismissed" | "restored" | "entity-appeared";
            question?: string;
            /** @description What was changed, by kind of event */
            detail?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description Somebody changed it meanwhile, or it isn't in a state for this */
        ReviewConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: {
                        name: string;
                        /** @description Who changed what and when */
                        message: string;
                        /** @description What keeps it from being published */
                        problems?: components["schemas"]["ReviewProblem"][];
                    } & {
                        [key: string]: unknown;
                    };
                    request?: {
                        [key: string]: unknown;
                    };
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        /** @description Somebody answered meanwhile, or the review isn't in a state for this */
        ReviewAnswerConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: {
                        name: string;
                        /** @description Who answered and when */
                        message: string;
                        /** @description The answer as it is now, where somebody changed it */
                        current?: components["schemas"]["ReviewAnswer"];
                    } & {
                        [key: string]: unknown;
                    };
                    request?: {
                        [key: string]: unknown;
                    };
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        /** @description What, where and how to fix it */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Its number */
        findingId: string;
        /** @description Full refs of users and groups that see to them, any of them; `none` for those without */
        findingAssignee: string[];
        /** @description Only those that the caller, or a group of theirs, sees to, or owns the entity of */
        findingMine: boolean;
        findingStatusFilter: components["schemas"]["FindingStatus"][];
        findingRiskFilter: components["schemas"]["RiskLevel"][];
        findingCategoryFilter: components["schemas"]["FindingCategory"][];
        findingSeverityFilter: components["schemas"]["RiskGrade"][];
        findingLikelihoodFilter: components["schemas"]["RiskGrade"][];
        findingEffortFilter: components["schemas"]["FindingEffort"][];
        /** @description Whether they are `open`, `in-progress` or `resolved` */
        findingOpen: boolean;
        /** @description Open, and their due day is over */
        findingOverdue: boolean;
        /** @description Whether their closure is proposed */
        findingProposed: boolean;
        /** @description Whether they are bound to a verdict */
        findingBound: boolean;
        /** @description That came of this review */
        findingReview: string;
        /** @description Free text over title, number, description and entity */
        findingText: string;
        /** @description Its number */
        reviewId: string;
        /** @description Name of a question of its template */
        reviewQuestion: string;
        /** @description Among the question's risks, from 0 */
        reviewRiskIndex: number;
        proposalId: string;
        /** @description As in the list of SLOs */
        sloId: string;
        waiverId: string;
        /** @description URL-encoded id, e.g. `org/policy/api-latency` */
        policyId: string;
        entityRef: string;
        /** @description e.g. `component:default/checkout` */
        entityRefRequired: string;
        environment: string;
        environmentRequired: string;
        runId: string;
        entityKind: string;
        entityNamespace: string;
        entityName: string;
        /** @description Name of a check that applies to the entity */
        check: string;
        /** @description URL-encoded id, e.g. `org/scorecard/service-baseline` */
        scorecardId: string;
        limit: number;
        offset: number;
        order: "asc" | "desc";
        /** @description Group or user refs, child groups included; `(none)` for who has no owner */
        ownerFilter: string[];
        /** @description System refs; `(none)` for what is in no system */
        systemFilter: string[];
        /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
        domainFilter: string[];
        /** @description Entity kinds */
        kindFilter: string[];
        /** @description Entity types (`spec.type`) */
        typeFilter: string[];
        /** @description Any of these; `(none)` for what has no tag */
        tagFilter: string[];
        /** @description `(none)` for what has no lifecycle */
        lifecycleFilter: string[];
        /** @description `*` is that of checks, which are about no environment */
        environmentFilter: string[];
        areaFilter: string[];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    uploadReport: {
        parameters: {
            query: {
                /** @description e.g. `component:default/checkout` */
                entityRef: components["parameters"]["entityRefRequired"];
                environment: components["parameters"]["environmentRequired"];
                commit?: string;
                /** @description Only a run of a tracked branch, or of none, changes current state. */
                branch?: string;
                ciUrl?: string;
                /** @description ISO 8601. Overrides the report's own start; required where the report has none only if the upload time is wrong. */
                startedAt?: string;
                externalId?: string;
                release?: string;
                /** @description What the run is for; what its tool is for unless given */
                type?: components["schemas"]["RunType"];
                fileName?: string;
                /** @description Names the tool where content is ambiguous */
                tool?: string;
                /** @description Of the change that it is of, e.g. `security`: error-budget policies may let a change pass that has one. Recorded with the run */
                changeLabels?: components["schemas"]["ChangeLabels"];
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Dry run, or this report is a run already (`duplicate` is true) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResult"];
                };
            };
            /** @description Stored and judged */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                environment?: components["parameters"]["environment"];
                branch?: string;
                tool?: string;
                tracked?: boolean;
                valid?: boolean;
                outcome?: components["schemas"]["VerdictState"][];
                startedAfter?: string;
                startedBefore?: string;
                sort?: "startedAt" | "durationSeconds" | "tool" | "environment";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first unless sorted otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRun"];
            };
        };
        responses: {
            /** @description Already there, or a dry run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResult"];
                };
            };
            /** @description Stored and judged */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run with what its tool said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listRunSeries: {
        parameters: {
            query?: {
                metric?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Series without raw values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Series"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    compareRun: {
        parameters: {
            query?: {
                baselineRunId?: string;
                metric?: string;
            };
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deltas, distributions, contributions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunComparison"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRunVerdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Worst first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Verdict"][];
                        notJudged?: components["schemas"]["NotJudged"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRunGate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As `perf-gate check --json` prints it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    invalidateRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reinstateRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listVerdicts: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                state?: components["schemas"]["VerdictState"][];
                /** @description Group or user refs; child groups included */
                owner?: string[];
                system?: string[];
                domain?: string[];
                /** @description Entity kinds */
                kind?: string[];
                /** @description Entity types (`spec.type`) */
                type?: string[];
                tag?: string[];
                lifecycle?: string[];
                environment?: string[];
                metric?: string[];
                area?: string[];
                /** @description Definition name */
                definition?: string[];
                /** @description What comes of a failure */
                stage?: components["schemas"]["Stage"][];
                /** @description Only failures and missing data that a waiver covers now, or only what none covers */
                waived?: boolean;
                ruleKind?: ("budget" | "check" | "slo" | "finding")[];
                /** @description Rule ids, e.g. `check:load-test-fresh` */
                rule?: string[];
                /** @description Id of a goal, e.g. `org/goal/tier-1-journeys`; only the verdicts that count for it */
                goal?: string;
                /** @description Id of a policy, e.g. `org/policy/api-latency`; only the verdicts that it is about */
                policy?: string;
                /** @description Free text over entity, title and labels */
                q?: string;
                sort?: "state" | "entity" | "title" | "value" | "since" | "environment";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
                /** @description Adds the statistic's values of the last 90 days to each item */
                trend?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Worst first unless sorted otherwise. `counts` are over the whole filtered set, states apart from the state filter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CurrentVerdict"][];
                        totalItems: number;
                        counts: components["schemas"]["StateCounts"];
                        /** @description How many of the failures and missing data in `counts` a waiver covers */
                        waived: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getVerdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verdictId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the values of the last 90 days and the changes of state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReevaluations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over all that are on their way, counted in entities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReevaluationProgress"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFacets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with the number of current verdicts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owners: components["schemas"]["Facet"];
                        systems: components["schemas"]["Facet"];
                        domains: components["schemas"]["Facet"];
                        kinds: components["schemas"]["Facet"];
                        types: components["schemas"]["Facet"];
                        tags: components["schemas"]["Facet"];
                        lifecycles: components["schemas"]["Facet"];
                        environments: components["schemas"]["Facet"];
                        metrics: components["schemas"]["Facet"];
                        areas: components["schemas"]["Facet"];
                        stages: components["schemas"]["Facet"];
                        ruleKinds: components["schemas"]["Facet"];
                        rules: components["schemas"]["Facet"];
                        goals: components["schemas"]["Facet"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEntities: {
        parameters: {
            query?: {
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
                /** @description Part of an entity's ref or title */
                q?: string;
                /** @description `worst` is by failures, then missing data, then share within limits; `nextBlock` by date */
                sort?: "worst" | "entity" | "share" | "score" | "nextBlock";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Worst first unless sorted otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntityListItem"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRollups: {
        parameters: {
            query: {
                by: "organisation" | "owner" | "system" | "domain" | "tag" | "lifecycle";
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
                /** @description `worst` is by failures, then missing data, then share within limits */
                sort?: "worst" | "value" | "share" | "total";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, and what all of them together amount to, each entity once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RollupGroup"][];
                        totalItems: number;
                        total: {
                            entities: number;
                            counts: components["schemas"]["RollupCounts"];
                        };
                        /** @description What the groups' levels are levels of */
                        scorecards: {
                            definitionId: string;
                            title: string;
                            /** @description Lowest first */
                            levels: {
                                name: string;
                                title: string;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRollupMatrix: {
        parameters: {
            query?: {
                rows?: "domain" | "system" | "owner";
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows by name; at most 500 of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All that there are cells of */
                        areas: string[];
                        rows: components["schemas"]["RollupRow"][];
                        /** @description Each entity once */
                        total: {
                            counts: components["schemas"]["RollupCounts"];
                            cells: components["schemas"]["RollupCell"][];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRollupTrend: {
        parameters: {
            query?: {
                days?: number;
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One point a day, oldest first; the last is today's, as of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        points: {
                            /** Format: date */
                            day: string;
                            counts: components["schemas"]["RollupCounts"];
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listMovers: {
        parameters: {
            query?: {
                by?: "entity" | "system" | "domain" | "owner";
                days?: number;
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The biggest change first, up or down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Mover"][];
                        /**
                         * Format: date
                         * @description The day at whose end `then` was
                         */
                        from: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOffenders: {
        parameters: {
            query?: {
                by?: "entity" | "system" | "domain" | "owner";
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
                area?: components["parameters"]["areaFilter"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Most failures first, the smaller share within limits on a tie; only who has any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Offender"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listGoals: {
        parameters: {
            query?: {
                /** @description How far back `then` and the trend go */
                days?: number;
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                /** @description `*` is that of checks, which are about no environment */
                environment?: components["parameters"]["environmentFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Goals in force, the organisation's first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Goal"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntitySummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts, environments, what the caller may do here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitySummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What `perf-gate pull` caches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entity: components["schemas"]["EntityFact"];
                        definitions: components["schemas"]["AppliedDefinition"][];
                        facts: components["schemas"]["GovernanceFacts"];
                        /** @description What error-budget policies ask for now */
                        errorBudgetActions: components["schemas"]["GateErrorBudgetAction"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityScorecards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The main one first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntityScorecard"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAttestations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttestationRequest"][];
                        may: {
                            attest: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    attest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
                /** @description Name of a check that applies to the entity */
                check: components["parameters"]["check"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was read and is answered, as `GET …/attestations` gives it: 409 where it has changed */
                    statement: string;
                    answer: components["schemas"]["AttestationAnswer"];
                    /** @description Required for `no` and `not-applicable` */
                    comment?: string;
                    /**
                     * Format: date-time
                     * @description Not later than the check allows, which is what it is unless given
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Signed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attestation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdrawAttestation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
                /** @description Name of a check that applies to the entity */
                check: components["parameters"]["check"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn; it stays in the record */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    putCheckResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
                /** @description Name of a check that applies to the entity */
                check: components["parameters"]["check"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    state: components["schemas"]["VerdictState"];
                    message?: string;
                    /**
                     * Format: uri
                     * @description Where people find more
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When it was found; now unless given, and not in the future
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The result in force, which is an older one's successor if `accepted` is false */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False where a newer result is there already */
                        accepted: boolean;
                        result: components["schemas"]["CheckResult"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    evaluateChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CheckResult"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecards: {
        parameters: {
            query?: {
                /** @description Group or user refs; child groups included */
                owner?: string[];
                system?: string[];
                domain?: string[];
                /** @description Free text over name and title */
                q?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScorecardSummary"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/scorecard/service-baseline` */
                definitionId: components["parameters"]["scorecardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its rules and how many entities they hold for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecardResults: {
        parameters: {
            query?: {
                /** @description Names of levels reached; `none` below the first, `exempt` where it doesn't hold */
                level?: string[];
                /** @description Group or user refs; child groups included */
                owner?: string[];
                system?: string[];
                domain?: string[];
                tag?: string[];
                lifecycle?: string[];
                /** @description Only entities for which this rule of the scorecard does not hold, e.g. `check:runbook` */
                missing?: string;
                /** @description Free text over ref and title */
                q?: string;
                sort?: "level" | "score" | "entity";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/scorecard/service-baseline` */
                definitionId: components["parameters"]["scorecardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Worst first unless sorted otherwise; exempt ones last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScorecardStanding"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDefinitions: {
        parameters: {
            query?: {
                kind?: string[];
                layer?: ("org" | "domain" | "system" | "component")[];
                status?: components["schemas"]["DefinitionStatus"][];
                q?: string;
                sort?: "name" | "kind" | "layer" | "updatedAt";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Definitions in force, and the problems of their sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DefinitionSummary"][];
                        totalItems: number;
                        may: {
                            /** @description Whether the caller may make definitions for anything */
                            define: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description In force */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    validateDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong, and which checks and scorecards it names that nothing in force has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: components["schemas"]["DefinitionProblem"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/budget/api-latency` */
                definitionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/budget/api-latency` */
                definitionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description In force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/budget/api-latency` */
                definitionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired; its verdicts leave current state */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getDefinitionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definitionId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Content and unified diff to the version before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDefinitionSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sources with problems first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DefinitionSourceStatus"][];
                        may: {
                            /** @description Whether the caller may have all sources read again */
                            refresh: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    refreshDefinitionSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    entityRef?: string;
                };
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DefinitionSourceStatus"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGuide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A check's `guide` without `guidelines/` */
                guide: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Markdown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        markdown: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDefinitionSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listWaivers: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                status?: components["schemas"]["WaiverStatus"][];
                /** @description Group or user refs; child groups included */
                owner?: string[];
                ruleId?: string;
                /** @description User refs */
                requestedBy?: string[];
                expiresBefore?: string;
                /** @description Free text over entity, title and reason */
                q?: string;
                sort?: "requestedAt" | "expiresAt" | "entity" | "status" | "title";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest request first unless sorted otherwise. `counts` are over the whole filtered set, apart from the filter by status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Waiver"][];
                        totalItems: number;
                        counts: components["schemas"]["WaiverCounts"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiverRequest"];
            };
        };
        responses: {
            /** @description Requested */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiver"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /** @enum {string} */
                    decision: "approve" | "reject";
                    /** @description Why; required to reject */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaiverDecision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                waiverId: components["parameters"]["waiverId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what happened to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaiverDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                waiverId: components["parameters"]["waiverId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiver"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdrawWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                waiverId: components["parameters"]["waiverId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiver"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getWaiverDebt: {
        parameters: {
            query?: {
                /** @description Only what these groups or users, or their child groups, own */
                owner?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The longest waived first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaiverDebt"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Outermost layer first, then by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PolicySummary"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/policy/api-latency` */
                definitionId: components["parameters"]["policyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With how far each of its rules is trusted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    overrideTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/policy/api-latency` */
                definitionId: components["parameters"]["policyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only this rule; all of the policy's unless given */
                    ruleId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description In force */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustOverride"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    removeTrustOverride: {
        parameters: {
            query?: {
                /** @description The override of this rule; that of the whole policy unless given */
                ruleId?: string;
            };
            header?: never;
            path: {
                /** @description URL-encoded id, e.g. `org/policy/api-latency` */
                definitionId: components["parameters"]["policyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trust has to be earned again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listVerdictDisputes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verdictId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dispute"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    disputeVerdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verdictId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Open; a person has one open dispute of a verdict at most (409) */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                status?: components["schemas"]["DisputeStatus"][];
                /** @description Group or user refs; child groups included */
                owner?: string[];
                ruleId?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open ones first, then the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dispute"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "rejected";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Settled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listErrorBudgetActions: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                environment?: components["parameters"]["environment"];
                /** @description Only what is in force now, or only what isn't any more */
                active?: boolean;
                action?: components["schemas"]["ErrorBudgetActionKind"][];
                /** @description Of the SLO, e.g. `slo:availability` */
                ruleId?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ErrorBudgetAction"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, the last 50 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BreakGlass"][];
                        maxHours: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description At most `performance.breakGlass.maxHours` of the app-config */
                    hours: number;
                };
            };
        };
        responses: {
            /** @description In force */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlass"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    endBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["entityKind"];
                namespace: components["parameters"]["entityNamespace"];
                name: components["parameters"]["entityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gate judges again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listSlos: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                state?: components["schemas"]["VerdictState"][];
                /** @description Only those that burn so fast that people are called for */
                alert?: components["schemas"]["SloAlertSeverity"][];
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Entity kinds */
                kind?: components["parameters"]["kindFilter"];
                /** @description Entity types (`spec.type`) */
                type?: components["parameters"]["typeFilter"];
                /** @description Any of these; `(none)` for what has no tag */
                tag?: components["parameters"]["tagFilter"];
                /** @description `(none)` for what has no lifecycle */
                lifecycle?: components["parameters"]["lifecycleFilter"];
                environment?: string[];
                /** @description Names of SLO definitions */
                definition?: string[];
                /** @description Names of metric sources; `pushed` for what is pushed */
                source?: string[];
                composite?: boolean;
                /** @description Free text over entity, title and name */
                q?: string;
                /** @description Adds `groups`, over the whole filtered set */
                groupBy?: components["schemas"]["SloGrouping"];
                sort?: "burn" | "remaining" | "attainment" | "title" | "entity" | "state";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fastest burn first unless sorted otherwise; what has no number comes last. `counts` and `alerts` are over the whole filtered set, apart from the filters by state and alert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Slo"][];
                        totalItems: number;
                        counts: components["schemas"]["StateCounts"];
                        alerts: components["schemas"]["SloAlertCounts"];
                        /** @description Worst first */
                        groups?: components["schemas"]["SloGroup"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloFacets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with the number of SLOs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owners: components["schemas"]["Facet"];
                        systems: components["schemas"]["Facet"];
                        domains: components["schemas"]["Facet"];
                        kinds: components["schemas"]["Facet"];
                        types: components["schemas"]["Facet"];
                        tags: components["schemas"]["Facet"];
                        lifecycles: components["schemas"]["Facet"];
                        environments: components["schemas"]["Facet"];
                        definitions: components["schemas"]["Facet"];
                        sources: components["schemas"]["Facet"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSlo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With all numbers, the queries behind them and what the entity depends on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloBurnDown: {
        parameters: {
            query?: {
                points?: number;
            };
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloBurnDown"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of the status that is shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloWork"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloWorkCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per window with its counts and rates, then queries and formulas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSloSamplesCsv: {
        parameters: {
            query?: {
                /** @description Of a composite SLO; the first unless given */
                objective?: string;
            };
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `time,good,total`; steps that nothing is known of are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    pushSloSamples: {
        parameters: {
            query?: {
                /** @description Of a composite SLO with several pushed indicators */
                objective?: string;
            };
            header?: never;
            path: {
                /** @description As in the list of SLOs */
                sloId: components["parameters"]["sloId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    samples: {
                        /** @description ISO 8601, or epoch seconds (milliseconds where greater than 1e11) */
                        time: string | number;
                        good: number;
                        total: number;
                    }[];
                };
                "text/csv": string;
            };
        };
        responses: {
            /** @description Stored and evaluated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Steps */
                        stored: number;
                        /** @description Of them those that were there with other numbers */
                        replaced: number;
                        /** @description How those stand now that the samples are of */
                        slos: components["schemas"]["Slo"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSloAdjustments: {
        parameters: {
            query?: {
                /** @description Only those that are about this SLO */
                sloId?: string;
                /** @description Only those that are about this entity */
                entityRef?: string;
                status?: components["schemas"]["SloAdjustmentStatus"][];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SloAdjustment"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createSloAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SloAdjustmentRequest"];
            };
        };
        responses: {
            /** @description In force */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloAdjustment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeSloAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloAdjustment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listMetricSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the config; without addresses and secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MetricSource"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAnalysis: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts and gaps are of what the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    runAnalysis: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAnalysisProposals: {
        parameters: {
            query?: {
                /** @description Only those that affect this entity, it being the first or another one */
                entityRef?: string;
                rule?: components["schemas"]["AnalysisRule"][];
                status?: components["schemas"]["AnalysisProposalStatus"][];
                severity?: components["schemas"]["RiskGrade"][];
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Free text over title and first entity */
                q?: string;
                /** @description `risk` is by severity, then by likelihood, then by what the rule measured */
                sort?: "risk" | "rule" | "entity" | "title" | "firstSeenAt";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Highest risk first unless sorted otherwise. A facet's counts are over the whole filtered set, apart from the filter by what it is about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AnalysisProposal"][];
                        totalItems: number;
                        facets: {
                            rules: components["schemas"]["Facet"];
                            statuses: components["schemas"]["Facet"];
                            severities: components["schemas"]["Facet"];
                            owners: components["schemas"]["Facet"];
                            systems: components["schemas"]["Facet"];
                            domains: components["schemas"]["Facet"];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAnalysisProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: components["parameters"]["proposalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what to draw, and what happened to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisProposalDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    suppressAnalysisProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: components["parameters"]["proposalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date-time
                     * @description In the future; without it there is no end
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Suppressed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisProposalDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unsuppressAnalysisProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: components["parameters"]["proposalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proposed again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisProposalDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    acceptAnalysisProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: components["parameters"]["proposalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description Markdown */
                    description?: string;
                    /** @description Markdown */
                    recommendation?: string;
                    category?: components["schemas"]["FindingCategory"];
                    severity?: components["schemas"]["RiskGrade"];
                    likelihood?: components["schemas"]["RiskGrade"];
                    effort?: components["schemas"]["FindingEffort"];
                    /** @description Group or user ref; the entity's owner unless given */
                    owner?: string;
                    /** Format: date */
                    dueDate?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findingId: string;
                        proposal: components["schemas"]["AnalysisProposalDetail"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listReviewTemplates: {
        parameters: {
            query?: {
                /** @description Only templates for this entity. For one that isn't in the catalog yet, and without an entity, all that the caller may see */
                entityRef?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewTemplate"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Those that affect this entity, their first or another one */
                entityRef?: string;
                /** @description Full refs of users and groups that see to them, any of them; `none` for those without */
                assignee?: components["parameters"]["findingAssignee"];
                /** @description Only those that the caller, or a group of theirs, sees to, or owns the entity of */
                mine?: components["parameters"]["findingMine"];
                status?: components["parameters"]["findingStatusFilter"];
                risk?: components["parameters"]["findingRiskFilter"];
                category?: components["parameters"]["findingCategoryFilter"];
                severity?: components["parameters"]["findingSeverityFilter"];
                likelihood?: components["parameters"]["findingLikelihoodFilter"];
                effort?: components["parameters"]["findingEffortFilter"];
                /** @description Whether they are `open`, `in-progress` or `resolved` */
                open?: components["parameters"]["findingOpen"];
                /** @description Open, and their due day is over */
                overdue?: components["parameters"]["findingOverdue"];
                /** @description Whether their closure is proposed */
                proposed?: components["parameters"]["findingProposed"];
                /** @description Whether they are bound to a verdict */
                bound?: components["parameters"]["findingBound"];
                /** @description That came of this review */
                reviewId?: components["parameters"]["findingReview"];
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Free text over title, number, description and entity */
                q?: components["parameters"]["findingText"];
                /** @description `plan` orders by risk against effort, what gives most for the least first: the numbers of severity and likelihood, from 1 to 5, multiplied, over 1 for a small, 2 for a medium or unknown and 4 for a large effort */
                sort?: "risk" | "plan" | "dueDate" | "age" | "changedAt" | "title";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        totalItems: number;
                        facets: {
                            statuses: components["schemas"]["Facet"];
                            risks: components["schemas"]["Facet"];
                            categories: components["schemas"]["Facet"];
                            efforts: components["schemas"]["Facet"];
                            assignees: components["schemas"]["Facet"];
                            owners: components["schemas"]["Facet"];
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createFinding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFinding"];
            };
        };
        responses: {
            /** @description Recorded, as `open` */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    summariseFindings: {
        parameters: {
            query?: {
                /** @description Those that affect this entity, their first or another one */
                entityRef?: string;
                /** @description Full refs of users and groups that see to them, any of them; `none` for those without */
                assignee?: components["parameters"]["findingAssignee"];
                /** @description Only those that the caller, or a group of theirs, sees to, or owns the entity of */
                mine?: components["parameters"]["findingMine"];
                status?: components["parameters"]["findingStatusFilter"];
                risk?: components["parameters"]["findingRiskFilter"];
                category?: components["parameters"]["findingCategoryFilter"];
                severity?: components["parameters"]["findingSeverityFilter"];
                likelihood?: components["parameters"]["findingLikelihoodFilter"];
                effort?: components["parameters"]["findingEffortFilter"];
                /** @description Whether they are `open`, `in-progress` or `resolved` */
                open?: components["parameters"]["findingOpen"];
                /** @description Open, and their due day is over */
                overdue?: components["parameters"]["findingOverdue"];
                /** @description Whether their closure is proposed */
                proposed?: components["parameters"]["findingProposed"];
                /** @description Whether they are bound to a verdict */
                bound?: components["parameters"]["findingBound"];
                /** @description That came of this review */
                reviewId?: components["parameters"]["findingReview"];
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Free text over title, number, description and entity */
                q?: components["parameters"]["findingText"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFindingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As configured */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingSettings"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeFindings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    change: {
                        status?: components["schemas"]["FindingStatus"];
                        note?: string;
                        duplicateOf?: string;
                        category?: components["schemas"]["FindingCategory"];
                        severity?: components["schemas"]["RiskGrade"];
                        likelihood?: components["schemas"]["RiskGrade"];
                        effort?: components["schemas"]["FindingEffort"] | null;
                        owner?: string | null;
                        dueDate?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description What became of each, in the order of the ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            outcome: "changed" | "unchanged" | "refused";
                            /** @description Why it was refused */
                            message?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportFindings: {
        parameters: {
            query?: {
                entityRef?: string;
                /** @description Full refs of users and groups that see to them, any of them; `none` for those without */
                assignee?: components["parameters"]["findingAssignee"];
                /** @description Only those that the caller, or a group of theirs, sees to, or owns the entity of */
                mine?: components["parameters"]["findingMine"];
                status?: components["parameters"]["findingStatusFilter"];
                risk?: components["parameters"]["findingRiskFilter"];
                category?: components["parameters"]["findingCategoryFilter"];
                severity?: components["parameters"]["findingSeverityFilter"];
                likelihood?: components["parameters"]["findingLikelihoodFilter"];
                effort?: components["parameters"]["findingEffortFilter"];
                /** @description Whether they are `open`, `in-progress` or `resolved` */
                open?: components["parameters"]["findingOpen"];
                /** @description Open, and their due day is over */
                overdue?: components["parameters"]["findingOverdue"];
                /** @description Whether their closure is proposed */
                proposed?: components["parameters"]["findingProposed"];
                /** @description Whether they are bound to a verdict */
                bound?: components["parameters"]["findingBound"];
                /** @description That came of this review */
                reviewId?: components["parameters"]["findingReview"];
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Free text over title, number, description and entity */
                q?: components["parameters"]["findingText"];
            };
            header?: never;
            path: {
                format: "csv" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": {
                        findings: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    importFindings: {
        parameters: {
            query?: {
                /** @description Says what would come of it, and records nothing */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/json": {
                    findings: {
                        [key: string]: unknown;
                    }[];
                };
            };
        };
        responses: {
            /** @description What came, or would come, of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingImport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what the caller may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    title?: string;
                    description?: string;
                    category?: components["schemas"]["FindingCategory"];
                    severity?: components["schemas"]["RiskGrade"];
                    likelihood?: components["schemas"]["RiskGrade"];
                    /** @description Full refs of further entities */
                    affected?: string[];
                    recommendation?: string;
                    effort?: components["schemas"]["FindingEffort"] | null;
                    owner?: string | null;
                    dueDate?: string | null;
                    links?: components["schemas"]["FindingLink"][];
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeFindingStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    status: components["schemas"]["FindingStatus"];
                    /** @description Needed for `invalid`, and for reopening what was resolved or verified */
                    note?: string;
                    /** @description Id of the finding that goes on; needed for `duplicate` */
                    duplicateOf?: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    linkFindingIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its configured name */
                    tracker: string;
                    /** @description Unless given, what the annotations say, or the only one that is open to all */
                    project?: string;
                    /** @description Of an issue there is: `acme/shop#12`, `SHOP-12`, or its address */
                    key?: string;
                };
            };
        };
        responses: {
            /** @description To be made or followed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unlinkFindingIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No longer in step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    retryFindingIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be tried */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFindingComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FindingComment"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addFindingComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Markdown */
                    body: string;
                };
            };
        };
        responses: {
            /** @description Said */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingComment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteFindingComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listFindingEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FindingEvent"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    bindFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    entityRef: string;
                    /** @description E.g. `budget:http.request.duration:p95` */
                    ruleId: string;
                    /** @description Of the verdict; `*` unless given */
                    environment?: string;
                    /** @description Exactly those of the verdict; none unless given */
                    labels?: {
                        [key: string]: string;
                    };
                    greenDays: number;
                };
            };
        };
        responses: {
            /** @description Bound */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unbindFinding: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not bound any more; its days are forgotten */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideFindingClosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                findingId: components["parameters"]["findingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    decision: "verify" | "decline";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description Reviews of this entity, and of what is planned within it */
                entityRef?: string;
                /** @description Names of templates */
                template?: string[];
                /** @description All but `archived` unless given */
                status?: components["schemas"]["ReviewStatus"][];
                /** @description Refs of users and groups, any of them */
                reviewer?: string[];
                /** @description Only those that the caller, or a group of theirs, is a reviewer of */
                mine?: boolean;
                /** @description Published, and their next review date has come */
                overdue?: boolean;
                /** @description With an answer whose surroundings have changed since */
                stale?: boolean;
                /** @description Group or user refs, child groups included; `(none)` for who has no owner */
                owner?: components["parameters"]["ownerFilter"];
                /** @description System refs; `(none)` for what is in no system */
                system?: components["parameters"]["systemFilter"];
                /** @description Domain refs, subdomains included; `(none)` for what is in no domain */
                domain?: components["parameters"]["domainFilter"];
                /** @description Free text over title, entity and the title of the template */
                q?: string;
                sort?: "changedAt" | "createdAt" | "nextReviewAt" | "title" | "entity" | "status";
                order?: components["parameters"]["order"];
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changed last first unless sorted otherwise. A facet's counts are over the whole filtered set, apart from the filter by what it is about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Review"][];
                        totalItems: number;
                        facets: {
                            statuses: components["schemas"]["Facet"];
                            templates: components["schemas"]["Facet"];
                            reviewers: components["schemas"]["Facet"];
                            owners: components["schemas"]["Facet"];
                        };
                        may: {
                            /** @description Whether there may be an entity that the caller may begin a review of */
                            begin: boolean;
                        };
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        entityRef: string;
                        within?: string;
                        title?: string;
                    };
                    /** @description Name of the definition */
                    template: string;
                    /** @description Made of the template's and the subject's unless given */
                    title?: string;
                    reviewers?: components["schemas"]["Reviewers"];
                    /**
                     * Format: date-time
                     * @description What the template says from publication on, unless given
                     */
                    nextReviewAt?: string;
                };
            };
        };
        responses: {
            /** @description Begun, as `draft` */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With template, answers and what the caller may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    title?: string;
                    reviewers?: components["schemas"]["Reviewers"];
                    /** @description `null` for none */
                    nextReviewAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            409: components["responses"]["ReviewConflict"];
            default: components["responses"]["Error"];
        };
    };
    changeReviewStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    status: components["schemas"]["ReviewStatus"];
                    note?: string;
                    /**
                     * Format: date-time
                     * @description On publication; what was planned, or the template's, unless given
                     */
                    nextReviewAt?: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            409: components["responses"]["ReviewConflict"];
            default: components["responses"]["Error"];
        };
    };
    answerReviewQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    answer: components["schemas"]["ReviewAnswerInput"];
                };
            };
        };
        responses: {
            /** @description Saved, with what it does to the review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: components["schemas"]["ReviewAnswer"];
                        /** @description All that the review's answers raise now */
                        risks: components["schemas"]["ReviewRaisedRisk"][];
                        progress: components["schemas"]["ReviewProgress"];
                        problems: components["schemas"]["ReviewProblem"][];
                    };
                };
            };
            409: components["responses"]["ReviewAnswerConflict"];
            default: components["responses"]["Error"];
        };
    };
    confirmReviewAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAnswer"];
                };
            };
            409: components["responses"]["ReviewAnswerConflict"];
            default: components["responses"]["Error"];
        };
    };
    listReviewComments: {
        parameters: {
            query?: {
                question?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewComment"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addReviewComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Absent for one on the review as a whole */
                    question?: string;
                    /** @description Markdown */
                    body: string;
                };
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewComment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteReviewComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    editReviewComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                commentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @description Markdown */
                    body: string;
                };
            };
        };
        responses: {
            /** @description Edited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewComment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addReviewAttachment: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAttachment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReviewAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                attachmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be saved rather than shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteReviewAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                attachmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    addReviewMilestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewMilestoneSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReviewMilestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewMilestone"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    compareReviewMilestones: {
        parameters: {
            query: {
                from: number;
                /** @description The review as it stands now unless given */
                to?: number;
            };
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Only what differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewComparison"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReviewTemplateUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What moving to it would change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewTemplateUpdate"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateReviewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the review */
                    version: number;
                    /** @description The update's `id`, so that it is what the caller has seen */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            409: components["responses"]["ReviewConflict"];
            default: components["responses"]["Error"];
        };
    };
    getReviewDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be taken into an editor or a file; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Documents of definitions; empty where there are none */
                        yaml: string;
                        count: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportReview: {
        parameters: {
            query?: {
                /** @description As it was then; as it stands unless given */
                milestone?: number;
            };
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReviewHistory: {
        parameters: {
            query?: {
                /** @description Only what happened to its answer */
                question?: string;
                limit?: components["parameters"]["limit"];
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewEvent"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    makeReviewFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
                /** @description Among the question's risks, from 0 */
                index: components["parameters"]["reviewRiskIndex"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description Markdown */
                    description?: string;
                    /** @description Markdown */
                    recommendation?: string;
                    category?: components["schemas"]["FindingCategory"];
                    severity?: components["schemas"]["RiskGrade"];
                    likelihood?: components["schemas"]["RiskGrade"];
                    effort?: components["schemas"]["FindingEffort"];
                    /** @description Group or user ref; the entity's owner unless given */
                    owner?: string;
                    /** Format: date */
                    dueDate?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findingId: string;
                        risk: components["schemas"]["ReviewRaisedRisk"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    dismissReviewRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
                /** @description Among the question's risks, from 0 */
                index: components["parameters"]["reviewRiskIndex"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Dismissed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRaisedRisk"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    restoreReviewRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its number */
                reviewId: components["parameters"]["reviewId"];
                /** @description Name of a question of its template */
                question: components["parameters"]["reviewQuestion"];
                /** @description Among the question's risks, from 0 */
                index: components["parameters"]["reviewRiskIndex"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be decided on again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRaisedRisk"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
