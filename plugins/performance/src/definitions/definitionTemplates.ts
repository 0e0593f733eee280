const DAY_MS = 86_400_000;

/** What a new definition of a kind starts from. */
export interface DefinitionTemplate {
  kind: string;
  /** What a definition of the kind is for, in a sentence. */
  purpose: string;
  /** YAML that is valid as it stands. */
  text: string;
}

/** Where a new definition may start: one template of each kind, with dates after the given one. */
export function definitionTemplates(
  now: Date,
): [DefinitionTemplate, ...DefinitionTemplate[]] {
  return [
    {
      kind: 'Budget',
      purpose: 'A limit on a statistic of a metric.',
      text: `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: response-time
  title: Response time
  description: Why this limit, and what to do when it is broken.
spec:
  metric: http.request.duration
  statistic: p95
  limits:
    fail: <= 300 ms
    warn: <= 250 ms
  minSamples: 100
  maxAge: 30d
`,
    },
    {
      kind: 'Journey',
      purpose:
        'A name for the endpoints or pages of a critical user journey, so that budgets can be set for it.',
      text: `apiVersion: performance-governance.io/v1
kind: Journey
metadata:
  name: checkout
  title: Checkout
  description: From the basket to the receipt.
spec:
  match:
    - endpoint: POST /checkout*
    - page: /checkout
`,
    },
    {
      kind: 'Check',
      purpose: 'A practice that can be looked up, such as a fresh load test.',
      text: `apiVersion: performance-governance.io/v1
kind: Check
metadata:
  name: load-test-this-quarter
  title: Load tested this quarter
spec:
  area: load-testing
  rationale: What was last tested a year ago is another system.
  fix: Run the load test of the pipeline, and upload its report.
  guide: guidelines/load-testing
  # Or one of verdict, entity, attestation, external and extension.
  run:
    type: load
    within: 90d
`,
    },
    {
      kind: 'Scorecard',
      purpose: 'Rules grouped into levels, each of which asks for more.',
      text: `apiVersion: performance-governance.io/v1
kind: Scorecard
metadata:
  name: fast-enough
  title: Fast enough
  description: What a service that customers wait for must show.
spec:
  levels:
    - name: bronze
      rules:
        - budget:
            metric: http.request.duration
    - name: silver
      rules:
        - budget:
            metric: http.request.failed
        - budget:
            metric: http.request.duration
            statistic: p99
          weight: 2
`,
    },
    {
      kind: 'Policy',
      purpose: 'What comes of breaking which rules, where, and from when.',
      text: `apiVersion: performance-governance.io/v1
kind: Policy
metadata:
  name: latency-in-production
  title: Latency in production
  description: Whom to ask about it, and why it is enforced.
spec:
  appliesTo:
    lifecycle: production
  rules:
    - area: latency
  stages:
    # observe, notify, warn, block: in the order in which they take effect.
    - stage: warn
    - stage: block
      from: ${dayAfter(now, 60)}
  evidence:
    maxAge: 30d
`,
    },
    {
      kind: 'Goal',
      purpose:
        'A share of verdicts within their limits, to be reached by a day.',
      text: `apiVersion: performance-governance.io/v1
kind: Goal
metadata:
  name: within-limits
  title: Response times within their limits
spec:
  rules:
    - area: latency
  target: 95 %
  by: ${dayAfter(now, 180)}
`,
    },
    {
      kind: 'SLO',
      purpose:
        'A service level objective, measured in production, with its error budget.',
      text: `apiVersion: performance-governance.io/v1
kind: SLO
metadata:
  name: availability
  title: Availability
  description: What the service promises to those who call it.
spec:
  appliesTo:
    lifecycle: production
  indicator:
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            metricSourceRef: prometheus
            spec:
              query: sum(http_requests_total{job="{{ entity.metadata.name }}", code!~"5.."})
        total:
          metricSource:
            metricSourceRef: prometheus
            spec:
              query: sum(http_requests_total{job="{{ entity.metadata.name }}"})
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
`,
    },
    {
      kind: 'ErrorBudgetPolicy',
      purpose: 'What is done while the error budget of an SLO runs out.',
      text: `apiVersion: performance-governance.io/v1
kind: ErrorBudgetPolicy
metadata:
  name: spend-with-care
  title: Spend the error budget with care
spec:
  rules:
    - name: warn-early
      when:
        remainingBelow: 25 %
      action: warn
    - name: freeze-when-spent
      when:
        remainingBelow: 0
      action: freeze
      except: [security]
`,
    },
    {
      kind: 'ReviewTemplate',
      purpose:
        'What architects ask in a review, and which answers raise which risk.',
      text: `apiVersion: performance-governance.io/v1
kind: ReviewTemplate
metadata:
  name: resilience
  title: Resilience
  description: What we ask before a service goes live.
spec:
  appliesTo:
    entity: { kind: Component, spec.type: service }
  version: '1.0'
  reviewAfter: 180d
  areas:
    - name: dependencies
      title: Dependencies
      questions:
        - name: outgoing-timeouts
          title: Does every outgoing call have a deadline?
          guidance: Look at clients of HTTP, databases, caches and queues.
          guide: guidelines/timeouts-and-retries
          type: one
          choices:
            - { name: all, title: Every one of them }
            - { name: some, title: Some of them }
            - { name: unknown, title: Nobody knows }
          dependsOn: [relations, apis]
          risks:
            - when: { any: [some, unknown] }
              title: Calls without a deadline
              category: missing-timeout
              severity: high
              likelihood: medium
              recommendation: Give every call a deadline below the caller's own.
              effort: small
        - name: response-time
          title: Within which time must nineteen of twenty requests be answered?
          type: number
          unit: ms
          draft:
            budget: { metric: http.request.duration, statistic: p95 }
`,
    },
  ];
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
