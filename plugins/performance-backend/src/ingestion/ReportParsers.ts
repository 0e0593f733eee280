import {
  builtInReportParsers,
  ReportParser,
  ReportParsersExtensionPoint,
} from '@perf-governance/plugin-performance-node';

/** The parsers of this installation: the built-in ones and those of modules. */
export class ReportParsers implements ReportParsersExtensionPoint {
  readonly all: ReportParser[] = [...builtInReportParsers];

  addReportParser(parser: ReportParser): void {
    if (this.all.some(({ tool }) => tool === parser.tool)) {
      throw new Error(
        `There is a parser of the reports of '${parser.tool}' already`,
      );
    }
    this.all.push(parser);
  }
}
