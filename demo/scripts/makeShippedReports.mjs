/**
 * Makes the two reports to try the gate and the upload with: checkout getting worse still, and
 * checkout repaired. Summaries of k6 without a date, so that an upload counts as of today.
 *
 *     node demo/scripts/makeShippedReports.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { k6HandleSummary } from '../history/k6Summary.mjs';
import { simulateRequests } from '../history/loadTest.mjs';
import { seededRandom } from '../history/random.mjs';
import { services } from '../history/services.mjs';

const { endpoints, journey } = services.find(
  service => service.name === 'checkout',
);

for (const [name, p95] of [
  ['checkout-worse', 520],
  ['checkout-fixed', 240],
]) {
  const requests = simulateRequests(seededRandom(name), {
    requests: 1200,
    seconds: 300,
    failureRatio: 0.0008,
    endpoints,
    journey: { ...journey, p95 },
  });
  const file = fileURLToPath(
    new URL(`../reports/${name}.json`, import.meta.url),
  );
  writeFileSync(
    file,
    k6HandleSummary({
      requests,
      seconds: 300,
      vus: 20,
      journey: { name: 'checkout', threshold: 300 },
    }),
  );
  console.log(file);
}
