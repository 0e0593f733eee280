import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../governance', import.meta.url));
const HOUR = 3_600_000;

/** At the hour at which the demo is loaded. */
function daysFrom(now, days) {
  return new Date((Math.floor(now / HOUR) + days * 24) * HOUR).toISOString();
}

function readYaml(name) {
  return parse(readFileSync(`${folder}/${name}.yaml`, 'utf8'));
}

/**
 * What the demo organisation decided, answered for and asked for.
 *
 * @param now - Milliseconds since 1970, which `{{ in 9 days }}` counts from.
 * @returns `definitions` as texts; `attestations`, `results`, `waivers`, `reviews` and `findings` as
 *   the files have them.
 */
export function readGovernance(now) {
  const definitions = readdirSync(`${folder}/definitions`)
    .flatMap(file =>
      readFileSync(`${folder}/definitions/${file}`, 'utf8').split(/^---$/m),
    )
    .map(text =>
      text
        .trimStart()
        .replace(/\{\{ in (\d+) days \}\}/g, (_, days) =>
          daysFrom(now, Number(days)),
        ),
    );
  return {
    definitions,
    attestations: readYaml('attestations').flatMap(answersOf),
    results: readYaml('results'),
    waivers: readYaml('waivers'),
    reviews: readYaml('reviews'),
    findings: readYaml('findings'),
  };
}

/** One for each check that somebody answered. */
function answersOf({ entity, by, yes = [], no = {}, notApplicable = {} }) {
  return [
    ...yes.flat().map(check => ({ check, answer: 'yes' })),
    ...Object.entries(no).map(([check, comment]) => ({
      check,
      answer: 'no',
      comment,
    })),
    ...Object.entries(notApplicable).map(([check, comment]) => ({
      check,
      answer: 'not-applicable',
      comment,
    })),
  ].map(answer => ({ entity, by, ...answer }));
}
