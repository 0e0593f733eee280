import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';

/** Why a report was refused, in the backend's own words. */
export function UploadError(props: { error: Error }) {
  const { error } = props;
  const cause =
    error.name === 'ResponseError' && error.cause instanceof Error
      ? error.cause
      : error;
  return (
    <Alert severity="error" style={{ marginTop: 16 }}>
      <AlertTitle>This report can’t be used</AlertTitle>
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {cause.message}
      </span>
    </Alert>
  );
}
