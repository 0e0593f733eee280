/** Pictures and raw traces: most of a report's size, and nothing a budget is about. */
const BULKY_AUDITS = [
  'screenshot-thumbnails',
  'final-screenshot',
  'full-page-screenshot',
  'script-treemap-data',
  'main-thread-tasks',
];

/**
 * Leaves pictures and traces out of a Lighthouse result. What stays is a valid result: audits that
 * were left out are also taken from their categories.
 */
export function trimLighthouseReport(report) {
  const audits = Object.fromEntries(
    Object.entries(report.audits).filter(([id]) => !BULKY_AUDITS.includes(id)),
  );
  const categories = Object.fromEntries(
    Object.entries(report.categories).map(([id, category]) => [
      id,
      {
        ...category,
        auditRefs: category.auditRefs.filter(ref => audits[ref.id]),
      },
    ]),
  );
  const { fullPageScreenshot: _, ...rest } = report;
  // How long Lighthouse's own steps took, and which message each text came from.
  const timing = { ...report.timing, entries: [] };
  const i18n = { ...report.i18n, icuMessagePaths: {} };
  return { ...rest, audits, categories, timing, i18n };
}
