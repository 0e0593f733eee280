import { SloSpec } from '../model';
import { parseDuration } from '../units';
import { SloMapping } from './SloMapping';

/** What documents in other languages say in our terms, as annotations or labels. */
const OWN_PREFIX = 'performance-governance.io/';

const SETTINGS = ['environment', 'min-events', 'step'];

type OwnSettings = Pick<SloSpec, 'environment' | 'minEvents' | 'stepSeconds'>;

/** Reads our settings from the annotations, else the labels, of a document. */
export function readOwnSettings(metadata: SloMapping | undefined): OwnSettings {
  const environment = readSetting(metadata, 'environment');
  const minEvents = readSetting(metadata, 'min-events');
  const step = readSetting(metadata, 'step');
  const settings: OwnSettings = { environment: 'production' };
  if (environment) {
    settings.environment = environment.text;
    if (environment.text === '' || environment.text.length > 63) {
      reject(metadata, environment, 'It must have 1 to 63 characters.');
    }
  }
  if (minEvents) {
    if (/^\d{1,15}$/.test(minEvents.text)) {
      settings.minEvents = Number(minEvents.text);
    } else {
      reject(metadata, minEvents, 'It must be a whole number.');
    }
  }
  if (step) {
    try {
      settings.stepSeconds = parseDuration(step.text);
    } catch (error) {
      reject(
        metadata,
        step,
        `${error instanceof Error ? error.message : error}.`,
      );
    }
  }
  return settings;
}

interface Setting {
  field: 'annotations' | 'labels';
  key: string;
  text: string;
}

function readSetting(
  metadata: SloMapping | undefined,
  name: string,
): Setting | undefined {
  const key = `${OWN_PREFIX}${name}`;
  for (const field of ['annotations', 'labels'] as const) {
    const values = metadata?.raw(field);
    const value: unknown = Object(values)[key];
    if (typeof value === 'string' || typeof value === 'number') {
      return { field, key, text: String(value) };
    }
  }
  return undefined;
}

function reject(
  metadata: SloMapping | undefined,
  { field, key }: Setting,
  message: string,
): void {
  metadata?.report.reject('invalid-value', metadata.at(field, key), message);
}

/** Tells of labels and annotations that no definition holds. */
export function loseLabels(
  metadata: SloMapping | undefined,
  slo?: string,
): void {
  for (const field of ['labels', 'annotations'] as const) {
    const values = metadata?.raw(field);
    const names = Object.keys(Object(values)).filter(
      key =>
        !SETTINGS.includes(key.replace(OWN_PREFIX, '')) ||
        !key.startsWith(OWN_PREFIX),
    );
    if (metadata && names.length > 0) {
      metadata.report.lose(metadata.at(field), {
        said: `${field} ${names.join(', ')}`,
        becomes: 'nothing: a definition has none',
        slo,
      });
    }
  }
}
