import {
  GateResult,
  ReportWarning,
  ToolVerdict,
} from '@perf-governance/plugin-performance-common';

/** A report that was judged, as far as people want to hear of it. */
export interface JudgedReport {
  /** The file as the user named it. */
  name: string;
  /** What evidence calls it. */
  runId: string;
  tool: string;
  toolVersion?: string;
  format?: string;
  durationSeconds?: number;
  /** HTTP requests, where the report is about them. */
  requests?: number;
  toolVerdicts: ToolVerdict[];
  warnings: ReportWarning[];
}

/** A gate with what it is about: all that text, Markdown, JUnit and SARIF show. */
export interface GateReport {
  result: GateResult;
  /** Absent if it came to an error before they were known. */
  entityRef?: string;
  environment?: string;
  reports: JudgedReport[];
  /** What else to know: where definitions come from, what was stored, what changes. */
  notes: string[];
  links: { title: string; url: string }[];
}
