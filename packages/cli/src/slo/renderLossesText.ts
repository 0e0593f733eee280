import { OpenSloLoss } from '@perf-governance/plugin-performance-common';
import { toOneLine } from '../render/toOneLine';
import { Palette } from '../terminal/Palette';

/** What an import leaves out or takes for granted, one a line, and how much it is in all. */
export function renderLossesText(
  losses: OpenSloLoss[],
  slos: number,
  palette: Palette,
): string {
  const lines = losses.map(({ file, line, column, effect, said, becomes }) => {
    const word = effect === 'changed' ? palette.caution(effect) : effect;
    return `${file}:${line}:${column}  ${word}  ${toOneLine(
      `says ${said}; becomes ${becomes}`,
    )}`;
  });
  const count = (effect: OpenSloLoss['effect']) =>
    losses.filter(loss => loss.effect === effect).length;
  const summary = `${palette.good('✔')} ${slos} ${
    slos === 1 ? 'SLO' : 'SLOs'
  } imported; ${count('dropped')} dropped, ${count('assumed')} assumed, ${count(
    'changed',
  )} changed`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary].join(
    '\n',
  )}\n`;
}
