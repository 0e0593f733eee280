import { Link } from '@backstage/core-components';
import { Panel } from '@perf-governance/plugin-performance-react';

/** Said where a path below `/performance` names no tab. */
export function UnknownTab(props: {
  path: string;
  tabs: { to: string; title: string }[];
}) {
  const { path, tabs } = props;
  return (
    <Panel title={`There is no page ‘${path}’ here`}>
      The address may be misspelt, or of a page that was moved. What there is:
      <ul>
        {tabs.map(({ to, title }) => (
          <li key={to}>
            <Link to={to} underline="always">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
