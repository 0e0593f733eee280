import { seededRandom } from './random.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 5 * MINUTE;
/** Longer than the longest window, a calendar month. */
const HISTORY_DAYS = 32;

/** The template of the whole organisation. */
const AVAILABILITY = { slo: 'availability' };

/**
 * What the monitoring of the demo organisation counted: `perStep` events in five minutes at midday,
 * a share of them `bad`. Hours count back from the end of the history.
 *
 * - `incidents`: stretches with another share of bad events;
 * - `gaps`: stretches in which nothing was measured; `gapDays`: such days of each month, which stay
 *   where they are when the history is loaded again on another day.
 */
const MEASURED = [
  {
    ...AVAILABILITY,
    // Right now, the card network's new endpoint refuses every thirtieth payment.
    entity: 'payment-gateway',
    perStep: 420,
    bad: 0.0005,
    incidents: [
      { from: 1.5, to: 0, bad: 0.034 },
      { from: 291, to: 289, bad: 0.012 },
    ],
  },
  {
    ...AVAILABILITY,
    // A migration locked the table of orders for most of a working day.
    entity: 'orders',
    perStep: 310,
    bad: 0.0018,
    incidents: [{ from: 151, to: 144, bad: 0.42 }],
  },
  {
    ...AVAILABILITY,
    // A few parcels a day, and an exporter whose password ends each month, and is renewed late.
    entity: 'courier-gateway',
    perStep: 0.014,
    bad: 0.001,
    gapDays: { from: 4, to: 12 },
  },
  {
    ...AVAILABILITY,
    // Its metrics stopped when it was moved, as its load tests did.
    entity: 'recommendations',
    perStep: 240,
    bad: 0.0011,
    gaps: [{ from: 211, to: 0 }],
  },
  { ...AVAILABILITY, entity: 'checkout', perStep: 180, bad: 0.0012 },
  { ...AVAILABILITY, entity: 'cart', perStep: 350, bad: 0.0007 },
  { ...AVAILABILITY, entity: 'pricing', perStep: 520, bad: 0.0004 },
  { ...AVAILABILITY, entity: 'delivery-quotes', perStep: 160, bad: 0.0014 },
  {
    ...AVAILABILITY,
    entity: 'search',
    perStep: 640,
    bad: 0.0009,
    incidents: [{ from: 410, to: 409, bad: 0.3 }],
  },
  { ...AVAILABILITY, entity: 'product-catalog', perStep: 560, bad: 0.0005 },
  {
    ...AVAILABILITY,
    // Leaks connections since Thursday: slow, but steady.
    entity: 'inventory',
    perStep: 130,
    bad: 0.0016,
    incidents: [{ from: 80, to: 0, bad: 0.0094 }],
  },
  { ...AVAILABILITY, entity: 'storefront-bff', perStep: 720, bad: 0.0008 },
  {
    entity: 'checkout',
    slo: 'quick-answers',
    perStep: 180,
    bad: 0.012,
    incidents: [
      // The database moved: announced, and taken out of the SLO.
      { from: 244, to: 241, bad: 0.7 },
      { from: 97, to: 95.5, bad: 0.21 },
      { from: 503, to: 502.5, bad: 0.18 },
    ],
  },
  {
    entity: 'search',
    slo: 'quick-results',
    perStep: 640,
    bad: 0.006,
    incidents: [{ from: 410, to: 409, bad: 0.4 }],
    // While the index is built, see the SLO's recurring maintenance.
    weekly: { zone: 'Europe/Berlin', day: 'Sun', hours: [3, 4], bad: 0.11 },
  },
  {
    entity: 'delivery-quotes',
    slo: 'quotes-of-the-month',
    perStep: 160,
    bad: 0.0061,
  },
  {
    entity: 'cart',
    slo: 'basket',
    objective: 'add',
    perStep: 110,
    bad: 0.0005,
  },
  {
    entity: 'cart',
    slo: 'basket',
    objective: 'view',
    perStep: 240,
    bad: 0.0031,
  },
];

