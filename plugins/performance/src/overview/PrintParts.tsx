import {
  formatBound,
  formatQuantity,
} from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeRule,
  Finding,
  findingName,
  formatDay,
  formatShare,
  Goal,
  PolicySummary,
  RISK_WORDS,
  RollupGroup,
  STAGE_WORDS,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from '../filters/refTitle';
import { dueWords } from '../findings/dueWords';
import { countWords } from '../reviews/countWords';
import { waiverTitle } from '../waivers/waiverTitle';

const WIDTH = 680;
const HEIGHT = 70;
const DAY_MS = 86_400_000;

/** A goal's share over the last 90 days as a line, with the goal dashed. */
function GoalLine(props: { goal: Goal }) {
  const points = props.goal.trend.filter(({ total }) => total > 0);
  const x = (index: number) => (index / Math.max(1, points.length - 1)) * WIDTH;
  const y = (share: number) => 2 + (1 - share) * (HEIGHT - 4);
  const goal = y(props.goal.target);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" aria-hidden>
      <rect width={WIDTH} height={HEIGHT} fill="none" stroke="#ccc" />
      <line
        x2={WIDTH}
        y1={goal}
        y2={goal}
        stroke="#000"
        strokeDasharray="4 4"
      />
      <polyline
        fill="none"
        stroke="#000"
        strokeWidth="2"
        points={points
          .map(({ within, total }, index) => `${x(index)},${y(within / total)}`)
          .join(' ')}
      />
    </svg>
  );
}

export function PrintGoals(props: { goals: Goal[] }) {
  const now = new Date();
  return (
    <>
      {props.goals.slice(0, 2).map(goal => (
        <section key={goal.definitionId}>
          <h2>
            {goal.title}: {goal.now.within} of {goal.now.total} (
            {formatShare(goal.now.within, goal.now.total)})
          </h2>
          <p>
            Was {goal.then.counts.within} of {goal.then.counts.total} on{' '}
            {formatDay(goal.then.day, now)}; {goal.now.states['no-data']}{' '}
            without evidence, {goal.now.waived} waived. Goal{' '}
            {(100 * goal.target).toLocaleString('en')} %
            {goal.by && ` by ${formatDay(goal.by, now)}`}, dashed.
          </p>
          <GoalLine goal={goal} />
        </section>
      ))}
    </>
  );
}

/** The open findings at the highest risk. */
export function PrintFindings(props: {
  findings: Finding[];
  totalItems: number;
}) {
  const { findings, totalItems } = props;
  const now = new Date();
  return (
    <section>
      <h2>
        Top risks
        {totalItems > findings.length &&
          ` (${findings.length} of ${totalItems} open findings)`}
      </h2>
      <table>
        <thead>
          <tr>
            <th>Finding</th>
            <th>Risk</th>
            <th>Entity</th>
            <th>Owner</th>
            <th>Due</th>
            <th>Age</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(finding => (
            <tr key={finding.id}>
              <td>
                {findingName(finding.id)} {finding.title}
              </td>
              <td>{RISK_WORDS[finding.risk]}</td>
              <td>{refTitle(finding.entity.entityRef)}</td>
              <td>{finding.owner ? refTitle(finding.owner) : 'nobody'}</td>
              <td>{dueWords(finding, now)}</td>
              <td>{ageWords(finding.createdAt, now)}</td>
            </tr>
          ))}
          {findings.length === 0 && (
            <tr>
              <td colSpan={6}>No finding is open.</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function ageWords(createdAt: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(createdAt)) / DAY_MS);
  return days < 1 ? 'today' : countWords(days, 'day');
}

export function PrintFailures(props: {
  verdicts: CurrentVerdict[];
  totalItems: number;
}) {
  const { verdicts, totalItems } = props;
  const now = new Date();
  return (
    <section>
      <h2>
        Over the limit
        {totalItems > verdicts.length &&
          ` (${verdicts.length} of ${totalItems} failures)`}
      </h2>
      <table>
        <thead>
          <tr>
            <th>What</th>
            <th>Entity</th>
            <th>Owner</th>
            <th>Value</th>
            <th>Limit</th>
            <th>Stage</th>
            <th>Since</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(verdict => (
            <tr key={verdict.id}>
              <td>{describeRule(verdict)}</td>
              <td>{refTitle(verdict.subject.entityRef)}</td>
              <td>
                {verdict.entity.owner ? refTitle(verdict.entity.owner) : '–'}
              </td>
              <td>
                {verdict.value === undefined || !('unit' in verdict)
                  ? '–'
                  : formatQuantity(verdict.value, verdict.unit)}
              </td>
              <td>
                {verdict.limit.fail ? formatBound(verdict.limit.fail) : '–'}
              </td>
              <td>
                {verdict.waiver && !verdict.waiver.exceeded
                  ? `waived until ${formatDay(verdict.waiver.until, now)}`
                  : STAGE_WORDS[verdict.enforcement.stage].toLowerCase()}
              </td>
              <td>{formatDay(verdict.since, now)}</td>
            </tr>
          ))}
          {verdicts.length === 0 && (
            <tr>
              <td colSpan={7}>Nothing fails.</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

export function PrintOwners(props: { owners: RollupGroup[] }) {
  return (
    <section>
      <h2>Owners</h2>
      <table>
        <thead>
          <tr>
            <th>Owner</th>
            <th>Within limits</th>
            <th>Fail</th>
            <th>Waived</th>
            <th>No data</th>
          </tr>
        </thead>
        <tbody>
          {props.owners.map(({ value, title, counts }) => (
            <tr key={value}>
              <td>{title ?? refTitle(value)}</td>
              <td>
                {counts.within} of {counts.total} (
                {formatShare(counts.within, counts.total)})
              </td>
              <td>{counts.states.fail}</td>
              <td>{counts.waived}</td>
              <td>{counts.states['no-data']}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function PrintDates(props: {
  policies: PolicySummary[];
  waivers: Waiver[];
}) {
  const now = new Date();
  const dates = [
    ...props.policies.flatMap(({ definition, parts }) =>
      parts.flatMap(({ next }) =>
        next
          ? [
              {
                at: next.at,
                words: `Policy ${
                  definition.title ?? definition.name
                } ${STAGE_WORDS[next.stage].toLowerCase()}`,
              },
            ]
          : [],
      ),
    ),
    ...props.waivers.map(waiver => ({
      at: waiver.expiresAt,
      words: `Waiver of ${waiverTitle(waiver)} ends, ${refTitle(
        waiver.entity.entityRef,
      )}`,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));

  return (
    <section>
      <h2>Dates</h2>
      <table>
        <tbody>
          {dates.slice(0, 8).map(({ at, words }) => (
            <tr key={`${at} ${words}`}>
              <td>{formatDay(at, now)}</td>
              <td>{words}</td>
            </tr>
          ))}
          {dates.length === 0 && (
            <tr>
              <td>None ahead.</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
