import { SloDialect } from './SloDialect';
import { Authorities } from './SloReport';

/** Whose word counts in a dialect: its prose, its schema where it has one, its own program. */
export const AUTHORITIES: Readonly<Record<SloDialect, Authorities>> = {
  'openslo/v1': ['spec', 'schema', 'sdk'],
  'openslo/v1alpha': ['spec', 'sdk'],
  'openslo.com/v2alpha': ['spec', 'sdk'],
  'sloth/prometheus/v1': ['spec', 'sdk'],
  'sloth.slok.dev/v1': ['spec', 'schema', 'sdk'],
  'pyrra.dev/v1alpha1': ['spec', 'schema', 'sdk'],
};

const API_VERSIONS: readonly SloDialect[] = [
  'openslo/v1',
  'openslo/v1alpha',
  'openslo.com/v2alpha',
  'sloth.slok.dev/v1',
  'pyrra.dev/v1alpha1',
];

/** What documents of Sloth's own format call their version. */
const SLOTH_VERSION = 'prometheus/v1';

/** Versions as documents write them. */
export const KNOWN_VERSIONS: readonly string[] = [
  ...API_VERSIONS,
  SLOTH_VERSION,
];

/**
 * Whether a document is meant to be in one of the languages for SLOs: `unsupported` where its version
 * is of one of them but not a known one, `undefined` where it is in none of them.
 */
export function sloDialectOf(
  value: unknown,
): SloDialect | 'unsupported' | undefined {
  const { apiVersion, version } = Object(value) as Record<string, unknown>;
  const dialect = API_VERSIONS.find(known => known === apiVersion);
  if (dialect) {
    return dialect;
  }
  if (apiVersion === undefined) {
    if (version === SLOTH_VERSION) {
      return 'sloth/prometheus/v1';
    }
    return String(version).startsWith('prometheus/')
      ? 'unsupported'
      : undefined;
  }
  return /^(openslo|sloth\.slok\.dev|pyrra\.dev)\b/.test(String(apiVersion))
    ? 'unsupported'
    : undefined;
}