/** The steps' own numbers, given what is measured; `undefined` where nothing is. */
function measure(measured, random, time, { hoursAgo, isWeekly }) {
  const during = ({ from, to }) => hoursAgo <= from && hoursAgo > to;
  // Drawn whatever comes of it, so that a gap doesn't change what lies beside it.
  const [spread, rounding, rarity] = [random(), random(), random()];
  const { gapDays } = measured;
  const day = new Date(time).getUTCDate();
  const isGapDay = gapDays && day >= gapDays.from && day <= gapDays.to;
  if (isGapDay || measured.gaps?.some(during)) {
    return undefined;
  }
  const share =
    (isWeekly ? measured.weekly.bad : undefined) ??
    measured.incidents?.find(during)?.bad ??
    measured.bad;
  // Two in five come at night; the end of the history is in the afternoon.
  const daylight = 0.7 + 0.3 * Math.cos((hoursAgo / 24) * 2 * Math.PI);
  const expected = measured.perStep * daylight * (0.9 + 0.2 * spread);
  const total = Math.floor(expected + rarity);
  const bad = Math.min(total, Math.floor(total * share + rounding));
  return { good: total - bad, total };
}

/** Tells whether it is the hour of the week in a zone. */
function weeklyHours({ zone, day, hours }) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return time => {
    const parts = Object.fromEntries(
      format.formatToParts(time).map(({ type, value }) => [type, value]),
    );
    return parts.weekday === day && hours.includes(Number(parts.hour));
  };
}

function samplesOf(measured, end) {
  const { entity, slo, objective = '' } = measured;
  const random = seededRandom(`${entity} ${slo} ${objective}`);
  const isWeekly = measured.weekly ? weeklyHours(measured.weekly) : () => false;
  // The last complete step.
  const last = Math.floor(end / STEP) * STEP;
  const samples = [];
  for (let time = last - HISTORY_DAYS * DAY; time < last; time += STEP) {
    const counted = measure(measured, random, time, {
      hoursAgo: (last - time) / HOUR,
      isWeekly: isWeekly(time),
    });
    if (counted) {
      samples.push({ time, ...counted });
    }
  }
  return samples;
}

/**
 * What was measured for the SLOs of the demo organisation up to `end` (ms since 1970).
 *
 * @returns For each SLO: the `entityRef` and name (`slo`) it is of, the `objective` where it is one
 *   of a composite's parts, and `csv()`, which makes the samples.
 */
export function planSamples(end) {
  return MEASURED.map(measured => ({
    entityRef: `component:default/${measured.entity}`,
    slo: measured.slo,
    objective: measured.objective,
    csv: () =>
      [
        'time,good,total',
        ...samplesOf(measured, end).map(
          ({ time, good, total }) => `${time / 1000},${good},${total}`,
        ),
      ].join('\n'),
  }));
}

/**
 * Work that was announced, and doesn't count against an SLO; see `MEASURED`.
 *
 * @returns `times` as the API takes them, beside the SLO, its reason and who announced it.
 */
export function planMaintenance(end) {
  const last = Math.floor(end / STEP) * STEP;
  const at = hoursAgo => new Date(last - hoursAgo * HOUR).toISOString();
  return [
    {
      entityRef: 'component:default/checkout',
      slo: 'quick-answers',
      // Time that has passed: an owner may only take out what lies ahead.
      by: 'user:default/priya.nair',
      reason: 'The payments database moves to new machines',
      times: { type: 'once', from: at(244), to: at(241) },
    },
    {
      entityRef: 'component:default/search',
      slo: 'quick-results',
      by: 'user:default/priya.nair',
      reason: 'The index is built anew',
      times: {
        type: 'recurring',
        rrule: 'FREQ=WEEKLY;BYDAY=SU',
        // A Sunday before all of the history.
        from: '2026-01-04T03:00:00',
        durationSeconds: (2 * HOUR) / 1000,
        timeZone: 'Europe/Berlin',
      },
    },
  ];
}
