import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { RollupCounts } from '../../api';
import { HeatMap, HeatMapRow } from './HeatMap';

function counts(
  pass: number,
  fail: number,
  noData: number,
  waived = 0,
): RollupCounts {
  return {
    states: { pass, warn: 0, fail, 'no-data': noData, 'not-applicable': 5 },
    waived,
    total: pass + fail + noData,
    within: pass,
  };
}

const columns = [
  { id: 'latency', title: 'API latency' },
  { id: 'errors', title: 'Errors' },
];

function renderMap(rows: HeatMapRow[] | undefined) {
  render(
    <MemoryRouter>
      <HeatMap
        label="Share by domain"
        rowTitle="Domain"
        columns={columns}
        rows={rows}
        empty="Nothing yet"
      />
    </MemoryRouter>,
  );
}

describe('HeatMap', () => {
  it('is a table of links with shares, denominators, waived and missing in words', () => {
    renderMap([
      {
        key: 'shop',
        name: 'Shop',
        title: 'Shop',
        cells: {
          latency: { counts: counts(19, 2, 3, 1), to: '/list' },
        },
      },
    ]);

    const table = screen.getByRole('table', { name: 'Share by domain' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Domain', 'API latency', 'Errors']);
    expect(within(table).getByRole('rowheader')).toHaveTextContent('Shop');
    expect(
      within(table).getByRole('link', {
        name: 'Shop, API latency: 79 % 19/24 2 fail, 3 without data 1 waived',
      }),
    ).toHaveAttribute('href', '/list');
    // Nothing to judge leads nowhere.
    expect(within(table).getAllByRole('cell')[1]).toHaveTextContent('–');
  });

  it('says no data rather than 0 % where nothing was measured', () => {
    renderMap([
      {
        key: 'shop',
        name: 'Shop',
        title: 'Shop',
        cells: { errors: { counts: counts(0, 0, 4), to: '/list' } },
      },
    ]);

    const link = screen.getByRole('link');
    expect(link).toHaveTextContent('no data, 0/4');
    expect(link).not.toHaveTextContent('%');
  });

  it('stands in for no rows with what it is told', () => {
    renderMap([]);
    expect(screen.getByText('Nothing yet')).toBeVisible();
  });

  it('is busy while it loads', () => {
    renderMap(undefined);
    expect(
      screen.getByRole('table', { name: 'Share by domain' }),
    ).toHaveAttribute('aria-busy', 'true');
  });
});
