import {
  AttestationFact,
  CheckResultFact,
  Definition,
} from '@perf-governance/plugin-performance-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { demoFolder } from './demoFolder';

interface WrittenAnswers {
  entity: string;
  by: string;
  yes?: (string | string[])[];
  no?: Record<string, string>;
  notApplicable?: Record<string, string>;
}

interface WrittenResult extends Omit<CheckResultFact, 'at'> {
  entity: string;
}

function readGovernance(name: string) {
  return parse(readFileSync(join(demoFolder, 'governance', name), 'utf8'));
}

/** The statement and validity of an attestation check. */
function asked(definitions: Definition[], check: string) {
  for (const { kind, metadata, spec } of definitions) {
    if (
      kind === 'Check' &&
      metadata.name === check &&
      'condition' in spec &&
      spec.condition.type === 'attestation'
    ) {
      return spec.condition.attestation;
    }
  }
  throw new Error(`Nobody asks to attest ${check}`);
}

/** What the demo's people answered for one entity when its history ends, and what jobs found. */
export function demoAnswers(options: {
  entityRef: string;
  definitions: Definition[];
  /** ISO 8601. */
  now: string;
}): { attestations: AttestationFact[]; externalResults: CheckResultFact[] } {
  const { entityRef, definitions, now } = options;
  const signed = (
    by: string,
    answer: AttestationFact['answer'],
    check: string,
    comment?: string,
  ): AttestationFact => {
    const { statement, validForSeconds } = asked(definitions, check);
    return {
      check,
      answer,
      comment,
      by,
      at: now,
      expiresAt: new Date(
        Date.parse(now) + validForSeconds * 1000,
      ).toISOString(),
      statements: [statement],
    };
  };
  const answers: WrittenAnswers[] = readGovernance('attestations.yaml');
  const results: WrittenResult[] = readGovernance('results.yaml');
  return {
    attestations: answers
      .filter(({ entity }) => entity === entityRef)
      .flatMap(({ by, yes = [], no = {}, notApplicable = {} }) => [
        ...yes.flat().map(check => signed(by, 'yes', check)),
        ...Object.entries(no).map(([check, comment]) =>
          signed(by, 'no', check, comment),
        ),
        ...Object.entries(notApplicable).map(([check, comment]) =>
          signed(by, 'not-applicable', check, comment),
        ),
      ]),
    externalResults: results
      .filter(({ entity }) => entity === entityRef)
      .map(({ entity: _, ...result }) => ({ ...result, at: now })),
  };
}
