import { readXml } from '../input/readXml';
import { ReportError } from '../ReportError';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { isTransactionMessage, JmeterSampleReader } from './JmeterSampleReader';

const SOURCE = { tool: 'jmeter', format: 'jmeter-jtl-xml' };

const SAMPLE_ELEMENTS = new Set(['sample', 'httpSample']);

/** An open sample element: a transaction's children count, a request's are parts of it. */
interface OpenSample {
  transaction: boolean;
  label: string;
}

/**
 * JMeter's results in XML (apache/jmeter, SampleResultConverter.java). Samples nest: redirects and
 * embedded resources lie inside their request, whose time includes theirs, and aren't counted
 * again; requests inside a transaction controller's parent sample are counted as requests, the
 * parent as a transaction.
 *
 * @public
 */
export const jmeterXmlParser: ReportParser = {
  tool: 'jmeter',
  formats: [SOURCE.format],

  detect(head) {
    const text = head.toString('utf8').replace(/^\uFEFF?\s*/, '');
    return /^(<\?xml[^>]*>)?\s*(<!--[^]*?-->\s*)*<testResults[\s>]/.test(text)
      ? { confidence: 'certain', format: SOURCE.format }
      : undefined;
  },

  async parse(input, { limits }) {
    const reader = new JmeterSampleReader(
      SOURCE,
      limits,
      new ReportWarnings(limits.maxWarnings),
      'nested',
    );
    const open: OpenSample[] = [];
    await readXml(input, SOURCE, limits, {
      onOpen(name, attributes, line) {
        if (name === 'sampleResult') {
          throw new ReportError({
            ...SOURCE,
            line,
            reason: 'written by JMeter 2.0 or older, which is not supported',
          });
        }
        if (!SAMPLE_ELEMENTS.has(name)) {
          return;
        }
        const parent = open[open.length - 1];
        const label = attributes.lb ?? '';
        const transaction = isTransactionMessage(attributes.rm);
        if (parent === undefined || parent.transaction) {
          addSample(attributes, parent?.label, line, reader);
        }
        open.push({
          label,
          transaction: transaction && (parent?.transaction ?? true),
        });
      },
      onClose(name) {
        if (SAMPLE_ELEMENTS.has(name)) {
          open.pop();
        }
      },
    });
    return reader.finish();
  },
};

function addSample(
  attributes: Record<string, string>,
  transaction: string | undefined,
  line: number,
  reader: JmeterSampleReader,
): void {
  const amount = (name: string) => {
    const text = attributes[name];
    if (text === undefined) {
      return undefined;
    }
    return /^-?\d+$/.test(text) ? Number(text) : NaN;
  };
  reader.add(
    {
      label: attributes.lb ?? '',
      timeMs: amount('ts') ?? NaN,
      elapsedMs: amount('t') ?? NaN,
      success: attributes.s === undefined ? undefined : attributes.s === 'true',
      responseMessage: attributes.rm,
      latencyMs: amount('lt'),
      connectMs: amount('ct'),
      receivedBytes: amount('by'),
      sentBytes: amount('sby'),
      threads: amount('na'),
      sampleCount: amount('sc'),
      transaction,
    },
    line,
  );
}
