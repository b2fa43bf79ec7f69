import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationTexts } from '../../src/capabilities/conversation/web/texts.ts';
import { opportunityTexts } from '../../src/capabilities/formulation/web/opportunity-texts.ts';
import { notificationTexts } from '../../src/capabilities/notifications/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { pageProblems } from '../kit/page-problems.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../kit/people.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

/** Eva is the expert and Daan the data scientist; each reads another language than the other. */
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
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const come = async ({ cookie }: TestPerson, language: 'en' | 'nl', path: string): Promise<Page> => {
    const { page } = await openVisit(browser, peil.address, { to: path, language, cookie });
    return page;
  };

  test.each(
    walkedIn('en', [
      ['en', 'nl'],
      ['nl', 'en'],
    ] as const),
  )(
    'SM3 the expert (%s) steers by keyboard, the other (%s) hears of it and answers, the expert accepts',
    async (hers, his) => {
      ({ problemId } = await writtenProblem(peil, { authorization: `Bearer ${eva.bearer}` }));
      await team.giveRoles(daan, problemId, ['data_scientist']);
      const [t, t2] = [conversationTexts[hers], conversationTexts[his]];
      const name = opportunityTexts[hers].questions.cost.name;
      const told2 = notificationTexts[his];
      const typed = 'The night rate doubled, @Daan de Vries please look.';
      const first = await come(eva, hers, `/problems/${problemId}/opportunity`);
      const about = t.talkAbout({ label: name });
      await first.getByRole('button', { name: about }).press('Enter');
      const panel = first.getByRole('region', { name: t.panel({ label: name }) });
      const text = panel.getByRole('textbox', { name: t.write });
      await text.pressSequentially('The night rate doubled, @Daa');
      await first.getByRole('listbox', { name: t.people }).getByText('Daan de Vries').waitFor();
      await text.press('Enter');
      await text.pressSequentially('please look.');
      expect(await text.inputValue()).toBe(typed);

      // Not placed yet: what was typed is there again after a reload.
      await first.reload();
      await first.getByRole('button', { name: about }).press('Enter');
      await expect.poll(() => text.inputValue()).toBe(typed);
      await panel.getByRole('checkbox', { name: t.steering }).check();
      await panel.getByRole('button', { name: t.send }).press('Enter');
      await panel.getByText(t.waits.answer).waitFor();
      const counted = [about, t.count({ open: 1 }), t.comments({ count: 1 }), t.steeringCount({ steering: 1 })];
      await first.getByRole('button', { name: counted.join(', ') }).waitFor();
      expect(await pageProblems(first)).toEqual([]);

      const second = await come(daan, his, '/');
      await second.getByRole('link', { name: new RegExp(`^${told2.bell}, \\d+ `) }).click();
      const told = second.getByRole('listitem').filter({ hasText: told2.kinds.mentioned({ who: 'Eva Jansen' }) });
      // Of a problem of before the same is told, in the same words: it may still be the newest for a moment.
      const here = second.locator(`[href*="${problemId}"]`);
      await told.getByRole('link', { name: 'Machines that stop at night' }).and(here).first().click();
      const other = second.getByRole('region', { name: new RegExp(`^${t2.panel({ label: '' })}`) });
      await other.getByText('The night rate doubled').waitFor();
      await other.getByRole('button', { name: t2.reply }).click();
      await other.getByRole('textbox', { name: t2.write }).first().fill('The new rate is in the value model.');
      await other.getByRole('combobox', { name: t2.as }).selectOption('taken_over');
      await other.getByRole('button', { name: t2.send }).first().click();
      await other.getByText(t2.verdicts.taken_over, { exact: true }).waitFor();
      expect(await other.getByRole('button', { name: t2.accept }).count()).toBe(0);

      // The expert's page hears of it by itself.
      await panel.getByRole('button', { name: t.accept }).press('Enter');
      await first.getByText(t.accepted).waitFor();
      await first.getByRole('button', { name: about, exact: true }).waitFor();
      await first.context().close();
      await second.context().close();
    },
    2 * minutes,
  );
});
