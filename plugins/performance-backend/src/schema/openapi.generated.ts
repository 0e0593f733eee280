/**
 * Generated from plugins/performance-common/openapi.yaml by `yarn openapi`. Do not edit.
 */

export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "performance",
    "version": "1",
    "description": "Performance governance: reports become runs, runs and definitions become verdicts. Every list is filtered by what the caller may see and paged on the server.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "tags": [
    {
      "name": "runs"
    },
    {
      "name": "verdicts"
    },
    {
      "name": "definitions"
    },
    {
      "name": "entities"
    },
    {
      "name": "gate"
    },
    {
      "name": "rollups"
    },
    {
      "name": "policies"
    },
    {
      "name": "waivers"
    },
    {
      "name": "disputes"
    },
    {
      "name": "scorecards"
    },
    {
      "name": "checks"
    },
    {
      "name": "slos"
    },
    {
      "name": "reviews"
    },
    {
      "name": "findings"
    },
    {
      "name": "analysis"
    }
  ],
  "paths": {
    "/reports": {
      "post": {
        "operationId": "uploadReport",
        "tags": [
          "runs"
        ],
        "summary": "Upload one raw report; it becomes a run",
        "description": "The body is the file as the tool wrote it, optionally gzipped (detected by content, or `Content-Encoding: gzip`), whatever its `Content-Type`. Tool and dialect are detected. The same report uploaded twice is one run. With `dryRun=true` nothing is stored and `changes` shows what would change.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRefRequired"
          },
          {
            "$ref": "#/components/parameters/environmentRequired"
          },
          {
            "name": "commit",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "branch",
            "in": "query",
            "allowReserved": true,
            "description": "Only a run of a tracked branch, or of none, changes current state.",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "ciUrl",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "uri",
              "pattern": "^https?://",
              "maxLength": 2000
            }
          },
          {
            "name": "startedAt",
            "in": "query",
            "allowReserved": true,
            "description": "ISO 8601. Overrides the report's own start; required where the report has none only if the upload time is wrong.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "externalId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "release",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "type",
            "in": "query",
            "description": "What the run is for; what its tool is for unless given",
            "schema": {
              "$ref": "#/components/schemas/RunType"
            }
          },
          {
            "name": "fileName",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "tool",
            "in": "query",
            "allowReserved": true,
            "description": "Names the tool where content is ambiguous",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "changeLabels",
            "in": "query",
            "allowReserved": true,
            "description": "Of the change that it is of, e.g. `security`: error-budget policies may let a change pass that has one. Recorded with the run",
            "schema": {
              "$ref": "#/components/schemas/ChangeLabels"
            }
          },
          {
            "name": "dryRun",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/octet-stream": {
              "schema": {}
            },
            "*/*": {
              "schema": {}
            }
          }
        },
        "responses": {
          "200": {
            "description": "Dry run, or this report is a run already (`duplicate` is true)",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UploadResult"
                }
              }
            }
          },
          "201": {
            "description": "Stored and judged",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UploadResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs": {
      "get": {
        "operationId": "listRuns",
        "tags": [
          "runs"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/environment"
          },
          {
            "name": "branch",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "tool",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "tracked",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "valid",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/VerdictState"
              }
            }
          },
          {
            "name": "startedAfter",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "startedBefore",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "startedAt",
                "durationSeconds",
                "tool",
                "environment"
              ],
              "default": "startedAt"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Newest first unless sorted otherwise",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Run"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createRun",
        "tags": [
          "runs"
        ],
        "summary": "Store an already normalised run",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewRun"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Already there, or a dry run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UploadResult"
                }
              }
            }
          },
          "201": {
            "description": "Stored and judged",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UploadResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/runId"
        }
      ],
      "get": {
        "operationId": "getRun",
        "tags": [
          "runs"
        ],
        "responses": {
          "200": {
            "description": "The run with what its tool said",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteRun",
        "tags": [
          "runs"
        ],
        "summary": "Delete a run for good and recompute what used it",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}/series": {
      "get": {
        "operationId": "listRunSeries",
        "tags": [
          "runs"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          },
          {
            "name": "metric",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Series without raw values",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Series"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}/comparison": {
      "get": {
        "operationId": "compareRun",
        "tags": [
          "runs"
        ],
        "summary": "This run beside its baseline",
        "description": "The baseline is the newest comparable earlier tracked run; for a run that failed or warned, the newest of them that passed. Noise is measured on it and up to four comparable runs before it. `baselineRunId` names another run to compare with.",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          },
          {
            "name": "baselineRunId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "metric",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Deltas, distributions, contributions",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunComparison"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}/verdicts": {
      "get": {
        "operationId": "listRunVerdicts",
        "tags": [
          "runs"
        ],
        "summary": "This run judged by today's definitions as they were when it was judged",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "responses": {
          "200": {
            "description": "Worst first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Verdict"
                      }
                    },
                    "notJudged": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/NotJudged"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}/gate": {
      "get": {
        "operationId": "getRunGate",
        "tags": [
          "gate"
        ],
        "summary": "The run's verdicts folded into an exit code",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "responses": {
          "200": {
            "description": "As `perf-gate check --json` prints it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GateResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/runs/{runId}/invalidation": {
      "put": {
        "operationId": "invalidateRun",
        "tags": [
          "runs"
        ],
        "summary": "Mark a run invalid; everything that used it is recomputed",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Run"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "reinstateRun",
        "tags": [
          "runs"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "responses": {
          "200": {
            "description": "The run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Run"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/verdicts": {
      "get": {
        "operationId": "listVerdicts",
        "tags": [
          "verdicts"
        ],
        "summary": "Current verdicts",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/VerdictState"
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or user refs; child groups included",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "system",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "domain",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "kind",
            "in": "query",
            "allowReserved": true,
            "description": "Entity kinds",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "type",
            "in": "query",
            "allowReserved": true,
            "description": "Entity types (`spec.type`)",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "tag",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "lifecycle",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "environment",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "metric",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "area",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "definition",
            "in": "query",
            "allowReserved": true,
            "description": "Definition name",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "stage",
            "in": "query",
            "description": "What comes of a failure",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Stage"
              }
            }
          },
          {
            "name": "waived",
            "in": "query",
            "description": "Only failures and missing data that a waiver covers now, or only what none covers",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "ruleKind",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "budget",
                  "check",
                  "slo",
                  "finding"
                ]
              }
            }
          },
          {
            "name": "rule",
            "in": "query",
            "allowReserved": true,
            "description": "Rule ids, e.g. `check:load-test-fresh`",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "goal",
            "in": "query",
            "allowReserved": true,
            "description": "Id of a goal, e.g. `org/goal/tier-1-journeys`; only the verdicts that count for it",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "policy",
            "in": "query",
            "allowReserved": true,
            "description": "Id of a policy, e.g. `org/policy/api-latency`; only the verdicts that it is about",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over entity, title and labels",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "state",
                "entity",
                "title",
                "value",
                "since",
                "environment"
              ],
              "default": "state"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          },
          {
            "name": "trend",
            "in": "query",
            "description": "Adds the statistic's values of the last 90 days to each item",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Worst first unless sorted otherwise. `counts` are over the whole filtered set, states apart from the state filter.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "counts",
                    "waived"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CurrentVerdict"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "counts": {
                      "$ref": "#/components/schemas/StateCounts"
                    },
                    "waived": {
                      "type": "integer",
                      "description": "How many of the failures and missing data in `counts` a waiver covers"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/verdicts/{verdictId}": {
      "get": {
        "operationId": "getVerdict",
        "tags": [
          "verdicts"
        ],
        "parameters": [
          {
            "name": "verdictId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "With the values of the last 90 days and the changes of state",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/VerdictDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations/reevaluations": {
      "get": {
        "operationId": "getReevaluations",
        "tags": [
          "verdicts"
        ],
        "summary": "How far evaluations after changes of definitions or the catalog are",
        "responses": {
          "200": {
            "description": "Over all that are on their way, counted in entities",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReevaluationProgress"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/facets": {
      "get": {
        "operationId": "listFacets",
        "tags": [
          "verdicts"
        ],
        "summary": "Values the caller may filter verdicts by",
        "responses": {
          "200": {
            "description": "Each with the number of current verdicts",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "owners",
                    "systems",
                    "domains",
                    "kinds",
                    "types",
                    "tags",
                    "lifecycles",
                    "environments",
                    "metrics",
                    "areas",
                    "stages",
                    "ruleKinds",
                    "rules",
                    "goals"
                  ],
                  "properties": {
                    "owners": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "systems": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "domains": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "kinds": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "types": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "tags": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "lifecycles": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "environments": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "metrics": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "areas": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "stages": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "ruleKinds": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "rules": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "goals": {
                      "$ref": "#/components/schemas/Facet"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities": {
      "get": {
        "operationId": "listEntities",
        "tags": [
          "entities"
        ],
        "summary": "Where the caller's entities stand, and what will block them next",
        "description": "Components, and every other entity that has a verdict.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of an entity's ref or title",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "`worst` is by failures, then missing data, then share within limits; `nextBlock` by date",
            "schema": {
              "type": "string",
              "enum": [
                "worst",
                "entity",
                "share",
                "score",
                "nextBlock"
              ],
              "default": "worst"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Worst first unless sorted otherwise",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EntityListItem"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rollups": {
      "get": {
        "operationId": "listRollups",
        "tags": [
          "rollups"
        ],
        "summary": "Current verdicts counted by a property of their entities",
        "description": "Of what the caller may see. An entity counts for each group that owns it, parent groups included, for each domain around it and for each of its tags. The verdicts behind a group are those of `/verdicts` with the same filters and `<by>=<value>`, where `by` isn't `organisation`.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "organisation",
                "owner",
                "system",
                "domain",
                "tag",
                "lifecycle"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          },
          {
            "name": "sort",
            "in": "query",
            "description": "`worst` is by failures, then missing data, then share within limits",
            "schema": {
              "type": "string",
              "enum": [
                "worst",
                "value",
                "share",
                "total"
              ],
              "default": "worst"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Groups, and what all of them together amount to, each entity once",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "total",
                    "scorecards"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/RollupGroup"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "total": {
                      "type": "object",
                      "required": [
                        "entities",
                        "counts"
                      ],
                      "properties": {
                        "entities": {
                          "type": "integer"
                        },
                        "counts": {
                          "$ref": "#/components/schemas/RollupCounts"
                        }
                      }
                    },
                    "scorecards": {
                      "type": "array",
                      "description": "What the groups' levels are levels of",
                      "items": {
                        "type": "object",
                        "required": [
                          "definitionId",
                          "title",
                          "levels"
                        ],
                        "properties": {
                          "definitionId": {
                            "type": "string"
                          },
                          "title": {
                            "type": "string"
                          },
                          "levels": {
                            "type": "array",
                            "description": "Lowest first",
                            "items": {
                              "type": "object",
                              "required": [
                                "name",
                                "title"
                              ],
                              "properties": {
                                "name": {
                                  "type": "string"
                                },
                                "title": {
                                  "type": "string"
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rollups/matrix": {
      "get": {
        "operationId": "getRollupMatrix",
        "tags": [
          "rollups"
        ],
        "summary": "Current verdicts counted by a property of their entities and by area",
        "description": "The verdicts behind a cell are those of `/verdicts` with the same filters, `<rows>=<value>` and `area=<area>`.",
        "parameters": [
          {
            "name": "rows",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "domain",
                "system",
                "owner"
              ],
              "default": "domain"
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          }
        ],
        "responses": {
          "200": {
            "description": "Rows by name; at most 500 of them",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "areas",
                    "rows",
                    "total"
                  ],
                  "properties": {
                    "areas": {
                      "type": "array",
                      "description": "All that there are cells of",
                      "items": {
                        "type": "string"
                      }
                    },
                    "rows": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/RollupRow"
                      }
                    },
                    "total": {
                      "type": "object",
                      "description": "Each entity once",
                      "required": [
                        "counts",
                        "cells"
                      ],
                      "properties": {
                        "counts": {
                          "$ref": "#/components/schemas/RollupCounts"
                        },
                        "cells": {
                          "type": "array",
                          "items": {
                            "$ref": "#/components/schemas/RollupCell"
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rollups/trend": {
      "get": {
        "operationId": "getRollupTrend",
        "tags": [
          "rollups"
        ],
        "summary": "Verdicts by state at the end of each day",
        "description": "As history is known today: a run that came late counts at its own time. Days are those of UTC. Who owns what, and what the caller may see, is as of now.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 731,
              "default": 90
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          }
        ],
        "responses": {
          "200": {
            "description": "One point a day, oldest first; the last is today's, as of now",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "points"
                  ],
                  "properties": {
                    "points": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "day",
                          "counts"
                        ],
                        "properties": {
                          "day": {
                            "type": "string",
                            "format": "date"
                          },
                          "counts": {
                            "$ref": "#/components/schemas/RollupCounts"
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rollups/movers": {
      "get": {
        "operationId": "listMovers",
        "tags": [
          "rollups"
        ],
        "summary": "Whose share within limits has changed most",
        "description": "Like is compared with like: only verdicts count that have a value now and had one then, so that new rules and lost evidence are no movement.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "entity",
                "system",
                "domain",
                "owner"
              ],
              "default": "entity"
            }
          },
          {
            "name": "days",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 731,
              "default": 30
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The biggest change first, up or down",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "from"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Mover"
                      }
                    },
                    "from": {
                      "type": "string",
                      "format": "date",
                      "description": "The day at whose end `then` was"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/rollups/offenders": {
      "get": {
        "operationId": "listOffenders",
        "tags": [
          "rollups"
        ],
        "summary": "Who has the most failures",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "entity",
                "system",
                "domain",
                "owner"
              ],
              "default": "entity"
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          },
          {
            "$ref": "#/components/parameters/areaFilter"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "Most failures first, the smaller share within limits on a tie; only who has any",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Offender"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/goals": {
      "get": {
        "operationId": "listGoals",
        "tags": [
          "rollups"
        ],
        "summary": "What the organisation wants to reach, and how far it is",
        "description": "Counted over what the caller may see and the filters leave. The verdicts behind a goal are those of `/verdicts?goal=<definitionId>` with the same filters.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "description": "How far back `then` and the trend go",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 731,
              "default": 90
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "$ref": "#/components/parameters/environmentFilter"
          }
        ],
        "responses": {
          "200": {
            "description": "Goals in force, the organisation's first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Goal"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}": {
      "get": {
        "operationId": "getEntitySummary",
        "tags": [
          "entities"
        ],
        "summary": "Where an entity stands",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Counts, environments, what the caller may do here",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntitySummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/definitions": {
      "get": {
        "operationId": "getEntityDefinitions",
        "tags": [
          "entities"
        ],
        "summary": "The definitions that apply to an entity, and its facts, to judge a report offline",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What `perf-gate pull` caches",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "entity",
                    "definitions",
                    "facts",
                    "errorBudgetActions"
                  ],
                  "properties": {
                    "entity": {
                      "$ref": "#/components/schemas/EntityFact"
                    },
                    "definitions": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AppliedDefinition"
                      }
                    },
                    "facts": {
                      "$ref": "#/components/schemas/GovernanceFacts"
                    },
                    "errorBudgetActions": {
                      "type": "array",
                      "description": "What error-budget policies ask for now",
                      "items": {
                        "$ref": "#/components/schemas/GateErrorBudgetAction"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/scorecards": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        }
      ],
      "get": {
        "operationId": "getEntityScorecards",
        "tags": [
          "scorecards"
        ],
        "summary": "An entity's scorecards, with every rule and the last 90 days",
        "responses": {
          "200": {
            "description": "The main one first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/EntityScorecard"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/attestations": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        }
      ],
      "get": {
        "operationId": "listAttestations",
        "tags": [
          "checks"
        ],
        "summary": "What somebody is asked to answer for here, and the answers in force",
        "responses": {
          "200": {
            "description": "By title",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "may"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AttestationRequest"
                      }
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "attest"
                      ],
                      "properties": {
                        "attest": {
                          "type": "boolean"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/attestations/{check}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        },
        {
          "$ref": "#/components/parameters/check"
        }
      ],
      "put": {
        "operationId": "attest",
        "tags": [
          "checks"
        ],
        "summary": "Answer a check's statement with one's name",
        "description": "Only people sign: a token can't. The answer holds until it expires, is withdrawn or replaced, or the statement changes.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "statement",
                  "answer"
                ],
                "additionalProperties": false,
                "properties": {
                  "statement": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 20000,
                    "description": "What was read and is answered, as `GET …/attestations` gives it: 409 where it has changed"
                  },
                  "answer": {
                    "$ref": "#/components/schemas/AttestationAnswer"
                  },
                  "comment": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 2000,
                    "description": "Required for `no` and `not-applicable`"
                  },
                  "expiresAt": {
                    "type": "string",
                    "format": "date-time",
                    "description": "Not later than the check allows, which is what it is unless given"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Signed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Attestation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "withdrawAttestation",
        "tags": [
          "checks"
        ],
        "summary": "Withdraw the answer in force",
        "responses": {
          "204": {
            "description": "Withdrawn; it stays in the record"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/check-results/{check}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        },
        {
          "$ref": "#/components/parameters/check"
        }
      ],
      "put": {
        "operationId": "putCheckResult",
        "tags": [
          "checks"
        ],
        "summary": "Tell what another system found of a check of type `external`",
        "description": "The newest `at` wins, in whichever order results arrive; sent twice, it is one result.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "state"
                ],
                "additionalProperties": false,
                "properties": {
                  "state": {
                    "$ref": "#/components/schemas/VerdictState"
                  },
                  "message": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000
                  },
                  "url": {
                    "type": "string",
                    "format": "uri",
                    "pattern": "^https?://",
                    "maxLength": 2000,
                    "description": "Where people find more"
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time",
                    "description": "When it was found; now unless given, and not in the future"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The result in force, which is an older one's successor if `accepted` is false",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "accepted",
                    "result"
                  ],
                  "properties": {
                    "accepted": {
                      "type": "boolean",
                      "description": "False where a newer result is there already"
                    },
                    "result": {
                      "$ref": "#/components/schemas/CheckResult"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/check-evaluations": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        }
      ],
      "post": {
        "operationId": "evaluateChecks",
        "tags": [
          "checks"
        ],
        "summary": "Have checks of type `extension` judged now instead of by their schedule",
        "responses": {
          "200": {
            "description": "What came of them",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/CheckResult"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards": {
      "get": {
        "operationId": "listScorecards",
        "tags": [
          "scorecards"
        ],
        "summary": "Scorecards in force, and how many entities reached which level",
        "description": "Only over entities the caller may see.",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or user refs; child groups included",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "system",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "domain",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over name and title",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "By name",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ScorecardSummary"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{definitionId}": {
      "get": {
        "operationId": "getScorecard",
        "tags": [
          "scorecards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/scorecardId"
          }
        ],
        "responses": {
          "200": {
            "description": "With its rules and how many entities they hold for",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards/{definitionId}/results": {
      "get": {
        "operationId": "listScorecardResults",
        "tags": [
          "scorecards"
        ],
        "summary": "Where entities stand on a scorecard",
        "parameters": [
          {
            "$ref": "#/components/parameters/scorecardId"
          },
          {
            "name": "level",
            "in": "query",
            "allowReserved": true,
            "description": "Names of levels reached; `none` below the first, `exempt` where it doesn't hold",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or user refs; child groups included",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "system",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "domain",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "tag",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "lifecycle",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "missing",
            "in": "query",
            "allowReserved": true,
            "description": "Only entities for which this rule of the scorecard does not hold, e.g. `check:runbook`",
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over ref and title",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "level",
                "score",
                "entity"
              ],
              "default": "level"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Worst first unless sorted otherwise; exempt ones last",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ScorecardStanding"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definitions": {
      "get": {
        "operationId": "listDefinitions",
        "tags": [
          "definitions"
        ],
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "layer",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "org",
                  "domain",
                  "system",
                  "component"
                ]
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/DefinitionStatus"
              }
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "kind",
                "layer",
                "updatedAt"
              ],
              "default": "name"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Definitions in force, and the problems of their sources",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "may"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DefinitionSummary"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "define"
                      ],
                      "properties": {
                        "define": {
                          "type": "boolean",
                          "description": "Whether the caller may make definitions for anything"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDefinition",
        "tags": [
          "definitions"
        ],
        "summary": "Create a definition through the API",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DefinitionInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DefinitionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definitions/validate": {
      "post": {
        "operationId": "validateDefinitions",
        "tags": [
          "definitions"
        ],
        "summary": "Check YAML without storing it",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DefinitionInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What is wrong, and which checks and scorecards it names that nothing in force has",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "problems"
                  ],
                  "properties": {
                    "problems": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DefinitionProblem"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definitions/{definitionId}": {
      "parameters": [
        {
          "name": "definitionId",
          "in": "path",
          "required": true,
          "description": "URL-encoded id, e.g. `org/budget/api-latency`",
          "schema": {
            "type": "string"
          }
        }
      ],
      "get": {
        "operationId": "getDefinition",
        "tags": [
          "definitions"
        ],
        "responses": {
          "200": {
            "description": "With its versions",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DefinitionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "updateDefinition",
        "tags": [
          "definitions"
        ],
        "summary": "New version of a definition made through the API",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DefinitionInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DefinitionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteDefinition",
        "tags": [
          "definitions"
        ],
        "summary": "Retire a definition made through the API",
        "responses": {
          "204": {
            "description": "Retired; its verdicts leave current state"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definitions/{definitionId}/versions/{version}": {
      "get": {
        "operationId": "getDefinitionVersion",
        "tags": [
          "definitions"
        ],
        "parameters": [
          {
            "name": "definitionId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "version",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Content and unified diff to the version before",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DefinitionVersionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definition-sources": {
      "get": {
        "operationId": "listDefinitionSources",
        "tags": [
          "definitions"
        ],
        "summary": "Files and URLs read, when, and what was wrong",
        "responses": {
          "200": {
            "description": "Sources with problems first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "may"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DefinitionSourceStatus"
                      }
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "refresh"
                      ],
                      "properties": {
                        "refresh": {
                          "type": "boolean",
                          "description": "Whether the caller may have all sources read again"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/definition-sources/refresh": {
      "post": {
        "operationId": "refreshDefinitionSources",
        "tags": [
          "definitions"
        ],
        "summary": "Read all sources, or one entity's, again now",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "entityRef": {
                    "type": "string"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came of it",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DefinitionSourceStatus"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/guides/{guide}": {
      "get": {
        "operationId": "getGuide",
        "tags": [
          "definitions"
        ],
        "summary": "A page of the guidelines that come with the plugin",
        "parameters": [
          {
            "name": "guide",
            "in": "path",
            "required": true,
            "description": "A check's `guide` without `guidelines/`",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Markdown",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "name",
                    "markdown"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "markdown": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/schemas/{kind}": {
      "get": {
        "operationId": "getDefinitionSchema",
        "tags": [
          "definitions"
        ],
        "summary": "JSON Schema of a definition kind",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "JSON Schema",
            "content": {
              "application/schema+json": {
                "schema": {
                  "type": "object"
                }
              },
              "application/json": {
                "schema": {
                  "type": "object"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waivers": {
      "get": {
        "operationId": "listWaivers",
        "tags": [
          "waivers"
        ],
        "summary": "Requested, active and former waivers",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/WaiverStatus"
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or user refs; child groups included",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "ruleId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "requestedBy",
            "in": "query",
            "allowReserved": true,
            "description": "User refs",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "expiresBefore",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over entity, title and reason",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "requestedAt",
                "expiresAt",
                "entity",
                "status",
                "title"
              ],
              "default": "requestedAt"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Newest request first unless sorted otherwise. `counts` are over the whole filtered set, apart from the filter by status.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "counts"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Waiver"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "counts": {
                      "$ref": "#/components/schemas/WaiverCounts"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "requestWaiver",
        "tags": [
          "waivers"
        ],
        "summary": "Ask for a time-boxed exception from one rule for one subject",
        "description": "Somebody else has to approve it. There is at most one requested or active waiver per rule and subject: another is a 409.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WaiverRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Requested",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Waiver"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waivers/decisions": {
      "post": {
        "operationId": "decideWaivers",
        "tags": [
          "waivers"
        ],
        "summary": "Approve or reject requests of others, one or many",
        "description": "Each is decided by itself, and the answer tells what became of each, in the order asked. Where only one is asked for, its refusal is the answer: 403 for one's own request, 404 or 409.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "ids",
                  "decision"
                ],
                "additionalProperties": false,
                "properties": {
                  "ids": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 200,
                    "items": {
                      "type": "string",
                      "maxLength": 20
                    }
                  },
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "reject"
                    ]
                  },
                  "note": {
                    "type": "string",
                    "maxLength": 2000,
                    "description": "Why; required to reject"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What became of each",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/WaiverDecision"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waivers/{waiverId}": {
      "get": {
        "operationId": "getWaiver",
        "tags": [
          "waivers"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/waiverId"
          }
        ],
        "responses": {
          "200": {
            "description": "With what happened to it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WaiverDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waivers/{waiverId}/revocation": {
      "post": {
        "operationId": "revokeWaiver",
        "tags": [
          "waivers"
        ],
        "summary": "End an active waiver before its time",
        "parameters": [
          {
            "$ref": "#/components/parameters/waiverId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Revoked",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Waiver"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waivers/{waiverId}/withdrawal": {
      "post": {
        "operationId": "withdrawWaiver",
        "tags": [
          "waivers"
        ],
        "summary": "Take back one's own request",
        "parameters": [
          {
            "$ref": "#/components/parameters/waiverId"
          }
        ],
        "responses": {
          "200": {
            "description": "Withdrawn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Waiver"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/waiver-debt": {
      "get": {
        "operationId": "getWaiverDebt",
        "tags": [
          "waivers"
        ],
        "summary": "What each owner has had waived",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Only what these groups or users, or their child groups, own",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The longest waived first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/WaiverDebt"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies": {
      "get": {
        "operationId": "listPolicies",
        "tags": [
          "policies"
        ],
        "summary": "Policies in force, and what comes of them now and next",
        "responses": {
          "200": {
            "description": "Outermost layer first, then by name",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/PolicySummary"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/{definitionId}": {
      "get": {
        "operationId": "getPolicy",
        "tags": [
          "policies"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/policyId"
          }
        ],
        "responses": {
          "200": {
            "description": "With how far each of its rules is trusted",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/{definitionId}/trust-overrides": {
      "parameters": [
        {
          "$ref": "#/components/parameters/policyId"
        }
      ],
      "post": {
        "operationId": "overrideTrust",
        "tags": [
          "policies"
        ],
        "summary": "Let a policy block by a rule, or all its rules, before they have earned trust",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "ruleId": {
                    "type": "string",
                    "maxLength": 300,
                    "description": "Only this rule; all of the policy's unless given"
                  },
                  "reason": {
                    "type": "string",
                    "minLength": 10,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TrustOverride"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "removeTrustOverride",
        "tags": [
          "policies"
        ],
        "parameters": [
          {
            "name": "ruleId",
            "in": "query",
            "allowReserved": true,
            "description": "The override of this rule; that of the whole policy unless given",
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Trust has to be earned again"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/verdicts/{verdictId}/disputes": {
      "parameters": [
        {
          "name": "verdictId",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string"
          }
        }
      ],
      "get": {
        "operationId": "listVerdictDisputes",
        "tags": [
          "disputes"
        ],
        "responses": {
          "200": {
            "description": "Newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Dispute"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "disputeVerdict",
        "tags": [
          "disputes"
        ],
        "summary": "Say that a verdict is wrong",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 10,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Open; a person has one open dispute of a verdict at most (409)",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Dispute"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/disputes": {
      "get": {
        "operationId": "listDisputes",
        "tags": [
          "disputes"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/DisputeStatus"
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or user refs; child groups included",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "ruleId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Open ones first, then the newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Dispute"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/disputes/{disputeId}/resolution": {
      "post": {
        "operationId": "resolveDispute",
        "tags": [
          "disputes"
        ],
        "summary": "Settle somebody else's dispute",
        "parameters": [
          {
            "name": "disputeId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "outcome",
                  "note"
                ],
                "additionalProperties": false,
                "properties": {
                  "outcome": {
                    "type": "string",
                    "enum": [
                      "upheld",
                      "rejected"
                    ]
                  },
                  "note": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Settled",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Dispute"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/error-budget-actions": {
      "get": {
        "operationId": "listErrorBudgetActions",
        "tags": [
          "slos"
        ],
        "summary": "What error-budget policies ask for and asked for, newest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/environment"
          },
          {
            "name": "active",
            "in": "query",
            "description": "Only what is in force now, or only what isn't any more",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "action",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ErrorBudgetActionKind"
              }
            }
          },
          {
            "name": "ruleId",
            "in": "query",
            "allowReserved": true,
            "description": "Of the SLO, e.g. `slo:availability`",
            "schema": {
              "type": "string",
              "maxLength": 800
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Those that the caller may see",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ErrorBudgetAction"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/break-glass": {
      "parameters": [
        {
          "$ref": "#/components/parameters/entityKind"
        },
        {
          "$ref": "#/components/parameters/entityNamespace"
        },
        {
          "$ref": "#/components/parameters/entityName"
        }
      ],
      "get": {
        "operationId": "listBreakGlass",
        "tags": [
          "gate"
        ],
        "summary": "Overrides of an entity's gate",
        "responses": {
          "200": {
            "description": "Newest first, the last 50",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "maxHours"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BreakGlass"
                      }
                    },
                    "maxHours": {
                      "type": "number"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "breakGlass",
        "tags": [
          "gate"
        ],
        "summary": "Open an entity's gate for some hours, whatever fails",
        "description": "Needs a reason and no approver, and is recorded. While one is in force, another is a 409.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason",
                  "hours"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 10,
                    "maxLength": 2000
                  },
                  "hours": {
                    "type": "number",
                    "exclusiveMinimum": 0,
                    "description": "At most `performance.breakGlass.maxHours` of the app-config"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BreakGlass"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "endBreakGlass",
        "tags": [
          "gate"
        ],
        "summary": "End the override in force",
        "responses": {
          "204": {
            "description": "The gate judges again"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos": {
      "get": {
        "operationId": "listSlos",
        "tags": [
          "slos"
        ],
        "summary": "Service level objectives and how they stand",
        "description": "One item per SLO and entity; per objective where several objectives stand for themselves. A composite SLO is one item.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/VerdictState"
              }
            }
          },
          {
            "name": "alert",
            "in": "query",
            "description": "Only those that burn so fast that people are called for",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/SloAlertSeverity"
              }
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/kindFilter"
          },
          {
            "$ref": "#/components/parameters/typeFilter"
          },
          {
            "$ref": "#/components/parameters/tagFilter"
          },
          {
            "$ref": "#/components/parameters/lifecycleFilter"
          },
          {
            "name": "environment",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "definition",
            "in": "query",
            "allowReserved": true,
            "description": "Names of SLO definitions",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "Names of metric sources; `pushed` for what is pushed",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "composite",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over entity, title and name",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "groupBy",
            "in": "query",
            "description": "Adds `groups`, over the whole filtered set",
            "schema": {
              "$ref": "#/components/schemas/SloGrouping"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "burn",
                "remaining",
                "attainment",
                "title",
                "entity",
                "state"
              ],
              "default": "burn"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Fastest burn first unless sorted otherwise; what has no number comes last. `counts` and `alerts` are over the whole filtered set, apart from the filters by state and alert.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "counts",
                    "alerts"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Slo"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "counts": {
                      "$ref": "#/components/schemas/StateCounts"
                    },
                    "alerts": {
                      "$ref": "#/components/schemas/SloAlertCounts"
                    },
                    "groups": {
                      "type": "array",
                      "description": "Worst first",
                      "items": {
                        "$ref": "#/components/schemas/SloGroup"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-facets": {
      "get": {
        "operationId": "listSloFacets",
        "tags": [
          "slos"
        ],
        "summary": "Values the caller may filter SLOs by",
        "responses": {
          "200": {
            "description": "Each with the number of SLOs",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "owners",
                    "systems",
                    "domains",
                    "kinds",
                    "types",
                    "tags",
                    "lifecycles",
                    "environments",
                    "definitions",
                    "sources"
                  ],
                  "properties": {
                    "owners": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "systems": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "domains": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "kinds": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "types": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "tags": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "lifecycles": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "environments": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "definitions": {
                      "$ref": "#/components/schemas/Facet"
                    },
                    "sources": {
                      "$ref": "#/components/schemas/Facet"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}": {
      "get": {
        "operationId": "getSlo",
        "tags": [
          "slos"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          }
        ],
        "responses": {
          "200": {
            "description": "With all numbers, the queries behind them and what the entity depends on",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}/burn-down": {
      "get": {
        "operationId": "getSloBurnDown",
        "tags": [
          "slos"
        ],
        "summary": "What was left of the budget over the SLO's window",
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          },
          {
            "name": "points",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 2,
              "maximum": 500,
              "default": 60
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Oldest first",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloBurnDown"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}/work": {
      "get": {
        "operationId": "getSloWork",
        "tags": [
          "slos"
        ],
        "summary": "How the numbers came about: windows, counts, queries and formulas",
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          }
        ],
        "responses": {
          "200": {
            "description": "As of the status that is shown",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloWork"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}/work.csv": {
      "get": {
        "operationId": "getSloWorkCsv",
        "tags": [
          "slos"
        ],
        "summary": "The same as CSV",
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          }
        ],
        "responses": {
          "200": {
            "description": "One line per window with its counts and rates, then queries and formulas",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}/samples.csv": {
      "get": {
        "operationId": "getSloSamplesCsv",
        "tags": [
          "slos"
        ],
        "summary": "Good and total per step over the SLO's window",
        "description": "As `perf-gate slo report --samples` reads it, so that the numbers can be worked out again elsewhere.",
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          },
          {
            "name": "objective",
            "in": "query",
            "allowReserved": true,
            "description": "Of a composite SLO; the first unless given",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "`time,good,total`; steps that nothing is known of are left out",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slos/{sloId}/samples": {
      "post": {
        "operationId": "pushSloSamples",
        "tags": [
          "slos"
        ],
        "summary": "Push good and total of an SLO whose indicator is `pushed`",
        "description": "JSON, or CSV with the columns `time,good,total`. A time is the start of a step. The same step pushed again replaces what was there. One bad row refuses all of them, with its line and what is wrong. All objectives of the SLO that share the indicator get them.",
        "parameters": [
          {
            "$ref": "#/components/parameters/sloId"
          },
          {
            "name": "objective",
            "in": "query",
            "allowReserved": true,
            "description": "Of a composite SLO with several pushed indicators",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "samples"
                ],
                "additionalProperties": false,
                "properties": {
                  "samples": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 100000,
                    "items": {
                      "type": "object",
                      "required": [
                        "time",
                        "good",
                        "total"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "time": {
                          "description": "ISO 8601, or epoch seconds (milliseconds where greater than 1e11)",
                          "oneOf": [
                            {
                              "type": "string",
                              "maxLength": 40
                            },
                            {
                              "type": "number"
                            }
                          ]
                        },
                        "good": {
                          "type": "number",
                          "minimum": 0
                        },
                        "total": {
                          "type": "number",
                          "minimum": 0
                        }
                      }
                    }
                  }
                }
              }
            },
            "text/csv": {
              "schema": {
                "type": "string"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Stored and evaluated",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "stored",
                    "replaced",
                    "slos"
                  ],
                  "properties": {
                    "stored": {
                      "type": "integer",
                      "description": "Steps"
                    },
                    "replaced": {
                      "type": "integer",
                      "description": "Of them those that were there with other numbers"
                    },
                    "slos": {
                      "type": "array",
                      "description": "How those stand now that the samples are of",
                      "items": {
                        "$ref": "#/components/schemas/Slo"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-adjustments": {
      "get": {
        "operationId": "listSloAdjustments",
        "tags": [
          "slos"
        ],
        "summary": "Maintenance windows, which take time out of SLOs",
        "parameters": [
          {
            "name": "sloId",
            "in": "query",
            "description": "Only those that are about this SLO",
            "schema": {
              "type": "string",
              "pattern": "^\\d{1,9}$"
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that are about this entity",
            "schema": {
              "type": "string",
              "maxLength": 500
            }
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/SloAdjustmentStatus"
              }
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SloAdjustment"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createSloAdjustment",
        "tags": [
          "slos"
        ],
        "summary": "Take time out of SLOs, once or again and again",
        "description": "Statuses are worked out anew at once; the samples stay as they are. Needs `performance.approve`, `performance.administer`, `performance.define`, or to be an owner of the entity. Time that has passed, in whole or in part, needs `performance.approve` or `performance.administer`, for it may end what error-budget policies ask for; also the part of a recurring one. A step or slice that has begun counts as passed. An adjustment takes 366 days at most, begins no earlier than what is kept of samples, and ends (a recurring one begins) within five years.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SloAdjustmentRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloAdjustment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/slo-adjustments/{adjustmentId}/revoke": {
      "post": {
        "operationId": "revokeSloAdjustment",
        "tags": [
          "slos"
        ],
        "summary": "Undo an adjustment as if it had never been",
        "parameters": [
          {
            "name": "adjustmentId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 10,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Revoked",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SloAdjustment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/metric-sources": {
      "get": {
        "operationId": "listMetricSources",
        "tags": [
          "slos"
        ],
        "summary": "The configured metric sources and how they do",
        "responses": {
          "200": {
            "description": "In the order of the config; without addresses and secrets",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/MetricSource"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis": {
      "get": {
        "operationId": "getAnalysis",
        "tags": [
          "analysis"
        ],
        "summary": "What the analysis of the catalog's relations last found, and what it can't say",
        "responses": {
          "200": {
            "description": "Counts and gaps are of what the caller may see",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AnalysisSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis/runs": {
      "post": {
        "operationId": "runAnalysis",
        "tags": [
          "analysis"
        ],
        "summary": "Analyse now",
        "description": "Needs `performance.administer` for the whole organisation. It also runs by itself when the catalog or limits have changed.",
        "responses": {
          "200": {
            "description": "Done",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AnalysisSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis/proposals": {
      "get": {
        "operationId": "listAnalysisProposals",
        "tags": [
          "analysis"
        ],
        "summary": "What the analysis proposes to make findings of",
        "description": "Only what the caller may see: a proposal shows to who may see all entities at its heart. Other entities that it affects are left out where the caller may not see them, and counted.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that affect this entity, it being the first or another one",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "rule",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/AnalysisRule"
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/AnalysisProposalStatus"
              }
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RiskGrade"
              }
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over title and first entity",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "`risk` is by severity, then by likelihood, then by what the rule measured",
            "schema": {
              "type": "string",
              "enum": [
                "risk",
                "rule",
                "entity",
                "title",
                "firstSeenAt"
              ],
              "default": "risk"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Highest risk first unless sorted otherwise. A facet's counts are over the whole filtered set, apart from the filter by what it is about.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "facets"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/AnalysisProposal"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "facets": {
                      "type": "object",
                      "required": [
                        "rules",
                        "statuses",
                        "severities",
                        "owners",
                        "systems",
                        "domains"
                      ],
                      "properties": {
                        "rules": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "statuses": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "severities": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "owners": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "systems": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "domains": {
                          "$ref": "#/components/schemas/Facet"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis/proposals/{proposalId}": {
      "get": {
        "operationId": "getAnalysisProposal",
        "tags": [
          "analysis"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/proposalId"
          }
        ],
        "responses": {
          "200": {
            "description": "With what to draw, and what happened to it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AnalysisProposalDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis/proposals/{proposalId}/suppression": {
      "parameters": [
        {
          "$ref": "#/components/parameters/proposalId"
        }
      ],
      "post": {
        "operationId": "suppressAnalysisProposal",
        "tags": [
          "analysis"
        ],
        "summary": "Say why nothing should be made of it",
        "description": "It stays suppressed for as long as the matter is found again, or until the given time. A 409 where somebody has decided on it already. Needs `performance.finding.create`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 2000
                  },
                  "until": {
                    "type": "string",
                    "format": "date-time",
                    "description": "In the future; without it there is no end"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Suppressed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AnalysisProposalDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "unsuppressAnalysisProposal",
        "tags": [
          "analysis"
        ],
        "summary": "Propose it again",
        "description": "Needs `performance.finding.create`. A 409 where it isn't suppressed.",
        "responses": {
          "200": {
            "description": "Proposed again",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AnalysisProposalDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/analysis/proposals/{proposalId}/finding": {
      "post": {
        "operationId": "acceptAnalysisProposal",
        "tags": [
          "analysis"
        ],
        "summary": "Make a finding of it",
        "description": "Whatever the body doesn't say comes from the proposal. A 409 where somebody has decided on it already. Needs `performance.finding.create`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/proposalId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "title": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 200
                  },
                  "description": {
                    "type": "string",
                    "maxLength": 20000,
                    "description": "Markdown"
                  },
                  "recommendation": {
                    "type": "string",
                    "maxLength": 20000,
                    "description": "Markdown"
                  },
                  "category": {
                    "$ref": "#/components/schemas/FindingCategory"
                  },
                  "severity": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "likelihood": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "effort": {
                    "$ref": "#/components/schemas/FindingEffort"
                  },
                  "owner": {
                    "type": "string",
                    "maxLength": 500,
                    "description": "Group or user ref; the entity's owner unless given"
                  },
                  "dueDate": {
                    "type": "string",
                    "format": "date"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "findingId",
                    "proposal"
                  ],
                  "properties": {
                    "findingId": {
                      "type": "string"
                    },
                    "proposal": {
                      "$ref": "#/components/schemas/AnalysisProposalDetail"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/review-templates": {
      "get": {
        "operationId": "listReviewTemplates",
        "tags": [
          "reviews"
        ],
        "summary": "What an entity can be reviewed by",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only templates for this entity. For one that isn't in the catalog yet, and without an entity, all that the caller may see",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "By title",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReviewTemplate"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings": {
      "get": {
        "operationId": "listFindings",
        "tags": [
          "findings"
        ],
        "summary": "Findings",
        "description": "A facet's counts are over the whole filtered set, apart from the filter by what it is about.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Those that affect this entity, their first or another one",
            "schema": {
              "type": "string"
            }
          },
          {
            "$ref": "#/components/parameters/findingAssignee"
          },
          {
            "$ref": "#/components/parameters/findingMine"
          },
          {
            "$ref": "#/components/parameters/findingStatusFilter"
          },
          {
            "$ref": "#/components/parameters/findingRiskFilter"
          },
          {
            "$ref": "#/components/parameters/findingCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/findingSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/findingLikelihoodFilter"
          },
          {
            "$ref": "#/components/parameters/findingEffortFilter"
          },
          {
            "$ref": "#/components/parameters/findingOpen"
          },
          {
            "$ref": "#/components/parameters/findingOverdue"
          },
          {
            "$ref": "#/components/parameters/findingProposed"
          },
          {
            "$ref": "#/components/parameters/findingBound"
          },
          {
            "$ref": "#/components/parameters/findingReview"
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/findingText"
          },
          {
            "name": "sort",
            "in": "query",
            "description": "`plan` orders by risk against effort, what gives most for the least first: the numbers of severity and likelihood, from 1 to 5, multiplied, over 1 for a small, 2 for a medium or unknown and 4 for a large effort",
            "schema": {
              "type": "string",
              "enum": [
                "risk",
                "plan",
                "dueDate",
                "age",
                "changedAt",
                "title"
              ],
              "default": "risk"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "facets"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Finding"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "facets": {
                      "type": "object",
                      "required": [
                        "statuses",
                        "risks",
                        "categories",
                        "efforts",
                        "assignees",
                        "owners"
                      ],
                      "properties": {
                        "statuses": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "risks": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "categories": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "efforts": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "assignees": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "owners": {
                          "$ref": "#/components/schemas/Facet"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createFinding",
        "tags": [
          "findings"
        ],
        "summary": "Record a finding",
        "description": "It belongs to the first of its entities. Needs `performance.finding.create` for that one.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewFinding"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Recorded, as `open`",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/finding-summary": {
      "get": {
        "operationId": "summariseFindings",
        "tags": [
          "findings"
        ],
        "summary": "How many findings there are, by risk and age",
        "description": "Of those that the filters of the list leave; open ones only unless a filter says otherwise.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Those that affect this entity, their first or another one",
            "schema": {
              "type": "string"
            }
          },
          {
            "$ref": "#/components/parameters/findingAssignee"
          },
          {
            "$ref": "#/components/parameters/findingMine"
          },
          {
            "$ref": "#/components/parameters/findingStatusFilter"
          },
          {
            "$ref": "#/components/parameters/findingRiskFilter"
          },
          {
            "$ref": "#/components/parameters/findingCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/findingSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/findingLikelihoodFilter"
          },
          {
            "$ref": "#/components/parameters/findingEffortFilter"
          },
          {
            "$ref": "#/components/parameters/findingOpen"
          },
          {
            "$ref": "#/components/parameters/findingOverdue"
          },
          {
            "$ref": "#/components/parameters/findingProposed"
          },
          {
            "$ref": "#/components/parameters/findingBound"
          },
          {
            "$ref": "#/components/parameters/findingReview"
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/findingText"
          }
        ],
        "responses": {
          "200": {
            "description": "Counts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/finding-settings": {
      "get": {
        "operationId": "getFindingSettings",
        "tags": [
          "findings"
        ],
        "summary": "What risks, and trackers of issues, there are",
        "responses": {
          "200": {
            "description": "As configured",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingSettings"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/finding-changes": {
      "post": {
        "operationId": "changeFindings",
        "tags": [
          "findings"
        ],
        "summary": "Change up to 200 findings at once",
        "description": "Each by itself and by the rules for one; what is refused says why and leaves the others alone.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "ids",
                  "change"
                ],
                "additionalProperties": false,
                "properties": {
                  "ids": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 200,
                    "items": {
                      "type": "string",
                      "maxLength": 20
                    }
                  },
                  "change": {
                    "type": "object",
                    "additionalProperties": false,
                    "minProperties": 1,
                    "properties": {
                      "status": {
                        "$ref": "#/components/schemas/FindingStatus"
                      },
                      "note": {
                        "type": "string",
                        "maxLength": 2000
                      },
                      "duplicateOf": {
                        "type": "string",
                        "maxLength": 20
                      },
                      "category": {
                        "$ref": "#/components/schemas/FindingCategory"
                      },
                      "severity": {
                        "$ref": "#/components/schemas/RiskGrade"
                      },
                      "likelihood": {
                        "$ref": "#/components/schemas/RiskGrade"
                      },
                      "effort": {
                        "oneOf": [
                          {
                            "$ref": "#/components/schemas/FindingEffort"
                          },
                          {
                            "type": "null"
                          }
                        ]
                      },
                      "owner": {
                        "oneOf": [
                          {
                            "type": "string",
                            "maxLength": 500
                          },
                          {
                            "type": "null"
                          }
                        ]
                      },
                      "dueDate": {
                        "oneOf": [
                          {
                            "type": "string",
                            "format": "date"
                          },
                          {
                            "type": "null"
                          }
                        ]
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What became of each, in the order of the ids",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "id",
                          "outcome"
                        ],
                        "properties": {
                          "id": {
                            "type": "string"
                          },
                          "outcome": {
                            "type": "string",
                            "enum": [
                              "changed",
                              "unchanged",
                              "refused"
                            ]
                          },
                          "message": {
                            "type": "string",
                            "description": "Why it was refused"
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/finding-exports/{format}": {
      "get": {
        "operationId": "exportFindings",
        "tags": [
          "findings"
        ],
        "summary": "Findings as a file",
        "description": "All that the filters of the list leave, up to 10,000. What `POST /finding-imports` takes; ids and what people did with them are for readers.",
        "parameters": [
          {
            "name": "format",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "csv",
                "json"
              ]
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "$ref": "#/components/parameters/findingAssignee"
          },
          {
            "$ref": "#/components/parameters/findingMine"
          },
          {
            "$ref": "#/components/parameters/findingStatusFilter"
          },
          {
            "$ref": "#/components/parameters/findingRiskFilter"
          },
          {
            "$ref": "#/components/parameters/findingCategoryFilter"
          },
          {
            "$ref": "#/components/parameters/findingSeverityFilter"
          },
          {
            "$ref": "#/components/parameters/findingLikelihoodFilter"
          },
          {
            "$ref": "#/components/parameters/findingEffortFilter"
          },
          {
            "$ref": "#/components/parameters/findingOpen"
          },
          {
            "$ref": "#/components/parameters/findingOverdue"
          },
          {
            "$ref": "#/components/parameters/findingProposed"
          },
          {
            "$ref": "#/components/parameters/findingBound"
          },
          {
            "$ref": "#/components/parameters/findingReview"
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "$ref": "#/components/parameters/findingText"
          }
        ],
        "responses": {
          "200": {
            "description": "The file",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              },
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "findings"
                  ],
                  "properties": {
                    "findings": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "additionalProperties": true
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/finding-imports": {
      "post": {
        "operationId": "importFindings",
        "tags": [
          "findings"
        ],
        "summary": "Record findings from a file, all or none",
        "description": "CSV with a heading, or JSON `{ findings: […] }`, as exported. All problems come at once, each with its line. An item with the `externalId` of a finding that its first entity has leaves that one as it is. Needs `performance.finding.create` for the first entity of each.",
        "parameters": [
          {
            "name": "dryRun",
            "in": "query",
            "description": "Says what would come of it, and records nothing",
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "text/csv": {
              "schema": {
                "type": "string"
              }
            },
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "findings"
                ],
                "properties": {
                  "findings": {
                    "type": "array",
                    "maxItems": 1000,
                    "items": {
                      "type": "object",
                      "additionalProperties": true
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came, or would come, of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingImport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "get": {
        "operationId": "getFinding",
        "tags": [
          "findings"
        ],
        "responses": {
          "200": {
            "description": "With what the caller may do",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteFinding",
        "tags": [
          "findings"
        ],
        "summary": "Delete a finding for good, with its history",
        "description": "Needs `performance.administer` on the entity that it belongs to. Waivers on it end, its duplicates are open again, and what it was made of is to be decided on anew.",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateFinding",
        "tags": [
          "findings"
        ],
        "summary": "Change what a finding says or who sees to it",
        "description": "Effort, owner, due date and links need `performance.finding.update`, the rest `performance.finding.verify`. A 409 where somebody changed it since `version`: it says who and when.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 200
                  },
                  "description": {
                    "type": "string",
                    "maxLength": 20000
                  },
                  "category": {
                    "$ref": "#/components/schemas/FindingCategory"
                  },
                  "severity": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "likelihood": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "affected": {
                    "type": "array",
                    "maxItems": 50,
                    "items": {
                      "type": "string",
                      "maxLength": 500
                    },
                    "description": "Full refs of further entities"
                  },
                  "recommendation": {
                    "type": "string",
                    "maxLength": 20000
                  },
                  "effort": {
                    "oneOf": [
                      {
                        "$ref": "#/components/schemas/FindingEffort"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "owner": {
                    "oneOf": [
                      {
                        "type": "string",
                        "maxLength": 500
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "dueDate": {
                    "oneOf": [
                      {
                        "type": "string",
                        "format": "date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "links": {
                    "type": "array",
                    "maxItems": 50,
                    "items": {
                      "$ref": "#/components/schemas/FindingLink"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Changed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/status": {
      "post": {
        "operationId": "changeFindingStatus",
        "tags": [
          "findings"
        ],
        "summary": "Work on it, resolve, verify, reopen or dismiss it",
        "description": "`open`, `in-progress` and `resolved` need `performance.finding.update`; `verified`, `duplicate`, `invalid`, and leaving these, `performance.finding.verify`. Nobody verifies what they resolved. `risk-accepted` comes and goes with a waiver on `finding:<id>` and nothing else.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "status"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "status": {
                    "$ref": "#/components/schemas/FindingStatus"
                  },
                  "note": {
                    "type": "string",
                    "maxLength": 2000,
                    "description": "Needed for `invalid`, and for reopening what was resolved or verified"
                  },
                  "duplicateOf": {
                    "type": "string",
                    "maxLength": 20,
                    "description": "Id of the finding that goes on; needed for `duplicate`"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Changed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/issue": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "post": {
        "operationId": "linkFindingIssue",
        "tags": [
          "findings"
        ],
        "summary": "Have an issue made of it, or take one there is, and keep both in step",
        "description": "The issue is made, and followed, in the background: `issue` says how that goes. It goes where an annotation of an affected entity says (`github.com/project-slug`, `jira/project-key`), or to a project that the configuration opens to all. Needs `performance.finding.update`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "tracker"
                ],
                "additionalProperties": false,
                "properties": {
                  "tracker": {
                    "type": "string",
                    "maxLength": 255,
                    "description": "Its configured name"
                  },
                  "project": {
                    "type": "string",
                    "maxLength": 255,
                    "description": "Unless given, what the annotations say, or the only one that is open to all"
                  },
                  "key": {
                    "type": "string",
                    "maxLength": 255,
                    "description": "Of an issue there is: `acme/shop#12`, `SHOP-12`, or its address"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "To be made or followed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "unlinkFindingIssue",
        "tags": [
          "findings"
        ],
        "summary": "No longer keep it in step with its issue, which stays as it is",
        "responses": {
          "200": {
            "description": "No longer in step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/issue/attempts": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "post": {
        "operationId": "retryFindingIssue",
        "tags": [
          "findings"
        ],
        "summary": "Bring it in step with its issue as soon as possible, whatever went wrong before",
        "description": "Needs `performance.finding.update`.",
        "responses": {
          "200": {
            "description": "To be tried",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/comments": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "get": {
        "operationId": "listFindingComments",
        "tags": [
          "findings"
        ],
        "responses": {
          "200": {
            "description": "Oldest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FindingComment"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "addFindingComment",
        "tags": [
          "findings"
        ],
        "summary": "Say something about it",
        "description": "Needs `performance.finding.update` or `performance.finding.verify`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "body"
                ],
                "additionalProperties": false,
                "properties": {
                  "body": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 10000,
                    "description": "Markdown"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Said",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingComment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/comments/{commentId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        },
        {
          "name": "commentId",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 20
          }
        }
      ],
      "delete": {
        "operationId": "deleteFindingComment",
        "tags": [
          "findings"
        ],
        "summary": "Take back one's own comment",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/history": {
      "get": {
        "operationId": "listFindingEvents",
        "tags": [
          "findings"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/findingId"
          }
        ],
        "responses": {
          "200": {
            "description": "Newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FindingEvent"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/binding": {
      "parameters": [
        {
          "$ref": "#/components/parameters/findingId"
        }
      ],
      "put": {
        "operationId": "bindFinding",
        "tags": [
          "findings"
        ],
        "summary": "Bind it to the verdict that shows whether it is mended",
        "description": "To a budget, SLO or check of an entity that it affects. After `greenDays` days of evidence in a row, all green, its closure is proposed; once it is resolved or verified, a confirmed failure opens it again. Days count from the day on which it is bound. Needs `performance.finding.verify`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "entityRef",
                  "ruleId",
                  "greenDays"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "entityRef": {
                    "type": "string",
                    "maxLength": 500
                  },
                  "ruleId": {
                    "type": "string",
                    "maxLength": 800,
                    "description": "E.g. `budget:http.request.duration:p95`"
                  },
                  "environment": {
                    "type": "string",
                    "maxLength": 63,
                    "description": "Of the verdict; `*` unless given"
                  },
                  "labels": {
                    "type": "object",
                    "description": "Exactly those of the verdict; none unless given",
                    "additionalProperties": {
                      "type": "string",
                      "maxLength": 1000
                    }
                  },
                  "greenDays": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 90
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Bound",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "unbindFinding",
        "tags": [
          "findings"
        ],
        "summary": "Leave it to people whether it is mended",
        "parameters": [
          {
            "name": "version",
            "in": "query",
            "required": true,
            "schema": {
              "type": "integer"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Not bound any more; its days are forgotten",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings/{findingId}/closure": {
      "post": {
        "operationId": "decideFindingClosure",
        "tags": [
          "findings"
        ],
        "summary": "Verify that it is mended as the evidence says, or decline",
        "description": "While its closure is proposed. Nobody verifies what they resolved. Declining needs a note, and the days count anew from the next on. Needs `performance.finding.verify`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "decision"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "decision": {
                    "type": "string",
                    "enum": [
                      "verify",
                      "decline"
                    ]
                  },
                  "note": {
                    "type": "string",
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews": {
      "get": {
        "operationId": "listReviews",
        "tags": [
          "reviews"
        ],
        "summary": "Architecture reviews",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Reviews of this entity, and of what is planned within it",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "template",
            "in": "query",
            "allowReserved": true,
            "description": "Names of templates",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 200
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "description": "All but `archived` unless given",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ReviewStatus"
              }
            }
          },
          {
            "name": "reviewer",
            "in": "query",
            "allowReserved": true,
            "description": "Refs of users and groups, any of them",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "Only those that the caller, or a group of theirs, is a reviewer of",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "overdue",
            "in": "query",
            "description": "Published, and their next review date has come",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "stale",
            "in": "query",
            "description": "With an answer whose surroundings have changed since",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/ownerFilter"
          },
          {
            "$ref": "#/components/parameters/systemFilter"
          },
          {
            "$ref": "#/components/parameters/domainFilter"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Free text over title, entity and the title of the template",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "changedAt",
                "createdAt",
                "nextReviewAt",
                "title",
                "entity",
                "status"
              ],
              "default": "changedAt"
            }
          },
          {
            "$ref": "#/components/parameters/order"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Changed last first unless sorted otherwise. A facet's counts are over the whole filtered set, apart from the filter by what it is about.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "facets",
                    "may"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Review"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "facets": {
                      "type": "object",
                      "required": [
                        "statuses",
                        "templates",
                        "reviewers",
                        "owners"
                      ],
                      "properties": {
                        "statuses": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "templates": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "reviewers": {
                          "$ref": "#/components/schemas/Facet"
                        },
                        "owners": {
                          "$ref": "#/components/schemas/Facet"
                        }
                      }
                    },
                    "may": {
                      "type": "object",
                      "required": [
                        "begin"
                      ],
                      "properties": {
                        "begin": {
                          "type": "boolean",
                          "description": "Whether there may be an entity that the caller may begin a review of"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createReview",
        "tags": [
          "reviews"
        ],
        "summary": "Begin a review",
        "description": "Of an entity of the catalog, or of something planned within one; then `within` names that. A 409 where a review of the same by the same template is under way. Needs `performance.review.create`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "subject",
                  "template"
                ],
                "additionalProperties": false,
                "properties": {
                  "subject": {
                    "type": "object",
                    "required": [
                      "entityRef"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "entityRef": {
                        "type": "string",
                        "maxLength": 500
                      },
                      "within": {
                        "type": "string",
                        "maxLength": 500
                      },
                      "title": {
                        "type": "string",
                        "maxLength": 200
                      }
                    }
                  },
                  "template": {
                    "type": "string",
                    "maxLength": 200,
                    "description": "Name of the definition"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "Made of the template's and the subject's unless given"
                  },
                  "reviewers": {
                    "$ref": "#/components/schemas/Reviewers"
                  },
                  "nextReviewAt": {
                    "type": "string",
                    "format": "date-time",
                    "description": "What the template says from publication on, unless given"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Begun, as `draft`",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        }
      ],
      "get": {
        "operationId": "getReview",
        "tags": [
          "reviews"
        ],
        "responses": {
          "200": {
            "description": "With template, answers and what the caller may do",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteReview",
        "tags": [
          "reviews"
        ],
        "summary": "Delete a review for good, with its answers, files, milestones and history",
        "description": "Needs `performance.administer` on the entity that it belongs to. Findings that were made of it stay, with a note.",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateReview",
        "tags": [
          "reviews"
        ],
        "summary": "Change title, reviewers or next review date",
        "description": "Needs `performance.review.conduct`. A 409 where somebody changed it since `version`: it says who and when.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "reviewers": {
                    "$ref": "#/components/schemas/Reviewers"
                  },
                  "nextReviewAt": {
                    "oneOf": [
                      {
                        "type": "string",
                        "format": "date-time"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "`null` for none"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Changed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewDetail"
                }
              }
            }
          },
          "409": {
            "$ref": "#/components/responses/ReviewConflict"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/status": {
      "post": {
        "operationId": "changeReviewStatus",
        "tags": [
          "reviews"
        ],
        "summary": "Hand it in, send it back, publish, reopen or archive it",
        "description": "`draft` → `in-review` → `published`; `in-review` and `published` go back to `draft`; any but `archived` can be archived, which is final. Publishing, reopening and archiving need `performance.review.conduct`, the others `performance.review.answer`. Publishing takes all required questions answered or not applicable and no stale answer: a 409 with `problems` otherwise. It makes a milestone.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "status"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "status": {
                    "$ref": "#/components/schemas/ReviewStatus"
                  },
                  "note": {
                    "type": "string",
                    "maxLength": 2000
                  },
                  "nextReviewAt": {
                    "type": "string",
                    "format": "date-time",
                    "description": "On publication; what was planned, or the template's, unless given"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Changed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewDetail"
                }
              }
            }
          },
          "409": {
            "$ref": "#/components/responses/ReviewConflict"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/answers/{question}": {
      "put": {
        "operationId": "answerReviewQuestion",
        "tags": [
          "reviews"
        ],
        "summary": "Answer one question, or take its answer back",
        "description": "For saving while somebody writes. An answer's version is 0 as long as there is none. A 409 where somebody else answered since `version`: it carries what they answered, nothing is overwritten. Only while the review is `draft` or `in-review`. Needs `performance.review.answer`. Evidence has to exist and be visible to the caller.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "$ref": "#/components/parameters/reviewQuestion"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "answer"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "answer": {
                    "$ref": "#/components/schemas/ReviewAnswerInput"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Saved, with what it does to the review",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "answer",
                    "risks",
                    "progress",
                    "problems"
                  ],
                  "properties": {
                    "answer": {
                      "$ref": "#/components/schemas/ReviewAnswer"
                    },
                    "risks": {
                      "type": "array",
                      "description": "All that the review's answers raise now",
                      "items": {
                        "$ref": "#/components/schemas/ReviewRaisedRisk"
                      }
                    },
                    "progress": {
                      "$ref": "#/components/schemas/ReviewProgress"
                    },
                    "problems": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReviewProblem"
                      }
                    }
                  }
                }
              }
            }
          },
          "409": {
            "$ref": "#/components/responses/ReviewAnswerConflict"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/answers/{question}/confirmation": {
      "post": {
        "operationId": "confirmReviewAnswer",
        "tags": [
          "reviews"
        ],
        "summary": "Say that a stale answer is still right",
        "description": "Of a published review too. Needs `performance.review.answer`. A 409 where the answer changed since `version`, or isn't stale.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "$ref": "#/components/parameters/reviewQuestion"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "note": {
                    "type": "string",
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Confirmed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewAnswer"
                }
              }
            }
          },
          "409": {
            "$ref": "#/components/responses/ReviewAnswerConflict"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/comments": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        }
      ],
      "get": {
        "operationId": "listReviewComments",
        "tags": [
          "reviews"
        ],
        "parameters": [
          {
            "name": "question",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Oldest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReviewComment"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "addReviewComment",
        "tags": [
          "reviews"
        ],
        "description": "Needs `performance.review.answer`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "body"
                ],
                "additionalProperties": false,
                "properties": {
                  "question": {
                    "type": "string",
                    "maxLength": 200,
                    "description": "Absent for one on the review as a whole"
                  },
                  "body": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 20000,
                    "description": "Markdown"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Added",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewComment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/comments/{commentId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        },
        {
          "name": "commentId",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 20
          }
        }
      ],
      "patch": {
        "operationId": "editReviewComment",
        "tags": [
          "reviews"
        ],
        "description": "One's own only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "body"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer"
                  },
                  "body": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 20000,
                    "description": "Markdown"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Edited",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewComment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteReviewComment",
        "tags": [
          "reviews"
        ],
        "description": "One's own only.",
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/attachments": {
      "post": {
        "operationId": "addReviewAttachment",
        "tags": [
          "reviews"
        ],
        "summary": "Upload a small file as evidence",
        "description": "The body is the file, at most 2 MB: PNG, JPEG, WebP, PDF, CSV, plain text, JSON or Markdown, which its name's ending says and its content has to be. At most 50 per review. Needs `performance.review.answer`. An answer refers to it as evidence of the type `attachment`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "name",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/octet-stream": {
              "schema": {}
            },
            "*/*": {
              "schema": {}
            }
          }
        },
        "responses": {
          "201": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewAttachment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/attachments/{attachmentId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        },
        {
          "name": "attachmentId",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 20
          }
        }
      ],
      "get": {
        "operationId": "getReviewAttachment",
        "tags": [
          "reviews"
        ],
        "responses": {
          "200": {
            "description": "The file, to be saved rather than shown",
            "content": {
              "application/octet-stream": {
                "schema": {
                  "type": "string",
                  "format": "binary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteReviewAttachment",
        "tags": [
          "reviews"
        ],
        "description": "A 409 where an answer or a milestone refers to it. Needs `performance.review.answer`.",
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/milestones": {
      "post": {
        "operationId": "addReviewMilestone",
        "tags": [
          "reviews"
        ],
        "summary": "Keep the review as it stands, for good",
        "description": "Needs `performance.review.conduct`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "name"
                ],
                "additionalProperties": false,
                "properties": {
                  "name": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewMilestoneSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/milestones/{number}": {
      "get": {
        "operationId": "getReviewMilestone",
        "tags": [
          "reviews"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "number",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "As it was",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewMilestone"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/comparison": {
      "get": {
        "operationId": "compareReviewMilestones",
        "tags": [
          "reviews"
        ],
        "summary": "What changed between two milestones, or one and now",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "from",
            "in": "query",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100000
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "The review as it stands now unless given",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Only what differs",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewComparison"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/template-update": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        }
      ],
      "get": {
        "operationId": "getReviewTemplateUpdate",
        "tags": [
          "reviews"
        ],
        "summary": "What is new in the template since the review began",
        "responses": {
          "200": {
            "description": "What moving to it would change",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewTemplateUpdate"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "updateReviewTemplate",
        "tags": [
          "reviews"
        ],
        "summary": "Move the review to the template's newest version",
        "description": "Answers to questions that stay are kept, those to questions that go remain in milestones and history. Only while the review is `draft` or `in-review`. Needs `performance.review.conduct`. A 409 where there is nothing newer, or the template changed since `to` was looked at.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "to"
                ],
                "additionalProperties": false,
                "properties": {
                  "version": {
                    "type": "integer",
                    "description": "Of the review"
                  },
                  "to": {
                    "type": "string",
                    "maxLength": 64,
                    "description": "The update's `id`, so that it is what the caller has seen"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Moved",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewDetail"
                }
              }
            }
          },
          "409": {
            "$ref": "#/components/responses/ReviewConflict"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/drafts": {
      "get": {
        "operationId": "getReviewDrafts",
        "tags": [
          "reviews"
        ],
        "summary": "Budgets and SLOs that the numbers answered make",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "responses": {
          "200": {
            "description": "To be taken into an editor or a file; nothing is stored",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "yaml",
                    "count"
                  ],
                  "properties": {
                    "yaml": {
                      "type": "string",
                      "description": "Documents of definitions; empty where there are none"
                    },
                    "count": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/export": {
      "get": {
        "operationId": "exportReview",
        "tags": [
          "reviews"
        ],
        "summary": "The review as Markdown",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "milestone",
            "in": "query",
            "description": "As it was then; as it stands unless given",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A document",
            "content": {
              "text/markdown": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/history": {
      "get": {
        "operationId": "getReviewHistory",
        "tags": [
          "reviews"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "question",
            "in": "query",
            "allowReserved": true,
            "description": "Only what happened to its answer",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/offset"
          }
        ],
        "responses": {
          "200": {
            "description": "Newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReviewEvent"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/risks/{question}/{index}/finding": {
      "post": {
        "operationId": "makeReviewFinding",
        "tags": [
          "reviews"
        ],
        "summary": "Make a finding of a risk that an answer raises",
        "description": "Whatever the body doesn't say comes from the template. Needs `performance.review.conduct` and `performance.finding.create`. A 409 where it isn't raised, or has been decided on.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "$ref": "#/components/parameters/reviewQuestion"
          },
          {
            "$ref": "#/components/parameters/reviewRiskIndex"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "title": {
                    "type": "string",
                    "minLength": 3,
                    "maxLength": 200
                  },
                  "description": {
                    "type": "string",
                    "maxLength": 20000,
                    "description": "Markdown"
                  },
                  "recommendation": {
                    "type": "string",
                    "maxLength": 20000,
                    "description": "Markdown"
                  },
                  "category": {
                    "$ref": "#/components/schemas/FindingCategory"
                  },
                  "severity": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "likelihood": {
                    "$ref": "#/components/schemas/RiskGrade"
                  },
                  "effort": {
                    "$ref": "#/components/schemas/FindingEffort"
                  },
                  "owner": {
                    "type": "string",
                    "maxLength": 500,
                    "description": "Group or user ref; the entity's owner unless given"
                  },
                  "dueDate": {
                    "type": "string",
                    "format": "date"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "findingId",
                    "risk"
                  ],
                  "properties": {
                    "findingId": {
                      "type": "string"
                    },
                    "risk": {
                      "$ref": "#/components/schemas/ReviewRaisedRisk"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews/{reviewId}/risks/{question}/{index}/dismissal": {
      "parameters": [
        {
          "$ref": "#/components/parameters/reviewId"
        },
        {
          "$ref": "#/components/parameters/reviewQuestion"
        },
        {
          "$ref": "#/components/parameters/reviewRiskIndex"
        }
      ],
      "post": {
        "operationId": "dismissReviewRisk",
        "tags": [
          "reviews"
        ],
        "summary": "Say why nothing has to be made of a risk",
        "description": "Needs `performance.review.conduct`. A 409 where it isn't raised, or has been decided on.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "reason"
                ],
                "additionalProperties": false,
                "properties": {
                  "reason": {
                    "type": "string",
                    "minLength": 10,
                    "maxLength": 2000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Dismissed",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "restoreReviewRisk",
        "tags": [
          "reviews"
        ],
        "summary": "Take a dismissal back",
        "description": "Needs `performance.review.conduct`.",
        "responses": {
          "200": {
            "description": "To be decided on again",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "findingId": {
        "name": "findingId",
        "in": "path",
        "required": true,
        "description": "Its number",
        "schema": {
          "type": "string",
          "maxLength": 20
        }
      },
      "findingAssignee": {
        "name": "assignee",
        "in": "query",
        "allowReserved": true,
        "description": "Full refs of users and groups that see to them, any of them; `none` for those without",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 500
          }
        }
      },
      "findingMine": {
        "name": "mine",
        "in": "query",
        "description": "Only those that the caller, or a group of theirs, sees to, or owns the entity of",
        "schema": {
          "type": "boolean"
        }
      },
      "findingStatusFilter": {
        "name": "status",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FindingStatus"
          }
        }
      },
      "findingRiskFilter": {
        "name": "risk",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RiskLevel"
          }
        }
      },
      "findingCategoryFilter": {
        "name": "category",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FindingCategory"
          }
        }
      },
      "findingSeverityFilter": {
        "name": "severity",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RiskGrade"
          }
        }
      },
      "findingLikelihoodFilter": {
        "name": "likelihood",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/RiskGrade"
          }
        }
      },
      "findingEffortFilter": {
        "name": "effort",
        "in": "query",
        "schema": {
          "type": "array",
          "items": {
            "$ref": "#/components/schemas/FindingEffort"
          }
        }
      },
      "findingOpen": {
        "name": "open",
        "in": "query",
        "description": "Whether they are `open`, `in-progress` or `resolved`",
        "schema": {
          "type": "boolean"
        }
      },
      "findingOverdue": {
        "name": "overdue",
        "in": "query",
        "description": "Open, and their due day is over",
        "schema": {
          "type": "boolean"
        }
      },
      "findingProposed": {
        "name": "proposed",
        "in": "query",
        "description": "Whether their closure is proposed",
        "schema": {
          "type": "boolean"
        }
      },
      "findingBound": {
        "name": "bound",
        "in": "query",
        "description": "Whether they are bound to a verdict",
        "schema": {
          "type": "boolean"
        }
      },
      "findingReview": {
        "name": "reviewId",
        "in": "query",
        "description": "That came of this review",
        "schema": {
          "type": "string",
          "maxLength": 20
        }
      },
      "findingText": {
        "name": "q",
        "in": "query",
        "allowReserved": true,
        "description": "Free text over title, number, description and entity",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "reviewId": {
        "name": "reviewId",
        "in": "path",
        "required": true,
        "description": "Its number",
        "schema": {
          "type": "string",
          "maxLength": 20
        }
      },
      "reviewQuestion": {
        "name": "question",
        "in": "path",
        "required": true,
        "description": "Name of a question of its template",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "reviewRiskIndex": {
        "name": "index",
        "in": "path",
        "required": true,
        "description": "Among the question's risks, from 0",
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 1000
        }
      },
      "proposalId": {
        "name": "proposalId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 20
        }
      },
      "sloId": {
        "name": "sloId",
        "in": "path",
        "required": true,
        "description": "As in the list of SLOs",
        "schema": {
          "type": "string"
        }
      },
      "waiverId": {
        "name": "waiverId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "policyId": {
        "name": "definitionId",
        "in": "path",
        "required": true,
        "description": "URL-encoded id, e.g. `org/policy/api-latency`",
        "schema": {
          "type": "string"
        }
      },
      "entityRef": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string"
        }
      },
      "entityRefRequired": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "required": true,
        "description": "e.g. `component:default/checkout`",
        "schema": {
          "type": "string"
        }
      },
      "environment": {
        "name": "environment",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string"
        }
      },
      "environmentRequired": {
        "name": "environment",
        "in": "query",
        "allowReserved": true,
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$"
        }
      },
      "runId": {
        "name": "runId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "entityKind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "entityNamespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "entityName": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "check": {
        "name": "check",
        "in": "path",
        "required": true,
        "description": "Name of a check that applies to the entity",
        "schema": {
          "type": "string"
        }
      },
      "scorecardId": {
        "name": "definitionId",
        "in": "path",
        "required": true,
        "description": "URL-encoded id, e.g. `org/scorecard/service-baseline`",
        "schema": {
          "type": "string"
        }
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 25
        }
      },
      "offset": {
        "name": "offset",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      "order": {
        "name": "order",
        "in": "query",
        "schema": {
          "type": "string",
          "enum": [
            "asc",
            "desc"
          ]
        }
      },
      "ownerFilter": {
        "name": "owner",
        "in": "query",
        "allowReserved": true,
        "description": "Group or user refs, child groups included; `(none)` for who has no owner",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "systemFilter": {
        "name": "system",
        "in": "query",
        "allowReserved": true,
        "description": "System refs; `(none)` for what is in no system",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "domainFilter": {
        "name": "domain",
        "in": "query",
        "allowReserved": true,
        "description": "Domain refs, subdomains included; `(none)` for what is in no domain",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "kindFilter": {
        "name": "kind",
        "in": "query",
        "allowReserved": true,
        "description": "Entity kinds",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "typeFilter": {
        "name": "type",
        "in": "query",
        "allowReserved": true,
        "description": "Entity types (`spec.type`)",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "tagFilter": {
        "name": "tag",
        "in": "query",
        "allowReserved": true,
        "description": "Any of these; `(none)` for what has no tag",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "lifecycleFilter": {
        "name": "lifecycle",
        "in": "query",
        "allowReserved": true,
        "description": "`(none)` for what has no lifecycle",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "environmentFilter": {
        "name": "environment",
        "in": "query",
        "allowReserved": true,
        "description": "`*` is that of checks, which are about no environment",
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "areaFilter": {
        "name": "area",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "responses": {
      "ReviewConflict": {
        "description": "Somebody changed it meanwhile, or it isn't in a state for this",
        "content": {
          "application/json": {
            "schema": {
              "type": "object",
              "required": [
                "error",
                "response"
              ],
              "properties": {
                "error": {
                  "type": "object",
                  "required": [
                    "name",
                    "message"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string",
                      "description": "Who changed what and when"
                    },
                    "problems": {
                      "type": "array",
                      "description": "What keeps it from being published",
                      "items": {
                        "$ref": "#/components/schemas/ReviewProblem"
                      }
                    }
                  },
                  "additionalProperties": true
                },
                "request": {
                  "type": "object",
                  "additionalProperties": true
                },
                "response": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          }
        }
      },
      "ReviewAnswerConflict": {
        "description": "Somebody answered meanwhile, or the review isn't in a state for this",
        "content": {
          "application/json": {
            "schema": {
              "type": "object",
              "required": [
                "error",
                "response"
              ],
              "properties": {
                "error": {
                  "type": "object",
                  "required": [
                    "name",
                    "message"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string",
                      "description": "Who answered and when"
                    },
                    "current": {
                      "$ref": "#/components/schemas/ReviewAnswer",
                      "description": "The answer as it is now, where somebody changed it"
                    }
                  },
                  "additionalProperties": true
                },
                "request": {
                  "type": "object",
                  "additionalProperties": true
                },
                "response": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          }
        }
      },
      "Error": {
        "description": "What, where and how to fix it",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            }
          }
        }
      }
    },
    "schemas": {
      "ErrorResponse": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            },
            "additionalProperties": true
          },
          "request": {
            "type": "object",
            "additionalProperties": true
          },
          "response": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "VerdictState": {
        "type": "string",
        "enum": [
          "pass",
          "warn",
          "fail",
          "no-data",
          "not-applicable"
        ]
      },
      "Labels": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "StateCounts": {
        "type": "object",
        "required": [
          "pass",
          "warn",
          "fail",
          "no-data",
          "not-applicable"
        ],
        "properties": {
          "pass": {
            "type": "integer"
          },
          "warn": {
            "type": "integer"
          },
          "fail": {
            "type": "integer"
          },
          "no-data": {
            "type": "integer"
          },
          "not-applicable": {
            "type": "integer"
          }
        }
      },
      "Facet": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "value",
            "count"
          ],
          "properties": {
            "value": {
              "type": "string"
            },
            "title": {
              "type": "string",
              "description": "What people call it, where the value isn't made for them"
            },
            "count": {
              "type": "integer"
            }
          }
        }
      },
      "RollupCounts": {
        "type": "object",
        "description": "Current verdicts, with true denominators: missing data counts, what isn't applicable doesn't.",
        "required": [
          "states",
          "waived",
          "total",
          "within"
        ],
        "properties": {
          "states": {
            "$ref": "#/components/schemas/StateCounts"
          },
          "waived": {
            "type": "integer",
            "description": "How many of the failures and missing data a waiver covers; never within limits"
          },
          "total": {
            "type": "integer",
            "description": "All but not-applicable"
          },
          "within": {
            "type": "integer",
            "description": "Within their fail limit, so `pass` and `warn`"
          },
          "share": {
            "type": "number",
            "description": "`within` over `total`; absent where there is nothing to judge"
          }
        }
      },
      "RollupLevel": {
        "type": "object",
        "description": "How many entities of a group have reached a level of a scorecard, and none above",
        "required": [
          "definitionId",
          "rank",
          "entities"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "rank": {
            "type": "integer",
            "description": "0 is the lowest level, -1 is below it"
          },
          "name": {
            "type": "string",
            "description": "Absent below the lowest level"
          },
          "entities": {
            "type": "integer"
          }
        }
      },
      "RollupGroup": {
        "type": "object",
        "required": [
          "value",
          "entities",
          "counts",
          "levels"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "A ref, tag or lifecycle, to filter by; `(none)` for entities that have none; `*` for the organisation"
          },
          "title": {
            "type": "string"
          },
          "entities": {
            "type": "integer",
            "description": "With at least one verdict"
          },
          "counts": {
            "$ref": "#/components/schemas/RollupCounts"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RollupLevel"
            }
          }
        }
      },
      "RollupCell": {
        "type": "object",
        "required": [
          "area",
          "counts"
        ],
        "properties": {
          "area": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/RollupCounts"
          }
        }
      },
      "RollupRow": {
        "type": "object",
        "required": [
          "value",
          "entities",
          "counts",
          "cells"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "A ref; `(none)` for entities that have none"
          },
          "title": {
            "type": "string"
          },
          "parent": {
            "type": "string",
            "description": "Ref of a system's domain, a domain's parent domain or a group's parent group"
          },
          "entities": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/RollupCounts"
          },
          "cells": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RollupCell"
            }
          }
        }
      },
      "Mover": {
        "type": "object",
        "required": [
          "value",
          "then",
          "now",
          "change"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "A ref"
          },
          "title": {
            "type": "string"
          },
          "then": {
            "$ref": "#/components/schemas/RollupCounts"
          },
          "now": {
            "$ref": "#/components/schemas/RollupCounts"
          },
          "change": {
            "type": "number",
            "description": "Of the share within limits, e.g. -0.25"
          }
        }
      },
      "Offender": {
        "type": "object",
        "required": [
          "value",
          "counts"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "A ref"
          },
          "title": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/RollupCounts"
          }
        }
      },
      "Goal": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "title",
          "layer",
          "target",
          "met",
          "now",
          "then",
          "trend"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "target": {
            "type": "number",
            "description": "Share within limits, e.g. 0.95"
          },
          "by": {
            "type": "string",
            "format": "date-time"
          },
          "label": {
            "type": "string",
            "description": "What is counted, e.g. `journey`"
          },
          "met": {
            "type": "boolean"
          },
          "now": {
            "description": "Missing evidence is `states.no-data`",
            "$ref": "#/components/schemas/RollupCounts"
          },
          "then": {
            "type": "object",
            "required": [
              "day",
              "counts"
            ],
            "properties": {
              "day": {
                "type": "string",
                "format": "date"
              },
              "counts": {
                "$ref": "#/components/schemas/RollupCounts"
              }
            }
          },
          "trend": {
            "type": "array",
            "description": "One point a day, oldest first; the last is today's, as of now",
            "items": {
              "type": "object",
              "required": [
                "day",
                "total",
                "within",
                "noData"
              ],
              "properties": {
                "day": {
                  "type": "string",
                  "format": "date"
                },
                "total": {
                  "type": "integer"
                },
                "within": {
                  "type": "integer"
                },
                "noData": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "EntityListItem": {
        "type": "object",
        "required": [
          "entity",
          "counts",
          "blocking"
        ],
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "counts": {
            "$ref": "#/components/schemas/RollupCounts"
          },
          "blocking": {
            "type": "integer",
            "description": "Failures that close the gate now"
          },
          "gateOpenUntil": {
            "type": "string",
            "format": "date-time",
            "description": "The end of an override of its gate that is in force"
          },
          "nextBlock": {
            "type": "object",
            "description": "The next failure to close the gate, if nothing else changes",
            "required": [
              "at",
              "title",
              "verdictId",
              "cause"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "title": {
                "type": "string"
              },
              "verdictId": {
                "type": "string"
              },
              "cause": {
                "type": "string",
                "enum": [
                  "policy",
                  "waiver"
                ],
                "description": "A policy's date, or the end of a waiver"
              }
            }
          },
          "scorecard": {
            "type": "object",
            "description": "The outermost scorecard that holds for it",
            "required": [
              "definitionId",
              "title"
            ],
            "properties": {
              "definitionId": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "level": {
                "type": "object",
                "description": "Absent below the lowest",
                "required": [
                  "name",
                  "title",
                  "rank"
                ],
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "rank": {
                    "type": "integer"
                  }
                }
              },
              "score": {
                "type": "number"
              }
            }
          }
        }
      },
      "Layer": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "org",
              "domain",
              "system",
              "component"
            ]
          },
          "entityRef": {
            "type": "string"
          }
        }
      },
      "Bound": {
        "type": "object",
        "required": [
          "operator",
          "value",
          "unit",
          "text"
        ],
        "properties": {
          "operator": {
            "type": "string",
            "enum": [
              "<=",
              "<",
              ">=",
              ">"
            ]
          },
          "value": {
            "type": "number"
          },
          "unit": {
            "$ref": "#/components/schemas/Unit"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "Unit": {
        "type": "string",
        "enum": [
          "ms",
          "B",
          "ratio",
          "1/s",
          "1"
        ]
      },
      "EffectiveBound": {
        "type": "object",
        "required": [
          "operator",
          "value",
          "unit",
          "definitionId",
          "layer"
        ],
        "properties": {
          "operator": {
            "type": "string",
            "enum": [
              "<=",
              "<",
              ">=",
              ">"
            ]
          },
          "value": {
            "type": "number"
          },
          "unit": {
            "$ref": "#/components/schemas/Unit"
          },
          "definitionId": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          }
        }
      },
      "EffectiveNumber": {
        "type": "object",
        "required": [
          "value",
          "definitionId",
          "layer"
        ],
        "properties": {
          "value": {
            "type": "number"
          },
          "definitionId": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          }
        }
      },
      "EffectiveLimit": {
        "type": "object",
        "properties": {
          "fail": {
            "$ref": "#/components/schemas/EffectiveBound"
          },
          "warn": {
            "$ref": "#/components/schemas/EffectiveBound"
          },
          "minSamples": {
            "$ref": "#/components/schemas/EffectiveNumber"
          },
          "maxAgeSeconds": {
            "$ref": "#/components/schemas/EffectiveNumber"
          }
        }
      },
      "LimitEffect": {
        "type": "string",
        "enum": [
          "sets",
          "overruled",
          "no-effect"
        ]
      },
      "LimitContribution": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "layer",
          "asked",
          "effect"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "asked": {
            "type": "object",
            "properties": {
              "fail": {
                "$ref": "#/components/schemas/Bound"
              },
              "warn": {
                "$ref": "#/components/schemas/Bound"
              },
              "minSamples": {
                "type": "number"
              },
              "maxAgeSeconds": {
                "type": "number"
              }
            }
          },
          "ratchet": {
            "description": "Where a policy's ratchet asks for the fail limit",
            "type": "object",
            "required": [
              "best",
              "tolerance"
            ],
            "properties": {
              "best": {
                "type": "number",
                "description": "The best median of five comparable runs in a row, in the unit of the limit"
              },
              "tolerance": {
                "type": "number",
                "description": "A ratio"
              }
            }
          },
          "effect": {
            "type": "object",
            "properties": {
              "fail": {
                "$ref": "#/components/schemas/LimitEffect"
              },
              "warn": {
                "$ref": "#/components/schemas/LimitEffect"
              },
              "minSamples": {
                "$ref": "#/components/schemas/LimitEffect"
              },
              "maxAgeSeconds": {
                "$ref": "#/components/schemas/LimitEffect"
              }
            }
          }
        }
      },
      "Evidence": {
        "type": "object",
        "required": [
          "runId",
          "tool",
          "startedAt",
          "endedAt",
          "quantileMethod"
        ],
        "properties": {
          "runId": {
            "type": "string"
          },
          "tool": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "samples": {
            "type": "number"
          },
          "quantileMethod": {
            "$ref": "#/components/schemas/QuantileMethod"
          },
          "commit": {
            "type": "string"
          },
          "branch": {
            "type": "string"
          }
        }
      },
      "QuantileMethod": {
        "type": "string",
        "enum": [
          "exact",
          "ddsketch",
          "reported",
          "none"
        ]
      },
      "Subject": {
        "type": "object",
        "required": [
          "entityRef",
          "environment",
          "labels"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          }
        }
      },
      "VerdictBase": {
        "type": "object",
        "required": [
          "ruleId",
          "definitionName",
          "title",
          "area",
          "subject",
          "state",
          "limit",
          "story",
          "confirm",
          "enforcement"
        ],
        "properties": {
          "ruleId": {
            "type": "string"
          },
          "definitionName": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "area": {
            "type": "string"
          },
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "reason": {
            "type": "object",
            "required": [
              "code",
              "message"
            ],
            "properties": {
              "code": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            }
          },
          "value": {
            "type": "number"
          },
          "limit": {
            "$ref": "#/components/schemas/EffectiveLimit"
          },
          "story": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LimitContribution"
            }
          },
          "evidence": {
            "$ref": "#/components/schemas/Evidence"
          },
          "confirm": {
            "type": "integer"
          },
          "enforcement": {
            "$ref": "#/components/schemas/Enforcement"
          },
          "waiver": {
            "$ref": "#/components/schemas/AppliedWaiver"
          }
        }
      },
      "BudgetVerdict": {
        "allOf": [
          {
            "$ref": "#/components/schemas/VerdictBase"
          },
          {
            "type": "object",
            "required": [
              "kind",
              "metric",
              "statistic",
              "unit"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "budget"
                ]
              },
              "metric": {
                "type": "string"
              },
              "statistic": {
                "type": "string"
              },
              "unit": {
                "$ref": "#/components/schemas/Unit"
              },
              "measured": {
                "type": "object",
                "description": "What the value comes from, where that isn't a run",
                "required": [
                  "source",
                  "query",
                  "windowSeconds",
                  "definitionId"
                ],
                "properties": {
                  "source": {
                    "type": "string",
                    "description": "Name of the metric source"
                  },
                  "query": {
                    "type": "string",
                    "description": "As the definition has it"
                  },
                  "windowSeconds": {
                    "type": "integer"
                  },
                  "definitionId": {
                    "type": "string",
                    "description": "Of the budget that says so"
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time",
                    "description": "End of the window of the value; of current verdicts"
                  }
                }
              }
            }
          }
        ]
      },
      "CheckVerdict": {
        "allOf": [
          {
            "$ref": "#/components/schemas/VerdictBase"
          },
          {
            "type": "object",
            "required": [
              "kind",
              "check"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "check"
                ]
              },
              "check": {
                "type": "object",
                "required": [
                  "type",
                  "rationale",
                  "fix"
                ],
                "properties": {
                  "type": {
                    "$ref": "#/components/schemas/CheckType"
                  },
                  "rationale": {
                    "type": "string"
                  },
                  "fix": {
                    "type": "string"
                  },
                  "guide": {
                    "type": "string"
                  }
                }
              }
            }
          }
        ]
      },
      "CheckType": {
        "type": "string",
        "enum": [
          "verdict",
          "entity",
          "run",
          "attestation",
          "finding",
          "review",
          "external",
          "extension"
        ]
      },
      "ErrorBudgetActionKind": {
        "type": "string",
        "enum": [
          "notify",
          "warn",
          "require-approval",
          "freeze"
        ]
      },
      "GateErrorBudgetAction": {
        "type": "object",
        "description": "What an error-budget policy asks for at the entity of a gate",
        "required": [
          "definitionId",
          "rule",
          "ruleId",
          "environment",
          "action",
          "except",
          "message",
          "since",
          "approved"
        ],
        "properties": {
          "definitionId": {
            "type": "string",
            "description": "Of the policy"
          },
          "rule": {
            "type": "string",
            "description": "Name of the policy's rule"
          },
          "ruleId": {
            "type": "string",
            "description": "Of the SLO, e.g. `slo:availability`"
          },
          "environment": {
            "type": "string"
          },
          "action": {
            "$ref": "#/components/schemas/ErrorBudgetActionKind"
          },
          "except": {
            "type": "array",
            "description": "Labels of changes that pass all the same",
            "items": {
              "type": "string"
            }
          },
          "message": {
            "type": "string",
            "description": "Why, when it began"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "approved": {
            "type": "boolean",
            "description": "A waiver on the SLO is approved"
          }
        }
      },
      "ErrorBudgetAction": {
        "type": "object",
        "description": "What an error-budget policy asks for or asked for, from when to when",
        "required": [
          "id",
          "entity",
          "definitionId",
          "rule",
          "ruleId",
          "environment",
          "action",
          "except",
          "message",
          "startedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "definitionId": {
            "type": "string",
            "description": "Of the policy"
          },
          "rule": {
            "type": "string",
            "description": "Name of the policy's rule"
          },
          "ruleId": {
            "type": "string",
            "description": "Of the SLO, e.g. `slo:availability`"
          },
          "environment": {
            "type": "string"
          },
          "action": {
            "$ref": "#/components/schemas/ErrorBudgetActionKind"
          },
          "except": {
            "type": "array",
            "description": "Labels of changes that pass all the same",
            "items": {
              "type": "string"
            }
          },
          "message": {
            "type": "string",
            "description": "Why, when it began"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "recoveringSince": {
            "type": "string",
            "format": "date-time",
            "description": "Since when its condition holds no more; it ends once that has been so for half an hour"
          },
          "ended": {
            "type": "object",
            "description": "Absent while it is in force",
            "required": [
              "at",
              "reason"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "reason": {
                "type": "string",
                "description": "The condition holds no more (`recovered`), or only since time was taken out of the SLO (`adjusted`); the policy asks for something else (`changed`), or the policy or the SLO is gone (`gone`)",
                "enum": [
                  "recovered",
                  "adjusted",
                  "changed",
                  "gone"
                ]
              },
              "adjustments": {
                "type": "array",
                "description": "Of `adjusted`, those made since it began",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "createdBy",
                    "createdAt",
                    "reason"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "createdBy": {
                      "type": "string"
                    },
                    "createdAt": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "reason": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "SloDuration": {
        "type": "object",
        "required": [
          "count",
          "unit"
        ],
        "properties": {
          "count": {
            "type": "integer",
            "minimum": 1
          },
          "unit": {
            "type": "string",
            "enum": [
              "minute",
              "hour",
              "day",
              "week",
              "month",
              "quarter",
              "year"
            ]
          }
        }
      },
      "SloTimeWindow": {
        "oneOf": [
          {
            "type": "object",
            "required": [
              "type",
              "duration"
            ],
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "rolling"
                ]
              },
              "duration": {
                "$ref": "#/components/schemas/SloDuration"
              }
            }
          },
          {
            "type": "object",
            "required": [
              "type",
              "duration",
              "startTime",
              "timeZone"
            ],
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "calendar"
                ]
              },
              "duration": {
                "$ref": "#/components/schemas/SloDuration"
              },
              "startTime": {
                "type": "string",
                "description": "Local time without a zone; where one of the windows begins"
              },
              "timeZone": {
                "type": "string",
                "description": "IANA"
              }
            }
          }
        ]
      },
      "SloVerdict": {
        "description": "The value is the attainment, as a ratio, and the fail limit the target",
        "allOf": [
          {
            "$ref": "#/components/schemas/VerdictBase"
          },
          {
            "type": "object",
            "required": [
              "kind",
              "unit",
              "slo"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "slo"
                ]
              },
              "unit": {
                "type": "string",
                "enum": [
                  "ratio"
                ]
              },
              "slo": {
                "type": "object",
                "required": [
                  "method",
                  "timeWindow"
                ],
                "properties": {
                  "objective": {
                    "type": "string",
                    "description": "Where several objectives stand for themselves"
                  },
                  "method": {
                    "type": "string",
                    "enum": [
                      "Occurrences",
                      "Timeslices",
                      "RatioTimeslices"
                    ]
                  },
                  "timeWindow": {
                    "$ref": "#/components/schemas/SloTimeWindow"
                  }
                }
              }
            }
          }
        ]
      },
      "FindingVerdict": {
        "description": "Of a finding that affects the entity; the environment is `*`",
        "allOf": [
          {
            "$ref": "#/components/schemas/VerdictBase"
          },
          {
            "type": "object",
            "required": [
              "kind",
              "finding"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "finding"
                ]
              },
              "finding": {
                "type": "object",
                "required": [
                  "findingId",
                  "category",
                  "risk",
                  "status"
                ],
                "properties": {
                  "findingId": {
                    "type": "string"
                  },
                  "category": {
                    "$ref": "#/components/schemas/FindingCategory"
                  },
                  "risk": {
                    "$ref": "#/components/schemas/RiskLevel"
                  },
                  "status": {
                    "$ref": "#/components/schemas/FindingStatus"
                  },
                  "dueDate": {
                    "type": "string",
                    "format": "date"
                  }
                }
              }
            }
          }
        ]
      },
      "Verdict": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/BudgetVerdict"
          },
          {
            "$ref": "#/components/schemas/CheckVerdict"
          },
          {
            "$ref": "#/components/schemas/SloVerdict"
          },
          {
            "$ref": "#/components/schemas/FindingVerdict"
          }
        ]
      },
      "Stage": {
        "type": "string",
        "enum": [
          "observe",
          "notify",
          "warn",
          "block"
        ]
      },
      "PolicyContribution": {
        "type": "object",
        "description": "One policy's part in the stage of a verdict",
        "required": [
          "definitionId",
          "name",
          "layer",
          "effect"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "stage": {
            "$ref": "#/components/schemas/Stage"
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "next": {
            "type": "object",
            "required": [
              "stage",
              "at"
            ],
            "properties": {
              "stage": {
                "$ref": "#/components/schemas/Stage"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "effect": {
            "type": "string",
            "enum": [
              "sets",
              "overruled",
              "no-effect",
              "withheld",
              "not-yet"
            ]
          }
        }
      },
      "Enforcement": {
        "type": "object",
        "description": "What comes of a verdict",
        "required": [
          "stage",
          "requireEvidence",
          "story"
        ],
        "properties": {
          "stage": {
            "$ref": "#/components/schemas/Stage"
          },
          "definitionId": {
            "type": "string",
            "description": "The policy that set it; absent where the default holds"
          },
          "next": {
            "type": "object",
            "required": [
              "stage",
              "at",
              "definitionId"
            ],
            "properties": {
              "stage": {
                "$ref": "#/components/schemas/Stage"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "definitionId": {
                "type": "string"
              }
            }
          },
          "requireEvidence": {
            "type": "boolean"
          },
          "story": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyContribution"
            }
          }
        }
      },
      "WaiverCap": {
        "type": "object",
        "required": [
          "operator",
          "value",
          "unit"
        ],
        "properties": {
          "operator": {
            "type": "string",
            "enum": [
              "<=",
              "<",
              ">=",
              ">"
            ]
          },
          "value": {
            "type": "number"
          },
          "unit": {
            "$ref": "#/components/schemas/Unit"
          }
        }
      },
      "AppliedWaiver": {
        "type": "object",
        "required": [
          "id",
          "until",
          "exceeded"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "cap": {
            "$ref": "#/components/schemas/WaiverCap"
          },
          "exceeded": {
            "type": "boolean"
          }
        }
      },
      "NextStage": {
        "type": "object",
        "required": [
          "stage",
          "at"
        ],
        "properties": {
          "stage": {
            "$ref": "#/components/schemas/Stage"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "WaiverStatus": {
        "type": "string",
        "enum": [
          "requested",
          "approved",
          "rejected",
          "withdrawn",
          "revoked",
          "expired"
        ]
      },
      "WaiverCounts": {
        "type": "object",
        "required": [
          "requested",
          "approved",
          "rejected",
          "withdrawn",
          "revoked",
          "expired"
        ],
        "properties": {
          "requested": {
            "type": "integer"
          },
          "approved": {
            "type": "integer"
          },
          "rejected": {
            "type": "integer"
          },
          "withdrawn": {
            "type": "integer"
          },
          "revoked": {
            "type": "integer"
          },
          "expired": {
            "type": "integer"
          }
        }
      },
      "WaiverRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "ruleId",
          "environment",
          "reason",
          "expiresAt"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 512
          },
          "ruleId": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 63,
            "description": "`*` for a check"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels",
            "description": "Exactly these; labels that appear later are not covered"
          },
          "reason": {
            "type": "string",
            "minLength": 10,
            "maxLength": 2000
          },
          "compensatingControl": {
            "type": "string",
            "maxLength": 2000
          },
          "cap": {
            "type": "string",
            "maxLength": 100,
            "description": "e.g. `<= 450 ms`; takes the fail limit's place"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time",
            "description": "In the future; at most `performance.waivers.maxDays` from now"
          }
        }
      },
      "Waiver": {
        "type": "object",
        "required": [
          "id",
          "status",
          "entity",
          "ruleId",
          "title",
          "environment",
          "labels",
          "reason",
          "requestedBy",
          "requestedAt",
          "expiresAt",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/WaiverStatus"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "Of the rule when it was requested"
          },
          "environment": {
            "type": "string"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "reason": {
            "type": "string"
          },
          "compensatingControl": {
            "type": "string"
          },
          "cap": {
            "$ref": "#/components/schemas/WaiverCap"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "decision": {
            "type": "object",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "note": {
                "type": "string"
              }
            }
          },
          "end": {
            "type": "object",
            "description": "Of an approved one, or of a request that was withdrawn or lapsed",
            "required": [
              "at"
            ],
            "properties": {
              "by": {
                "type": "string",
                "description": "Absent where time ended it"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "reason": {
                "type": "string"
              }
            }
          },
          "verdict": {
            "type": "object",
            "description": "How what it is about stands now; absent where the rule is gone",
            "required": [
              "id",
              "state",
              "exceeded"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "state": {
                "$ref": "#/components/schemas/VerdictState"
              },
              "value": {
                "type": "number"
              },
              "unit": {
                "$ref": "#/components/schemas/Unit"
              },
              "limit": {
                "$ref": "#/components/schemas/EffectiveBound"
              },
              "stage": {
                "$ref": "#/components/schemas/Stage"
              },
              "exceeded": {
                "type": "boolean"
              }
            }
          },
          "may": {
            "type": "object",
            "description": "What the caller may do with it now. Nobody decides on their own request: `approve` is false there, and `approveReason` says why.",
            "required": [
              "approve",
              "withdraw",
              "revoke"
            ],
            "properties": {
              "approve": {
                "type": "boolean"
              },
              "approveReason": {
                "type": "string"
              },
              "withdraw": {
                "type": "boolean"
              },
              "revoke": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "WaiverDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Waiver"
          },
          {
            "type": "object",
            "required": [
              "history"
            ],
            "properties": {
              "history": {
                "type": "array",
                "description": "Oldest first",
                "items": {
                  "type": "object",
                  "required": [
                    "status",
                    "at"
                  ],
                  "properties": {
                    "status": {
                      "$ref": "#/components/schemas/WaiverStatus"
                    },
                    "at": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "by": {
                      "type": "string",
                      "description": "Absent where time did it"
                    },
                    "note": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "WaiverDecision": {
        "type": "object",
        "required": [
          "id",
          "outcome"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "decided",
              "refused"
            ]
          },
          "status": {
            "$ref": "#/components/schemas/WaiverStatus"
          },
          "message": {
            "type": "string",
            "description": "Why it was refused"
          }
        }
      },
      "WaiverDebt": {
        "type": "object",
        "required": [
          "owner",
          "requested",
          "active",
          "daysWaived",
          "expiredUnfixed"
        ],
        "properties": {
          "owner": {
            "type": "string",
            "description": "The nearest owner's ref"
          },
          "requested": {
            "type": "integer"
          },
          "active": {
            "type": "integer"
          },
          "daysWaived": {
            "type": "number",
            "description": "Days for which something was waived, summed over all its waivers so far"
          },
          "oldestAt": {
            "type": "string",
            "format": "date-time",
            "description": "Approval of the oldest active one"
          },
          "expiredUnfixed": {
            "type": "integer",
            "description": "Expired ones whose rule still fails and isn't waived again"
          }
        }
      },
      "PolicyPart": {
        "type": "object",
        "required": [
          "stages"
        ],
        "properties": {
          "for": {
            "type": "object",
            "description": "The part of what the policy applies to; absent for all of it",
            "additionalProperties": true
          },
          "now": {
            "$ref": "#/components/schemas/Stage"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "next": {
            "$ref": "#/components/schemas/NextStage"
          },
          "stages": {
            "type": "array",
            "description": "In order of time",
            "items": {
              "type": "object",
              "required": [
                "stage"
              ],
              "properties": {
                "stage": {
                  "$ref": "#/components/schemas/Stage"
                },
                "from": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          }
        }
      },
      "PolicyCounts": {
        "type": "object",
        "description": "Verdicts that the policy is about, by the stage in force",
        "required": [
          "stage",
          "states",
          "waived"
        ],
        "properties": {
          "stage": {
            "$ref": "#/components/schemas/Stage"
          },
          "states": {
            "$ref": "#/components/schemas/StateCounts"
          },
          "waived": {
            "type": "integer"
          }
        }
      },
      "PolicySummary": {
        "type": "object",
        "required": [
          "definition",
          "rules",
          "parts",
          "counts",
          "trust"
        ],
        "properties": {
          "definition": {
            "$ref": "#/components/schemas/DefinitionSummary"
          },
          "appliesTo": {
            "type": "object",
            "additionalProperties": true
          },
          "rules": {
            "type": "array",
            "description": "As written",
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "evidence": {
            "type": "object",
            "properties": {
              "maxAgeSeconds": {
                "type": "number"
              },
              "required": {
                "type": "boolean"
              }
            }
          },
          "ratchetTolerance": {
            "type": "number",
            "description": "Ratio, e.g. 0.05"
          },
          "parts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyPart"
            }
          },
          "counts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyCounts"
            }
          },
          "trust": {
            "type": "object",
            "description": "Of the rules that the policy is about",
            "required": [
              "rules",
              "trusted",
              "overridden"
            ],
            "properties": {
              "rules": {
                "type": "integer"
              },
              "trusted": {
                "type": "integer",
                "description": "Overridden ones included"
              },
              "overridden": {
                "type": "integer"
              }
            }
          }
        }
      },
      "PolicyDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PolicySummary"
          },
          {
            "type": "object",
            "required": [
              "trustRules",
              "trustLimits",
              "may"
            ],
            "properties": {
              "trustRules": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RuleTrustDetail"
                }
              },
              "trustLimits": {
                "$ref": "#/components/schemas/TrustLimits"
              },
              "override": {
                "$ref": "#/components/schemas/TrustOverride",
                "description": "Of the whole policy"
              },
              "may": {
                "type": "object",
                "required": [
                  "override"
                ],
                "properties": {
                  "override": {
                    "type": "boolean"
                  }
                }
              }
            }
          }
        ]
      },
      "TrustLimits": {
        "type": "object",
        "required": [
          "daysAtWarn",
          "maxFlipRate",
          "maxDisputeRate",
          "maxWaiverRate"
        ],
        "properties": {
          "daysAtWarn": {
            "type": "number"
          },
          "maxFlipRate": {
            "type": "number",
            "description": "Confirmed flips per verdict in 14 days"
          },
          "maxDisputeRate": {
            "type": "number",
            "description": "Disputed verdicts over all of the rule"
          },
          "maxWaiverRate": {
            "type": "number",
            "description": "Waived verdicts over all of the rule"
          }
        }
      },
      "RuleTrustDetail": {
        "type": "object",
        "required": [
          "ruleId",
          "title",
          "verdicts",
          "daysAtWarn",
          "flipRate",
          "disputeRate",
          "waiverRate",
          "trusted",
          "missing"
        ],
        "properties": {
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "verdicts": {
            "type": "integer"
          },
          "warnSince": {
            "type": "string",
            "format": "date-time"
          },
          "daysAtWarn": {
            "type": "number"
          },
          "trustedFrom": {
            "type": "string",
            "format": "date-time",
            "description": "When it has been at warn for long enough"
          },
          "flipRate": {
            "type": "number"
          },
          "disputeRate": {
            "type": "number"
          },
          "waiverRate": {
            "type": "number"
          },
          "trusted": {
            "type": "boolean"
          },
          "missing": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What keeps it from being trusted",
            "for people": null
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          },
          "override": {
            "$ref": "#/components/schemas/TrustOverride"
          }
        }
      },
      "TrustOverride": {
        "type": "object",
        "required": [
          "reason",
          "by",
          "at"
        ],
        "properties": {
          "ruleId": {
            "type": "string",
            "description": "Absent for the whole policy"
          },
          "reason": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "DisputeStatus": {
        "type": "string",
        "enum": [
          "open",
          "upheld",
          "rejected",
          "retired"
        ],
        "description": "`retired` where the verdict is gone and nobody decided"
      },
      "Dispute": {
        "type": "object",
        "required": [
          "id",
          "status",
          "verdictId",
          "entity",
          "ruleId",
          "title",
          "environment",
          "labels",
          "state",
          "reason",
          "by",
          "at",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/DisputeStatus"
          },
          "verdictId": {
            "type": "string"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState",
            "description": "When it was disputed"
          },
          "value": {
            "type": "number"
          },
          "reason": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "resolution": {
            "type": "object",
            "required": [
              "by",
              "at",
              "note"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "note": {
                "type": "string"
              }
            }
          },
          "may": {
            "type": "object",
            "required": [
              "resolve"
            ],
            "properties": {
              "resolve": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "BreakGlass": {
        "type": "object",
        "required": [
          "id",
          "reason",
          "by",
          "at",
          "until",
          "active"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "active": {
            "type": "boolean"
          },
          "ended": {
            "type": "object",
            "description": "Before its time",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              }
            }
          }
        }
      },
      "EntityEnforcement": {
        "type": "object",
        "description": "What closes the entity's gate now, and what will",
        "required": [
          "blocking",
          "waived",
          "next"
        ],
        "properties": {
          "blocking": {
            "type": "integer",
            "description": "Unwaived failures at stage `block`"
          },
          "waived": {
            "type": "integer"
          },
          "next": {
            "type": "array",
            "description": "Failing verdicts whose stage will change, the soonest first, at most 20",
            "items": {
              "type": "object",
              "required": [
                "verdictId",
                "title",
                "state",
                "stage",
                "at",
                "definitionId"
              ],
              "properties": {
                "verdictId": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "state": {
                  "$ref": "#/components/schemas/VerdictState"
                },
                "stage": {
                  "$ref": "#/components/schemas/Stage"
                },
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "definitionId": {
                  "type": "string"
                }
              }
            }
          },
          "breakGlass": {
            "$ref": "#/components/schemas/BreakGlass"
          }
        }
      },
      "CurrentVerdict": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Verdict"
          },
          {
            "type": "object",
            "required": [
              "id",
              "since",
              "confirmed",
              "entity"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "since": {
                "type": "string",
                "format": "date-time",
                "description": "Start of the run that brought this state"
              },
              "confirmed": {
                "type": "boolean"
              },
              "openDisputes": {
                "type": "integer",
                "description": "Absent where there is none"
              },
              "entity": {
                "$ref": "#/components/schemas/EntityProjection"
              },
              "trend": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/TrendPoint"
                }
              }
            }
          }
        ]
      },
      "TrendPoint": {
        "type": "object",
        "required": [
          "at",
          "runId"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "value": {
            "type": "number"
          },
          "runId": {
            "type": "string"
          },
          "release": {
            "type": "string"
          }
        }
      },
      "VerdictDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/CurrentVerdict"
          },
          {
            "type": "object",
            "required": [
              "history",
              "may"
            ],
            "properties": {
              "may": {
                "type": "object",
                "required": [
                  "contribute",
                  "approve"
                ],
                "properties": {
                  "contribute": {
                    "type": "boolean"
                  },
                  "approve": {
                    "type": "boolean"
                  }
                }
              },
              "history": {
                "type": "array",
                "description": "Changes of state, newest first",
                "items": {
                  "type": "object",
                  "required": [
                    "at",
                    "state",
                    "confirmed"
                  ],
                  "properties": {
                    "at": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "state": {
                      "$ref": "#/components/schemas/VerdictState"
                    },
                    "previousState": {
                      "$ref": "#/components/schemas/VerdictState"
                    },
                    "value": {
                      "type": "number"
                    },
                    "runId": {
                      "type": "string"
                    },
                    "confirmed": {
                      "type": "boolean"
                    },
                    "message": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "ReevaluationProgress": {
        "type": "object",
        "required": [
          "running",
          "done",
          "total"
        ],
        "properties": {
          "running": {
            "type": "boolean"
          },
          "done": {
            "type": "integer"
          },
          "total": {
            "type": "integer"
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "When the oldest was asked for; absent where none is running"
          }
        }
      },
      "NotJudged": {
        "type": "object",
        "required": [
          "ruleId",
          "count",
          "examples"
        ],
        "properties": {
          "ruleId": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          },
          "examples": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Labels"
            }
          }
        }
      },
      "EntityProjection": {
        "type": "object",
        "required": [
          "entityRef",
          "kind",
          "namespace",
          "name"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "system": {
            "type": "string"
          },
          "domain": {
            "type": "string"
          },
          "lifecycle": {
            "type": "string"
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "EntityFact": {
        "type": "object",
        "required": [
          "entity",
          "entityRef",
          "owners",
          "domains"
        ],
        "properties": {
          "entity": {
            "type": "object",
            "additionalProperties": true
          },
          "entityRef": {
            "type": "string"
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "system": {
            "type": "string"
          },
          "domains": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "RunType": {
        "type": "string",
        "enum": [
          "load",
          "stress",
          "soak",
          "spike",
          "smoke",
          "audit",
          "benchmark",
          "profile"
        ]
      },
      "ScorecardLevel": {
        "type": "object",
        "required": [
          "name",
          "title"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "ScorecardRank": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ScorecardLevel"
          },
          {
            "type": "object",
            "required": [
              "rank"
            ],
            "properties": {
              "rank": {
                "type": "integer",
                "description": "0 is the lowest level"
              }
            }
          }
        ]
      },
      "ScorecardRuleResult": {
        "type": "object",
        "required": [
          "ruleId",
          "title",
          "level",
          "weight",
          "state",
          "holds",
          "waived"
        ],
        "properties": {
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "level": {
            "type": "string",
            "description": "Name of the level it is part of"
          },
          "weight": {
            "type": "number"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "holds": {
            "type": "boolean"
          },
          "waived": {
            "type": "boolean"
          },
          "reason": {
            "type": "string"
          },
          "fix": {
            "type": "string"
          },
          "guide": {
            "type": "string"
          }
        }
      },
      "ScorecardResult": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "title",
          "levels",
          "rules",
          "nextSteps"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "exempt": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "nextLevel": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardLevel"
            }
          },
          "score": {
            "type": "number",
            "description": "0 to 100"
          },
          "rules": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardRuleResult"
            }
          },
          "nextSteps": {
            "type": "array",
            "description": "What is missing for the next level, heaviest first",
            "items": {
              "$ref": "#/components/schemas/ScorecardRuleResult"
            }
          }
        }
      },
      "ScorecardTrendPoint": {
        "type": "object",
        "required": [
          "at"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "score": {
            "type": "number"
          },
          "level": {
            "type": "string",
            "description": "Name of the level reached; absent below the first"
          },
          "rank": {
            "type": "integer"
          }
        }
      },
      "EntityScorecard": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ScorecardResult"
          },
          {
            "type": "object",
            "required": [
              "main",
              "since",
              "trend"
            ],
            "properties": {
              "main": {
                "type": "boolean"
              },
              "since": {
                "type": "string",
                "format": "date-time",
                "description": "Since when level and score are what they are"
              },
              "trend": {
                "type": "array",
                "description": "Changes of level or score in the last 90 days, oldest first, after what was there before them",
                "items": {
                  "$ref": "#/components/schemas/ScorecardTrendPoint"
                }
              }
            }
          }
        ]
      },
      "ScorecardStanding": {
        "type": "object",
        "required": [
          "entity",
          "since",
          "missing",
          "nextSteps"
        ],
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "exempt": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "nextLevel": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "score": {
            "type": "number"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "missing": {
            "type": "integer",
            "description": "How many rules are missing for the next level"
          },
          "nextSteps": {
            "type": "array",
            "description": "At most 3",
            "items": {
              "$ref": "#/components/schemas/ScorecardRuleResult"
            }
          }
        }
      },
      "EntityScorecardSummary": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "title",
          "main",
          "levels",
          "missing",
          "nextSteps"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "main": {
            "type": "boolean"
          },
          "exempt": {
            "type": "string"
          },
          "level": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "nextLevel": {
            "$ref": "#/components/schemas/ScorecardRank"
          },
          "levels": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardLevel"
            }
          },
          "score": {
            "type": "number"
          },
          "missing": {
            "type": "integer",
            "description": "How many rules are missing for the next level"
          },
          "nextSteps": {
            "type": "array",
            "description": "At most 3",
            "items": {
              "$ref": "#/components/schemas/ScorecardRuleResult"
            }
          }
        }
      },
      "ScorecardSummary": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "title",
          "layer",
          "levels",
          "none",
          "exempt",
          "entities"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "levels": {
            "type": "array",
            "description": "Lowest first",
            "items": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/ScorecardLevel"
                },
                {
                  "type": "object",
                  "required": [
                    "entities"
                  ],
                  "properties": {
                    "entities": {
                      "type": "integer",
                      "description": "Whose highest level this is"
                    }
                  }
                }
              ]
            }
          },
          "none": {
            "type": "integer",
            "description": "Entities below the first level"
          },
          "exempt": {
            "type": "integer",
            "description": "Entities it does not hold for"
          },
          "entities": {
            "type": "integer",
            "description": "The denominator: all it holds for, without the exempt ones"
          },
          "averageScore": {
            "type": "number",
            "description": "0 to 100, to one decimal"
          }
        }
      },
      "ScorecardDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ScorecardSummary"
          },
          {
            "type": "object",
            "required": [
              "rules"
            ],
            "properties": {
              "rules": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "ruleId",
                    "title",
                    "level",
                    "weight",
                    "holds",
                    "missing",
                    "waived"
                  ],
                  "properties": {
                    "ruleId": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "level": {
                      "type": "string"
                    },
                    "weight": {
                      "type": "number"
                    },
                    "rationale": {
                      "type": "string"
                    },
                    "fix": {
                      "type": "string"
                    },
                    "guide": {
                      "type": "string"
                    },
                    "holds": {
                      "type": "integer",
                      "description": "Entities"
                    },
                    "missing": {
                      "type": "integer",
                      "description": "Entities, waived ones included"
                    },
                    "waived": {
                      "type": "integer",
                      "description": "Entities among the missing"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "AttestationAnswer": {
        "type": "string",
        "enum": [
          "yes",
          "no",
          "not-applicable"
        ]
      },
      "Attestation": {
        "type": "object",
        "required": [
          "check",
          "statement",
          "answer",
          "by",
          "at",
          "expiresAt",
          "status"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "statement": {
            "type": "string",
            "description": "As it was when it was answered"
          },
          "answer": {
            "$ref": "#/components/schemas/AttestationAnswer"
          },
          "comment": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "status": {
            "type": "string",
            "enum": [
              "in-force",
              "expired",
              "statement-changed"
            ]
          }
        }
      },
      "AttestationRequest": {
        "type": "object",
        "required": [
          "check",
          "title",
          "statement",
          "validForSeconds",
          "rationale",
          "fix"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "statement": {
            "type": "string"
          },
          "validForSeconds": {
            "type": "number"
          },
          "rationale": {
            "type": "string"
          },
          "fix": {
            "type": "string"
          },
          "guide": {
            "type": "string"
          },
          "attestation": {
            "$ref": "#/components/schemas/Attestation"
          }
        }
      },
      "CheckResult": {
        "type": "object",
        "required": [
          "check",
          "state",
          "at"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "message": {
            "type": "string"
          },
          "url": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "description": "Who pushed it"
          }
        }
      },
      "EntitySummary": {
        "type": "object",
        "required": [
          "entity",
          "counts",
          "environments",
          "runCount",
          "enforcement",
          "may",
          "scorecards"
        ],
        "properties": {
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "enforcement": {
            "$ref": "#/components/schemas/EntityEnforcement"
          },
          "counts": {
            "$ref": "#/components/schemas/StateCounts"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "runCount": {
            "type": "integer"
          },
          "scorecards": {
            "type": "array",
            "description": "The main one first",
            "items": {
              "$ref": "#/components/schemas/EntityScorecardSummary"
            }
          },
          "lastRunAt": {
            "type": "string",
            "format": "date-time"
          },
          "notJudged": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotJudged"
            }
          },
          "definitionProblems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionProblem"
            }
          },
          "may": {
            "type": "object",
            "required": [
              "upload",
              "define",
              "administer",
              "contribute",
              "approve",
              "review",
              "finding"
            ],
            "properties": {
              "upload": {
                "type": "boolean"
              },
              "define": {
                "type": "boolean"
              },
              "administer": {
                "type": "boolean"
              },
              "contribute": {
                "type": "boolean"
              },
              "approve": {
                "type": "boolean"
              },
              "review": {
                "type": "boolean",
                "description": "Begin reviews of it"
              },
              "finding": {
                "type": "boolean",
                "description": "Record findings about it"
              }
            }
          }
        }
      },
      "ToolVerdict": {
        "type": "object",
        "required": [
          "metric",
          "expression",
          "passed"
        ],
        "properties": {
          "metric": {
            "type": "string"
          },
          "expression": {
            "type": "string"
          },
          "passed": {
            "type": "boolean"
          }
        }
      },
      "ReportWarning": {
        "type": "object",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "location": {
            "type": "string"
          }
        }
      },
      "Series": {
        "type": "object",
        "required": [
          "metric",
          "unit",
          "labels",
          "quantiles",
          "quantileMethod"
        ],
        "properties": {
          "metric": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "unit": {
            "$ref": "#/components/schemas/Unit"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "count": {
            "type": "number",
            "minimum": 0
          },
          "min": {
            "type": "number"
          },
          "max": {
            "type": "number"
          },
          "mean": {
            "type": "number"
          },
          "stddev": {
            "type": "number",
            "minimum": 0
          },
          "quantiles": {
            "type": "object",
            "additionalProperties": {
              "type": "number"
            }
          },
          "quantileMethod": {
            "$ref": "#/components/schemas/QuantileMethod"
          }
        }
      },
      "NewSeries": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Series"
          },
          {
            "type": "object",
            "properties": {
              "values": {
                "type": "array",
                "maxItems": 10000,
                "items": {
                  "type": "number"
                }
              },
              "sketch": {
                "type": "string",
                "maxLength": 200000
              }
            }
          }
        ]
      },
      "Timeline": {
        "type": "object",
        "required": [
          "startedAt",
          "bucketSeconds",
          "buckets"
        ],
        "properties": {
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "bucketSeconds": {
            "type": "number"
          },
          "buckets": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "object",
              "required": [
                "rate",
                "errorRate"
              ],
              "properties": {
                "rate": {
                  "type": "number"
                },
                "errorRate": {
                  "type": "number"
                },
                "p50": {
                  "type": "number"
                },
                "p95": {
                  "type": "number"
                },
                "p99": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "ChangeLabels": {
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "string",
          "maxLength": 100,
          "pattern": "^[^,\\x00-\\x1f]+$"
        }
      },
      "NewRun": {
        "type": "object",
        "required": [
          "entityRef",
          "environment",
          "tool",
          "startedAt",
          "series"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "changeLabels": {
            "$ref": "#/components/schemas/ChangeLabels"
          },
          "environment": {
            "type": "string",
            "pattern": "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$"
          },
          "tool": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "toolVersion": {
            "type": "string",
            "maxLength": 100
          },
          "format": {
            "type": "string",
            "maxLength": 100
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "durationSeconds": {
            "type": "number",
            "minimum": 0
          },
          "commit": {
            "type": "string",
            "maxLength": 200
          },
          "branch": {
            "type": "string",
            "maxLength": 255
          },
          "ciUrl": {
            "type": "string",
            "format": "uri",
            "pattern": "^https?://",
            "maxLength": 2000
          },
          "externalId": {
            "type": "string",
            "maxLength": 255
          },
          "release": {
            "type": "string",
            "maxLength": 100
          },
          "type": {
            "$ref": "#/components/schemas/RunType"
          },
          "series": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NewSeries"
            }
          },
          "toolVerdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ToolVerdict"
            }
          },
          "warnings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReportWarning"
            }
          },
          "timeline": {
            "$ref": "#/components/schemas/Timeline"
          },
          "configuration": {
            "type": "object",
            "additionalProperties": {
              "oneOf": [
                {
                  "type": "string"
                },
                {
                  "type": "number"
                },
                {
                  "type": "boolean"
                }
              ]
            }
          },
          "dryRun": {
            "type": "boolean"
          }
        }
      },
      "Run": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "environment",
          "tool",
          "type",
          "format",
          "startedAt",
          "endedAt",
          "tracked",
          "counts",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "externalId": {
            "type": "string"
          },
          "tool": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/RunType"
          },
          "toolVersion": {
            "type": "string"
          },
          "format": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "durationSeconds": {
            "type": "number"
          },
          "commit": {
            "type": "string"
          },
          "branch": {
            "type": "string"
          },
          "tracked": {
            "type": "boolean",
            "description": "Whether it may change current state"
          },
          "ciUrl": {
            "type": "string"
          },
          "changeLabels": {
            "$ref": "#/components/schemas/ChangeLabels"
          },
          "release": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdBy": {
            "type": "string"
          },
          "outcome": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "counts": {
            "$ref": "#/components/schemas/StateCounts"
          },
          "requests": {
            "type": "number",
            "description": "Count of http.request.duration over everything"
          },
          "p95": {
            "type": "number",
            "description": "p95 of http.request.duration over everything, ms"
          },
          "invalid": {
            "type": "object",
            "required": [
              "reason",
              "at",
              "by"
            ],
            "properties": {
              "reason": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "by": {
                "type": "string"
              }
            }
          }
        }
      },
      "RunDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Run"
          },
          {
            "type": "object",
            "required": [
              "toolVerdicts",
              "warnings",
              "may"
            ],
            "properties": {
              "toolVerdicts": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ToolVerdict"
                }
              },
              "warnings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReportWarning"
                }
              },
              "timeline": {
                "$ref": "#/components/schemas/Timeline"
              },
              "configuration": {
                "type": "object",
                "additionalProperties": true
              },
              "contentSha256": {
                "type": "string"
              },
              "bytes": {
                "type": "integer"
              },
              "may": {
                "type": "object",
                "required": [
                  "administer"
                ],
                "properties": {
                  "administer": {
                    "type": "boolean"
                  }
                }
              }
            }
          }
        ]
      },
      "Distribution": {
        "type": "object",
        "required": [
          "runId",
          "metric",
          "unit",
          "buckets"
        ],
        "properties": {
          "runId": {
            "type": "string"
          },
          "metric": {
            "type": "string"
          },
          "unit": {
            "$ref": "#/components/schemas/Unit"
          },
          "buckets": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "share"
              ],
              "properties": {
                "from": {
                  "type": "number"
                },
                "to": {
                  "type": "number"
                },
                "share": {
                  "type": "number",
                  "description": "0..1 of all observations"
                }
              }
            }
          }
        }
      },
      "RunComparison": {
        "type": "object",
        "required": [
          "rows"
        ],
        "properties": {
          "baseline": {
            "$ref": "#/components/schemas/Run"
          },
          "baselineRuns": {
            "type": "integer",
            "description": "Comparable runs the noise was measured on"
          },
          "reason": {
            "type": "string",
            "description": "Why there is no baseline"
          },
          "noise": {
            "type": "number",
            "description": "Relative spread of the main statistic over the baseline runs, e.g. 0.04"
          },
          "explanation": {
            "type": "string",
            "description": "e.g. `POST /pay` explains 83 % of the rise"
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "metric",
                "unit",
                "labels",
                "statistic"
              ],
              "properties": {
                "metric": {
                  "type": "string"
                },
                "unit": {
                  "$ref": "#/components/schemas/Unit"
                },
                "labels": {
                  "$ref": "#/components/schemas/Labels"
                },
                "statistic": {
                  "type": "string"
                },
                "value": {
                  "type": "number"
                },
                "baseline": {
                  "type": "number"
                },
                "delta": {
                  "type": "number",
                  "description": "Relative",
                  "e.g. 0.12": null
                },
                "comparable": {
                  "type": "boolean"
                },
                "significant": {
                  "type": "boolean",
                  "description": "Beyond the measured noise"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "distribution": {
            "$ref": "#/components/schemas/Distribution"
          },
          "baselineDistribution": {
            "$ref": "#/components/schemas/Distribution"
          }
        }
      },
      "VerdictChange": {
        "type": "object",
        "required": [
          "title",
          "subject",
          "to"
        ],
        "properties": {
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "from": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "to": {
            "$ref": "#/components/schemas/VerdictState"
          }
        }
      },
      "UploadResult": {
        "type": "object",
        "required": [
          "run",
          "verdicts",
          "gate",
          "changes",
          "duplicate",
          "dryRun",
          "changesCurrentState"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/RunDetail"
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          "gate": {
            "description": "As of the upload; a report that was too old then has no data in it",
            "$ref": "#/components/schemas/GateResult"
          },
          "notJudged": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotJudged"
            }
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/VerdictChange"
            }
          },
          "duplicate": {
            "type": "boolean"
          },
          "dryRun": {
            "type": "boolean"
          },
          "changesCurrentState": {
            "type": "boolean"
          },
          "note": {
            "type": "string",
            "description": "Why current state does not change, where it does not"
          }
        }
      },
      "GateResult": {
        "type": "object",
        "required": [
          "outcome",
          "verdicts",
          "gate"
        ],
        "properties": {
          "outcome": {
            "type": "string",
            "enum": [
              "pass",
              "warn",
              "fail",
              "no-data",
              "error"
            ]
          },
          "verdicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          "gate": {
            "type": "object",
            "required": [
              "exitCode",
              "reasons"
            ],
            "properties": {
              "exitCode": {
                "type": "integer",
                "enum": [
                  0,
                  1,
                  2,
                  3
                ]
              },
              "reasons": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "code",
                    "message"
                  ],
                  "properties": {
                    "code": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string"
                    },
                    "ruleId": {
                      "type": "string"
                    },
                    "stage": {
                      "$ref": "#/components/schemas/Stage"
                    }
                  }
                }
              },
              "errorBudgetActions": {
                "type": "array",
                "description": "What error-budget policies ask for at the entity; absent where they ask for nothing",
                "items": {
                  "$ref": "#/components/schemas/GateErrorBudgetAction"
                }
              },
              "override": {
                "type": "object",
                "description": "A break-glass override in force; the gate stays open",
                "required": [
                  "reason",
                  "by",
                  "until"
                ],
                "properties": {
                  "reason": {
                    "type": "string"
                  },
                  "by": {
                    "type": "string"
                  },
                  "until": {
                    "type": "string",
                    "format": "date-time"
                  }
                }
              }
            }
          }
        }
      },
      "DefinitionStatus": {
        "type": "string",
        "enum": [
          "in-force",
          "invalid",
          "retired"
        ],
        "description": "`invalid`: the newest text is broken and the last valid version stays in force"
      },
      "DefinitionInput": {
        "type": "object",
        "required": [
          "content"
        ],
        "additionalProperties": false,
        "properties": {
          "content": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200000,
            "description": "One YAML document"
          },
          "entityRef": {
            "type": "string",
            "description": "The Domain, System or Component whose layer it belongs to; absent for the organisation"
          }
        }
      },
      "DefinitionSource": {
        "type": "object",
        "required": [
          "type",
          "location"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "config",
              "entity",
              "api"
            ]
          },
          "location": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          }
        }
      },
      "DefinitionKind": {
        "type": "string",
        "enum": [
          "Budget",
          "Journey",
          "Check",
          "Scorecard",
          "Policy",
          "Goal",
          "SLO",
          "ErrorBudgetPolicy",
          "ReviewTemplate"
        ]
      },
      "DefinitionSummary": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "name",
          "layer",
          "source",
          "version",
          "status",
          "updatedAt",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/DefinitionKind"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "source": {
            "$ref": "#/components/schemas/DefinitionSource"
          },
          "version": {
            "type": "integer"
          },
          "status": {
            "$ref": "#/components/schemas/DefinitionStatus"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionProblem"
            }
          },
          "counts": {
            "$ref": "#/components/schemas/StateCounts"
          }
        }
      },
      "DefinitionDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DefinitionSummary"
          },
          {
            "type": "object",
            "required": [
              "content",
              "versions",
              "may"
            ],
            "properties": {
              "content": {
                "type": "string",
                "description": "YAML of the version in force"
              },
              "spec": {
                "type": "object",
                "additionalProperties": true
              },
              "versions": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "version",
                    "createdAt"
                  ],
                  "properties": {
                    "version": {
                      "type": "integer"
                    },
                    "createdAt": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "createdBy": {
                      "type": "string"
                    }
                  }
                }
              },
              "may": {
                "type": "object",
                "required": [
                  "edit"
                ],
                "properties": {
                  "edit": {
                    "type": "boolean"
                  }
                }
              }
            }
          }
        ]
      },
      "DefinitionVersionDetail": {
        "type": "object",
        "required": [
          "version",
          "createdAt",
          "content",
          "diff"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdBy": {
            "type": "string"
          },
          "content": {
            "type": "string"
          },
          "diff": {
            "type": "string",
            "description": "Unified; empty for the first version"
          }
        }
      },
      "GovernanceFacts": {
        "type": "object",
        "description": "What is known of an entity besides evidence",
        "properties": {
          "waivers": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "ruleId",
                "environment",
                "labels",
                "approvedAt",
                "expiresAt"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "ruleId": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "labels": {
                  "$ref": "#/components/schemas/Labels"
                },
                "approvedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "expiresAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "cap": {
                  "$ref": "#/components/schemas/WaiverCap"
                }
              }
            }
          },
          "trust": {
            "type": "array",
            "description": "Whether a policy may block by a rule yet",
            "items": {
              "type": "object",
              "required": [
                "definitionId",
                "trusted"
              ],
              "properties": {
                "definitionId": {
                  "type": "string"
                },
                "ruleId": {
                  "type": "string",
                  "description": "By any rule unless given"
                },
                "trusted": {
                  "type": "boolean"
                },
                "from": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          },
          "ratchets": {
            "type": "array",
            "description": "The best that was kept up",
            "items": {
              "type": "object",
              "required": [
                "ruleId",
                "environment",
                "labels",
                "best"
              ],
              "properties": {
                "ruleId": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "labels": {
                  "$ref": "#/components/schemas/Labels"
                },
                "best": {
                  "type": "number",
                  "description": "In the rule's unit"
                }
              }
            }
          },
          "runSummaries": {
            "type": "array",
            "description": "The newest few runs of each type and environment",
            "items": {
              "type": "object",
              "required": [
                "runId",
                "type",
                "tool",
                "environment",
                "startedAt",
                "endedAt"
              ],
              "properties": {
                "runId": {
                  "type": "string"
                },
                "type": {
                  "$ref": "#/components/schemas/RunType"
                },
                "tool": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "startedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "endedAt": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          },
          "findings": {
            "type": "array",
            "description": "Those that affect the entity",
            "items": {
              "type": "object",
              "required": [
                "findingId",
                "title",
                "category",
                "risk",
                "status"
              ],
              "properties": {
                "findingId": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "category": {
                  "$ref": "#/components/schemas/FindingCategory"
                },
                "risk": {
                  "$ref": "#/components/schemas/RiskLevel"
                },
                "status": {
                  "$ref": "#/components/schemas/FindingStatus"
                },
                "dueDate": {
                  "type": "string",
                  "format": "date"
                }
              }
            }
          },
          "reviews": {
            "type": "array",
            "description": "The newest review by each template that was published and isn't archived, as it was published",
            "items": {
              "type": "object",
              "required": [
                "reviewId",
                "template",
                "templateVersion",
                "title",
                "publishedAt",
                "staleAnswers",
                "answered",
                "questions"
              ],
              "properties": {
                "reviewId": {
                  "type": "string"
                },
                "template": {
                  "type": "string",
                  "description": "Name of the template"
                },
                "templateVersion": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "publishedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "nextReviewAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "staleAnswers": {
                  "type": "integer"
                },
                "answered": {
                  "type": "integer"
                },
                "questions": {
                  "type": "integer"
                }
              }
            }
          },
          "slos": {
            "type": "array",
            "description": "How the entity's SLOs stand",
            "items": {
              "type": "object",
              "required": [
                "definitionId",
                "environment",
                "state",
                "target",
                "burnRates"
              ],
              "properties": {
                "definitionId": {
                  "type": "string"
                },
                "objective": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "pass",
                    "warn",
                    "fail",
                    "no-data"
                  ]
                },
                "reason": {
                  "$ref": "#/components/schemas/SloReason"
                },
                "attainment": {
                  "type": "number"
                },
                "target": {
                  "type": "number"
                },
                "remainingShare": {
                  "type": "number"
                },
                "burnRates": {
                  "type": "object",
                  "description": "By window in seconds",
                  "additionalProperties": {
                    "type": "number"
                  }
                },
                "severity": {
                  "type": "string",
                  "enum": [
                    "page",
                    "ticket"
                  ]
                },
                "measuredAt": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          },
          "attestations": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "check",
                "answer",
                "by",
                "at",
                "expiresAt",
                "statements"
              ],
              "properties": {
                "check": {
                  "type": "string"
                },
                "answer": {
                  "type": "string",
                  "enum": [
                    "yes",
                    "no",
                    "not-applicable"
                  ]
                },
                "comment": {
                  "type": "string"
                },
                "by": {
                  "type": "string"
                },
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "expiresAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "statements": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "externalResults": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckResultFact"
            }
          },
          "extensionResults": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CheckResultFact"
            }
          }
        }
      },
      "CheckResultFact": {
        "type": "object",
        "required": [
          "check",
          "state",
          "at"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "url": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "AppliedDefinition": {
        "type": "object",
        "required": [
          "id",
          "version",
          "kind",
          "metadata",
          "spec",
          "layer",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "kind": {
            "type": "string"
          },
          "metadata": {
            "type": "object",
            "additionalProperties": true
          },
          "spec": {
            "type": "object",
            "additionalProperties": true
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "source": {
            "$ref": "#/components/schemas/DefinitionSource"
          }
        }
      },
      "DefinitionProblem": {
        "type": "object",
        "required": [
          "file",
          "line",
          "column",
          "severity",
          "rule",
          "message"
        ],
        "properties": {
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          },
          "column": {
            "type": "integer"
          },
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning"
            ]
          },
          "rule": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "enum": [
              "spec",
              "schema",
              "sdk",
              "governance"
            ],
            "description": "Of a document in OpenSLO, Sloth or Pyrra, whose rule it is"
          }
        }
      },
      "DefinitionSourceStatus": {
        "type": "object",
        "required": [
          "type",
          "location",
          "status",
          "problems",
          "definitions"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "config",
              "entity",
              "api"
            ]
          },
          "location": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "status": {
            "type": "string",
            "enum": [
              "ok",
              "invalid",
              "unreadable"
            ]
          },
          "message": {
            "type": "string"
          },
          "readAt": {
            "type": "string",
            "format": "date-time"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionProblem"
            }
          },
          "definitions": {
            "type": "integer",
            "description": "How many are in force from here"
          }
        }
      },
      "SloAlertSeverity": {
        "type": "string",
        "enum": [
          "page",
          "ticket"
        ]
      },
      "SloAlertCounts": {
        "type": "object",
        "required": [
          "page",
          "ticket",
          "none"
        ],
        "properties": {
          "page": {
            "type": "integer"
          },
          "ticket": {
            "type": "integer"
          },
          "none": {
            "type": "integer"
          }
        }
      },
      "SloGrouping": {
        "type": "string",
        "enum": [
          "owner",
          "system",
          "domain",
          "definition",
          "environment",
          "source"
        ]
      },
      "SloGroup": {
        "type": "object",
        "required": [
          "value",
          "slos",
          "counts",
          "alerts"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "`(none)` for what has none"
          },
          "title": {
            "type": "string"
          },
          "slos": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/StateCounts"
          },
          "alerts": {
            "$ref": "#/components/schemas/SloAlertCounts"
          },
          "worstBurnRate": {
            "type": "number"
          },
          "leastRemainingShare": {
            "type": "number"
          }
        }
      },
      "BudgetingMethod": {
        "type": "string",
        "enum": [
          "Occurrences",
          "Timeslices",
          "RatioTimeslices"
        ]
      },
      "SloReason": {
        "type": "object",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "SloBurnRate": {
        "type": "object",
        "required": [
          "window",
          "seconds",
          "good",
          "total",
          "coveredSeconds"
        ],
        "properties": {
          "window": {
            "type": "string",
            "description": "e.g. `1h`"
          },
          "seconds": {
            "type": "integer"
          },
          "good": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "coveredSeconds": {
            "type": "number"
          },
          "rate": {
            "type": "number",
            "description": "1 spends the budget exactly within the SLO's window; absent where nothing is known"
          }
        }
      },
      "SloBurnAlert": {
        "type": "object",
        "required": [
          "severity",
          "longWindow",
          "shortWindow",
          "factor",
          "active"
        ],
        "properties": {
          "severity": {
            "$ref": "#/components/schemas/SloAlertSeverity"
          },
          "longWindow": {
            "type": "string"
          },
          "shortWindow": {
            "type": "string"
          },
          "factor": {
            "type": "number"
          },
          "longRate": {
            "type": "number"
          },
          "shortRate": {
            "type": "number"
          },
          "active": {
            "type": "boolean"
          },
          "reason": {
            "$ref": "#/components/schemas/SloReason"
          }
        }
      },
      "SloStatus": {
        "type": "object",
        "required": [
          "at",
          "window",
          "method",
          "target",
          "countedAs",
          "good",
          "bad",
          "total",
          "coveredSeconds",
          "coverage",
          "burnRates",
          "alerts",
          "state"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "window": {
            "type": "object",
            "required": [
              "from",
              "to"
            ],
            "properties": {
              "from": {
                "type": "string",
                "format": "date-time"
              },
              "to": {
                "type": "string",
                "format": "date-time",
                "description": "Of a calendar window it lies ahead"
              }
            }
          },
          "method": {
            "$ref": "#/components/schemas/BudgetingMethod"
          },
          "target": {
            "type": "number",
            "description": "Ratio"
          },
          "countedAs": {
            "type": "string",
            "enum": [
              "events",
              "slices"
            ]
          },
          "good": {
            "type": "number"
          },
          "bad": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "coveredSeconds": {
            "type": "number"
          },
          "coverage": {
            "type": "number",
            "description": "Share of the time up to now, exclusions left out, that samples cover"
          },
          "attainment": {
            "type": "number",
            "description": "Ratio"
          },
          "interval": {
            "type": "object",
            "description": "Wilson's, at 95 %, where there are few events",
            "required": [
              "lower",
              "upper"
            ],
            "properties": {
              "lower": {
                "type": "number"
              },
              "upper": {
                "type": "number"
              }
            }
          },
          "budget": {
            "type": "object",
            "required": [
              "allowed",
              "remaining",
              "remainingShare"
            ],
            "properties": {
              "allowed": {
                "type": "number",
                "description": "Bad events or slices allowed"
              },
              "remaining": {
                "type": "number"
              },
              "remainingShare": {
                "type": "number",
                "description": "Less than 0 once overspent"
              },
              "allowedMinutes": {
                "type": "number",
                "description": "The budget as time, of events that of a total outage"
              },
              "remainingMinutes": {
                "type": "number"
              }
            }
          },
          "burnRates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloBurnRate"
            }
          },
          "alerts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloBurnAlert"
            }
          },
          "secondsToExhaustion": {
            "type": "number",
            "description": "0 once spent, absent if it never is"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "reason": {
            "$ref": "#/components/schemas/SloReason"
          },
          "parts": {
            "type": "array",
            "description": "Of a composite SLO",
            "items": {
              "type": "object",
              "required": [
                "objective",
                "weight",
                "status"
              ],
              "properties": {
                "objective": {
                  "type": "string"
                },
                "weight": {
                  "type": "number"
                },
                "status": {
                  "$ref": "#/components/schemas/SloStatus"
                }
              }
            }
          }
        }
      },
      "SloSource": {
        "type": "object",
        "description": "Where the samples come from",
        "required": [
          "name",
          "state"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "`pushed` for what is pushed"
          },
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "down",
              "back-filling",
              "unknown-source",
              "rejected"
            ],
            "description": "`down`: it could not be asked, and the numbers are as old as `measuredAt` says. `back-filling`: what lies further back than the samples reach is on its way. `rejected`: it refuses the query."
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "Of a state but `ok`"
          },
          "message": {
            "type": "string"
          },
          "backfilledTo": {
            "type": "string",
            "format": "date-time",
            "description": "How far samples reach back while back-filling"
          }
        }
      },
      "Slo": {
        "type": "object",
        "required": [
          "id",
          "entity",
          "environment",
          "definitionId",
          "definitionName",
          "ruleId",
          "title",
          "composite",
          "method",
          "timeWindow",
          "target",
          "state",
          "sources"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "environment": {
            "type": "string"
          },
          "definitionId": {
            "type": "string"
          },
          "definitionName": {
            "type": "string"
          },
          "ruleId": {
            "type": "string",
            "description": "Of its verdict"
          },
          "objective": {
            "type": "string",
            "description": "Where several stand for themselves"
          },
          "title": {
            "type": "string"
          },
          "composite": {
            "type": "boolean"
          },
          "method": {
            "$ref": "#/components/schemas/BudgetingMethod"
          },
          "timeWindow": {
            "$ref": "#/components/schemas/SloTimeWindow"
          },
          "target": {
            "type": "number"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "reason": {
            "$ref": "#/components/schemas/SloReason"
          },
          "attainment": {
            "type": "number"
          },
          "remainingShare": {
            "type": "number"
          },
          "burnRate": {
            "type": "number",
            "description": "Over `burnWindow`, the longest one that is less than a day"
          },
          "burnWindow": {
            "type": "string",
            "description": "e.g. `6h`"
          },
          "severity": {
            "$ref": "#/components/schemas/SloAlertSeverity"
          },
          "secondsToExhaustion": {
            "type": "number"
          },
          "coverage": {
            "type": "number"
          },
          "measuredAt": {
            "type": "string",
            "format": "date-time",
            "description": "End of the newest sample"
          },
          "evaluatedAt": {
            "type": "string",
            "format": "date-time",
            "description": "Absent before the first evaluation"
          },
          "sources": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloSource"
            }
          }
        }
      },
      "SloQuery": {
        "type": "object",
        "required": [
          "role",
          "source",
          "query",
          "counter"
        ],
        "properties": {
          "objective": {
            "type": "string",
            "description": "Of a composite SLO"
          },
          "role": {
            "type": "string",
            "enum": [
              "good",
              "bad",
              "total",
              "raw",
              "metric"
            ]
          },
          "source": {
            "type": "string"
          },
          "query": {
            "type": "string",
            "description": "As it is asked for this entity"
          },
          "counter": {
            "type": "boolean",
            "description": "Whether the increase per step is asked for"
          },
          "stepSeconds": {
            "type": "integer"
          }
        }
      },
      "SloDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Slo"
          },
          {
            "type": "object",
            "required": [
              "definition",
              "queries",
              "adjustments",
              "dependencies",
              "may"
            ],
            "properties": {
              "status": {
                "$ref": "#/components/schemas/SloStatus"
              },
              "definition": {
                "type": "object",
                "required": [
                  "id",
                  "name",
                  "layer",
                  "objectives"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "description": {
                    "type": "string"
                  },
                  "layer": {
                    "$ref": "#/components/schemas/Layer"
                  },
                  "stepSeconds": {
                    "type": "integer"
                  },
                  "minEvents": {
                    "type": "integer"
                  },
                  "objectives": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "name",
                        "target"
                      ],
                      "properties": {
                        "name": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "target": {
                          "type": "number"
                        },
                        "weight": {
                          "type": "number"
                        },
                        "timeSliceTarget": {
                          "type": "number"
                        },
                        "timeSliceSeconds": {
                          "type": "number"
                        }
                      }
                    }
                  }
                }
              },
              "queries": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/SloQuery"
                }
              },
              "adjustments": {
                "type": "array",
                "description": "What takes time out of the window",
                "items": {
                  "$ref": "#/components/schemas/SloAdjustment"
                }
              },
              "dependencies": {
                "type": "array",
                "description": "SLOs of what the entity depends on, as far as the caller may see them",
                "items": {
                  "$ref": "#/components/schemas/Slo"
                }
              },
              "may": {
                "type": "object",
                "required": [
                  "push",
                  "adjust",
                  "adjustPast"
                ],
                "properties": {
                  "push": {
                    "type": "boolean"
                  },
                  "adjust": {
                    "type": "boolean",
                    "description": "Take out time that lies ahead"
                  },
                  "adjustPast": {
                    "type": "boolean",
                    "description": "And time that has passed"
                  }
                }
              }
            }
          }
        ]
      },
      "SloBurnDown": {
        "type": "object",
        "required": [
          "from",
          "to",
          "points",
          "exclusions"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "points": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "at",
                "coverage"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "remainingShare": {
                  "type": "number",
                  "description": "Of the window's budget after all that went wrong up to then; absent where nothing is known"
                },
                "coverage": {
                  "type": "number",
                  "description": "Share of the time since the point before that samples cover; of the first, until the next"
                },
                "bad": {
                  "type": "number",
                  "description": "Bad events or slices since the point before; absent where nothing is known"
                }
              }
            }
          },
          "exclusions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloExclusion"
            }
          }
        }
      },
      "SloExclusion": {
        "type": "object",
        "required": [
          "from",
          "to",
          "adjustmentId"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "adjustmentId": {
            "type": "string"
          }
        }
      },
      "SloWorkWindow": {
        "type": "object",
        "required": [
          "name",
          "from",
          "to",
          "good",
          "bad",
          "total",
          "coveredSeconds",
          "excludedSeconds"
        ],
        "properties": {
          "objective": {
            "type": "string",
            "description": "Of a composite SLO"
          },
          "name": {
            "type": "string",
            "description": "`window`, or of a burn rate e.g. `1h`"
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "good": {
            "type": "number"
          },
          "bad": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "coveredSeconds": {
            "type": "number"
          },
          "excludedSeconds": {
            "type": "number"
          },
          "errorRate": {
            "type": "number"
          },
          "burnRate": {
            "type": "number"
          }
        }
      },
      "SloWork": {
        "type": "object",
        "required": [
          "at",
          "windows",
          "formulas",
          "queries",
          "exclusions"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "windows": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloWorkWindow"
            }
          },
          "formulas": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "formula"
              ],
              "properties": {
                "objective": {
                  "type": "string",
                  "description": "Of a composite SLO"
                },
                "name": {
                  "type": "string",
                  "description": "e.g. `attainment`, `remaining budget`, `burn rate over 1h`"
                },
                "formula": {
                  "type": "string",
                  "description": "With the numbers filled in"
                },
                "value": {
                  "type": "number"
                }
              }
            }
          },
          "queries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloQuery"
            }
          },
          "exclusions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SloExclusion"
            }
          }
        }
      },
      "SloAdjustmentStatus": {
        "type": "string",
        "enum": [
          "planned",
          "active",
          "past",
          "revoked"
        ]
      },
      "SloAdjustmentTimes": {
        "oneOf": [
          {
            "type": "object",
            "required": [
              "type",
              "from",
              "to"
            ],
            "additionalProperties": false,
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "once"
                ]
              },
              "from": {
                "type": "string",
                "format": "date-time"
              },
              "to": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          {
            "type": "object",
            "required": [
              "type",
              "rrule",
              "from",
              "durationSeconds",
              "timeZone"
            ],
            "additionalProperties": false,
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "recurring"
                ]
              },
              "rrule": {
                "type": "string",
                "maxLength": 500,
                "description": "RFC 5545, e.g. `FREQ=WEEKLY;BYDAY=SU`"
              },
              "from": {
                "type": "string",
                "maxLength": 25,
                "description": "Local time without a zone at which the first one starts, e.g. `2026-11-01T02:00:00`"
              },
              "durationSeconds": {
                "type": "integer",
                "minimum": 60,
                "maximum": 604800
              },
              "timeZone": {
                "type": "string",
                "maxLength": 64,
                "description": "IANA",
                "e.g. `Europe/Berlin`": null
              }
            }
          }
        ]
      },
      "SloAdjustmentRequest": {
        "type": "object",
        "required": [
          "scope",
          "times",
          "reason"
        ],
        "additionalProperties": false,
        "properties": {
          "scope": {
            "$ref": "#/components/schemas/SloAdjustmentScope"
          },
          "times": {
            "$ref": "#/components/schemas/SloAdjustmentTimes"
          },
          "reason": {
            "type": "string",
            "minLength": 10,
            "maxLength": 2000
          }
        }
      },
      "SloAdjustmentScope": {
        "description": "One SLO of one entity; all SLOs of an entity (in one environment where given); or all entities that a definition of an SLO applies to.",
        "oneOf": [
          {
            "type": "object",
            "required": [
              "type",
              "sloId"
            ],
            "additionalProperties": false,
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "slo"
                ]
              },
              "sloId": {
                "type": "string",
                "maxLength": 20
              }
            }
          },
          {
            "type": "object",
            "required": [
              "type",
              "entityRef"
            ],
            "additionalProperties": false,
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "entity"
                ]
              },
              "entityRef": {
                "type": "string",
                "maxLength": 500
              },
              "environment": {
                "type": "string",
                "maxLength": 63
              }
            }
          },
          {
            "type": "object",
            "required": [
              "type",
              "definitionId"
            ],
            "additionalProperties": false,
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "definition"
                ]
              },
              "definitionId": {
                "type": "string",
                "maxLength": 500
              }
            }
          }
        ]
      },
      "SloAdjustment": {
        "type": "object",
        "required": [
          "id",
          "scope",
          "times",
          "reason",
          "createdBy",
          "createdAt",
          "status",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "scope": {
            "$ref": "#/components/schemas/SloAdjustmentScope"
          },
          "title": {
            "type": "string",
            "description": "What it is about",
            "in words": null
          },
          "times": {
            "$ref": "#/components/schemas/SloAdjustmentTimes"
          },
          "reason": {
            "type": "string"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "status": {
            "$ref": "#/components/schemas/SloAdjustmentStatus"
          },
          "next": {
            "type": "object",
            "description": "The present or next time",
            "required": [
              "from",
              "to"
            ],
            "properties": {
              "from": {
                "type": "string",
                "format": "date-time"
              },
              "to": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "revoked": {
            "type": "object",
            "required": [
              "by",
              "at",
              "reason"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "reason": {
                "type": "string"
              }
            }
          },
          "may": {
            "type": "object",
            "required": [
              "revoke"
            ],
            "properties": {
              "revoke": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "AnalysisRule": {
        "type": "string",
        "enum": [
          "single-point-of-failure",
          "dependency-cycle",
          "long-call-chain",
          "excessive-fan-out",
          "excessive-fan-in",
          "shared-database",
          "unowned-hot-component",
          "unbudgeted-hot-component",
          "latency-budget-overrun"
        ]
      },
      "AnalysisProposalStatus": {
        "type": "string",
        "description": "`accepted` is in the hands of a finding: an open one, or one that was verified after an analysis found it last; `gone` is no longer found, whatever was decided on it before",
        "enum": [
          "proposed",
          "suppressed",
          "accepted",
          "gone"
        ]
      },
      "AnalysisSummary": {
        "type": "object",
        "required": [
          "pending",
          "counts",
          "rules",
          "unknowns",
          "problems",
          "problemCount",
          "may"
        ],
        "properties": {
          "lastRun": {
            "type": "object",
            "description": "Absent until the first one has ended",
            "required": [
              "startedAt",
              "endedAt",
              "trigger"
            ],
            "properties": {
              "startedAt": {
                "type": "string",
                "format": "date-time"
              },
              "endedAt": {
                "type": "string",
                "format": "date-time"
              },
              "trigger": {
                "type": "string",
                "enum": [
                  "change",
                  "request",
                  "schedule"
                ]
              },
              "requestedBy": {
                "type": "string"
              },
              "failure": {
                "type": "string",
                "description": "Why it came to nothing; what was found before stays"
              },
              "analysed": {
                "type": "object",
                "description": "Only for who may see everything",
                "required": [
                  "entities",
                  "relations",
                  "appeared",
                  "gone",
                  "unchanged"
                ],
                "properties": {
                  "entities": {
                    "type": "integer"
                  },
                  "relations": {
                    "type": "integer"
                  },
                  "appeared": {
                    "type": "integer"
                  },
                  "gone": {
                    "type": "integer"
                  },
                  "unchanged": {
                    "type": "integer"
                  }
                }
              }
            }
          },
          "pending": {
            "type": "boolean",
            "description": "Something has changed since, and it will run again shortly"
          },
          "counts": {
            "$ref": "#/components/schemas/AnalysisCounts"
          },
          "rules": {
            "type": "array",
            "description": "All rules, in a fixed order",
            "items": {
              "type": "object",
              "required": [
                "rule",
                "title",
                "description",
                "counts",
                "leftOut"
              ],
              "properties": {
                "rule": {
                  "$ref": "#/components/schemas/AnalysisRule"
                },
                "title": {
                  "type": "string"
                },
                "description": {
                  "type": "string",
                  "description": "What it looks for, with the thresholds in force"
                },
                "counts": {
                  "$ref": "#/components/schemas/AnalysisCounts"
                },
                "leftOut": {
                  "type": "integer",
                  "description": "How many more it found than are kept; the worst are kept. 0 for who may not see everything"
                }
              }
            }
          },
          "unknowns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AnalysisUnknown"
            }
          },
          "problems": {
            "type": "array",
            "description": "Annotations that can't be read, at most 100 of them",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "annotation",
                "message"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "annotation": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "problemCount": {
            "type": "integer"
          },
          "may": {
            "type": "object",
            "required": [
              "run"
            ],
            "properties": {
              "run": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "AnalysisCounts": {
        "type": "object",
        "required": [
          "proposed",
          "suppressed",
          "accepted",
          "gone"
        ],
        "properties": {
          "proposed": {
            "type": "integer"
          },
          "suppressed": {
            "type": "integer"
          },
          "accepted": {
            "type": "integer"
          },
          "gone": {
            "type": "integer"
          }
        }
      },
      "AnalysisUnknown": {
        "type": "object",
        "description": "What a rule can't say of some entities",
        "required": [
          "rule",
          "entities",
          "examples",
          "reason"
        ],
        "properties": {
          "rule": {
            "$ref": "#/components/schemas/AnalysisRule"
          },
          "entities": {
            "type": "integer",
            "description": "That the caller may see"
          },
          "examples": {
            "type": "array",
            "description": "Up to ten of them",
            "items": {
              "type": "object",
              "required": [
                "entityRef"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                }
              }
            }
          },
          "reason": {
            "type": "string",
            "description": "Which annotation or definition would tell"
          }
        }
      },
      "AnalysisProposal": {
        "type": "object",
        "required": [
          "id",
          "rule",
          "status",
          "entity",
          "title",
          "category",
          "severity",
          "likelihood",
          "firstSeenAt",
          "lastSeenAt",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "rule": {
            "$ref": "#/components/schemas/AnalysisRule"
          },
          "status": {
            "$ref": "#/components/schemas/AnalysisProposalStatus"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "title": {
            "type": "string"
          },
          "category": {
            "$ref": "#/components/schemas/FindingCategory"
          },
          "severity": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "likelihood": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "firstSeenAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeenAt": {
            "type": "string",
            "format": "date-time",
            "description": "The last analysis that found it"
          },
          "goneAt": {
            "type": "string",
            "format": "date-time"
          },
          "suppression": {
            "type": "object",
            "description": "Also of one that is gone; absent once its time is over",
            "required": [
              "reason",
              "by",
              "at"
            ],
            "properties": {
              "reason": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "until": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "findingId": {
            "type": "string",
            "description": "The finding that was made of it, or the one that goes on where that is a duplicate. A proposal that is proposed all the same is still found after that finding was verified"
          },
          "findingStatus": {
            "$ref": "#/components/schemas/FindingStatus"
          },
          "may": {
            "type": "object",
            "description": "What the caller may do with it now",
            "required": [
              "suppress",
              "unsuppress",
              "accept"
            ],
            "properties": {
              "suppress": {
                "type": "boolean"
              },
              "unsuppress": {
                "type": "boolean"
              },
              "accept": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "AnalysisProposalDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/AnalysisProposal"
          },
          {
            "type": "object",
            "required": [
              "explanation",
              "recommendation",
              "affected",
              "affectedEntities",
              "hiddenEntities",
              "graph",
              "numbers",
              "history"
            ],
            "properties": {
              "explanation": {
                "type": "string",
                "description": "Markdown: how the rule came to it, with its numbers"
              },
              "recommendation": {
                "type": "string",
                "description": "Markdown"
              },
              "affected": {
                "type": "array",
                "description": "The nearest, at most 100, the first entity included",
                "items": {
                  "$ref": "#/components/schemas/EntityProjection"
                }
              },
              "affectedEntities": {
                "type": "integer",
                "description": "How many it affects that the caller may see"
              },
              "hiddenEntities": {
                "type": "integer",
                "description": "How many more it affects that the caller may not see"
              },
              "graph": {
                "$ref": "#/components/schemas/AnalysisGraph"
              },
              "numbers": {
                "type": "object",
                "description": "What the rule measured, by name",
                "additionalProperties": {
                  "type": "number"
                }
              },
              "history": {
                "type": "array",
                "description": "Oldest first",
                "items": {
                  "type": "object",
                  "required": [
                    "type",
                    "at"
                  ],
                  "properties": {
                    "type": {
                      "type": "string",
                      "enum": [
                        "appeared",
                        "gone",
                        "returned",
                        "suppressed",
                        "unsuppressed",
                        "accepted",
                        "followed",
                        "proposed-again"
                      ]
                    },
                    "at": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "by": {
                      "type": "string",
                      "description": "Absent where the analysis did it"
                    },
                    "note": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "AnalysisGraph": {
        "type": "object",
        "description": "What to draw; what the caller may not see is left out",
        "required": [
          "nodes",
          "edges"
        ],
        "properties": {
          "nodes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "kind"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "kind": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "emphasis": {
                  "type": "boolean"
                },
                "note": {
                  "type": "string"
                }
              }
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to"
              ],
              "properties": {
                "from": {
                  "type": "string"
                },
                "to": {
                  "type": "string"
                },
                "emphasis": {
                  "type": "boolean"
                },
                "note": {
                  "type": "string"
                },
                "synchronous": {
                  "type": "boolean"
                }
              }
            }
          }
        }
      },
      "FindingCategory": {
        "type": "string",
        "enum": [
          "single-point-of-failure",
          "dependency-cycle",
          "chatty-calls",
          "long-call-chain",
          "fan-out",
          "shared-database",
          "unbounded-query",
          "missing-index",
          "missing-cache",
          "missing-timeout",
          "retry-storm",
          "resource-saturation",
          "memory-leak",
          "front-end-weight",
          "capacity",
          "observability",
          "testing",
          "latency-budget",
          "ownership",
          "other"
        ]
      },
      "FindingStatus": {
        "type": "string",
        "enum": [
          "open",
          "in-progress",
          "resolved",
          "verified",
          "risk-accepted",
          "duplicate",
          "invalid"
        ]
      },
      "RiskLevel": {
        "type": "string",
        "enum": [
          "low",
          "medium",
          "high",
          "critical"
        ]
      },
      "RiskGrade": {
        "type": "string",
        "enum": [
          "very-low",
          "low",
          "medium",
          "high",
          "very-high"
        ]
      },
      "FindingEffort": {
        "type": "string",
        "enum": [
          "small",
          "medium",
          "large"
        ]
      },
      "MetricSource": {
        "type": "object",
        "required": [
          "name",
          "type",
          "state",
          "slos"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "e.g. `prometheus`"
          },
          "state": {
            "type": "string",
            "enum": [
              "healthy",
              "unhealthy",
              "unknown"
            ]
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastError": {
            "type": "object",
            "required": [
              "at",
              "message"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "slos": {
            "type": "integer",
            "description": "How many SLOs that the caller may see are measured from it"
          }
        }
      },
      "ReviewStatus": {
        "type": "string",
        "enum": [
          "draft",
          "in-review",
          "published",
          "archived"
        ]
      },
      "ReviewDependency": {
        "type": "string",
        "enum": [
          "relations",
          "apis",
          "owner",
          "slos",
          "budgets",
          "lifecycle"
        ]
      },
      "Reviewers": {
        "type": "array",
        "maxItems": 50,
        "description": "Refs of users and groups",
        "items": {
          "type": "string",
          "maxLength": 500
        }
      },
      "ReviewChoice": {
        "type": "object",
        "required": [
          "name",
          "title"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "guidance": {
            "type": "string",
            "description": "Markdown"
          }
        }
      },
      "FindingLink": {
        "type": "object",
        "required": [
          "type",
          "url"
        ],
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "issue",
              "pull-request",
              "adr",
              "run",
              "other"
            ]
          },
          "url": {
            "type": "string",
            "pattern": "^https?://",
            "maxLength": 2000
          },
          "title": {
            "type": "string",
            "maxLength": 200
          }
        }
      },
      "NewFinding": {
        "type": "object",
        "required": [
          "entityRef",
          "title",
          "category",
          "severity",
          "likelihood"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 500,
            "description": "Full ref of the entity that it belongs to"
          },
          "affected": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 500
            },
            "description": "Full refs of further entities"
          },
          "title": {
            "type": "string",
            "minLength": 3,
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 20000,
            "description": "Markdown"
          },
          "category": {
            "$ref": "#/components/schemas/FindingCategory"
          },
          "severity": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "likelihood": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "recommendation": {
            "type": "string",
            "maxLength": 20000,
            "description": "Markdown"
          },
          "effort": {
            "$ref": "#/components/schemas/FindingEffort"
          },
          "owner": {
            "type": "string",
            "maxLength": 500,
            "description": "Full ref of the user or group that sees to it"
          },
          "dueDate": {
            "type": "string",
            "format": "date"
          },
          "links": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/FindingLink"
            }
          },
          "externalId": {
            "type": "string",
            "maxLength": 200,
            "description": "What another system calls it; unique"
          }
        }
      },
      "FindingBinding": {
        "type": "object",
        "description": "The verdict that shows whether it is mended",
        "required": [
          "entityRef",
          "ruleId",
          "environment",
          "labels",
          "greenDays",
          "green",
          "boundBy",
          "boundAt"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "ruleId": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "Of the rule; absent where it has no verdict"
          },
          "state": {
            "$ref": "#/components/schemas/VerdictState"
          },
          "verdictId": {
            "type": "string",
            "description": "Absent where there is none now"
          },
          "environment": {
            "type": "string"
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "greenDays": {
            "type": "integer",
            "description": "After which closure is proposed"
          },
          "green": {
            "type": "object",
            "description": "Days of evidence in a row, all green, up to the newest",
            "required": [
              "count"
            ],
            "properties": {
              "count": {
                "type": "integer"
              },
              "since": {
                "type": "string",
                "format": "date"
              },
              "until": {
                "type": "string",
                "format": "date"
              }
            }
          },
          "boundBy": {
            "type": "string"
          },
          "boundAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "id",
          "title",
          "category",
          "severity",
          "likelihood",
          "risk",
          "status",
          "version",
          "entity",
          "affected",
          "hiddenAffected",
          "createdBy",
          "createdAt",
          "changedBy",
          "changedAt",
          "statusSince",
          "overdue",
          "comments"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "A number, shown as `F-<id>`"
          },
          "title": {
            "type": "string"
          },
          "category": {
            "$ref": "#/components/schemas/FindingCategory"
          },
          "severity": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "likelihood": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "risk": {
            "$ref": "#/components/schemas/RiskLevel"
          },
          "status": {
            "$ref": "#/components/schemas/FindingStatus"
          },
          "version": {
            "type": "integer"
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "affected": {
            "type": "array",
            "description": "Further entities that the caller may see",
            "items": {
              "$ref": "#/components/schemas/EntityProjection"
            }
          },
          "hiddenAffected": {
            "type": "integer",
            "description": "Further ones that they may not see"
          },
          "effort": {
            "$ref": "#/components/schemas/FindingEffort"
          },
          "owner": {
            "type": "string",
            "description": "Who sees to it"
          },
          "ownerTitle": {
            "type": "string"
          },
          "dueDate": {
            "type": "string",
            "format": "date"
          },
          "overdue": {
            "type": "boolean"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "changedBy": {
            "type": "string"
          },
          "changedAt": {
            "type": "string",
            "format": "date-time"
          },
          "statusSince": {
            "type": "string",
            "format": "date-time"
          },
          "resolvedBy": {
            "type": "string"
          },
          "duplicateOf": {
            "type": "string"
          },
          "reviewId": {
            "type": "string",
            "description": "The review that it came of"
          },
          "proposalId": {
            "type": "string",
            "description": "The proposal of the analysis that it came of"
          },
          "externalId": {
            "type": "string"
          },
          "closureProposedAt": {
            "type": "string",
            "format": "date-time"
          },
          "acceptedUntil": {
            "type": "string",
            "format": "date-time",
            "description": "While the risk is accepted"
          },
          "binding": {
            "$ref": "#/components/schemas/FindingBinding"
          },
          "comments": {
            "type": "integer"
          },
          "issue": {
            "$ref": "#/components/schemas/FindingIssue"
          }
        }
      },
      "FindingIssue": {
        "type": "object",
        "description": "An issue outside that is kept in step",
        "required": [
          "tracker",
          "type",
          "project",
          "state"
        ],
        "properties": {
          "tracker": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "enum": [
              "github",
              "jira"
            ]
          },
          "project": {
            "type": "string"
          },
          "key": {
            "type": "string",
            "description": "Absent until it is created"
          },
          "url": {
            "type": "string"
          },
          "closed": {
            "type": "boolean"
          },
          "state": {
            "type": "string",
            "enum": [
              "pending",
              "in-step",
              "failing",
              "gone"
            ]
          },
          "message": {
            "type": "string",
            "description": "What went wrong last"
          },
          "retryAt": {
            "type": "string",
            "format": "date-time",
            "description": "Where it went wrong; when it is tried again"
          },
          "syncedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "FindingDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Finding"
          },
          {
            "type": "object",
            "required": [
              "description",
              "recommendation",
              "links",
              "may"
            ],
            "properties": {
              "description": {
                "type": "string",
                "description": "Markdown"
              },
              "recommendation": {
                "type": "string",
                "description": "Markdown"
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FindingLink"
                }
              },
              "may": {
                "type": "object",
                "required": [
                  "plan",
                  "edit",
                  "comment",
                  "statuses",
                  "requestWaiver",
                  "delete"
                ],
                "properties": {
                  "plan": {
                    "type": "boolean",
                    "description": "Change effort, owner, due date, links, issue"
                  },
                  "edit": {
                    "type": "boolean",
                    "description": "Change the rest",
                    "and its binding": null
                  },
                  "comment": {
                    "type": "boolean"
                  },
                  "statuses": {
                    "type": "array",
                    "description": "That it can be brought to now",
                    "items": {
                      "$ref": "#/components/schemas/FindingStatus"
                    }
                  },
                  "requestWaiver": {
                    "type": "boolean",
                    "description": "To have the risk accepted"
                  },
                  "delete": {
                    "type": "boolean"
                  }
                }
              }
            }
          }
        ]
      },
      "FindingComment": {
        "type": "object",
        "required": [
          "id",
          "body",
          "by",
          "at",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "body": {
            "type": "string",
            "description": "Markdown"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "may": {
            "type": "object",
            "required": [
              "delete"
            ],
            "properties": {
              "delete": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "FindingEvent": {
        "type": "object",
        "required": [
          "type",
          "by",
          "at",
          "changes"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "created",
              "changed",
              "status",
              "bound",
              "unbound",
              "closure-proposed",
              "closure-declined",
              "closure-withdrawn",
              "reopened",
              "commented",
              "issue",
              "review-deleted"
            ]
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "note": {
            "type": "string"
          },
          "changes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "field"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "from": {
                  "type": "string"
                },
                "to": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "FindingSummary": {
        "type": "object",
        "required": [
          "total",
          "open",
          "overdue",
          "proposed",
          "matrix",
          "ages",
          "statuses"
        ],
        "properties": {
          "total": {
            "type": "integer"
          },
          "open": {
            "type": "integer"
          },
          "overdue": {
            "type": "integer"
          },
          "proposed": {
            "type": "integer",
            "description": "Whose closure is proposed"
          },
          "matrix": {
            "type": "array",
            "description": "Only cells with findings",
            "items": {
              "type": "object",
              "required": [
                "severity",
                "likelihood",
                "risk",
                "count"
              ],
              "properties": {
                "severity": {
                  "$ref": "#/components/schemas/RiskGrade"
                },
                "likelihood": {
                  "$ref": "#/components/schemas/RiskGrade"
                },
                "risk": {
                  "$ref": "#/components/schemas/RiskLevel"
                },
                "count": {
                  "type": "integer"
                }
              }
            }
          },
          "ages": {
            "type": "array",
            "description": "By days since they were recorded",
            "items": {
              "type": "object",
              "required": [
                "fromDays",
                "risks"
              ],
              "properties": {
                "fromDays": {
                  "type": "integer"
                },
                "toDays": {
                  "type": "integer",
                  "description": "Absent for the oldest"
                },
                "risks": {
                  "type": "object",
                  "description": "Counts by risk",
                  "required": [
                    "low",
                    "medium",
                    "high",
                    "critical"
                  ],
                  "properties": {
                    "low": {
                      "type": "integer"
                    },
                    "medium": {
                      "type": "integer"
                    },
                    "high": {
                      "type": "integer"
                    },
                    "critical": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "statuses": {
            "$ref": "#/components/schemas/Facet"
          }
        }
      },
      "FindingSettings": {
        "type": "object",
        "required": [
          "riskMatrix",
          "trackers",
          "may"
        ],
        "properties": {
          "may": {
            "type": "object",
            "required": [
              "record"
            ],
            "properties": {
              "record": {
                "type": "boolean",
                "description": "Whether there may be an entity that the caller may record findings about"
              }
            }
          },
          "riskMatrix": {
            "type": "array",
            "description": "Rows are severities, columns likelihoods, both lowest first",
            "items": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RiskLevel"
              }
            }
          },
          "trackers": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "type",
                "projects"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "type": {
                  "type": "string",
                  "enum": [
                    "github",
                    "jira"
                  ]
                },
                "projects": {
                  "type": "array",
                  "description": "Open to issues about any entity",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      },
      "FindingImport": {
        "type": "object",
        "required": [
          "created",
          "skipped",
          "alike",
          "problems"
        ],
        "properties": {
          "created": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "line",
                "title"
              ],
              "properties": {
                "line": {
                  "type": "integer",
                  "description": "Of CSV; of JSON, the position among the findings, from 1"
                },
                "title": {
                  "type": "string"
                },
                "id": {
                  "type": "string",
                  "description": "Absent in a dry run"
                }
              }
            }
          },
          "skipped": {
            "type": "array",
            "description": "That their entity has already, by their external id",
            "items": {
              "type": "object",
              "required": [
                "line",
                "title"
              ],
              "properties": {
                "line": {
                  "type": "integer"
                },
                "title": {
                  "type": "string"
                },
                "id": {
                  "type": "string",
                  "description": "Absent where the caller may not see that finding"
                }
              }
            }
          },
          "alike": {
            "type": "array",
            "description": "Recorded all the same, though a finding of the same title and first entity is there already, that the caller may see, or earlier in the file",
            "items": {
              "type": "object",
              "required": [
                "line",
                "title"
              ],
              "properties": {
                "line": {
                  "type": "integer"
                },
                "title": {
                  "type": "string"
                },
                "id": {
                  "type": "string",
                  "description": "The newest such finding"
                },
                "earlierLine": {
                  "type": "integer"
                }
              }
            }
          },
          "problems": {
            "type": "array",
            "description": "Where there is one, nothing is recorded",
            "items": {
              "type": "object",
              "required": [
                "line",
                "message"
              ],
              "properties": {
                "line": {
                  "type": "integer"
                },
                "column": {
                  "type": "string",
                  "description": "Name of the field"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ReviewRisk": {
        "type": "object",
        "required": [
          "when",
          "title",
          "category",
          "severity",
          "likelihood",
          "recommendation"
        ],
        "properties": {
          "when": {
            "type": "object",
            "properties": {
              "any": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "none": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "number": {
                "type": "object",
                "required": [
                  "operator",
                  "value"
                ],
                "properties": {
                  "operator": {
                    "type": "string",
                    "enum": [
                      "<=",
                      "<",
                      ">=",
                      ">"
                    ]
                  },
                  "value": {
                    "type": "number"
                  }
                }
              }
            }
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string",
            "description": "Markdown"
          },
          "category": {
            "$ref": "#/components/schemas/FindingCategory"
          },
          "severity": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "likelihood": {
            "$ref": "#/components/schemas/RiskGrade"
          },
          "recommendation": {
            "type": "string",
            "description": "Markdown"
          },
          "effort": {
            "$ref": "#/components/schemas/FindingEffort"
          }
        }
      },
      "ReviewQuestion": {
        "type": "object",
        "required": [
          "name",
          "title",
          "type",
          "choices",
          "required",
          "dependsOn",
          "risks"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "Unique in the template"
          },
          "title": {
            "type": "string"
          },
          "guidance": {
            "type": "string",
            "description": "Markdown"
          },
          "guide": {
            "type": "string",
            "description": "A URL, or a path within this suite's documentation"
          },
          "type": {
            "type": "string",
            "enum": [
              "one",
              "many",
              "number",
              "text"
            ]
          },
          "choices": {
            "type": "array",
            "description": "Of `one` and `many`",
            "items": {
              "$ref": "#/components/schemas/ReviewChoice"
            }
          },
          "unit": {
            "type": "string",
            "description": "Of numbers"
          },
          "required": {
            "type": "boolean"
          },
          "dependsOn": {
            "type": "array",
            "description": "What makes its answer stale when it changes",
            "items": {
              "$ref": "#/components/schemas/ReviewDependency"
            }
          },
          "risks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReviewRisk"
            }
          },
          "draft": {
            "type": "object",
            "description": "What a number answered becomes a draft of",
            "required": [
              "type"
            ],
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "budget",
                  "slo"
                ]
              }
            },
            "additionalProperties": true
          }
        }
      },
      "ReviewArea": {
        "type": "object",
        "required": [
          "name",
          "title",
          "questions"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string",
            "description": "Markdown"
          },
          "questions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReviewQuestion"
            }
          }
        }
      },
      "ReviewTemplateSpec": {
        "type": "object",
        "required": [
          "version",
          "areas"
        ],
        "properties": {
          "appliesTo": {
            "type": "object",
            "additionalProperties": true
          },
          "version": {
            "type": "string"
          },
          "reviewAfterSeconds": {
            "type": "number",
            "description": "From publication to the next review"
          },
          "areas": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReviewArea"
            }
          }
        }
      },
      "ReviewTemplate": {
        "type": "object",
        "required": [
          "definitionId",
          "name",
          "title",
          "version",
          "layer",
          "questions",
          "areas"
        ],
        "properties": {
          "definitionId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string",
            "description": "Markdown"
          },
          "version": {
            "type": "string",
            "description": "As its author counts"
          },
          "layer": {
            "$ref": "#/components/schemas/Layer"
          },
          "questions": {
            "type": "integer"
          },
          "areas": {
            "type": "array",
            "description": "Their titles",
            "items": {
              "type": "string"
            }
          },
          "reviewAfterSeconds": {
            "type": "number"
          }
        }
      },
      "ReviewEvidence": {
        "type": "object",
        "required": [
          "type",
          "ref"
        ],
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "run",
              "slo",
              "verdict",
              "link",
              "attachment"
            ]
          },
          "ref": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000,
            "description": "Id of the run, SLO or attachment, rule id of the verdict, or an `http` or `https` URL"
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "environment": {
            "type": "string",
            "maxLength": 63,
            "description": "Of a verdict"
          },
          "from": {
            "type": "string",
            "format": "date-time",
            "description": "Of an SLO, the window looked at"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ReviewAnswerInput": {
        "type": "object",
        "additionalProperties": false,
        "description": "Nothing given takes the answer back",
        "properties": {
          "choices": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "description": "Their names; one for a question of the type `one`"
          },
          "number": {
            "type": "number"
          },
          "text": {
            "type": "string",
            "maxLength": 20000,
            "description": "Markdown"
          },
          "notApplicable": {
            "type": "string",
            "minLength": 3,
            "maxLength": 2000,
            "description": "Why the question doesn't apply; excludes choices, number and text"
          },
          "notes": {
            "type": "string",
            "maxLength": 20000,
            "description": "Markdown"
          },
          "evidence": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/ReviewEvidence"
            }
          }
        }
      },
      "ReviewAnswer": {
        "type": "object",
        "required": [
          "question",
          "version"
        ],
        "properties": {
          "question": {
            "type": "string",
            "description": "Name of the question"
          },
          "choices": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "number": {
            "type": "number"
          },
          "text": {
            "type": "string",
            "description": "Markdown"
          },
          "notApplicable": {
            "type": "string"
          },
          "notes": {
            "type": "string",
            "description": "Markdown"
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ReviewEvidence"
            }
          },
          "version": {
            "type": "integer",
            "description": "0 where it was never answered"
          },
          "by": {
            "type": "string",
            "description": "Who answered last"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "confirmed": {
            "type": "object",
            "description": "Who said last that it is still right, since it was answered",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "note": {
                "type": "string"
              }
            }
          }
        }
      },
      "StaleAnswer": {
        "type": "object",
        "required": [
          "question",
          "changes"
        ],
        "properties": {
          "question": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "changes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "dependency",
                "added",
                "removed"
              ],
              "properties": {
                "dependency": {
                  "$ref": "#/components/schemas/ReviewDependency"
                },
                "added": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "removed": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      },
      "ReviewRaisedRisk": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ReviewRisk"
          },
          {
            "type": "object",
            "required": [
              "question",
              "index"
            ],
            "properties": {
              "question": {
                "type": "string"
              },
              "index": {
                "type": "integer",
                "description": "Among the question's risks"
              },
              "decision": {
                "type": "object",
                "description": "Absent as long as nobody decided",
                "required": [
                  "type",
                  "by",
                  "at"
                ],
                "properties": {
                  "type": {
                    "type": "string",
                    "enum": [
                      "finding",
                      "dismissed"
                    ]
                  },
                  "findingId": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "by": {
                    "type": "string"
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time"
                  }
                }
              }
            }
          }
        ]
      },
      "ReviewProgress": {
        "type": "object",
        "required": [
          "questions",
          "answered",
          "notApplicable",
          "required",
          "requiredOpen"
        ],
        "properties": {
          "questions": {
            "type": "integer"
          },
          "answered": {
            "type": "integer",
            "description": "Those that don't apply included"
          },
          "notApplicable": {
            "type": "integer"
          },
          "required": {
            "type": "integer"
          },
          "requiredOpen": {
            "type": "integer",
            "description": "Required and not answered yet"
          }
        }
      },
      "ReviewProblem": {
        "type": "object",
        "description": "What keeps the review from being published",
        "required": [
          "problem",
          "message"
        ],
        "properties": {
          "question": {
            "type": "string"
          },
          "problem": {
            "type": "string",
            "enum": [
              "unanswered",
              "stale"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Review": {
        "type": "object",
        "required": [
          "id",
          "title",
          "status",
          "version",
          "subject",
          "entity",
          "template",
          "reviewers",
          "createdBy",
          "createdAt",
          "changedBy",
          "changedAt",
          "overdue",
          "progress",
          "staleAnswers",
          "risks"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "A number, shown as `R-<id>`"
          },
          "title": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/ReviewStatus"
          },
          "version": {
            "type": "integer",
            "description": "Counts changes of the review itself; answers have their own"
          },
          "subject": {
            "type": "object",
            "required": [
              "entityRef",
              "planned"
            ],
            "properties": {
              "entityRef": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "planned": {
                "type": "boolean",
                "description": "Not in the catalog yet; `entity` is what it is going to be part of"
              }
            }
          },
          "entity": {
            "$ref": "#/components/schemas/EntityProjection"
          },
          "template": {
            "type": "object",
            "required": [
              "definitionId",
              "name",
              "title",
              "version"
            ],
            "properties": {
              "definitionId": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "version": {
                "type": "string",
                "description": "Which the review is by"
              }
            }
          },
          "reviewers": {
            "type": "array",
            "description": "Refs of users and groups",
            "items": {
              "type": "string"
            }
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "changedBy": {
            "type": "string"
          },
          "changedAt": {
            "type": "string",
            "format": "date-time",
            "description": "Of the review or one of its answers"
          },
          "published": {
            "type": "object",
            "description": "The last time; what is reopened stands as it was then until it is published anew",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "nextReviewAt": {
            "type": "string",
            "format": "date-time"
          },
          "overdue": {
            "type": "boolean"
          },
          "progress": {
            "$ref": "#/components/schemas/ReviewProgress"
          },
          "staleAnswers": {
            "type": "integer"
          },
          "risks": {
            "type": "object",
            "description": "That the answers raise",
            "required": [
              "raised",
              "undecided"
            ],
            "properties": {
              "raised": {
                "type": "integer"
              },
              "undecided": {
                "type": "integer"
              }
            }
          }
        }
      },
      "ReviewDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Review"
          },
          {
            "type": "object",
            "required": [
              "templateSpec",
              "answers",
              "stale",
              "raisedRisks",
              "milestones",
              "attachments",
              "comments",
              "problems",
              "may"
            ],
            "properties": {
              "templateSpec": {
                "$ref": "#/components/schemas/ReviewTemplateSpec",
                "description": "As it was when the review began or was last moved"
              },
              "answers": {
                "type": "array",
                "description": "Those there are, in the order of the template",
                "items": {
                  "$ref": "#/components/schemas/ReviewAnswer"
                }
              },
              "stale": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/StaleAnswer"
                }
              },
              "raisedRisks": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              },
              "milestones": {
                "type": "array",
                "description": "Newest first",
                "items": {
                  "$ref": "#/components/schemas/ReviewMilestoneSummary"
                }
              },
              "attachments": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewAttachment"
                }
              },
              "comments": {
                "type": "array",
                "description": "How many there are",
                "items": {
                  "type": "object",
                  "required": [
                    "count"
                  ],
                  "properties": {
                    "question": {
                      "type": "string",
                      "description": "Absent for the review as a whole"
                    },
                    "count": {
                      "type": "integer"
                    }
                  }
                }
              },
              "problems": {
                "type": "array",
                "description": "What keeps it from being published",
                "items": {
                  "$ref": "#/components/schemas/ReviewProblem"
                }
              },
              "templateUpdate": {
                "type": "object",
                "description": "Absent where the template is as it was",
                "required": [
                  "id",
                  "version"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "version": {
                    "type": "string"
                  }
                }
              },
              "may": {
                "type": "object",
                "description": "What the caller may do with it now",
                "required": [
                  "answer",
                  "confirm",
                  "comment",
                  "conduct",
                  "makeFindings",
                  "statuses",
                  "delete"
                ],
                "properties": {
                  "answer": {
                    "type": "boolean"
                  },
                  "confirm": {
                    "type": "boolean"
                  },
                  "comment": {
                    "type": "boolean",
                    "description": "And attach files"
                  },
                  "conduct": {
                    "type": "boolean"
                  },
                  "makeFindings": {
                    "type": "boolean"
                  },
                  "statuses": {
                    "type": "array",
                    "description": "Those it may be put to, apart from what `problems` keep it from",
                    "items": {
                      "$ref": "#/components/schemas/ReviewStatus"
                    }
                  },
                  "delete": {
                    "type": "boolean"
                  }
                }
              }
            }
          }
        ]
      },
      "ReviewComment": {
        "type": "object",
        "required": [
          "id",
          "body",
          "by",
          "at",
          "version",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "question": {
            "type": "string",
            "description": "Absent for the review as a whole"
          },
          "body": {
            "type": "string",
            "description": "Markdown"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "editedAt": {
            "type": "string",
            "format": "date-time"
          },
          "version": {
            "type": "integer"
          },
          "may": {
            "type": "object",
            "required": [
              "edit"
            ],
            "properties": {
              "edit": {
                "type": "boolean",
                "description": "Deleting is alike"
              }
            }
          }
        }
      },
      "ReviewAttachment": {
        "type": "object",
        "required": [
          "id",
          "name",
          "contentType",
          "size",
          "by",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "contentType": {
            "type": "string"
          },
          "size": {
            "type": "integer",
            "description": "Bytes"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ReviewMilestoneSummary": {
        "type": "object",
        "required": [
          "number",
          "name",
          "at",
          "by",
          "status",
          "templateVersion",
          "progress",
          "risks"
        ],
        "properties": {
          "number": {
            "type": "integer",
            "description": "Counts from 1 in each review"
          },
          "name": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/ReviewStatus"
          },
          "templateVersion": {
            "type": "string"
          },
          "progress": {
            "$ref": "#/components/schemas/ReviewProgress"
          },
          "risks": {
            "type": "integer",
            "description": "Raised"
          }
        }
      },
      "ReviewMilestone": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ReviewMilestoneSummary"
          },
          {
            "type": "object",
            "required": [
              "templateSpec",
              "answers",
              "raisedRisks",
              "comments"
            ],
            "properties": {
              "templateSpec": {
                "$ref": "#/components/schemas/ReviewTemplateSpec"
              },
              "answers": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewAnswer"
                }
              },
              "raisedRisks": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              },
              "comments": {
                "type": "integer",
                "description": "How many there were"
              }
            }
          }
        ]
      },
      "ReviewMilestonePoint": {
        "type": "object",
        "description": "One side of a comparison; the present has no number",
        "required": [
          "at",
          "status",
          "templateVersion"
        ],
        "properties": {
          "number": {
            "type": "integer"
          },
          "name": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "status": {
            "$ref": "#/components/schemas/ReviewStatus"
          },
          "templateVersion": {
            "type": "string"
          }
        }
      },
      "ReviewComparison": {
        "type": "object",
        "required": [
          "from",
          "to",
          "answers",
          "risks"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/ReviewMilestonePoint"
          },
          "to": {
            "$ref": "#/components/schemas/ReviewMilestonePoint"
          },
          "answers": {
            "type": "array",
            "description": "In the order of the later template, then those only the earlier one asks",
            "items": {
              "type": "object",
              "required": [
                "question",
                "title",
                "change"
              ],
              "properties": {
                "question": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "change": {
                  "type": "string",
                  "enum": [
                    "answered",
                    "changed",
                    "cleared",
                    "question-added",
                    "question-removed"
                  ]
                },
                "from": {
                  "$ref": "#/components/schemas/ReviewAnswer"
                },
                "to": {
                  "$ref": "#/components/schemas/ReviewAnswer"
                }
              }
            }
          },
          "risks": {
            "type": "object",
            "required": [
              "added",
              "removed"
            ],
            "properties": {
              "added": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              },
              "removed": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ReviewRaisedRisk"
                }
              }
            }
          }
        }
      },
      "ReviewTemplateUpdate": {
        "type": "object",
        "required": [
          "available"
        ],
        "properties": {
          "available": {
            "type": "boolean"
          },
          "id": {
            "type": "string",
            "description": "What moving the review is asked with"
          },
          "from": {
            "type": "string",
            "description": "Version"
          },
          "to": {
            "type": "string",
            "description": "Version"
          },
          "questions": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "question",
                "title",
                "change",
                "answered",
                "details"
              ],
              "properties": {
                "question": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "change": {
                  "type": "string",
                  "enum": [
                    "added",
                    "removed",
                    "changed",
                    "moved"
                  ]
                },
                "answered": {
                  "type": "boolean",
                  "description": "The review has an answer, which stays unless `answerLost`"
                },
                "answerLost": {
                  "type": "boolean",
                  "description": "The answer doesn't fit the question any more"
                },
                "details": {
                  "type": "array",
                  "description": "What changed, in sentences",
                  "items": {
                    "type": "string"
                  }
                },
                "vanishedChoices": {
                  "type": "array",
                  "description": "Names of choices that aren't offered any more",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      },
      "ReviewEvent": {
        "type": "object",
        "required": [
          "id",
          "at",
          "type"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "description": "Absent where nobody did it"
          },
          "type": {
            "type": "string",
            "enum": [
              "created",
              "changed",
              "status",
              "answered",
              "confirmed",
              "stale",
              "template-updated",
              "milestone",
              "attached",
              "detached",
              "comment-added",
              "comment-edited",
              "comment-deleted",
              "finding",
              "finding-deleted",
              "dismissed",
              "restored",
              "entity-appeared"
            ]
          },
          "question": {
            "type": "string"
          },
          "detail": {
            "type": "object",
            "description": "What was changed, by kind of event",
            "additionalProperties": true
          }
        }
      }
    }
  }
} as const;
