/**
 * The languages that SLOs are written in, other than ours.
 *
 * @public
 */
export type SloDialect =
  | 'openslo/v1'
  | 'openslo/v1alpha'
  | 'openslo.com/v2alpha'
  | 'sloth/prometheus/v1'
  | 'sloth.slok.dev/v1'
  | 'pyrra.dev/v1alpha1';
