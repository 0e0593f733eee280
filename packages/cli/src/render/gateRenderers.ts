import { Palette } from '../terminal/Palette';
import { TerminalOutput } from '../terminal/Terminal';
import { GateReport } from './GateReport';
import { Renderers } from './OutputFormat';
import { renderGateJson } from './renderGateJson';
import { renderGateJunit } from './renderGateJunit';
import { renderGateMarkdown } from './renderGateMarkdown';
import { renderGateSarif } from './renderGateSarif';
import { renderGateText } from './renderGateText';

export function gateRenderers(
  gateReport: GateReport,
  output: TerminalOutput,
): Renderers {
  return {
    text: ({ colored }) =>
      renderGateText(gateReport, new Palette(colored ? output : undefined)),
    json: () => renderGateJson(gateReport),
    markdown: () => renderGateMarkdown(gateReport),
    junit: () => renderGateJunit(gateReport),
    sarif: () => renderGateSarif(gateReport),
  };
}
