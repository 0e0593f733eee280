import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  SloStanding,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import { BurnAlertLabel } from './BurnAlertLabel';
import { useFactTableStyles } from './useFactTableStyles';
import { COUNTED_WORDS, formatBurnRate, formatCount } from './sloWords';

const useStyles = makeStyles(theme => ({
  note: {
    margin: theme.spacing(1, 0, 2),
    color: mutedColour(theme),
  },
}));

/** How fast the budget burns over each window, and which pairs of windows call for people. */
export function BurnRates(props: { status: SloStanding }) {
  const { status } = props;
  const classes = useStyles();
  const tables = useFactTableStyles();
  const words = COUNTED_WORDS[status.countedAs];
  return (
    <>
      <table className={tables.table} aria-label="Burn-rate alerts">
        <thead>
          <tr>
            <th scope="col">Alert</th>
            <th scope="col">Both windows over</th>
            <th scope="col">Long</th>
            <th scope="col">Short</th>
          </tr>
        </thead>
        <tbody>
          {status.alerts.map(alert => (
            <tr key={`${alert.longWindow} ${alert.shortWindow}`}>
              <th scope="row">
                {alert.active ? (
                  <BurnAlertLabel severity={alert.severity} />
                ) : (
                  <Calm alert={alert} />
                )}
              </th>
              <td>{formatBurnRate(alert.factor)}</td>
              <td>
                {alert.longWindow}: {rateWords(alert.longRate)}
              </td>
              <td>
                {alert.shortWindow}: {rateWords(alert.shortRate)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {status.alerts.length === 0
          ? 'The SLO’s window is too short, or its samples too far apart, for alerts. '
          : ''}
        At 1× the budget lasts exactly for the window.
      </p>
      <table className={tables.table} aria-label="Burn rates">
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col">Burn rate</th>
            <th scope="col">Bad</th>
            <th scope="col">All {words}</th>
            <th scope="col">Measured</th>
          </tr>
        </thead>
        <tbody>
          {status.burnRates.map(rate => (
            <tr key={rate.window}>
              <th scope="row">{rate.window}</th>
              <td>{rateWords(rate.rate)}</td>
              <td>{formatCount(rate.total - rate.good)}</td>
              <td>{formatCount(rate.total)}</td>
              <td>
                {formatQuantity(
                  Math.min(1, rate.coveredSeconds / rate.seconds),
                  'ratio',
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Calm, unless a window's rate isn't known. */
function Calm(props: { alert: SloStanding['alerts'][number] }) {
  const { longRate, shortRate, factor } = props.alert;
  const known =
    (longRate !== undefined && longRate <= factor) ||
    (shortRate !== undefined && shortRate <= factor);
  return (
    <StateLabel
      state={known ? 'pass' : 'no-data'}
      word={known ? 'Calm' : 'Not known'}
    />
  );
}

function rateWords(rate: number | undefined): string {
  return rate === undefined ? '–' : formatBurnRate(rate);
}
