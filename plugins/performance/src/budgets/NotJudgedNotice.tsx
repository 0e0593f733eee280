import Alert from '@material-ui/lab/Alert';
import {
  NotJudged,
  statisticWords,
} from '@perf-governance/plugin-performance-react';

/** `budget:http.request.duration:p95` as people read it. */
function ruleWords(ruleId: string): string {
  const [, metric, statistic] = ruleId.split(':');
  return metric && statistic ? statisticWords(statistic, metric) : ruleId;
}

/** Which subjects are beyond what a rule judges, so that none goes missing in silence. */
export function NotJudgedNotice(props: { notJudged: NotJudged[] | undefined }) {
  const { notJudged = [] } = props;
  if (notJudged.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" style={{ marginBottom: 16 }}>
      {notJudged.map(({ ruleId, count, examples }) => {
        const names = examples
          .map(labels => Object.values(labels).join(' · '))
          .filter(name => name !== '');
        return (
          <div key={ruleId}>
            {count.toLocaleString('en')} more{' '}
            {count === 1 ? 'subject is' : 'subjects are'} not judged by{' '}
            {ruleWords(ruleId)}
            {names.length > 0 && `: ${names.join(', ')}`}
            {names.length > 0 && names.length < count && ', …'}
          </div>
        );
      })}
    </Alert>
  );
}
