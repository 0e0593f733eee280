import {
  Finding,
  FINDING_EFFORT_WORDS,
  findingName,
  RISK_WORDS,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from '../filters/refTitle';
import { PaperSheet } from '../page/PaperSheet';
import { dueWords } from './dueWords';
import type { PlannedFindings } from './ImprovementPlan';
import { PLAN_GROUPS } from './planGroups';

/** The same in all groups, so that one reads down the columns. */
const WIDTHS = ['6%', undefined, '17%', '9%', '9%', '13%', '16%'];

/** The improvement plan on paper. */
export function PlanSheet(props: { groups: PlannedFindings }) {
  const { groups } = props;
  return (
    <PaperSheet label="Improvement plan on paper">
      <h1>
        Improvement plan,{' '}
        {new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })}
      </h1>
      {PLAN_GROUPS.map(({ group, title, description }) => {
        const findings = groups.get(group);
        return (
          findings && (
            <div key={group}>
              <h2>{title}</h2>
              <p>{description}</p>
              <Rows findings={findings} />
            </div>
          )
        );
      })}
      {groups.size === 0 && <p>There is nothing to plan.</p>}
    </PaperSheet>
  );
}

function Rows(props: { findings: Finding[] }) {
  const now = new Date();
  return (
    <table style={{ tableLayout: 'fixed' }}>
      <colgroup>
        {WIDTHS.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th>No.</th>
          <th>Finding</th>
          <th>Entity</th>
          <th>Risk</th>
          <th>Effort</th>
          <th>Owner</th>
          <th>Due</th>
        </tr>
      </thead>
      <tbody>
        {props.findings.map(finding => (
          <tr key={finding.id}>
            <td>{findingName(finding.id)}</td>
            <td>{finding.title}</td>
            <td>{refTitle(finding.entity.entityRef)}</td>
            <td>{RISK_WORDS[finding.risk]}</td>
            <td>
              {finding.effort ? FINDING_EFFORT_WORDS[finding.effort] : '–'}
            </td>
            <td>{finding.owner ? refTitle(finding.owner) : 'nobody'}</td>
            <td>{dueWords(finding, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
