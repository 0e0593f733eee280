import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import {
  EntitySummary,
  Panel,
} from '@perf-governance/plugin-performance-react';
import { FirstSlo } from '../slos/FirstSlo';
import { SloContents } from '../slos/SloContents';
import { SloTable } from '../slos/SloTable';
import { useSloList } from '../slos/useSloList';

/** An entity's SLOs, the fastest burning first, and everything about the one that is chosen. */
export function EntitySlos(props: {
  entityRef: string;
  summary: EntitySummary;
}) {
  const { entityRef, summary } = props;
  const list = useSloList({
    entityRef,
    // The states chosen above are those of the budgets.
    state: undefined,
    groupBy: undefined,
  });
  const { value, view } = list;
  const chosen = view.get('slo') ?? value?.items[0]?.id;

  if (list.error) {
    return <ResponseErrorPanel error={list.error} />;
  }
  if (value?.totalItems === 0 && list.query.q === undefined) {
    return <FirstSlo entityRef={entityRef} mayDefine={summary.may.define} />;
  }
  return (
    <>
      <Panel flush>
        <SloTable
          label="SLOs"
          rows={value?.items}
          skeletonRows={2}
          selectedKey={chosen}
          onOpen={slo => view.update({ slo: slo.id })}
          sort={list.sort}
          onSort={list.onSort}
          page={list.page}
          empty={
            <>
              <p>No SLO matches these filters.</p>
              <Button variant="outlined" onClick={list.clear}>
                Clear filters
              </Button>
            </>
          }
        />
      </Panel>
      {chosen && (
        <Panel>
          <SloContents key={chosen} sloId={chosen} />
        </Panel>
      )}
    </>
  );
}
