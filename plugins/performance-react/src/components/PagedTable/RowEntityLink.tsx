import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * Leads from a row to an entity, without opening the row's own details.
 *
 * @public
 */
export function RowEntityLink(props: {
  entityRef: string;
  /** What kind goes without saying. */
  defaultKind?: string;
}) {
  const { entityRef, defaultKind } = props;
  return (
    <span onClick={event => event.stopPropagation()} role="presentation">
      <EntityRefLink
        entityRef={entityRef}
        defaultKind={defaultKind}
        hideIcon
        disableTooltip
      />
    </span>
  );
}
