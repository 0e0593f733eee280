import {
  DocumentPath,
  DocumentPositions,
} from '../definitions/DocumentPositions';
import { DefinitionMetadata, SloSpec } from '../model';
import { OpenSloLoss } from './OpenSloLoss';
import { OpenSloObject, OpenSloObjects } from './OpenSloObject';
import { OpenSloProblem, OpenSloProfile } from './OpenSloProblem';
import {
  OPEN_SLO_V1,
  OPEN_SLO_V2_ALPHA,
  OpenSloVersion,
} from './OpenSloVersion';
import { ParsedSlo } from './ParsedSlo';
import { readOpenSloObject, readOpenSloSliObject } from './readOpenSloObject';
import { ReadSli, SloContext } from './readOpenSloIndicator';
import { readPyrra } from './readPyrra';
import { readSloth } from './readSloth';
import { readV1AlphaObject } from './readV1AlphaObject';
import { SloDialect } from './SloDialect';
import { AUTHORITIES } from './sloDialectOf';
import { SloMapping } from './SloMapping';
import { toDefinitionName } from './toDefinitionName';
import { SloReport } from './SloReport';

/** An object in one of the files: a document, or an element of one that is a list. */
export interface SloEntry {
  file: string;
  positions: DocumentPositions;
  base: DocumentPath;
  dialect: SloDialect;
  value: Record<string, unknown>;
}

/** What an object comes to. */
export interface ReadSloEntry {
  slos: ParsedSlo[];
  problems: OpenSloProblem[];
  losses: OpenSloLoss[];
  /** Lines of the SLIs in the same file that its SLOs refer to. */
  sliLines: number[];
}

/**
 * Reads objects of any dialect, which may refer to each other.
 *
 * @returns For each object what it comes to: no SLO where it has an error.
 */
export function readSloObjects(
  entries: readonly SloEntry[],
  profile: OpenSloProfile,
): ReadSloEntry[] {
  const objects = new OpenSloObjects();
  const prometheuses = new Set(entries.flatMap(nameOfPrometheus));
  const mappings = entries.map(entry => {
    const report = new SloReport(entry, profile, AUTHORITIES[entry.dialect], {
      prometheuses,
    });
    const mapping = new SloMapping(report, [], entry.value);
    register(mapping, entry, objects);
    return mapping;
  });
  const slis = readSlis(entries, mappings);
  const used = new Set<SloMapping>();
  const read = entries.map((entry, index) => {
    const version = versionOf(entry.dialect);
    const usedSlis = new Set<OpenSloObject>();
    const named = readEntry(entry, mappings[index], {
      objects,
      version,
      file: entry.file,
      slis,
      usedSlis,
    });
    const sliLines: number[] = [];
    for (const sli of usedSlis) {
      used.add(sli.mapping);
      if (sli.file === entry.file) {
        sliLines.push(sli.mapping.report.startLine);
      }
    }
    return { ...toParsed(entry, mappings[index].report, named), sliLines };
  });
  refuseSilence(entries, mappings, read);
  for (const [index, { value }] of entries.entries()) {
    if (value.kind === 'SLI' && !used.has(mappings[index])) {
      mappings[index].report.lose([], {
        said: `the SLI '${
          Object(value.metadata).name
        }', which no SLO here refers to`,
        becomes: 'nothing',
      });
    }
  }
  return read;
}

/** The name of a DataSource that says it is a Prometheus. */
function nameOfPrometheus({ value }: SloEntry): string[] {
  const { name } = Object(value.metadata);
  const { type } = Object(value.spec);
  return value.kind === 'DataSource' &&
    typeof name === 'string' &&
    typeof type === 'string' &&
    type.toLowerCase() === 'prometheus'
    ? [name]
    : [];
}

/** An SLO of which nothing comes must say why, here or in what it refers to. */
function refuseSilence(
  entries: readonly SloEntry[],
  mappings: readonly SloMapping[],
  read: readonly ReadSloEntry[],
): void {
  if (mappings.some(({ report }) => report.failed)) {
    return;
  }
  for (const [index, { value }] of entries.entries()) {
    const isSlo =
      value.kind === 'SLO' || value.kind === 'ServiceLevelObjective';
    if (isSlo && read[index].slos.length === 0) {
      mappings[index].report.reject(
        'invalid-value',
        [],
        'No SLO can be made of this document.',
      );
    }
  }
}

function versionOf(dialect: SloDialect): OpenSloVersion {
  return dialect === 'openslo.com/v2alpha'
    ? OPEN_SLO_V2_ALPHA
    : { ...OPEN_SLO_V1, dialect };
}

