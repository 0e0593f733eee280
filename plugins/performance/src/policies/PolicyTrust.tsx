import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  PolicyDetail,
  RuleTrustDetail,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { Link } from 'react-router-dom';
import { OverrideNote } from './OverrideNote';
import { TrustOverrideDialog } from './TrustOverrideDialog';

const useStyles = makeStyles(theme => ({
  intro: { padding: theme.spacing(0, 2, 2) },
  rule: {
    fontWeight: 600,
    color: theme.palette.text.primary,
    textDecoration: 'underline',
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

function percent(ratio: number): string {
  return `${(100 * ratio).toLocaleString('en', {
    maximumFractionDigits: 1,
  })} %`;
}

/** Trust before force: which of a policy's rules may block, and what the others lack. */
export function PolicyTrust(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const { trustRules, trustLimits: limits, override, may } = policy;
  const classes = useStyles();
  const [asking, setAsking] = useState<{ rule?: RuleTrustDetail }>();
  const columns = useColumns(policy, rule => setAsking({ rule }));

  return (
    <Panel
      flush
      title="May it block?"
      actions={
        may.override && !override && trustRules.length > 0 ? (
          <Button size="small" onClick={() => setAsking({})}>
            Trust all its rules
          </Button>
        ) : undefined
      }
    >
      <div className={classes.intro}>
        <Typography variant="body2">
          A rule may block after {limits.daysAtWarn} days at warn, with at most{' '}
          {percent(limits.maxFlipRate)} of its verdicts flipping,{' '}
          {percent(limits.maxDisputeRate)} disputed and{' '}
          {percent(limits.maxWaiverRate)} waived. Until then, its failures warn.
        </Typography>
        {override && <OverrideNote policy={policy} override={override} />}
      </div>
      <PagedTable
        label="Trust in the rules"
        columns={columns}
        rows={trustRules}
        rowKey={rule => rule.ruleId}
        empty="Nothing this policy is about has been judged yet."
      />
      {asking && (
        <TrustOverrideDialog
          definitionId={policy.definition.id}
          rule={asking.rule}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Panel>
  );
}

function useColumns(
  policy: PolicyDetail,
  onOverride: (rule: RuleTrustDetail) => void,
): PagedTableColumn<RuleTrustDetail>[] {
  const classes = useStyles();
  const links = usePerformanceLinks();
  const { trustLimits: limits, may, definition } = policy;
  const figure = (value: string, limit: string) => (
    <>
      {value}
      <span className={classes.detail}>{limit}</span>
    </>
  );
  return [
    {
      id: 'trusted',
      title: 'Trust',
      width: 144,
      leading: true,
      render: rule =>
        rule.trusted ? (
          <StateLabel state="pass" word="May block" />
        ) : (
          <StateLabel state="no-data" word="Not yet" />
        ),
    },
    {
      id: 'rule',
      title: 'Rule',
      leading: true,
      render: rule => (
        <>
          <Link
            className={classes.rule}
            to={links.budgets({ policy: definition.id, rule: rule.ruleId })}
          >
            {rule.title}
          </Link>
          <span className={classes.detail}>
            {rule.verdicts.toLocaleString('en')} verdicts
          </span>
          {!rule.trusted &&
            rule.missing.map(words => (
              <span key={words} className={classes.detail}>
                {words}
              </span>
            ))}
          {rule.override && (
            <OverrideNote policy={policy} override={rule.override} />
          )}
        </>
      ),
    },
    {
      id: 'days',
      title: 'Days at warn',
      align: 'right',
      width: 112,
      render: rule =>
        figure(
          Math.floor(rule.daysAtWarn).toLocaleString('en'),
          `of ${limits.daysAtWarn}`,
        ),
    },
    {
      id: 'flips',
      title: 'Flips',
      align: 'right',
      width: 104,
      render: rule =>
        figure(
          percent(rule.flipRate),
          `at most ${percent(limits.maxFlipRate)}`,
        ),
    },
    {
      id: 'disputes',
      title: 'Disputed',
      align: 'right',
      width: 104,
      render: rule =>
        figure(
          percent(rule.disputeRate),
          `at most ${percent(limits.maxDisputeRate)}`,
        ),
    },
    {
      id: 'waivers',
      title: 'Waived',
      align: 'right',
      width: 104,
      render: rule =>
        figure(
          percent(rule.waiverRate),
          `at most ${percent(limits.maxWaiverRate)}`,
        ),
    },
    ...(may.override
      ? [
          {
            id: 'override',
            title: '',
            width: 104,
            render: (rule: RuleTrustDetail) =>
              rule.trusted || rule.override ? null : (
                <Button
                  size="small"
                  aria-label={`Trust now: ${rule.title}`}
                  onClick={() => onOverride(rule)}
                >
                  Trust now
                </Button>
              ),
          },
        ]
      : []),
  ];
}
