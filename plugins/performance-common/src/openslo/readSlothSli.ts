import { SloIndicator } from '../model';
import { checkQuery } from './checkQuery';
import { SlothFields } from './slothFields';
import { SloMapping } from './SloMapping';

/** Sloth's queries are of Prometheus. */
const SOURCE = 'prometheus';

/** @returns `undefined` where it is of a plugin, too. */
export function readSlothSli(
  sli: SloMapping,
  fields: SlothFields,
): SloIndicator | undefined {
  const kinds = ['raw', 'events', 'plugin'];
  sli.expectOnly(kinds, []);
  const given = kinds.filter(kind => sli.has(kind));
  if (given.length !== 1) {
    sli.report.object(
      'exactly-one',
      sli.path,
      `There must be exactly one of ${kinds.join(', ')}.`,
      // The schema can't say so.
      ['governance'],
    );
    return undefined;
  }
  const plugin = sli.mapping('plugin');
  if (plugin) {
    plugin.require('id');
    sli.report.lose(plugin.path, {
      said: `an indicator by the plugin '${plugin.raw('id')}'`,
      becomes:
        'no SLO: what the plugin asks for is in its program; write the queries down as `events`',
      effect: 'changed',
    });
    return undefined;
  }
  const raw = sli.mapping('raw');
  if (raw) {
    raw.expectOnly([fields.errorRatioQuery], []);
    const query = readQuery(raw, fields.errorRatioQuery);
    return query === undefined
      ? undefined
      : {
          type: 'raw-ratio',
          counter: false,
          raw: { source: SOURCE, query },
          rawType: 'failure',
        };
  }
  const events = sli.mapping('events');
  return events && readEvents(events, fields);
}

function readEvents(
  events: SloMapping,
  fields: SlothFields,
): SloIndicator | undefined {
  events.expectOnly([fields.errorQuery, fields.totalQuery], []);
  const bad = readQuery(events, fields.errorQuery);
  const total = readQuery(events, fields.totalQuery);
  if (bad === undefined || total === undefined) {
    return undefined;
  }
  if (bad === total) {
    events.report.object(
      'invalid-value',
      events.at(fields.totalQuery),
      'Both queries are the same: everything would be an error.',
      ['sdk'],
    );
  }
  return {
    type: 'ratio',
    counter: false,
    bad: { source: SOURCE, query: countEvents(bad) },
    total: { source: SOURCE, query: countEvents(total) },
  };
}

const WINDOW = /\{\{ *\.window *\}\}/g;

function readQuery(mapping: SloMapping, field: string): string | undefined {
  mapping.require(field);
  const query = mapping.text(field);
  if (!query) {
    return undefined;
  }
  if (query.search(WINDOW) < 0) {
    mapping.report.object(
      'query-window',
      mapping.at(field),
      'The query lacks `{{.window}}`: it would ask for the same time whichever is meant.',
      ['spec', 'sdk'],
    );
  }
  checkQuery(query, mapping.at(field), mapping.report, SOURCE);
  return query.trim().replace(WINDOW, '{{.window}}');
}

/**
 * Sloth divides by rates, of which the length of the window cancels out. What counts events needs
 * their number: the increase over the window, which is the rate times its length.
 */
function countEvents(query: string): string {
  return query.replace(/\brate(\s*\()/g, 'increase$1');
}
