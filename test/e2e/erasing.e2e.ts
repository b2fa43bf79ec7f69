import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openThread } from '../../src/capabilities/conversation/contract.ts';
import { conversationTexts } from '../../src/capabilities/conversation/web/texts.ts';
import { decideGate, readGate } from '../../src/capabilities/formulation/contract.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { peopleTexts } from '../../src/capabilities/identity/web/people-texts.ts';
import { identityTexts } from '../../src/capabilities/identity/web/texts.ts';
import { addStakeholder } from '../../src/capabilities/stakeholders/contract.ts';
import { stakeholderTexts } from '../../src/capabilities/stakeholders/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil, testPassword } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

describeWithChromium('PF2 what people have a right to have erased', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  /** A problem that was stopped, in which three people are named. */
  const stopped = async (): Promise<string> => {
    const { problemId } = await writtenProblem(peil);
    const params = { problemId };
    const person = { name: 'Mr. Bakker', relation: 'affected' as const, interest: 'Rides at night.' };
    await asking(peil, addStakeholder, { params, body: person });
    const anchor = { kind: 'opportunity' as const, id: problemId, field: 'cost' };
    await asking(peil, openThread, {
      params,
      body: { anchor, kind: 'remark', text: 'Ask Mrs. Visser of the night shift.' },
    });
    const at = { problemId, gate: 'g1' as const };
    const { snapshotHash } = await asking(peil, readGate, { params: at });
    const redirect = { kind: 'rule' as const, text: 'By age.' };
    const people = [{ name: 'Eva Jansen', role: 'sme' as const, meaning: 'decides' }];
    const body = { snapshotHash, outcome: 'no_go' as const, reasons: 'A rule will do.', redirect, people };
    await asking(peil, decideGate, { params: at, body });
    return problemId;
  };

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF2 RM3 names and a text are erased for good on the page, also after a no-go (%s)',
    async (language) => {
      const who = stakeholderTexts[language];
      const decided = decisionTexts[language].erase;
      const talk = conversationTexts[language];
      const problemId = await stopped();
      const visit = await openVisit(browser, peil.address, { language, width: language === 'nl' ? 390 : 1280 });
      const { page, look } = visit;
      const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

      await page.goto(`${peil.address}/problems/${problemId}/decision`);
      await button(`${decided.begin} Eva Jansen`).click();
      await page.getByText(decided.ask({ name: 'Eva Jansen' })).waitFor();
      await look('before a name under a decision is erased');
      await button(decided.yes).press('Enter');
      await page.getByText(new RegExp(`^${decided.erased}, `)).waitFor();
      expect(await page.getByText('Eva Jansen').count()).toBe(0);

      await page.goto(`${peil.address}/problems/${problemId}/team`);
      await button('Mr. Bakker').click();
      await button(`${who.erase} Mr. Bakker`).click();
      await page.getByText(who.eraseAsk({ name: 'Mr. Bakker' })).waitFor();
      await button(who.eraseYes).press('Enter');
      await button(who.erased).waitFor();
      expect(await page.getByText('Rides at night.').count()).toBe(1);
      expect(await page.getByText('Mr. Bakker').count()).toBe(0);
      await look('a stakeholder without a name');

      await page.goto(`${peil.address}/problems/${problemId}/opportunity?talk=opportunity:${problemId}:cost`);
      // Beside the answer, and in the list of conversations below once that is there too.
      await page.getByText('Ask Mrs. Visser').first().waitFor();
      await button(talk.moreActions).click();
      await page.getByRole('menuitem', { name: talk.erase }).click();
      await page.getByText(talk.eraseAsk).waitFor();
      await button(talk.eraseYes).click();
      await page.getByText(talk.erasedHere).first().waitFor();
      await page.getByText('Mrs. Visser').first().waitFor({ state: 'detached' });
      await look('a comment that was erased');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    120_000,
  );
});

/** Eva decided and wrote; Dirk reads on; the administrator erases her account. */
describeWithChromium('RM3 an account that is erased', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (given) => (team = await inTeamMode(given)));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF2 RM3 the name goes from every page, and what the person did stays (%s)',
    async (language) => {
      const t = peopleTexts[language];
      const { erasedPerson, roles } = identityTexts[language];
      const name = 'Evelien Zonderland';
      const eva = await team.signIn(name);
      const as = { headers: { cookie: eva.cookie } };
      const { problemId } = await writtenProblem(peil, as.headers);
      await team.giveRoles(eva, problemId, ['sponsor']);
      const dirk = await team.signIn('Dirk', { problemRoles: { [problemId]: ['data_scientist'] } });
      const anchor = { kind: 'opportunity' as const, id: problemId, field: 'cost' };
      const remark = { anchor, kind: 'remark' as const, text: 'The night rate doubled.' };
      await asking(peil, openThread, { ...as, params: { problemId }, body: remark });
      const at = { problemId, gate: 'g1' as const };
      const { snapshotHash } = await asking(peil, readGate, { ...as, params: at });
      const terms = { outcome: 'defer' as const, reasons: 'The log is short.', reviewDate: '2026-06-01' };
      await asking(peil, decideGate, { ...as, params: at, body: { ...terms, snapshotHash, password: testPassword } });

      const width = language === 'nl' ? 390 : 1280;
      const admin = await openVisit(browser, peil.address, {
        to: '/people',
        language,
        width,
        cookie: team.admin.cookie,
      });
      const { page } = admin;
      await page.getByRole('button', { name: t.actionsFor({ name }) }).click();
      await page.getByRole('menuitem', { name: t.erase }).click();
      const dialog = page.getByRole('dialog', { name: t.dialogs.eraseTitle({ name }) });
      await dialog.getByText(t.dialogs.eraseKept).waitFor();
      await admin.look('before an account is erased');
      await dialog.getByRole('button', { name: t.dialogs.erase, exact: true }).press('Enter');
      await page.getByText(t.erased).waitFor();
      await page.getByText(erasedPerson).first().waitFor();
      expect(await page.getByText(name, { exact: true }).count()).toBe(0);
      await page.goto(`${peil.address}/audit`);
      await page.getByRole('listitem').filter({ hasText: erasedPerson }).first().waitFor();
      expect(await page.getByText(name).count()).toBe(0);
      await admin.look('the trail without the name');

      const visit = await openVisit(browser, peil.address, { language, width, cookie: dirk.cookie });
      const reading = visit.page;
      await reading.goto(`${peil.address}/problems/${problemId}/decision`);
      const meaning = decisionTexts[language]
        .personLine({ name: erasedPerson, role: roles.sponsor, meaning: '' })
        .trim();
      await reading.getByRole('listitem').filter({ hasText: meaning }).first().waitFor();
      await reading.getByText('The log is short.').waitFor();
      expect(await reading.getByText(name).count()).toBe(0);
      await visit.look('a decision of somebody who was erased');
      await reading.goto(`${peil.address}/problems/${problemId}/opportunity?talk=opportunity:${problemId}:cost`);
      await reading.getByText('The night rate doubled.').first().waitFor();
      await reading.getByText(erasedPerson).first().waitFor();
      expect(await reading.getByText(name).count()).toBe(0);
      await reading.goto(`${peil.address}/problems/${problemId}/one-page`);
      const sheet = reading.frameLocator('iframe');
      await sheet.getByText(meaning).first().waitFor();
      expect(await sheet.getByText(name).count()).toBe(0);
      for (const each of [admin, visit]) {
        expect(each.complaints).toEqual([]);
        await each.leave();
      }
    },
    120_000,
  );
});
