import type { operations } from '@perf-governance/plugin-performance-common';

/** The query of an operation of the OpenAPI document, with its defaults filled in. */
export type QueryOf<O extends keyof operations> = NonNullable<
  operations[O]['parameters']['query']
>;

export type PathOf<O extends keyof operations> = NonNullable<
  operations[O]['parameters']['path']
>;

/** The JSON body that an operation expects. */
export type BodyOf<O extends keyof operations> = operations[O] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** The JSON that an operation answers with. */
export type AnswerOf<
  O extends keyof operations,
  S extends keyof operations[O]['responses'],
> = operations[O]['responses'][S] extends {
  content: { 'application/json': infer A };
}
  ? A
  : never;
