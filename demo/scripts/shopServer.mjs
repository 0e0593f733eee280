import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';

/**
 * A handful of pages that look enough like a shop for a web audit to have something to measure.
 * `heavyPicture` is how the product page was before its picture was fixed.
 */
const PAGES = {
  '/': { title: 'Lantern Market', hero: 'hero.png', script: 150, work: 60 },
  '/products/table-lamp': {
    title: 'Table lamp',
    hero: 'lamp.png',
    script: 170,
    work: 70,
  },
  '/search': { title: 'Search', hero: 'thumb.png', script: 190, work: 90 },
  '/checkout': { title: 'Checkout', hero: 'thumb.png', script: 130, work: 50 },
  '/account': {
    title: 'My account',
    hero: 'thumb.png',
    script: 160,
    work: 140,
  },
  '/parcel/LM-2041': {
    title: 'Your parcel',
    hero: 'map.png',
    script: 70,
    work: 30,
  },
  '/warehouse/picking': {
    title: 'Picking',
    hero: 'thumb.png',
    script: 240,
    work: 120,
  },
};

/** Width and height in pixels; noise, so that the file is as large as its area. */
const PICTURES = {
  'hero.png': [300, 200],
  'lamp.png': [240, 200],
  'lamp-original.png': [900, 600],
  'thumb.png': [80, 60],
  'map.png': [260, 180],
};

export const pagePaths = Object.keys(PAGES);

/** The same bytes every time: a linear congruential generator (Numerical Recipes). */
function noise(length) {
  const bytes = Buffer.alloc(length);
  let state = 42;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** A greyscale picture of noise. */
function png([width, height]) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = noise((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows[row * (width + 1)] = 0;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function html(page, heavyPicture) {
  const hero =
    heavyPicture && page.hero === 'lamp.png' ? 'lamp-original.png' : page.hero;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Lamps, furniture and everything for the home.">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/shop.css">
<script defer src="/assets/shop.js?kilobytes=${page.script}&amp;work=${page.work}"></script>
</head>
<body>
<header><a href="/">Lantern Market</a></header>
<main>
<h1>${page.title}</h1>
<img src="/pictures/${hero}" alt="${page.title}" width="360" height="240">
<p>Warm light for long evenings: lamps and lanterns for every room of the house.</p>
<button type="button">Add to the basket</button>
</main>
</body>
</html>`;
}

/** Keeps the main thread busy for a while, as scripts of real pages do. */
function script(kilobytes, work) {
  const busy = `const until=performance.now()+${work};while(performance.now()<until);`;
  return `${busy}\n/* ${noise(Math.round(kilobytes * 500)).toString('hex')} */`;
}

const CSS =
  'body{font-family:sans-serif;margin:0 auto;max-width:40rem;padding:1rem}img{max-width:100%;height:auto}';

/**
 * Starts the shop on a free port of this machine.
 *
 * @param options - `heavyPicture`: the product page with the picture as the photographer sent it.
 */
export async function startShop(options = {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const send = (type, body) => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    };
    const page = PAGES[url.pathname];
    const picture = PICTURES[url.pathname.replace('/pictures/', '')];
    if (page) {
      send('text/html; charset=utf-8', html(page, options.heavyPicture));
    } else if (picture) {
      send('image/png', png(picture));
    } else if (url.pathname === '/assets/shop.css') {
      send('text/css', CSS);
    } else if (url.pathname === '/assets/shop.js') {
      send(
        'text/javascript',
        script(
          Number(url.searchParams.get('kilobytes')),
          Number(url.searchParams.get('work')),
        ),
      );
    } else if (url.pathname === '/sales') {
      // As if asking a data lake.
      setTimeout(
        () => send('application/json', JSON.stringify({ orders: 1204 })),
        8 + (noise(1 + (server.requests++ % 97)).at(-1) % 24),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  server.requests = 0;
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
