import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Container from '@material-ui/core/Container';

interface SignInFailureProps {
  error?: Error;
  onChooseAgain(): void;
}

export const SignInFailure = (props: SignInFailureProps) => (
  <Container maxWidth="md">
    <Box component="main" pt={8}>
      <ResponseErrorPanel
        title="Signing in failed"
        error={props.error ?? new Error('The backend did not say why.')}
      />
      <Box mt={2} display="flex" gridGap={8}>
        <Button
          variant="contained"
          color="primary"
          onClick={() => window.location.reload()}
        >
          Try again
        </Button>
        <Button variant="outlined" onClick={props.onChooseAgain}>
          Choose another person
        </Button>
      </Box>
    </Box>
  </Container>
);
