import { ResponseErrorPanel } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  CommandSnippet,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  PolicySummary,
  RowTitle,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { LayerName } from '../page/LayerName';
import { describePolicyRule } from './describePolicyRule';
import { describeSelector } from './describeSelector';
import { PartStage } from './PartStage';
import { PolicyCountLinks } from './PolicyCountLinks';
import { trustWords } from './trustWords';

const FIRST_POLICY = `apiVersion: performance-governance.io/v1
kind: Policy
metadata:
  name: api-latency
  title: API latency
spec:
  appliesTo: { tag: tier-1 }
  rules:
    - { area: latency }
  stages:
    - { stage: warn }
    - { stage: block, from: 2027-03-01 }`;

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** What is enforced, where, and from when. */
export function PolicyList() {
  const { value, error } = usePerformanceData(api => api.policies.list(), []);
  const columns = useColumns();

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (value?.length === 0) {
    return (
      <Panel title="No policy yet">
        <Typography variant="body2">
          Without one, a budget closes the gate of its own service’s pipeline,
          and a check is only shown. A policy says what comes of a failure, for
          which part of the catalog and from when:
        </Typography>
        <CommandSnippet label="A first policy" text={FIRST_POLICY} />
      </Panel>
    );
  }
  return (
    <Panel flush>
      <PagedTable
        label="Policies"
        columns={columns}
        rows={value}
        rowKey={policy => policy.definition.id}
        empty=""
        skeletonRows={4}
      />
    </Panel>
  );
}

function useColumns(): PagedTableColumn<PolicySummary>[] {
  const classes = useStyles();
  const links = usePerformanceLinks();
  return [
    {
      id: 'policy',
      title: 'Policy',
      width: '18%',
      leading: true,
      render: ({ definition }) => (
        <>
          <RowTitle to={links.policy(definition.id)}>
            {definition.title ?? definition.name}
          </RowTitle>
          <span className={classes.detail}>
            set by <LayerName layer={definition.layer} />
          </span>
        </>
      ),
    },
    {
      id: 'appliesTo',
      title: 'Applies to',
      render: ({ appliesTo }) => describeSelector(appliesTo),
    },
    {
      id: 'rules',
      title: 'Rules',
      width: '18%',
      render: ({ rules }) => (
        <ul className={classes.list}>
          {rules.map(rule => (
            <li key={JSON.stringify(rule)}>{describePolicyRule(rule)}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'stages',
      title: 'What comes of a failure',
      width: '22%',
      render: ({ parts }) => (
        <ul className={classes.list}>
          {parts.map(part => (
            <li key={JSON.stringify(part.for ?? {})}>
              <PartStage part={part} named={parts.length > 1} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'counts',
      title: 'Verdicts',
      width: 160,
      render: policy => <PolicyCountLinks policy={policy} />,
    },
    {
      id: 'trust',
      title: 'Trust',
      width: 144,
      render: trustWords,
    },
  ];
}
