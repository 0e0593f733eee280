import {
  ExtensionCheck,
  PerformanceCheckTypesExtensionPoint,
} from '@perf-governance/plugin-performance-node';
import { JsonObject } from '@backstage/types';

/** A type of check as it is run here: options are whatever a definition says. */
export type InstalledCheckType = Omit<
  ExtensionCheck,
  'optionsSchema' | 'evaluate'
> & {
  /** @throws what is wrong with the options. */
  evaluate(
    entities: Parameters<ExtensionCheck['evaluate']>[0],
    options: JsonObject,
    context: Parameters<ExtensionCheck['evaluate']>[2],
  ): ReturnType<ExtensionCheck['evaluate']>;
};

/** The types of checks that modules of this installation add. */
export class CheckTypes implements PerformanceCheckTypesExtensionPoint {
  readonly all = new Map<string, InstalledCheckType>();

  addCheckType<TOptions>(type: ExtensionCheck<TOptions>): void {
    const { id, frequency, timeout } = type;
    if (this.all.has(id)) {
      throw new Error(`There is a type of check '${id}' already`);
    }
    this.all.set(id, {
      id,
      frequency,
      timeout,
      evaluate: async (entities, options, context) => {
        const { optionsSchema } = type;
        // Without a schema, the type says that it takes whatever is written.
        const parsed = optionsSchema
          ? optionsSchema.parse(options)
          : (options as TOptions);
        return type.evaluate(entities, parsed, context);
      },
    });
  }
}
