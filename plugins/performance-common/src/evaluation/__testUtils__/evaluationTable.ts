import { Entity } from '@backstage/catalog-model';
import {
  AttestationFact,
  CheckResultFact,
  ComparisonOperator,
  Definition,
  EntityFact,
  EntityFacts,
  Evaluation,
  EvidenceSeries,
  FindingCategory,
  FindingFact,
  FindingStatus,
  Labels,
  Layer,
  ReviewFact,
  RiskLevel,
  RunFact,
  RunType,
  SloFact,
  Unit,
  Verdict,
  VerdictState,
  WaiverFact,
} from '../../model';
import { getMetric } from '../../metrics';
import { parseDefinitions } from '../../definitions';
import { evaluate } from '../evaluate';
import { formatLabels } from '../labels';

/*
 * A small language for cases of `evaluate`, after the tests of Prometheus's promql engine:
 *
 *   entity component:default/pay type=service owners=group:default/payments
 *   budget system:default/shop latency { metric: web.lcp, statistic: p75, limits: { fail: < 2 s } }
 *   journey org checkout { match: { endpoint: POST /pay* } }
 *   policy org api { rules: [{ area: latency }], stages: [{ stage: warn }] }
 *   trust org/policy/api budget:web.lcp:p75
 *   trust org/policy/api budget:web.lcp:p75 2027-01-01
 *   waiver w1 budget:web.lcp:p75 production {journey=checkout} 2026-11-01 2026-12-01 cap<=450
 *   ratchet budget:web.lcp:p75 production {} 200
 *   tested soak production 2026-11-20T10:00:00Z 2026-11-20T12:00:00Z
 *   attested capacity-plan yes user:default/jane 2026-11-01 2027-05-01 Reviewed.
 *   pushed runbook fail 2026-11-21 No runbook.
 *   extension on-call pass 2026-11-21
 *   slo org availability { service: pay, objectives: [{ target: 0.999 }] }
 *   spends org freeze { rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze }] }
 *   stands org/slo/availability production pass target=0.999 attainment=0.9995 remaining=0.5 burn:3600=2
 *   measured org/budget/latency production 280 2026-11-22T11:55:00Z
 *   unmeasured org/budget/latency production source-down
 *   finding 17 missing-index high open due=2026-11-20 Orders lack an index
 *   findings none
 *   reviewed service 2026-11-01 next=2027-05-01 stale=2
 *   reviews none
 *   run r1 production 2026-11-20T10:00:00Z 2026-11-20T10:30:00Z
 *     http.request.duration{endpoint=POST /pay} count=10 mean=5 p95=412
 *
 * An SLO is rolling over 30 days, and pushed, unless it says otherwise.
 *
 * Without an entity line, the entity is a service of the system checkout in the domain shop.
 */

/** What attestations of the table answer to. */
export const STATEMENT = 'We did.';

const NOW = '2026-11-22T12:00:00Z';
const RUN_MINUTES = 30;

/** Of cases that need it by itself: the indicator of each objective of a composite SLO. */
export const PUSHED_INDICATOR =
  '{ spec: { ratioMetric: { good: { metricSource: { type: pushed } }, total: { metricSource: { type: pushed } } } } }';

const KINDS = {
  budget: 'Budget',
  journey: 'Journey',
  policy: 'Policy',
  check: 'Check',
  scorecard: 'Scorecard',
  slo: 'SLO',
  spends: 'ErrorBudgetPolicy',
} as const;

const DEFAULT_ENTITY =
  'component:default/pay type=service owners=group:default/payments,group:default/technology system=system:default/checkout domains=domain:default/shop';

/** Reads and evaluates a case. */
export function evaluateTable(
  table: string,
  options?: { maxSubjects?: number },
): Evaluation {
  const { definitions, facts } = readTable(table);
  return evaluate({ definitions, facts, options });
}

/** Evaluates a case and writes each verdict in a line. */
export function verdictLines(table: string): string[] {
  return evaluateTable(table).verdicts.map(formatVerdict);
}

