import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  SloDetail,
  SloStanding,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import { formatAttainment, formatBudgetShare } from './sloWords';
import { useFactTableStyles } from './useFactTableStyles';

/** The parts of a composite SLO, and how much each weighs. */
export function CompositeParts(props: {
  slo: SloDetail;
  parts: NonNullable<SloStanding['parts']>;
}) {
  const { slo, parts } = props;
  const tables = useFactTableStyles();
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const titles = new Map(
    slo.definition.objectives.map(({ name, title }) => [name, title ?? name]),
  );
  return (
    <table className={tables.table} aria-label="Parts">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Weight</th>
          <th scope="col">Target</th>
          <th scope="col">Attainment</th>
          <th scope="col">Budget left</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ objective, weight, status }) => (
          <tr key={objective}>
            <th scope="row">{titles.get(objective) ?? objective}</th>
            <td>{formatQuantity(weight / weights, 'ratio', 2)}</td>
            <td>{formatQuantity(status.target, 'ratio')}</td>
            <td>
              {status.attainment === undefined
                ? '–'
                : formatAttainment(status.attainment, status.target)}
            </td>
            <td>
              {status.budget
                ? formatBudgetShare(status.budget.remainingShare)
                : '–'}
            </td>
            <td>
              <StateLabel state={status.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
