import { createHash } from 'node:crypto';
import {
  compareVerdicts,
  DefinitionProblem,
  describeAppliedWaiver,
  isWaived,
  Stage,
  Verdict,
  verdictKey,
} from '@perf-governance/plugin-performance-common';
import type {
  Log,
  Notification,
  ReportingDescriptor,
  Result,
  Run,
} from 'sarif';
import { version } from '../../package.json';
import { errorBudgetReasons } from './errorBudgetReasons';
import { GateReport } from './GateReport';
import { statisticWords, verdictMessage } from './verdictWords';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

const ERROR_BUDGET_RULE: ReportingDescriptor = {
  id: 'error-budget',
  shortDescription: { text: 'Error budgets' },
  fullDescription: {
    text: 'What error-budget policies ask for while error budgets run out.',
  },
};

/**
 * A gate as SARIF 2.1.0. Every verdict is a result, whose `kind` says which of the five states it is;
 * `level` other than `none` belongs to `fail` alone (section 3.27.10).
 */
export function renderGateSarif(gateReport: GateReport): string {
  const { result, reports } = gateReport;
  const verdicts = [...result.verdicts].sort(compareVerdicts);
  const rules = new Map<string, ReportingDescriptor>();
  for (const verdict of verdicts) {
    rules.set(verdict.ruleId, {
      id: verdict.ruleId,
      shortDescription: { text: verdict.title },
      fullDescription: {
        text: describeRule(verdict),
      },
      ...(verdict.kind === 'check' && { help: { text: verdict.check.fix } }),
    });
  }
  const errorBudgets = errorBudgetReasons(result);
  if (errorBudgets.length > 0) {
    rules.set(ERROR_BUDGET_RULE.id, ERROR_BUDGET_RULE);
  }
  return renderLog({
    tool: { driver: driver([...rules.values()]) },
    invocations: [
      {
        executionSuccessful: result.outcome !== 'error',
        exitCode: result.gate.exitCode,
        toolExecutionNotifications: result.gate.reasons.flatMap(
          ({ code, message }): Notification[] =>
            code === 'not-judged' || code === 'bad-input'
              ? [
                  {
                    level: code === 'bad-input' ? 'error' : 'note',
                    message: { text: message },
                    descriptor: { id: code },
                  },
                ]
              : [],
        ),
      },
    ],
    results: [
      ...verdicts.map(verdict => resultOf(verdict, reports)),
      ...errorBudgets.map(
        ({ reason, closes }): Result => ({
          ruleId: ERROR_BUDGET_RULE.id,
          message: { text: reason.message },
          kind: 'fail',
          level: closes ? 'error' : 'note',
          properties: { code: reason.code, slo: reason.ruleId },
        }),
      ),
    ],
  });
}

function resultOf(verdict: Verdict, reports: GateReport['reports']): Result {
  return {
    ruleId: verdict.ruleId,
    message: { text: verdictMessage(verdict) },
    ...severityOf(verdict),
    locations: reports
      .filter(
        ({ runId }) =>
          reports.length === 1 || runId === verdict.evidence?.runId,
      )
      .map(({ name }) => ({
        physicalLocation: { artifactLocation: { uri: toUri(name) } },
        logicalLocations: [
          { fullyQualifiedName: verdict.subject.entityRef, kind: 'module' },
        ],
      })),
    partialFingerprints: {
      'verdict/v1': createHash('sha256')
        .update(verdictKey(verdict))
        .digest('hex'),
    },
    ...suppressionsOf(verdict),
    properties: {
      state: verdict.state,
      stage: verdict.enforcement.stage,
      waiver: verdict.waiver,
      environment: verdict.subject.environment,
      labels: verdict.subject.labels,
      value: verdict.value,
      unit: 'unit' in verdict ? verdict.unit : undefined,
      limit: verdict.limit,
    },
  };
}

function describeRule(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'check':
      return verdict.check.rationale;
    case 'slo':
      return 'A service level objective.';
    case 'finding':
      return `A finding of ${verdict.finding.risk} risk.`;
    default:
      return `A budget on ${statisticWords(verdict)}.`;
  }
}

/** A waiver is what SARIF calls an accepted suppression (section 3.35). */
function suppressionsOf(verdict: Verdict): Pick<Result, 'suppressions'> {
  return verdict.waiver && isWaived(verdict)
    ? {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: describeAppliedWaiver(verdict.waiver),
          },
        ],
      }
    : {};
}

/** Problems of definition files as SARIF 2.1.0, each at its line and column. */
export function renderProblemsSarif(
  problems: DefinitionProblem[],
  descriptions: Readonly<Record<string, string>>,
): string {
  const ruleIds = [...new Set(problems.map(({ rule }) => rule))];
  return renderLog({
    tool: {
      driver: driver(
        ruleIds.map(id => ({
          id,
          shortDescription: { text: descriptions[id] ?? id },
        })),
      ),
    },
    invocations: [{ executionSuccessful: true }],
    results: problems.map(
      ({ file, line, column, severity, rule, message }) => ({
        ruleId: rule,
        level: severity,
        message: { text: message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: toUri(file) },
              region: { startLine: line, startColumn: column },
            },
          },
        ],
      }),
    ),
  });
}

function renderLog(run: Run): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function driver(rules: ReportingDescriptor[]): Run['tool']['driver'] {
  return { name: 'perf-gate', version, rules };
}

const LEVEL_OF_STAGE: Record<Stage, Result['level']> = {
  block: 'error',
  warn: 'warning',
  notify: 'note',
  observe: 'note',
};

function severityOf({
  state,
  enforcement,
}: Verdict): Pick<Result, 'kind' | 'level'> {
  switch (state) {
    case 'fail':
      return { kind: 'fail', level: LEVEL_OF_STAGE[enforcement.stage] };
    case 'warn':
      return { kind: 'fail', level: 'warning' };
    case 'no-data':
      return { kind: 'open', level: 'none' };
    case 'not-applicable':
      return { kind: 'notApplicable', level: 'none' };
    default:
      return { kind: 'pass', level: 'none' };
  }
}

/** A file's path as a relative URI reference (RFC 3986, section 4.2). */
function toUri(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