export function readTable(table: string): {
  definitions: Definition[];
  facts: EntityFacts;
} {
  const definitions: Definition[] = [];
  const facts: EntityFacts = {
    subject: readEntity(DEFAULT_ENTITY),
    runs: [],
    series: [],
    environments: [],
    now: NOW,
  };
  for (const line of table.split('\n').map(text => text.trim())) {
    const [keyword, ...words] = line.split(' ');
    switch (keyword) {
      case '':
      case '#':
        break;
      case 'entity':
        facts.subject = readEntity(words.join(' '));
        break;
      case 'environments':
        facts.environments = words;
        break;
      case 'now':
        facts.now = words[0];
        break;
      case 'budget':
      case 'journey':
      case 'policy':
      case 'check':
      case 'scorecard':
      case 'slo':
      case 'spends':
        definitions.push(readDefinition(keyword, words));
        break;
      case 'trust':
        (facts.trust ??= []).push({
          definitionId: words[0],
          ruleId: words[1],
          trusted: words[2] === undefined,
          from: words[2],
        });
        break;
      case 'waiver':
        (facts.waivers ??= []).push(readWaiver(line));
        break;
      case 'ratchet':
        (facts.ratchets ??= []).push({
          ruleId: words[0],
          environment: words[1],
          labels: readLabels(words[2].slice(1, -1)),
          best: Number(words[3]),
        });
        break;
      case 'tested':
        (facts.runSummaries ??= []).push({
          runId: `tested-${facts.runSummaries.length + 1}`,
          type: words[0] as RunType,
          tool: 'k6',
          environment: words[1],
          startedAt: words[2],
          endedAt: words[3],
        });
        break;
      case 'attested':
        (facts.attestations ??= []).push({
          check: words[0],
          answer: words[1] as AttestationFact['answer'],
          by: words[2],
          at: words[3],
          expiresAt: words[4],
          statements: [STATEMENT],
          comment: words.slice(5).join(' ') || undefined,
        });
        break;
      case 'pushed':
        (facts.externalResults ??= []).push(readResult(words));
        break;
      case 'extension':
        (facts.extensionResults ??= []).push(readResult(words));
        break;
      case 'stands':
        (facts.slos ??= []).push(readSloFact(words));
        break;
      case 'finding':
        (facts.findings ??= []).push(readFinding(words));
        break;
      case 'findings':
        facts.findings = [];
        break;
      case 'reviewed':
        (facts.reviews ??= []).push(readReview(words));
        break;
      case 'reviews':
        facts.reviews = [];
        break;
      case 'measured':
        (facts.measurements ??= []).push({
          definitionId: words[0],
          environment: words[1],
          value: Number(words[2]),
          measuredAt: words[3],
        });
        break;
      case 'unmeasured':
        (facts.measurements ??= []).push({
          definitionId: words[0],
          environment: words[1],
          reason: { code: words[2], message: words[2] },
        });
        break;
      case 'run':
        facts.runs.push(readRun(words, facts.subject.entityRef));
        break;
      default:
        facts.series.push(readSeries(line, facts.runs));
    }
  }
  return { definitions, facts };
}

function readEntity(text: string): EntityFact {
  const [entityRef, ...words] = text.split(' ');
  const fields = Object.fromEntries(words.map(word => word.split('=')));
  const [kind, rest] = entityRef.split(':');
  const [namespace, name] = rest.split('/');
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: `${kind[0].toUpperCase()}${kind.slice(1)}`,
    metadata: {
      namespace,
      name,
      ...(fields.tags && { tags: fields.tags.split(',') }),
    },
    spec: {
      ...(fields.type && { type: fields.type }),
      ...(fields.lifecycle && { lifecycle: fields.lifecycle }),
    },
    relations: fields.partOf
      ? [{ type: 'partOf', targetRef: fields.partOf }]
      : [],
  };
  return {
    entity,
    entityRef,
    owners: fields.owners?.split(',') ?? [],
    system: fields.system,
    domains: fields.domains?.split(',') ?? [],
  };
}

function readWaiver(line: string): WaiverFact {
  const match =
    /^waiver (\S+) (\S+) (\S+) \{([^}]*)\} (\S+) (\S+)(?: cap(<=|<|>=|>)(\S+))?$/.exec(
      line,
    );
  if (!match) {
    throw new Error(`Not a waiver: ${line}`);
  }
  const [, id, ruleId, environment, labels, from, until, operator, cap] = match;
  return {
    id,
    ruleId,
    environment,
    labels: readLabels(labels),
    approvedAt: from,
    expiresAt: until,
    ...(operator && {
      cap: {
        operator: operator as ComparisonOperator,
        value: Number(cap),
        unit: 'ms',
      },
    }),
  };
}

function readResult(words: string[]): CheckResultFact {
  const [check, state, at, ...message] = words;
  return {
    check,
    state: state as VerdictState,
    at,
    message: message.join(' ') || undefined,
  };
}

function readDefinition(
  keyword: keyof typeof KINDS,
  words: string[],
): Definition {
  const [place, name, ...spec] = words;
  const layer: Layer =
    place === 'org'
      ? { kind: 'org' }
      : {
          kind: place.split(':')[0] as Exclude<Layer['kind'], 'org'>,
          entityRef: place,
        };
  const kind = KINDS[keyword];
  const { definitions, problems } = parseDefinitions(
    [
      'apiVersion: performance-governance.io/v1',
      `kind: ${kind}`,
      `metadata: { name: ${name} }`,
      `spec: ${keyword === 'slo' ? sloText(spec.join(' ')) : spec.join(' ')}`,
    ].join('\n'),
    { file: name, layer, source: { type: 'config', location: name } },
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join('\n'));
  }
  return definitions[0];
}

/** With what an SLO needs and cases seldom are about. */
function sloText(spec: string): string {
  const usual = [
    ...(spec.includes('timeWindow')
      ? []
      : ['timeWindow: [{ duration: 30d, isRolling: true }]']),
    ...(spec.includes('indicator') ? [] : [`indicator: ${PUSHED_INDICATOR}`]),
  ];
  return `{ ${[...usual, spec.slice(1)].join(', ')}`;
}

