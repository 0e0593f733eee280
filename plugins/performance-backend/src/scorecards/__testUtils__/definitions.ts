interface WrittenCheckCondition {
  run?: object;
  entity?: object;
  verdict?: object;
  attestation?: object;
  external?: object;
  extension?: object;
}

/** A check of the organisation on every component. */
export function check(
  name: string,
  { title = name, ...condition }: WrittenCheckCondition & { title?: string },
): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Check',
    metadata: { name, title },
    spec: {
      appliesTo: { entity: { kind: 'Component' } },
      rationale: `Why ${name} matters.`,
      fix: `Do ${name}.`,
      guide: 'guidelines/load-testing',
      ...condition,
    },
  });
}

/** A scorecard of the organisation on every component. */
export function scorecard(
  name: string,
  spec: { exempt?: object[]; levels: object[] },
): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Scorecard',
    metadata: { name, title: `Title of ${name}` },
    spec: { appliesTo: { entity: { kind: 'Component' } }, ...spec },
  });
}
