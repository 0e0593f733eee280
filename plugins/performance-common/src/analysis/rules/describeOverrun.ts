import { LatencyLimit } from '../../model';
import { plainText } from '../../reviews/markdownText';
import { formatQuantity, formatQuantityPair } from '../../units';
import { DependencyGraph } from '../graph/DependencyGraph';
import { guaranteedLevel, Spending } from '../latency/LatencyComposition';
import { count, nameOf, percent, percentileOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import { Overrun } from './Overrun';
import { Candidate, refsOf } from './Ruling';

/**
 * Says what doesn't add up and who spends how much.
 *
 * @param overruns - of one entity in one environment, worst first.
 */
export function describeOverrun(
  graph: DependencyGraph,
  overruns: Overrun[],
): ReturnType<Candidate['describe']> {
  const [worst, ...others] = overruns;
  const { node, limit, composition, times } = worst;
  const entity = graph.entities[node];
  const reached = new Set(
    overruns.flatMap(overrun => [...overrun.times.reached(node)]),
  );
  const refs = refsOf([...reached].map(each => graph.entities[each]));
  const level = guaranteedLevel(composition);
  const percentile = percentileOf(limit.quantile);
  const [sum, allowed] = formatQuantityPair(
    composition.milliseconds,
    limit.milliseconds,
    'ms',
  );
  const drawing = new Drawing(graph).node(node, {
    emphasis: true,
    note: limitText(limit),
  });
  for (const each of reached) {
    const own = each === node ? undefined : times.limitOf(each);
    drawing.node(each, { note: own && limitText(own) });
  }
  for (const spending of composition.spendings) {
    drawing.edge(node, spending.node, {
      emphasis: true,
      note: callText(spending),
    });
  }
  return {
    entityRef: entity.entityRef,
    ...(limit.environment !== '*' && { environment: limit.environment }),
    affected: refs,
    core: refs,
    title:
      worst.kind === 'level'
        ? `The ${percentile} of ${titleOf(
            entity,
          )} is guaranteed only at ${percentileOf(level)}`
        : `What ${titleOf(entity)} waits for may take ${sum} of its ${allowed}`,
    category: 'latency-budget',
    explanation: [
      `${nameOf(entity)} may take ${allowed} at ${percentile}${whereOf(
        limit,
      )}. By their own limits, what one request waits for may take:`,
      tableOf(graph, composition.spendings, limit),
      numbersInWords(worst, level).join('\n'),
      ...others.map(other => summaryOf(other)),
      ...gapsOf(graph, composition.spendings),
    ].join('\n\n'),
    recommendation: recommend(worst),
    graph: drawing.connect(graph.calls).toGraph(),
    numbers: {
      limit: limit.milliseconds,
      quantile: limit.quantile,
      sum: composition.milliseconds,
      maximum: composition.maximum,
      remainder: limit.milliseconds - composition.milliseconds,
      guaranteedLevel: level,
      tailAmplification: 1 - composition.within,
      calls: composition.limited,
    },
  };
}

function limitText({ quantile, milliseconds, slo }: LatencyLimit): string {
  return `${percentileOf(quantile)} ≤ ${formatQuantity(milliseconds, 'ms')}${
    slo === undefined ? '' : ` by the SLO ${slo}`
  }`;
}

function whereOf({ environment, labels, slo }: LatencyLimit): string {
  return [
    slo === undefined ? '' : `, as the SLO ${plainText(slo)} promises,`,
    environment === '*' ? '' : ` in ${environment}`,
    labels
      ? ' (the widest of its limits for single journeys or endpoints)'
      : '',
  ].join('');
}

function callText({ calls, parallel }: Spending): string | undefined {
  const parts = [
    ...(calls > 1 ? [`× ${calls}`] : []),
    ...(parallel === undefined ? [] : ['at once']),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function tableOf(
  graph: DependencyGraph,
  spendings: Spending[],
  limit: LatencyLimit,
): string {
  const rows = spendings.map(spending => {
    const { milliseconds } = spending;
    const isKnown = spending.limit !== undefined || milliseconds > 0;
    return [
      nameOf(graph.entities[spending.node]),
      [
        count(spending.calls, 'call'),
        ...(spending.parallel === undefined
          ? []
          : [`at once, group ${spending.parallel}`]),
      ].join(', '),
      sourceOf(spending),
      isKnown ? formatQuantity(milliseconds, 'ms') : 'unknown',
      isKnown ? percent(milliseconds / limit.milliseconds) : '',
    ];
  });
  return [
    ['Called', 'How', 'Limit of one call', 'May take', 'Of the limit'],
    ['---', '---', '---', '--:', '--:'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function sourceOf({ limit, milliseconds }: Spending): string {
  if (limit) {
    return plainText(limitText(limit));
  }
  return milliseconds > 0 ? 'none of its own; what it calls, at least' : 'none';
}

function numbersInWords(
  { composition, limit }: Overrun,
  level: number,
): string[] {
  const { milliseconds, maximum, decisive, limited, within } = composition;
  const [sum, allowed] = formatQuantityPair(
    milliseconds,
    limit.milliseconds,
    'ms',
  );
  const remainder = limit.milliseconds - milliseconds;
  const isDecisive = decisive > limit.milliseconds;
  const [largest, besides] = formatQuantityPair(
    isDecisive ? decisive : maximum,
    limit.milliseconds,
    'ms',
  );
  return [
    `- **Sum:** ${sum} of ${allowed}; of what is called at once, the longest counts. ${
      remainder >= 0
        ? `${formatQuantity(remainder, 'ms')} are left for its own work.`
        : `That is ${formatQuantity(
            -remainder,
            'ms',
          )} too much, with nothing left for its own work.`
    }`,
    `- **Maximum:** ${largest} for a single call${
      isDecisive
        ? `, which alone is more than ${besides}: no percentile of a request can be below that of a call it waits for.`
        : '.'
    }`,
    `- **Level:** percentiles don't add up. Each limit may be exceeded now and then, and the sum is guaranteed only when none of the ${limited} calls with a limit does so: at the level 1 − Σα = ${percentileOf(
      level,
    )}, where ${percentileOf(limit.quantile)} is asked for.`,
    `- **Tail:** were the calls slow independently of each other, ${percent(
      1 - within,
    )} of the requests would meet at least one beyond its limit: 1 − Π(1 − α).`,
  ];
}

function summaryOf({ limit, composition, kind }: Overrun): string {
  const [sum, allowed] = formatQuantityPair(
    composition.milliseconds,
    limit.milliseconds,
    'ms',
  );
  const percentile = percentileOf(limit.quantile);
  return kind === 'level'
    ? `At ${percentile} its limit of ${allowed} is guaranteed only at ${percentileOf(
        guaranteedLevel(composition),
      )}.`
    : `At ${percentile} the sum is ${sum} of ${allowed}.`;
}

function gapsOf(graph: DependencyGraph, spendings: Spending[]): string[] {
  const without = spendings.filter(({ limit }) => !limit);
  return without.length > 0
    ? [
        `Without a limit of their own, so that they may take longer than is counted here: ${[
          ...new Set(without.map(({ node }) => nameOf(graph.entities[node]))),
        ].join(', ')}.`,
      ]
    : [];
}

function recommend({ kind, limit, composition }: Overrun): string {
  const calls = composition.limited;
  const needed = percentileOf(1 - (1 - limit.quantile) / calls);
  const atLevel = `To guarantee ${percentileOf(limit.quantile)} over ${count(
    calls,
    'call',
  )}, their limits would have to hold at ${needed} each, and to sum up to less than ${formatQuantity(
    limit.milliseconds,
    'ms',
  )}.`;
  return kind === 'level'
    ? `${atLevel} Give what is called limits of a higher percentile, or leave out calls.`
    : `Agree on who may spend how much: tighten the limits of what is called, make calls at once that don't need each other, leave some out or answer without them once time is up, or allow the caller more. ${atLevel}`;
}