function readSloFact(words: string[]): SloFact {
  const [definitionId, environment, state, ...rest] = words;
  const fields = Object.fromEntries(rest.map(word => word.split('=')));
  const number = (name: string) =>
    fields[name] === undefined ? undefined : Number(fields[name]);
  return {
    definitionId,
    environment,
    state: state as SloFact['state'],
    target: number('target') ?? 0.999,
    objective: fields.objective,
    attainment: number('attainment'),
    remainingShare: number('remaining'),
    severity: fields.severity,
    measuredAt: fields.at,
    reason: fields.reason && { code: fields.reason, message: 'Unknown.' },
    burnRates: Object.fromEntries(
      Object.entries<string>(fields).flatMap(([name, value]) =>
        name.startsWith('burn:') ? [[name.slice(5), Number(value)]] : [],
      ),
    ),
  };
}

function readFinding(words: string[]): FindingFact {
  const [findingId, category, risk, status, ...rest] = words;
  const dueDate = rest[0]?.startsWith('due=') ? rest[0].slice(4) : undefined;
  return {
    findingId,
    category: category as FindingCategory,
    risk: risk as RiskLevel,
    status: status as FindingStatus,
    ...(dueDate !== undefined && { dueDate }),
    title: rest.slice(dueDate === undefined ? 0 : 1).join(' '),
  };
}

function readReview(words: string[]): ReviewFact {
  const [template, publishedAt, ...rest] = words;
  const fields = Object.fromEntries(rest.map(word => word.split('=')));
  return {
    reviewId: '4',
    template,
    templateVersion: '1.0',
    title: `Review by ${template}`,
    publishedAt,
    ...(fields.next && { nextReviewAt: fields.next }),
    staleAnswers: Number(fields.stale ?? 0),
    answered: 10,
    questions: 10,
  };
}

function readRun(words: string[], entityRef: string): RunFact {
  const [runId, environment, startedAt, endedAt] = words;
  return {
    runId,
    entityRef,
    environment,
    tool: 'k6',
    startedAt,
    endedAt:
      endedAt ??
      new Date(Date.parse(startedAt) + RUN_MINUTES * 60_000).toISOString(),
  };
}

/** A series of the last run: `metric[:unit]{label=value,…} name=number…`, or `values=1,2,3`. */
function readSeries(line: string, runs: RunFact[]): EvidenceSeries {
  const match = /^([^{: ]+)(?::(\S+?))?\{([^}]*)\}\s*(.*)$/.exec(line);
  const run = runs[runs.length - 1];
  if (!match || !run) {
    throw new Error(`Not a line of the table: ${line}`);
  }
  const [, metric, unit, labelText, numbers] = match;
  const series: EvidenceSeries = {
    runId: run.runId,
    metric,
    unit: (unit as Unit) ?? getMetric(metric)?.unit ?? '1',
    labels: readLabels(labelText),
    quantiles: {},
    quantileMethod: 'none',
  };
  for (const word of numbers.split(' ')) {
    const [name, value] = word.split('=');
    if (name === 'values') {
      series.values = value.split(',').map(Number);
      series.count = series.values.length;
      series.quantileMethod = 'exact';
    } else if (/^p\d/.test(name)) {
      series.quantiles[String(Number(`${name.slice(1)}e-2`))] = Number(value);
      series.quantileMethod = 'reported';
    } else if (name) {
      Object.assign(series, { [name]: Number(value) });
    }
  }
  return series;
}

function readLabels(text: string): Labels {
  return text === ''
    ? {}
    : Object.fromEntries(text.split(',').map(label => label.split('=')));
}

/** `rule environment {labels} state value|reason limits` */
function formatVerdict(verdict: Verdict): string {
  const { ruleId, subject, state, value, reason, limit } = verdict;
  const limits = (['fail', 'warn'] as const).flatMap(kind => {
    const bound = limit[kind];
    return bound
      ? [`${kind}${bound.operator}${bound.value}@${bound.definitionId}`]
      : [];
  });
  return [
    ruleId.replace(/^budget:/, ''),
    subject.environment,
    `{${formatLabels(subject.labels)}}`,
    state,
    value ?? reason?.code ?? 'met',
    ...limits.map(text => text.replace(/\/(budget)\//, '/')),
  ].join(' ');
}

/** `stage by=<policy> next=<stage>@<day>` and each policy's part. */
export function enforcementLines({ enforcement }: Verdict): string[] {
  const { stage, definitionId, next, requireEvidence, story } = enforcement;
  return [
    [
      stage,
      definitionId ?? 'default',
      ...(next ? [`then ${next.stage} ${next.at.slice(0, 10)}`] : []),
      ...(requireEvidence ? [] : ['evidence optional']),
    ].join(' '),
    ...story.map(part =>
      [
        part.name,
        part.stage ?? '-',
        part.effect,
        ...(part.next
          ? [`then ${part.next.stage} ${part.next.at.slice(0, 10)}`]
          : []),
      ].join(' '),
    ),
  ];
}
