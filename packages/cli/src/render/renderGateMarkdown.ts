import {
  compareVerdicts,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { describeJudgedReport } from './describeJudgedReport';
import { escapeMarkdown } from './escapeMarkdown';
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

/** A comment on a pull request holds 65,536 characters; this many rows stay well below. */
const MAX_ROWS = 60;

/** A gate as a comment on a pull request: the outcome, a table worst first, and the details folded. */
export function renderGateMarkdown(gateReport: GateReport): string {
  const { result, entityRef, environment, reports } = gateReport;
  const verdicts = [...result.verdicts].sort(compareVerdicts);
  const about = [
    entityRef && `\`${entityRef}\``,
    environment && `in **${escapeMarkdown(environment)}**`,
  ].filter(part => part);
  const sections = [
    `### ${OUTCOME_SIGNS[result.outcome]} Performance: ${OUTCOME_WORDS[
      result.outcome
    ].toLowerCase()}`,
    about.join(' '),
    reports
      .map(report => escapeMarkdown(describeJudgedReport(report)))
      .join('<br>'),
    verdictTable(verdicts),
    verdicts.length === 0 && result.outcome !== 'error'
      ? 'No budget applies.'
      : '',
    reasonList(gateReport),
    details('Who set what', storyItems(verdicts)),
    details('What the reports say', toolOutcomes(gateReport)),
    footer(gateReport),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

function verdictTable(verdicts: Verdict[]): string {
  if (verdicts.length === 0) {
    return '';
  }
  const staged = hasStages(verdicts);
  const rows = verdicts.slice(0, MAX_ROWS).map(verdict => {
    const { value, limit, setBy } = limitCells(verdict);
    const cells = [
      stateWords(verdict),
      `**${escapeMarkdown(verdict.title)}**<br>${escapeMarkdown(
        statisticWords(verdict),
      )}`,
      escapeMarkdown(subjectWords(verdict)),
      escapeMarkdown(value),
      escapeMarkdown(limit),
      escapeMarkdown(setBy),
      ...(staged ? [escapeMarkdown(stageWords(verdict))] : []),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const rest = verdicts.length - rows.length;
  return [
    `| State | Rule | For | Value | Limit | Set by |${
      staged ? ' Stage |' : ''
    }`,
    `| :-- | :-- | :-- | --: | --: | :-- |${staged ? ' :-- |' : ''}`,
    ...rows,
    ...(rest > 0 ? ['', `… and ${rest} more, none of them worse.`] : []),
  ].join('\n');
}

function reasonList({ result: { gate } }: GateReport): string {
  return [
    `**Gate: exit code ${gate.exitCode}**`,
    ...gate.reasons
      .slice(0, MAX_ROWS)
      .map(({ message }) => `- ${escapeMarkdown(message)}`),
    ...(gate.reasons.length > MAX_ROWS
      ? [`- … and ${gate.reasons.length - MAX_ROWS} more`]
      : []),
  ].join('\n');
}

function storyItems(verdicts: Verdict[]): string[] {
  return limitStories(verdicts)
    .slice(0, MAX_ROWS)
    .map(
      ({ title, sentences }) =>
        `**${escapeMarkdown(title)}**: ${sentences
          .map(escapeMarkdown)
          .join('<br>')}`,
    );
}

function toolOutcomes({ reports }: GateReport): string[] {
  return reports.flatMap(({ tool, toolVerdicts, warnings }) => [
    ...toolVerdicts.map(
      ({ metric, expression, passed }) =>
        `${passed ? '✔' : '✖'} ${escapeMarkdown(
          `${tool}: ${metric} ${expression}`,
        )}`,
    ),
    ...warnings.map(({ message }) => `▲ ${escapeMarkdown(message)}`),
  ]);
}

function details(summary: string, items: string[]): string {
  return items.length === 0
    ? ''
    : [
        `<details><summary>${summary}</summary>`,
        '',
        ...items.map(item => `- ${item}`),
        '',
        '</details>',
      ].join('\n');
}

function footer({ notes, links }: GateReport): string {
  return [
    ...notes.map(escapeMarkdown),
    ...links.map(({ title, url }) => `[${escapeMarkdown(title)}](<${url}>)`),
  ].join('<br>');
}
