import { configApiRef, useApi } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Container from '@material-ui/core/Container';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LogoMark } from '../navigation/LogoMark';
import { DemoPerson } from './demoPeople';
import { PersonCard } from './PersonCard';

const useStyles = makeStyles(theme => ({
  page: {
    minHeight: '100vh',
    display: 'flex',
    alignItems: 'center',
    padding: theme.spacing(4, 0),
    backgroundColor: theme.palette.background.default,
    color: theme.palette.text.primary,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(4),
    '& svg': { height: 36, width: 36 },
  },
  lead: {
    maxWidth: '60ch',
    marginBottom: theme.spacing(4),
  },
}));

interface PeopleGalleryProps {
  people: DemoPerson[];
  onChoose(person: DemoPerson): void;
}

export const PeopleGallery = (props: PeopleGalleryProps) => {
  const classes = useStyles();
  const config = useApi(configApiRef);
  const organization =
    config.getOptionalString('organization.name') ?? 'the organisation';

  return (
    <main className={classes.page}>
      <Container maxWidth="lg">
        <div className={classes.brand}>
          <LogoMark />
          <Typography variant="h6" component="p">
            {organization}
          </Typography>
        </div>
        <Typography variant="h3" component="h1" gutterBottom>
          Who are you today?
        </Typography>
        <Typography
          variant="body1"
          color="textSecondary"
          className={classes.lead}
        >
          This is a demo organisation. Three people look at the performance of
          its services with three different questions. Choose one; you can
          switch at any time from the sidebar.
        </Typography>
        {props.people.length === 0 ? (
          <Typography role="alert">
            No one to sign in as: <code>auth.providers.demo.people</code> is
            empty.
          </Typography>
        ) : (
          <Grid container spacing={3} alignItems="stretch">
            {props.people.map(person => (
              <Grid item xs={12} sm={6} md={4} key={person.userEntityRef}>
                <PersonCard
                  person={person}
                  onChoose={() => props.onChoose(person)}
                />
              </Grid>
            ))}
          </Grid>
        )}
        <Box mt={4}>
          <Typography variant="body2" color="textSecondary">
            No password: this sign-in only exists in development.
          </Typography>
        </Box>
      </Container>
    </main>
  );
};
