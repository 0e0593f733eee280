import { Entity } from '@backstage/catalog-model';
import {
  renderQuery,
  SloIndicator,
  SloQuery,
} from '@perf-governance/plugin-performance-common';
import { RenderedIndicator } from './Slo';

/** Puts an entity into the queries of an indicator. */
export function renderIndicator(
  indicator: SloIndicator,
  entity: Entity,
  stepSeconds: number,
): RenderedIndicator {
  const sources = sourcesOf(indicator);
  if (sources.length > 1) {
    return {
      type: 'unrenderable',
      code: 'several-sources',
      message: `What is counted comes from several metric sources, and has to be of one: ${sources.join(
        ', ',
      )}.`,
    };
  }
  const problems: { code: string; message: string }[] = [];
  const render = ({ source, query }: SloQuery): SloQuery => {
    const rendered = renderQuery(query, entity, `${stepSeconds}s`);
    if ('problem' in rendered) {
      problems.push(rendered.problem);
      return { source, query };
    }
    return { source, query: rendered.query };
  };
  const whole = renderQueries(indicator, render);
  const [problem] = problems;
  return problem
    ? { type: 'unrenderable', code: problem.code, message: problem.message }
    : whole;
}

function renderQueries(
  indicator: SloIndicator,
  render: (query: SloQuery) => SloQuery,
): SloIndicator {
  switch (indicator.type) {
    case 'ratio':
      return {
        ...indicator,
        ...(indicator.good && { good: render(indicator.good) }),
        ...(indicator.bad && { bad: render(indicator.bad) }),
        total: render(indicator.total),
      };
    case 'raw-ratio':
      return { ...indicator, raw: render(indicator.raw) };
    case 'threshold':
      return { ...indicator, metric: render(indicator.metric) };
    default:
      return indicator;
  }
}

function sourcesOf(indicator: SloIndicator): string[] {
  if (indicator.type !== 'ratio') {
    return [];
  }
  const { good, bad, total } = indicator;
  return [...new Set([good, bad, total].flatMap(query => query?.source ?? []))];
}
