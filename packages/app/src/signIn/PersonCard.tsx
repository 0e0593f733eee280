import Avatar from '@material-ui/core/Avatar';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/Check';
import { DemoPerson } from './demoPeople';
import { initials } from './initials';

const useStyles = makeStyles(theme => ({
  card: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${theme.palette.divider}`,
  },
  content: {
    flexGrow: 1,
  },
  who: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  avatar: {
    width: theme.spacing(7),
    height: theme.spacing(7),
    backgroundColor: theme.palette.primary.main,
    color: theme.palette.primary.contrastText,
  },
  question: {
    fontStyle: 'italic',
    marginBottom: theme.spacing(2),
  },
  abilities: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'flex',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    },
    '& svg': {
      color: theme.palette.text.secondary,
      marginTop: 2,
    },
  },
  actions: {
    padding: theme.spacing(0, 2, 2),
  },
}));

interface PersonCardProps {
  person: DemoPerson;
  onChoose(): void;
}

export const PersonCard = (props: PersonCardProps) => {
  const classes = useStyles();
  const { person } = props;

  return (
    <Card className={classes.card} elevation={0}>
      <CardContent className={classes.content}>
        <div className={classes.who}>
          <Avatar className={classes.avatar} aria-hidden>
            {initials(person.name)}
          </Avatar>
          <div>
            <Typography variant="h5" component="h2">
              {person.name}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {person.role}
            </Typography>
          </div>
        </div>
        <Typography variant="body1" className={classes.question}>
          “{person.question}”
        </Typography>
        <ul className={classes.abilities}>
          {person.abilities.map(ability => (
            <Typography variant="body2" component="li" key={ability}>
              <CheckIcon fontSize="inherit" aria-hidden />
              <span>{ability}</span>
            </Typography>
          ))}
        </ul>
      </CardContent>
      <CardActions className={classes.actions}>
        <Button
          fullWidth
          variant="contained"
          color="primary"
          onClick={props.onChoose}
        >
          Sign in as {person.name.split(' ')[0]}
        </Button>
      </CardActions>
    </Card>
  );
};
