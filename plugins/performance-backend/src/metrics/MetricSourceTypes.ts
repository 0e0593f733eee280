import {
  MetricSourceFactory,
  PerformanceMetricSourcesExtensionPoint,
} from '@perf-governance/plugin-performance-node';

/** The types of metric sources that modules of this installation add. */
export class MetricSourceTypes
  implements PerformanceMetricSourcesExtensionPoint
{
  readonly all = new Map<string, MetricSourceFactory>();

  addMetricSourceFactory(factory: MetricSourceFactory): void {
    if (this.all.has(factory.type)) {
      throw new Error(
        `There is a type of metric source '${factory.type}' already`,
      );
    }
    this.all.set(factory.type, factory);
  }
}
