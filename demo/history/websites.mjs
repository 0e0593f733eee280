/**
 * What the websites of Lantern Market did in the last ninety days: Lighthouse audits of their
 * pages. `report` is the real report the others are made from; `lcp` and `tbt` are milliseconds.
 */
export const websites = [
  {
    name: 'storefront-web',
    releases: [
      [96, '2026.33'],
      [66, '2026.37'],
      [41, '2026.41'],
    ],
    pages: [
      { path: '/', report: 'home', lcp: 2286, tbt: 150, cls: 0.04 },
      {
        path: '/products/table-lamp',
        report: 'products-table-lamp',
        lcp: 2320,
        tbt: 170,
        cls: 0.02,
        // Release 2026.41 serves pictures in the size they are shown in.
        before: {
          until: 41,
          report: 'products-table-lamp-before',
          lcp: 4506,
        },
      },
      { path: '/search', report: 'search', lcp: 2290, tbt: 180, cls: 0.03 },
    ],
  },
  {
    name: 'account-web',
    releases: [
      [96, '2026.30'],
      [38, '2026.42'],
    ],
    pages: [
      { path: '/account', report: 'account', lcp: 1480, tbt: 246, cls: 0.01 },
    ],
  },
  {
    name: 'checkout-web',
    releases: [
      [96, '2.11.3'],
      [52, '2.13.0'],
      [33, '2.14.0'],
    ],
    pages: [
      { path: '/checkout', report: 'checkout', lcp: 1961, tbt: 118, cls: 0.05 },
    ],
  },
  {
    name: 'tracking-web',
    releases: [[96, '1.4.0']],
    pages: [
      {
        path: '/parcel/LM-2041',
        report: 'parcel-LM-2041',
        lcp: 1752,
        tbt: 62,
        cls: 0.086,
      },
    ],
  },
  {
    name: 'warehouse-console',
    releases: [[96, '8.0.0']],
    pages: [
      {
        path: '/warehouse/picking',
        report: 'warehouse-picking',
        lcp: 2785,
        tbt: 190,
        cls: 0.01,
      },
    ],
  },
];
