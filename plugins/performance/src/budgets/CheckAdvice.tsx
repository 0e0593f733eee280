import Typography from '@material-ui/core/Typography';
import { GuideLink } from '@perf-governance/plugin-performance-react';

/** Why a check matters, what to do about it, and where to read more. */
export function CheckAdvice(props: {
  title: string;
  check: { rationale: string; fix: string; guide?: string };
}) {
  const { title, check } = props;
  return (
    <>
      <Typography variant="body2" paragraph>
        <strong>Why.</strong> {check.rationale}
      </Typography>
      <Typography variant="body2" paragraph>
        <strong>How to fix.</strong> {check.fix}{' '}
        {check.guide && <GuideLink guide={check.guide} about={title} />}
      </Typography>
    </>
  );
}
