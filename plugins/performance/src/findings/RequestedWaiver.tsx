import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  FindingDetail,
  RelativeTime,
  usePerformanceData,
  usePerformanceLinks,
  Waiver,
} from '@perf-governance/plugin-performance-react';

/** The waiver that somebody has asked for, and nobody has decided on yet. */
export function useRequestedWaiver(finding: FindingDetail): Waiver | undefined {
  const { entityRef } = finding.entity;
  const asked = finding.may.requestWaiver;
  const { value } = usePerformanceData(
    async api =>
      asked
        ? api.waivers.list({
            entityRef,
            ruleId: `finding:${finding.id}`,
            status: ['requested'],
            limit: 1,
          })
        : undefined,
    [asked, entityRef, finding.id],
  );
  return value?.items[0];
}

/** Says that accepting the risk was asked for, and who decides. */
export function RequestedWaiver(props: {
  waiver: Waiver;
  finding: FindingDetail;
}) {
  const { waiver, finding } = props;
  const links = usePerformanceLinks();
  return (
    <>
      <EntityRefLink entityRef={waiver.requestedBy} hideIcon /> asked{' '}
      <RelativeTime instant={waiver.requestedAt} /> to accept the risk.{' '}
      <Link
        to={links.waivers({
          status: 'requested',
          entityRef: finding.entity.entityRef,
          rule: `finding:${finding.id}`,
        })}
      >
        The waiver
      </Link>{' '}
      waits for somebody else to decide.
    </>
  );
}
