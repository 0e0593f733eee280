import {
  components,
  Definition,
  EntityFact,
  exemptionOf,
} from '@perf-governance/plugin-performance-common';
import { AttestationRecord } from './AttestationStore';
import { CheckOfType, checksOfType } from './findChecks';

type Schemas = components['schemas'];

/** What checks of one name ask; a statement for each layer that has one. */
export function statementsOf(checks: CheckOfType<'attestation'>[]): string[] {
  return [
    ...new Set(checks.map(({ spec }) => spec.condition.attestation.statement)),
  ];
}

/** The statements as one reads and signs them. */
export function joinStatements(statements: string[]): string {
  return statements.join('\n\n');
}

/** The answer to checks of one name, and whether it still holds. */
export function attestationToApi(
  record: AttestationRecord,
  checks: CheckOfType<'attestation'>[],
  now: Date,
): Schemas['Attestation'] {
  const { statements, at, expiresAt, ...rest } = record;
  let status: Schemas['Attestation']['status'] = 'in-force';
  if (statementsOf(checks).some(asked => !statements.includes(asked))) {
    status = 'statement-changed';
  } else if (expiresAt <= now) {
    status = 'expired';
  }
  return {
    ...rest,
    statement: joinStatements(statements),
    at: at.toISOString(),
    expiresAt: expiresAt.toISOString(),
    status,
  };
}

/** What is asked of somebody for an entity, by title, and what was answered. */
export function attestationRequests(
  fact: EntityFact,
  definitions: Definition[],
  records: AttestationRecord[],
  now: Date,
): Schemas['AttestationRequest'][] {
  const byName = new Map<string, CheckOfType<'attestation'>[]>();
  for (const check of checksOfType(definitions, 'attestation')) {
    if (exemptionOf(check, fact) !== undefined) {
      continue;
    }
    const { name } = check.metadata;
    byName.set(name, [...(byName.get(name) ?? []), check]);
  }
  return [...byName]
    .map(([name, checks]) => {
      const [{ metadata, spec }] = checks;
      const record = records.find(({ check }) => check === name);
      return {
        check: name,
        title: metadata.title ?? name,
        statement: joinStatements(statementsOf(checks)),
        validForSeconds: Math.min(
          ...checks.map(
            check => check.spec.condition.attestation.validForSeconds,
          ),
        ),
        rationale: spec.rationale,
        fix: spec.fix,
        guide: spec.guide,
        attestation: record && attestationToApi(record, checks, now),
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en-US'));
}