const MEASURED_KINDS = [
  'SLO',
  'SLI',
  'PrometheusServiceLevel',
  'ServiceLevelObjective',
];

function register(
  mapping: SloMapping,
  { dialect, value, file }: SloEntry,
  objects: OpenSloObjects,
): void {
  const { kind } = value;
  const { name } = Object(value.metadata) as { name?: unknown };
  if (typeof kind !== 'string' || typeof name !== 'string') {
    return;
  }
  const previous = objects.add({ kind, name, dialect, mapping, file });
  if (previous) {
    const path = ['metadata', 'name'];
    const message = `There is another ${kind} named '${name}', in ${
      previous.file === file ? '' : `${previous.file}, `
    }line ${previous.mapping.report.startLine}.`;
    // Files may belong to different entities, and of other kinds no definition is made.
    if (previous.file === file && MEASURED_KINDS.includes(kind)) {
      mapping.report.reject('duplicate-name', path, message);
    } else {
      mapping.report.advise('duplicate-name', path, message);
    }
  }
}

/** SLIs of their own. */
function readSlis(
  entries: readonly SloEntry[],
  mappings: readonly SloMapping[],
): Map<SloMapping, ReadSli> {
  const slis = new Map<SloMapping, ReadSli>();
  for (const [index, { dialect, value }] of entries.entries()) {
    const isOpenSlo =
      dialect === 'openslo/v1' || dialect === 'openslo.com/v2alpha';
    if (isOpenSlo && value.kind === 'SLI') {
      const version = versionOf(dialect);
      slis.set(
        mappings[index],
        readOpenSloSliObject(mappings[index], { version }),
      );
    }
  }
  return slis;
}

interface NamedSpec {
  /** As the source has it. */
  name: string;
  title?: string;
  description?: string;
  spec: SloSpec;
}

function readEntry(
  { dialect, value }: SloEntry,
  mapping: SloMapping,
  context: SloContext,
): NamedSpec[] {
  if (dialect === 'sloth/prometheus/v1' || dialect === 'sloth.slok.dev/v1') {
    return readSloth(mapping, dialect);
  }
  const specs = readSpecs(dialect, mapping, context);
  const { name, displayName } = Object(value.metadata);
  const { description } = Object(value.spec);
  if (specs.length > 1) {
    mapping.report.lose(['metadata', 'name'], {
      said: `one SLO '${name}', whose objectives measure different things`,
      becomes: `${specs.length} SLOs, '${name}-1' and so on`,
    });
  }
  const isText = (text: unknown) => typeof text === 'string' && text !== '';
  return specs.map((spec, index) => ({
    name: specs.length === 1 ? String(name) : `${name}-${index + 1}`,
    ...(isText(displayName) && { title: displayName }),
    ...(isText(description) && { description }),
    spec,
  }));
}

function readSpecs(
  dialect: SloDialect,
  mapping: SloMapping,
  context: SloContext,
): SloSpec[] {
  switch (dialect) {
    case 'openslo/v1alpha':
      return readV1AlphaObject(mapping, context);
    case 'pyrra.dev/v1alpha1':
      return [readPyrra(mapping) ?? []].flat();
    default:
      // SLIs have been read before what refers to them.
      return mapping.raw('kind') === 'SLI'
        ? []
        : [readOpenSloObject(mapping, context) ?? []].flat();
  }
}

function toParsed(
  { file, dialect }: SloEntry,
  report: SloReport,
  named: NamedSpec[],
): Omit<ReadSloEntry, 'sliLines'> {
  for (const { name } of named) {
    if (toDefinitionName(name) === '') {
      report.reject(
        'invalid-name',
        ['metadata', 'name'],
        `'${name}' holds nothing that a name could be made of.`,
      );
    }
  }
  const slos = report.failed
    ? []
    : named.map(({ name: written, title, description, spec }): ParsedSlo => {
        const name = toDefinitionName(written);
        if (name !== written) {
          report.lose(['metadata', 'name'], {
            said: `the name '${written}'`,
            becomes: `the name '${name}': definitions take at most 63 letters, digits, dashes, underscores and dots`,
            slo: name,
          });
        }
        const metadata: DefinitionMetadata = {
          name,
          ...(title !== undefined && { title }),
          ...(description !== undefined && { description }),
        };
        return { metadata, spec, dialect, file, line: report.startLine };
      });
  const [only] = slos.length === 1 ? slos : [];
  if (only) {
    for (const loss of report.losses) {
      loss.slo ??= only.metadata.name;
    }
  }
  return { slos, problems: report.problems, losses: report.losses };
}
