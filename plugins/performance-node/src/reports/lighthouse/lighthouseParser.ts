import { JsonFields } from '../input/JsonFields';
import { peekJsonKeys } from '../input/peekJson';
import { readJsonDocument } from '../input/readJsonDocument';
import { ReportParser } from '../ReportParser';
import { LighthouseReader } from './LighthouseReader';

const RESULT_FORMAT = 'lighthouse-lhr';
const FLOW_FORMAT = 'lighthouse-flow';

/**
 * Lighthouse results (LHR) of versions 6 to 13, and user flows, which hold one such result for
 * each of their steps.
 *
 * @public
 */
export const lighthouseParser: ReportParser = {
  tool: 'lighthouse',
  formats: [RESULT_FORMAT, FLOW_FORMAT],

  detect(head) {
    const text = head.toString('utf8');
    const keys = peekJsonKeys(text);
    if (keys === undefined) {
      return undefined;
    }
    if (keys.includes('lighthouseVersion')) {
      return { confidence: 'certain', format: RESULT_FORMAT };
    }
    if (keys.includes('steps') && /"lhr"\s*:\s*\{/.test(text)) {
      return { confidence: 'certain', format: FLOW_FORMAT };
    }
    // Sorted keys put the version behind hundreds of kilobytes of audits.
    return keys.includes('audits') && /"scoreDisplayMode"\s*:/.test(text)
      ? { confidence: 'likely', format: RESULT_FORMAT }
      : undefined;
  },

  async parse(input, { limits, format }) {
    const source = { tool: 'lighthouse', format: format ?? RESULT_FORMAT };
    const document = await readJsonDocument(input, source, limits);
    const root = JsonFields.of(source, document, '');
    const reader = new LighthouseReader(source, limits);
    if (root.has('steps')) {
      const flow = root.optionalString('name');
      for (const step of root.list('steps')) {
        reader.add(step.fields('lhr'), flow);
      }
    } else {
      reader.add(root);
    }
    return reader.finish();
  },
};
