import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

describeWithChromium('PF1 PF4 PF5 PF11 the first walk, by the page alone, with the mouse', () => {
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

  /** Comes in the other language, and switches on the page. */
  const come = async (language: WalkLanguage) => {
    const visit = await openVisit(browser, peil.address, { language: language === 'en' ? 'nl' : 'en' });
    const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
    await walk.switchLanguage(walker);
    return walker;
  };

  test.each(['en', 'nl'] as const)(
    'PF1 PF4 PF5 PF11 a new problem comes to a go with reasons and names, and the level is frozen, in %s',
    async (language) => {
      const walker = await come(language);
      const { page, hand, words } = walker;
      await walk.begin(walker, `Machines stop at night (${language})`);
      await walk.answerQuestions(walker);
      await walk.acceptOpportunity(walker);
      await walk.setObjective(walker);
      await walk.translateAndClassify(walker);
      await walk.price(walker);
      await walk.openStation(walker, 'decision');
      await walk.writeAlternatives(walker);
      await walk.shows(walker, words.decision.complete);
      const decided = { reasons: 'The frontier can be reached, says the plant in Leiden.', expert: 'Tom Bakker' };
      await walk.decide(walker, { outcome: 'go', ...decided });
      await walk.readGo(walker, decided);
      await walk.shows(walker, words.decision.unchanged);
      await walker.look('a go');
      await page.reload();
      await walk.readGo(walker, decided);
      await walk.shows(walker, words.decision.unchanged);

      await walk.openStation(walker, 'value');
      await hand.press(walk.button(walker, words.value.change));
      await walk.saving(page, () => hand.write(walk.cell(walker, 'falseAlarm', 'likely'), '-70'));
      await walk.openStation(walker, 'decision');
      await page.getByRole('heading', { name: words.decision.changed }).waitFor();
      const name = `${words.value.figures.falseAlarm}, ${words.value.parts.likely.toLowerCase()}`;
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
      expect(await row.getByRole('cell').allTextContents()).toEqual(['-60', '-70']);
      // What was decided does not move with it.
      await walk.readGo(walker, decided);
      await walker.look('a go, and what changed since');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    10 * minutes,
  );

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF5 a no-go points elsewhere, can be read and found but not changed, and is reopened by a new decision, in %s',
    async (language) => {
      const walker = await come(language);
      const { page, hand, words } = walker;
      const title = `Refunds come late (${language})`;
      await walk.begin(walker, title);
      const [question] = words.opportunity.questions;
      await walk.saving(page, () => hand.write(walk.field(walker, question), 'Refunds take three weeks.'));
      await walk.openStation(walker, 'decision');
      const reasons = `One form of the shop causes nearly all of it: kwelder-${language}.`;
      const instead = 'The form is mended before May, by the shop.';
      await walk.decide(walker, { outcome: 'noGo', reasons, instead, expert: 'Ria de Wit' });
      await walk.shows(walker, words.decision.noGoOn);
      await page.getByText(words.decision.stopped).waitFor();
      await walker.look('a no-go');

      await walk.openStation(walker, 'opportunity');
      await walk.shows(walker, 'Refunds take three weeks.');
      for (const name of [words.change, words.answerIt, words.more]) {
        expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
      }
      expect(await page.getByRole('textbox').count(), 'only the search takes text').toBe(1);

      await hand.press(page.getByRole('link', { name: words.problems, exact: true }).first());
      await hand.write(page.getByRole('textbox', { name: words.search }), `kwelder-${language}`);
      await hand.press(page.getByRole('option', { name: title }));
      await walk.shows(walker, reasons);
      await page.getByText(instead).waitFor();
      await page.getByText(`Ria de Wit, ${words.decision.expert}`).first().waitFor();

      await hand.press(walk.button(walker, words.decision.askReopen));
      await hand.write(walk.field(walker, words.decision.why), 'The form was mended and refunds are still late.');
      await hand.press(walk.button(walker, words.decision.reopen));
      await walk.shows(walker, words.decision.reopened);
      await walk.shows(walker, words.decision.reopenedOn);
      // The no-go stays to be read.
      await page.getByRole('heading', { name: words.decision.earlier }).waitFor();
      await walk.shows(walker, reasons);
      await walk.openStation(walker, 'opportunity');
      await walk.shows(walker, 'Refunds take three weeks.');
      await page.getByRole('button', { name: words.change }).first().waitFor();
      await page.getByRole('button', { name: words.answerIt }).first().waitFor();
      await walker.look('a problem that was reopened');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    10 * minutes,
  );

  test(
    'PF1 a key result, an objective and a problem that were removed come back by undo',
    async () => {
      const walker = await come('en');
      const { page, hand, words } = walker;
      const title = 'Machines that are written twice';
      await walk.begin(walker, title);
      await walk.setObjective(walker);
      const sentence = page.getByText(words.requirements.sentence);
      const undo = () => hand.press(walk.button(walker, words.undo));

      await hand.press(walk.button(walker, words.remove(walk.metric)));
      await walk.shows(walker, words.requirements.removedKeyResult);
      await sentence.waitFor({ state: 'hidden' });
      await undo();
      await sentence.waitFor();

      await hand.press(walk.button(walker, words.remove(walk.objective)));
      await walk.shows(walker, words.requirements.removedObjective);
      await page.getByRole('heading', { name: walk.objective }).waitFor({ state: 'hidden' });
      await undo();
      await page.getByRole('heading', { name: walk.objective }).waitFor();
      await sentence.waitFor();

      await hand.press(walk.button(walker, words.more));
      await hand.press(page.getByRole('menuitem', { name: words.delete }));
      await walk.shows(walker, words.deleted(title));
      await page.getByRole('heading', { level: 1, name: words.problems }).waitFor();
      const link = page.getByRole('main').getByRole('link', { name: title });
      await link.waitFor({ state: 'hidden' });
      await undo();
      await link.waitFor();
      await walker.look('a problem that came back');
      await hand.press(link);
      await walk.openStation(walker, 'requirements');
      await sentence.waitFor();
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    10 * minutes,
  );
});
