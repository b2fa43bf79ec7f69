import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { pageProblems } from '../kit/page-problems.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { writtenProblem } from '../kit/written-problem.ts';

const minutes = 60_000;

/** Eva is the expert and reads English; Daan is the data scientist and reads Dutch. */
describeWithChromium('SM3 a conversation between two people', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let eva: TestPerson;
  let daan: TestPerson;
  let problemId: string;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil({}, async (overrides) => (team = await inTeamMode(overrides)));
    eva = await team.signIn('Eva Jansen');
    daan = await team.signIn('Daan de Vries');
    ({ problemId } = await writtenProblem(peil, { authorization: `Bearer ${eva.bearer}` }));
    await team.giveRoles(eva, problemId, ['sme']);
    await team.giveRoles(daan, problemId, ['data_scientist']);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async ({ cookie }: TestPerson, language: 'en' | 'nl', path: string): Promise<Page> => {
    const { page } = await openVisit(browser, peil.address, { language, cookie });
    await page.goto(`${peil.address}${path}`);
    return page;
  };

  test(
    'SM3 the expert steers by keyboard, the other hears of it and answers, the expert accepts',
    async () => {
      const english = await come(eva, 'en', `/problems/${problemId}/opportunity`);
      await english.getByRole('button', { name: 'Talk about: What it costs' }).press('Enter');
      const panel = english.getByRole('region', { name: 'Conversation about: What it costs' });
      const text = panel.getByRole('textbox', { name: 'Your comment' });
      await text.pressSequentially('The night rate doubled, @Daa');
      await english.getByRole('listbox', { name: 'People' }).getByText('Daan de Vries').waitFor();
      await text.press('Enter');
      await text.pressSequentially('please look.');
      expect(await text.inputValue()).toBe('The night rate doubled, @Daan de Vries please look.');

      // Not placed yet: what was typed is there again after a reload.
      await english.reload();
      await english.getByRole('button', { name: 'Talk about: What it costs' }).press('Enter');
      expect(await text.inputValue()).toBe('The night rate doubled, @Daan de Vries please look.');
      await panel.getByRole('checkbox', { name: 'This is a steering remark' }).check();
      await panel.getByRole('button', { name: 'Place comment' }).press('Enter');
      await panel.getByText('Waits for an answer from somebody with another role').waitFor();
      await english
        .getByRole('button', { name: 'Talk about: What it costs, 1 open conversation, 1 comment, 1 steering remark' })
        .waitFor();
      expect(await pageProblems(english)).toEqual([]);

      const dutch = await come(daan, 'nl', '/');
      await dutch.getByRole('link', { name: /^Meldingen, \d+ ongelezen$/ }).click();
      const told = dutch.getByRole('listitem').filter({ hasText: 'Eva Jansen noemde u' });
      await told.getByRole('link', { name: 'Machines that stop at night' }).click();
      const paneel = dutch.getByRole('region', { name: /^Gesprek over/ });
      await paneel.getByText('The night rate doubled').waitFor();
      await paneel.getByRole('button', { name: 'Reageren' }).click();
      const antwoord = paneel.getByRole('textbox', { name: 'Uw opmerking' }).first();
      await antwoord.fill('Het nieuwe tarief staat in het waardemodel.');
      await paneel.getByRole('combobox', { name: 'Wat u schrijft, is' }).selectOption('taken_over');
      await paneel.getByRole('button', { name: 'Opmerking plaatsen' }).first().click();
      await paneel.getByText('Antwoord: overgenomen').waitFor();
      expect(await paneel.getByRole('button', { name: 'Het antwoord aanvaarden' }).count()).toBe(0);

      // The expert's page hears of it by itself.
      await panel.getByRole('button', { name: 'Accept the answer' }).press('Enter');
      await english.getByText('The answer is accepted; the steering remark is closed.').waitFor();
      await english.getByRole('button', { name: 'Talk about: What it costs', exact: true }).waitFor();
    },
    2 * minutes,
  );
});
