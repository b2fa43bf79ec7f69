import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { policyTexts } from '../../src/capabilities/decisions/web/policy-texts.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil } from '../kit/people.ts';
import { sendingTo } from '../kit/sending.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

describeWithChromium('PF5 policies of the gates on the page', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    peil = await openListeningPeil({}, async (given) => (team = await inTeamMode(given)));
  });
  afterEach(() => peil.close());

  test.each(
    walkedIn('en', [
      { language: 'en', width: 1280 },
      { language: 'nl', width: 390 },
    ] as const),
  )(
    'PF5 an administrator makes a version from another, sees what differs, and it is used ($language)',
    async ({ language, width }) => {
      const t = policyTexts[language];
      const { roles } = identityTexts[language];
      const { cookie } = team.admin;
      const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
        to: '/settings/policies',
        language,
        width,
        cookie,
      });
      const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
      const light = t.names.light;

      await page.getByText(t.notChosen).waitFor();
      await look('policies');
      await page.getByRole('link', { name: light, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t.asShipped({ name: light }) }).waitFor();
      await page
        .getByText(t.say.people({ count: 3 }))
        .first()
        .waitFor();
      await look('a policy in sentences');
      await page.getByRole('link', { name: t.makeFrom }).click();
      await page.getByText(t.differs.none).waitFor();
      await button(t.form.publish).click();
      await page.getByRole('alert').getByText(t.form.sameAs).waitFor();

      const where = `${t.form.change} G1, ${t.classes.minimal}`;
      await button(where).click();
      const rule = page.locator('#rule-g1-minimal');
      await rule.getByRole('group', { name: t.form.roles }).getByLabel(roles.data_engineer).check();
      await rule.getByLabel(t.form.people({ role: roles.sme }), { exact: true }).fill('2');
      await rule.getByLabel(t.form.waivers, { exact: true }).fill('21');
      await rule.getByLabel(t.form.validity, { exact: true }).fill('30');
      await page.getByLabel(t.form.name, { exact: true }).fill('Plant Leiden');
      await page.getByLabel(t.form.note, { exact: true }).fill('The auditor asked for it.');
      await button(t.form.publish).click();
      const place = t.differs.where({ gate: 'G1', classes: t.classes.minimal });
      await page
        .getByRole('alert')
        .getByText(t.form.waiversWrong({ where: place }))
        .waitFor();
      await rule.getByLabel(t.form.waivers, { exact: true }).fill('0');
      await look('the form of a rule');
      const differs = page.getByRole('region', { name: t.form.whatChanges }).getByRole('listitem');
      expect(await differs.allTextContents()).toEqual([
        `${place}: ${t.differs.rolesAdded({ names: roles.data_engineer })}.`,
        `${place}: ${t.differs.quorumAdded({ names: t.differs.quorum({ role: roles.sme, people: '2' }) })}.`,
        `${place}: ${t.differs.waivers({ before: 3, after: 0 })}.`,
        `${place}: ${t.differs.validity({ before: t.differs.always, after: t.differs.days({ days: 30 }) })}.`,
      ]);
      await page.getByRole('radio', { name: t.form.later }).click();
      await button(t.form.publish).click();
      const title = t.version({ name: 'Plant Leiden', version: 1 });
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText(t.say.noWaivers).waitFor();
      await page.getByText(t.say.quorum({ role: roles.sme, people: 2 })).waitFor();
      await page.getByText(t.uses.none).waitFor();
      await button(t.choose).click();
      await page.getByText(t.inForce, { exact: true }).waitFor();

      const expert = await team.signIn('Eva');
      const { problemId } = await writtenProblem(peil, { cookie: expert.cookie });
      const eva = sendingTo(peil, (options) => expert.inject(options));
      const terms = { outcome: 'go', reasons: 'It pays.' };
      const { body } = await eva(`POST /api/problems/${problemId}/gates/g1/proposals`, terms);
      expect(body).toMatchObject({ policy: { name: 'Plant Leiden', version: 1 }, rule: { validity_days: 30 } });
      const used = page.getByRole('region', { name: t.uses.title }).getByRole('listitem');
      await used.getByText('G1').waitFor();
      await look('a version that is used');
      await page.getByRole('link', { name: t.back }).click();
      await page.getByRole('region', { name: t.inForce }).getByRole('link', { name: title }).waitFor();
      expect(complaints).toEqual([]);
      await leave();
    },
    180_000,
  );

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF5 a member reads every policy, and is offered no change (%s)',
    async (language) => {
      const { cookie } = await team.signIn('Joris');
      const t = policyTexts[language];
      const { page, complaints, leave } = await openVisit(browser, peil.address, {
        to: '/settings/policies/strict',
        language,
        cookie,
      });
      await page
        .getByText(t.say.valid({ days: 90 }))
        .first()
        .waitFor();
      expect(await page.getByRole('button', { name: t.choose }).count()).toBe(0);
      expect(await page.getByRole('link', { name: t.makeFrom }).count()).toBe(0);
      await page.goto(`${peil.address}/settings/policies/77`);
      await page.getByRole('heading', { level: 1, name: t.notFound }).waitFor();
      expect(complaints).toEqual([]);
      await leave();
    },
  );
});
