import { ResponseErrorPanel } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  FindingDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { HistoryList } from '../page/HistoryList';
import { describeChange, FINDING_EVENT_WORDS } from './findingHistoryWords';

/** What happened to a finding, the newest first. */
export function FindingHistory(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { value, error } = usePerformanceData(
    api => api.findings.listEvents(finding.id),
    [finding.id],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={96} />;
  }
  return (
    <HistoryList
      events={value.map(({ type, at, by, changes, note }) => ({
        words: FINDING_EVENT_WORDS[type],
        at,
        // What an issue did, the note says.
        by: isIssue(by) ? undefined : by,
        details: [...changes.map(describeChange), ...(note ? [note] : [])],
      }))}
    />
  );
}

/** Whether it was an issue, e.g. `github:acme/shop#12`, rather than a person or a token. */
function isIssue(by: string): boolean {
  return /^(?:github|jira):.*\d$/.test(by);
}
