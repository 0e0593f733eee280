import {
  compareVerdicts,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Palette } from '../terminal/Palette';
import { alignColumns, Column } from './alignColumns';
import { describeJudgedReport } from './describeJudgedReport';
import { GateReport } from './GateReport';
import { OUTCOME_SIGNS, OUTCOME_WORDS, stateWords } from './stateWords';
import {
  hasStages,
  limitCells,
  limitStories,
  stageWords,
  statisticWords,
  subjectWords,
} from './verdictWords';
import { toOneLine } from './toOneLine';

const COLUMNS: Column[] = [
  { title: 'STATE' },
  { title: 'RULE' },
  { title: 'FOR' },
  { title: 'VALUE', align: 'right' },
  { title: 'LIMIT', align: 'right' },
  { title: 'SET BY' },
];
const STAGE_COLUMN: Column = { title: 'STAGE' };

/** A gate on a terminal: the outcome, every verdict worst first, and why. */
export function renderGateText(
  gateReport: GateReport,
  palette: Palette,
): string {
  const { result, entityRef, environment, reports, notes, links } = gateReport;
  const headline = `${OUTCOME_SIGNS[result.outcome]} ${
    OUTCOME_WORDS[result.outcome]
  }`;
  const lines = [
    [
      palette.strong(outcomeColour(gateReport, palette)(headline)),
      entityRef && `${entityRef}${environment ? ` in ${environment}` : ''}`,
    ]
      .filter(part => part)
      .join('  '),
    ...reports.map(report => palette.faint(describeJudgedReport(report))),
  ];
  if (result.verdicts.length > 0) {
    const verdicts = [...result.verdicts].sort(compareVerdicts);
    const staged = hasStages(verdicts);
    lines.push(
      '',
      ...alignColumns(
        staged ? [...COLUMNS, STAGE_COLUMN] : COLUMNS,
        verdicts.map(verdict => [
          ...verdictRow(verdict, palette),
          ...(staged ? [stageWords(verdict)] : []),
        ]),
        title => palette.faint(title),
      ),
    );
    lines.push(...storyLines(verdicts, palette));
  } else if (result.outcome !== 'error') {
    lines.push('', 'No budget applies.');
  }
  lines.push(...toolOutcomes(gateReport, palette));
  lines.push(...reasonLines(gateReport, palette));
  if (notes.length > 0) {
    lines.push('', ...notes);
  }
  for (const { title, url } of links) {
    lines.push(`${title}: ${url}`);
  }
  return `${lines.join('\n')}\n`;
}

function stateColour(
  state: VerdictState,
  palette: Palette,
): (text: string) => string {
  switch (state) {
    case 'fail':
      return text => palette.bad(text);
    case 'warn':
    case 'no-data':
      return text => palette.caution(text);
    case 'pass':
      return text => palette.good(text);
    default:
      return text => palette.faint(text);
  }
}

function outcomeColour({ result: { outcome } }: GateReport, palette: Palette) {
  return stateColour(outcome === 'error' ? 'fail' : outcome, palette);
}

function verdictRow(verdict: Verdict, palette: Palette): string[] {
  const { state, title } = verdict;
  const { value, limit, setBy } = limitCells(verdict);
  return [
    stateColour(state, palette)(stateWords(verdict)),
    `${toOneLine(title)}${palette.faint(`, ${statisticWords(verdict)}`)}`,
    subjectWords(verdict),
    value,
    limit,
    setBy,
  ];
}

function storyLines(verdicts: Verdict[], palette: Palette): string[] {
  const stories = limitStories(verdicts);
  return stories.length > 0
    ? [
        '',
        palette.faint('WHO SET WHAT'),
        ...stories.flatMap(({ title, sentences }) => [
          title,
          ...sentences.map(sentence => `  ${sentence}`),
        ]),
      ]
    : [];
}

function toolOutcomes({ reports }: GateReport, palette: Palette): string[] {
  const lines: string[] = [];
  for (const { tool, toolVerdicts, warnings } of reports) {
    for (const { metric, expression } of toolVerdicts.filter(
      ({ passed }) => !passed,
    )) {
      lines.push(
        `${palette.bad('✖')} ${tool} itself says: ${toOneLine(
          `${metric} ${expression}`,
        )} failed`,
      );
    }
    for (const warning of warnings) {
      lines.push(`${palette.caution('▲')} ${toOneLine(warning.message)}`);
    }
  }
  return lines.length > 0
    ? ['', palette.faint('WHAT THE REPORTS SAY'), ...lines]
    : [];
}

function reasonLines({ result }: GateReport, palette: Palette): string[] {
  const { exitCode, reasons } = result.gate;
  return [
    '',
    palette.strong(`Gate: exit code ${exitCode}`),
    ...reasons.map(({ message }) => `- ${toOneLine(message)}`),
  ];
}
