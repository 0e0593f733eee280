import { demoBaseUrl } from '../support/baseUrl';
import { createApi } from '../support/createApi';
import { inBrowser } from '../support/inBrowser';
import { people } from '../support/people';
import { signInAs } from '../support/signInAs';
import { checkout, checkoutTab } from '../story/checkout';
import { openTheSinglePoint, verifyTheFinding } from '../story/closure';
import { askTheGate } from '../story/gate';
import {
  expectHeadline,
  followANumber,
  print,
  readTheOverview,
} from '../story/overview';
import {
  findTheRegression,
  lookAtTheRun,
  readTheStoryOfTheLimit,
} from '../story/regression';
import { repairIt } from '../story/repair';
import {
  approveIt,
  expectItWaived,
  lookAtMyServices,
  requestAWaiver,
} from '../story/waiver';

describe('the story of checkout', () => {
  /** Brings the demo back to where the story began, for the tests that come after. */
  afterAll(async () => {
    const api = await createApi(demoBaseUrl(), 'platformEngineer');
    const runs = await (
      await api(`/performance/runs?entityRef=${checkout}&limit=5`)
    ).json();
    for (const { id, createdBy } of runs.items) {
      if (createdBy === people.serviceOwner.userEntityRef) {
        await api(`/performance/runs/${id}`, { method: 'DELETE' });
      }
    }
    const waivers = await (
      await api(`/performance/waivers?entityRef=${checkout}&status=approved`)
    ).json();
    for (const { id } of waivers.items) {
      await api(`/performance/waivers/${id}/revocation`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'The story has been told.' }),
      });
    }
    const findings = await (
      await api(
        `/performance/findings?entityRef=${checkout}&status=verified&bound=true`,
      )
    ).json();
    for (const { id, version } of findings.items) {
      await api(`/performance/findings/${id}/status`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          version,
          status: 'open',
          note: 'The story has been told.',
        }),
      });
    }
  });

  it('leads from a goal to a regression, through a waiver and the gate, to a repair', async () => {
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', '/performance');
      await readTheOverview(page);
      await followANumber(page);
      await findTheRegression(page);
      await readTheStoryOfTheLimit(page);
      await lookAtTheRun(page);
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'serviceOwner', '/performance/mine');
      await lookAtMyServices(page);
      await requestAWaiver(page);
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', '/performance/waivers');
      await approveIt(page);
      await page.goto('/performance/budgets?domain=domain:default/shop');
      await expectItWaived(page);
      await page.goto('/performance');
      await expectHeadline(page, '19 of 24');
    });
    await askTheGate();
    await inBrowser({}, async page => {
      await signInAs(page, 'serviceOwner', checkoutTab);
      await expectItWaived(page);
      await repairIt(page);
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'architect', '/performance/findings?proposed=true');
      await verifyTheFinding(page);
      await page.goto('/performance/analysis');
      await openTheSinglePoint(page);
    });
    await inBrowser({}, async page => {
      await signInAs(page, 'platformEngineer', '/performance');
      await expectHeadline(page, '20 of 24');
      await print(page);
    });
  });
});
