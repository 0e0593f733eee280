import { describeContent } from './describeContent';
import { ReportError } from './ReportError';
import { DetectionHints, DetectionResult, ReportParser } from './ReportParser';

interface DetectedReport {
  parser: ReportParser;
  format?: string;
}

/**
 * Finds the parser a report is for, from its content.
 *
 * @throws ReportError if no parser knows it, or if several could have written it
 */
export function detectReport(
  head: Buffer,
  hints: DetectionHints,
  parsers: readonly ReportParser[],
  wanted: { tool?: string; format?: string } = {},
): DetectedReport {
  if (head.length === 0) {
    throw new ReportError({ reason: 'the report is empty' });
  }
  const eligible = parsers.filter(
    parser =>
      (wanted.tool === undefined || parser.tool === wanted.tool) &&
      (wanted.format === undefined || parser.formats.includes(wanted.format)),
  );
  if (eligible.length === 0) {
    throw new ReportError({
      reason: `there is no parser for ${
        wanted.format ?? wanted.tool
      }; supported are ${tools(parsers)} in the formats ${formats(parsers)}`,
    });
  }
  if (wanted.format !== undefined && eligible.length === 1) {
    return { parser: eligible[0], format: wanted.format };
  }
  const matches: { parser: ReportParser; result: DetectionResult }[] = [];
  for (const parser of eligible) {
    const result = parser.detect(head, hints);
    if (result) {
      matches.push({ parser, result });
    }
  }
  const certain = matches.filter(
    match => match.result.confidence === 'certain',
  );
  const best = certain.length > 0 ? certain : matches;
  if (best.length === 1) {
    return { parser: best[0].parser, format: best[0].result.format };
  }
  if (best.length === 0) {
    const looks = `it looks like ${describeContent(head)}`;
    throw new ReportError({
      reason:
        wanted.tool === undefined
          ? `not a report of a supported tool: ${looks}; supported are ${tools(
              eligible,
            )}`
          : `not a report of ${wanted.tool}: ${looks}; supported are ${formats(
              eligible,
            )}`,
    });
  }
  const candidates = best.map(
    match => match.result.format ?? match.parser.formats.join(' or '),
  );
  throw new ReportError({
    reason: `ambiguous: it could be ${candidates.join(
      ' or ',
    )}; name the format`,
    candidates,
  });
}

function tools(parsers: readonly ReportParser[]): string {
  return [...new Set(parsers.map(parser => parser.tool))].join(', ');
}

function formats(parsers: readonly ReportParser[]): string {
  return parsers.flatMap(parser => parser.formats).join(', ');
}
