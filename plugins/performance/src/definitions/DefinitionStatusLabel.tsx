import {
  DefinitionSummary,
  StateLabel,
} from '@perf-governance/plugin-performance-react';

/** Whether a definition's newest text is in force. */
export function DefinitionStatusLabel(props: {
  status: DefinitionSummary['status'];
}) {
  switch (props.status) {
    case 'invalid':
      return <StateLabel state="fail" word="Invalid" />;
    case 'retired':
      return <StateLabel state="not-applicable" word="Retired" />;
    default:
      return <StateLabel state="pass" word="In force" />;
  }
}
