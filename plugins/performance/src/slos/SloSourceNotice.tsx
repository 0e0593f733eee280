import Alert from '@material-ui/lab/Alert';
import {
  RelativeTime,
  Slo,
  SloSource,
} from '@perf-governance/plugin-performance-react';

const WORDS: Record<Exclude<SloSource['state'], 'ok'>, string> = {
  down: 'doesn’t answer. The numbers are as old as the last measurement.',
  'back-filling':
    'is being asked for the past: what lies further back is on its way.',
  'unknown-source':
    'isn’t configured. An administrator names metric sources in app-config.',
  rejected: 'refuses the query.',
};

/** What is wrong with where an SLO's samples come from; nothing while all is well. */
export function SloSourceNotice(props: {
  slo: Pick<Slo, 'sources' | 'measuredAt'>;
}) {
  const { sources, measuredAt } = props.slo;
  const troubled = sources.flatMap(source =>
    source.state === 'ok' ? [] : [{ ...source, state: source.state }],
  );
  return (
    <>
      {troubled.map(source => (
        <Alert
          key={source.name}
          severity={source.state === 'back-filling' ? 'info' : 'warning'}
          style={{ marginTop: 12 }}
        >
          <strong>{source.name}</strong> {WORDS[source.state]}
          {source.message && <> It says: {source.message}</>}
          {source.since && (
            <>
              {' '}
              Since <RelativeTime instant={source.since} />.
            </>
          )}
          {source.state === 'down' && measuredAt && (
            <>
              {' '}
              Last measured <RelativeTime instant={measuredAt} />.
            </>
          )}
          {source.backfilledTo && (
            <>
              {' '}
              Known back to{' '}
              <RelativeTime instant={source.backfilledTo} variant="day" />.
            </>
          )}
        </Alert>
      ))}
    </>
  );
}
