import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putGatePolicy } from '../../src/capabilities/decisions/contract.ts';
import { lightPolicy } from '../../src/capabilities/decisions/shipped-policies.ts';
import {
  evidencePlaces,
  proposeDecision,
  readAlternatives,
  readGate,
  writeAlternatives,
} from '../../src/capabilities/formulation/contract.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { identityErrors } from '../../src/capabilities/identity/errors.ts';
import { editRisk, readRiskAssessment, readRiskRegister } from '../../src/capabilities/risk/contract.ts';
import { riskTexts } from '../../src/capabilities/risk/texts.ts';
import { riskPageTexts } from '../../src/capabilities/risk/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { assessedProblem, writtenRisk } from '../kit/assessed-problem.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const languages = [
  { language: 'en', width: 1280 },
  { language: 'nl', width: 390 },
] as const;

/** While somebody types a password, another changes what is about to be signed: Eva is the expert, Rosa the risk manager. */
describeWithChromium('PF5 RM3 nobody signs what they have not seen', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let eva: TestPerson;
  let dirk: TestPerson;
  let rosa: TestPerson;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (given) => (team = await inTeamMode(given)));
    await asking(peil, putGatePolicy, { headers: { cookie: team.admin.cookie }, body: lightPolicy });
    eva = await team.signIn('Eva');
    dirk = await team.signIn('Dirk');
    rosa = await team.signIn('Rosa');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const seeded = async () => {
    const { problemId } = await writtenProblem(peil, { cookie: eva.cookie });
    await team.giveRoles(dirk, problemId, ['data_scientist']);
    await team.giveRoles(rosa, problemId, ['risk_manager']);
    return problemId;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test.each(walkedIn('en', languages))(
    'PF5 RM3 at a gate: a wrong password is mended, the change is told with its difference, and then it is signed ($language)',
    async ({ language, width }) => {
      const gate = gatePageTexts[language];
      const problemId = await seeded();
      const params = { problemId, gate: 'g1' as const };
      const body = { outcome: 'go' as const, reasons: 'It pays.' };
      await asking(peil, proposeDecision, { params, headers: { cookie: dirk.cookie }, body });
      const { cookie } = eva;
      const signOffs = async () =>
        (await asking(peil, readGate, { params, headers: { cookie } })).proposal?.signOffs ?? [];
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/decision`,
        language,
        width,
        cookie,
        expected: [409, 422],
      });
      const { page, look } = visit;
      const password = page.getByLabel(gate.password, { exact: true });
      await password.fill('not this one');

      const given = { params: { problemId }, headers: { cookie: dirk.cookie } };
      const { text: before, version } = await asking(peil, readAlternatives, given);
      const fetched = page.waitForResponse((response) => response.url().endsWith('/gates/g1'));
      await asking(peil, writeAlternatives, { ...given, body: { text: 'Doing nothing for a year.' }, version });
      await fetched;

      // That the password was wrong is no reason to sign what came in meanwhile.
      await button(page, gate.putName).click();
      await page.getByRole('alert').getByText(identityErrors.wrongPassword().text(language)).waitFor();
      await password.fill(testPassword);
      await button(page, gate.putName).click();
      const differences = page.getByRole('region', { name: gate.changedMeanwhile });
      const row = differences.getByRole('row').filter({ hasText: evidencePlaces[language].alternatives });
      await row.waitFor();
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([before, 'Doing nothing for a year.']);
      await look('what changed while signing');
      expect(await signOffs()).toEqual([]);

      await button(page, gate.putName).click();
      await page.getByText(gate.signedNow).waitFor();
      await differences.waitFor({ state: 'detached' });
      expect(await signOffs()).toMatchObject([{ userId: eva.id, verdict: 'approves', isFresh: true }]);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    3 * minutes,
  );

  test.each(walkedIn('nl', languages))(
    'RM1 RM3 under the assessment of risk: the same, in words of the register ($language)',
    async ({ language, width }) => {
      const t = riskPageTexts[language].signing;
      const problemId = await seeded();
      const { cookie } = rosa;
      const given = { params: { problemId }, headers: { cookie } };
      const { riskId } = await assessedProblem(peil, { problemId, headers: { cookie } });
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/risk?field=signing`,
        language,
        width,
        cookie,
        expected: [409, 422],
      });
      const { page, look } = visit;
      const password = page.getByLabel(t.password, { exact: true });
      await password.fill('not this one');

      const fetched = page.waitForResponse((response) => response.url().endsWith(`/${problemId}/risk`));
      const { version } = (await asking(peil, readRiskRegister, given)).risks[0] ?? { version: 0 };
      const params = { problemId, riskId };
      await asking(peil, editRisk, { ...given, params, body: { owner: 'Ria de Wit' }, version });
      await fetched;

      await button(page, t.sign).click();
      await page.getByRole('alert').getByText(identityErrors.wrongPassword().text(language)).waitFor();
      await password.fill(testPassword);
      await button(page, t.sign).click();
      await page.getByRole('heading', { name: t.changedMeanwhile }).waitFor();
      const { places, fields } = riskTexts[language];
      const change = page
        .getByRole('listitem')
        .filter({ hasText: `${places.risks} “${writtenRisk.what}”: ${fields.owner}` });
      expect(await change.getByRole('definition').allInnerTexts()).toEqual([writtenRisk.owner, 'Ria de Wit']);
      await look('what changed in the assessment while signing');
      expect((await asking(peil, readRiskAssessment, given)).signing).toBe('unsigned');

      await button(page, t.sign).click();
      await page.getByRole('heading', { name: t.signed }).waitFor();
      expect((await asking(peil, readRiskAssessment, given)).signing).toBe('fresh');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    3 * minutes,
  );
});
