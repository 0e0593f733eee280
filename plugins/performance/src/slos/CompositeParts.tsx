import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  PagedTable,
  PagedTableColumn,
  SloDetail,
  SloStanding,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import { formatAttainment, formatBudgetShare } from './sloWords';

type Part = NonNullable<SloStanding['parts']>[number];

/** The parts of a composite SLO, and how much each weighs. */
export function CompositeParts(props: { slo: SloDetail; parts: Part[] }) {
  const { slo, parts } = props;
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const titles = new Map(
    slo.definition.objectives.map(({ name, title }) => [name, title ?? name]),
  );
  const columns: PagedTableColumn<Part>[] = [
    {
      id: 'part',
      title: 'Part',
      leading: true,
      render: ({ objective }) => titles.get(objective) ?? objective,
    },
    {
      id: 'state',
      title: 'State',
      render: ({ status }) => <StateLabel state={status.state} />,
    },
    {
      id: 'weight',
      title: 'Weight',
      align: 'right',
      render: ({ weight }) => formatQuantity(weight / weights, 'ratio', 2),
    },
    {
      id: 'target',
      title: 'Target',
      align: 'right',
      render: ({ status }) => formatQuantity(status.target, 'ratio'),
    },
    {
      id: 'attainment',
      title: 'Attainment',
      align: 'right',
      render: ({ status }) =>
        status.attainment === undefined
          ? '–'
          : formatAttainment(status.attainment, status.target),
    },
    {
      id: 'remaining',
      title: 'Budget left',
      align: 'right',
      render: ({ status }) =>
        status.budget ? formatBudgetShare(status.budget.remainingShare) : '–',
    },
  ];
  return (
    <PagedTable
      label="Parts"
      columns={columns}
      rows={parts}
      rowKey={({ objective }) => objective}
      empty="It has no parts."
    />
  );
}
