import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  formatDuration,
  Panel,
  PolicyDetail,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { BackLink } from '../page/BackLink';
import { LayerName } from '../page/LayerName';
import { Loaded } from '../page/Loaded';
import { PageTitle } from '../page/PageTitle';
import { describePolicyRule } from './describePolicyRule';
import { describeSelector } from './describeSelector';
import { PolicyStages } from './PolicyStages';
import { PolicyTrust } from './PolicyTrust';
import { PolicyVerdicts } from './PolicyVerdicts';

/** One policy: what it is about, what comes of a failure when, and which of its rules may block. */
export function PolicyPage(props: { definitionId: string }) {
  const { definitionId } = props;
  const links = usePerformanceLinks();
  const data = usePerformanceData(
    api => api.policies.get(definitionId),
    [definitionId],
  );
  return (
    <>
      <BackLink to={links.policies()}>All policies</BackLink>
      <Loaded
        data={data}
        height={360}
        missing={{
          title: 'There is no such policy, or you may not see it',
          children: 'It may have been retired, or renamed in its file.',
        }}
      >
        {policy => <Contents policy={policy} />}
      </Loaded>
    </>
  );
}

function evidenceWords(policy: PolicyDetail): string[] {
  const { evidence, ratchetTolerance } = policy;
  return [
    ...(evidence?.maxAgeSeconds === undefined
      ? []
      : [`evidence at most ${formatDuration(evidence.maxAgeSeconds)} old`]),
    ...(evidence?.required === false
      ? ['missing evidence doesn’t close the gate']
      : []),
    ...(ratchetTolerance === undefined
      ? []
      : [
          `what was once reached is kept, give or take ${(
            100 * ratchetTolerance
          ).toLocaleString('en')} %`,
        ]),
  ];
}

function Contents(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const { definition, appliesTo, rules } = policy;
  const links = usePerformanceLinks();
  return (
    <>
      <PageTitle
        title={definition.title ?? definition.name}
        description={definition.description}
        facts={
          <>
            <span>applies to {describeSelector(appliesTo)}</span>
            <span>
              set by <LayerName layer={definition.layer} />
            </span>
            <Link to={links.definition(definition.id)}>
              Definition, version {definition.version}
            </Link>
          </>
        }
      />
      <Panel title="What comes of a failure, and when">
        <PolicyStages parts={policy.parts} />
        {!mayEverBlock(policy) && (
          <Typography variant="body2">
            It never closes a gate: none of its stages blocks.
          </Typography>
        )}
      </Panel>
      <Panel title="What it is about">
        <ul>
          {rules.map(rule => (
            <li key={JSON.stringify(rule)}>{describePolicyRule(rule)}</li>
          ))}
          {evidenceWords(policy).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <PolicyVerdicts policy={policy} />
      </Panel>
      {mayEverBlock(policy) && <PolicyTrust policy={policy} />}
    </>
  );
}

/** Trust is only asked for by a stage that blocks. */
function mayEverBlock(policy: PolicyDetail): boolean {
  return policy.parts.some(({ stages }) =>
    stages.some(({ stage }) => stage === 'block'),
  );
}
