export const OUTPUT_FORMATS = [
  'text',
  'json',
  'markdown',
  'junit',
  'sarif',
] as const;

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What a command can print; each renders only when it is asked for. */
export type Renderers = Partial<
  Record<Exclude<OutputFormat, 'text'>, () => string>
> & { text(options: { colored: boolean }): string };
