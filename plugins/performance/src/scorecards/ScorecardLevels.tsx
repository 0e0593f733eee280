import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatShare,
  GuideLink,
  LevelRing,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  ScorecardDetail,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

type Rule = ScorecardDetail['rules'][number];

const useStyles = makeStyles(theme => ({
  title: { display: 'inline-flex', alignItems: 'center', gap: 8 },
  rule: { fontWeight: 600 },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** What each level asks for, why, and how many entities have it. */
export function ScorecardLevels(props: { scorecard: ScorecardDetail }) {
  const { scorecard } = props;
  const { levels, rules } = scorecard;
  const classes = useStyles();
  const links = usePerformanceLinks();

  const columns: PagedTableColumn<Rule>[] = [
    {
      id: 'rule',
      title: 'Rule',
      leading: true,
      render: rule => (
        <>
          <span className={classes.rule}>{rule.title}</span>
          {rule.rationale && (
            <span className={classes.detail}>{rule.rationale}</span>
          )}
        </>
      ),
    },
    {
      id: 'fix',
      title: 'How to fix it',
      width: '32%',
      render: rule => (
        <>
          {rule.fix ?? 'Bring the value within its limit.'}{' '}
          {rule.guide && <GuideLink guide={rule.guide} about={rule.title} />}
        </>
      ),
    },
    {
      id: 'weight',
      title: 'Weight',
      align: 'right',
      width: 80,
      render: rule => rule.weight,
    },
    {
      id: 'holds',
      title: 'Holds for',
      align: 'right',
      width: 120,
      render: ({ holds, missing }) => (
        <>
          {formatShare(holds, holds + missing)}
          <span className={classes.detail}>
            {holds.toLocaleString('en')} of{' '}
            {(holds + missing).toLocaleString('en')}
          </span>
        </>
      ),
    },
    {
      id: 'missing',
      title: 'Missing',
      align: 'right',
      width: 112,
      render: rule =>
        rule.missing === 0 ? (
          '–'
        ) : (
          <>
            <Link
              underline="always"
              to={links.scorecard(scorecard.definitionId, {
                missing: rule.ruleId,
              })}
              aria-label={`${rule.missing} entities without: ${rule.title}`}
            >
              {rule.missing.toLocaleString('en')}
            </Link>
            {rule.waived > 0 && (
              <span className={classes.detail}>
                {rule.waived.toLocaleString('en')} waived
              </span>
            )}
          </>
        ),
    },
  ];

  return (
    <>
      {levels.map((level, index) => (
        <Panel
          key={level.name}
          flush
          title={
            <span className={classes.title}>
              <LevelRing reached={index + 1} count={levels.length} />
              {level.title}
            </span>
          }
        >
          <PagedTable
            label={`Rules of ${level.title}`}
            columns={columns}
            rows={rules.filter(rule => rule.level === level.name)}
            rowKey={rule => rule.ruleId}
            empty="This level asks for nothing more than the ones below it."
          />
        </Panel>
      ))}
    </>
  );
}
