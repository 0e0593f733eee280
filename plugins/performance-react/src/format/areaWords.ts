/** Areas whose name isn't just their words. */
const NAMES: Record<string, string> = {
  latency: 'API latency',
  slos: 'SLOs',
};

/**
 * An area as people read it: `API latency`, `Web vitals`, `Practices`.
 *
 * @public
 */
export function areaWords(area: string): string {
  const words = area.replaceAll('-', ' ');
  return NAMES[area] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
