/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { keyboardOf } from '../kit/keyboard.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { writtenProblem } from '../kit/written-problem.ts';

const minutes = 60_000;

describeWithChromium('PF1 PF4 PF5 PF11 the first walk on a narrow screen, by keyboard alone', () => {
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

  const come = async (language: WalkLanguage) => {
    const visit = await openVisit(browser, peil.address, { language, width: 390 });
    return walk.walkerOf(visit, keyboardOf(visit.page, visit.complaints), language);
  };

  test(
    'PF1 PF4 PF5 PF11 a new problem comes to a go and a frozen level by keyboard, the focus in sight at every stop',
    async () => {
      const walker = await come('en');
      const { page, words } = walker;
      await walk.begin(walker, 'Machines stop at night');
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
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    15 * minutes,
  );

  test(
    'PF1 the order of the problems is chosen by keyboard, one arrow after another',
    async () => {
      await writtenProblem(peil);
      const walker = await come('en');
      const { page } = walker;
      await page.goto(`${peil.address}/problems`);
      const order = page.getByLabel('Order', { exact: true });
      await order.focus();
      for (const chosen of ['changed', 'open_items', 'title']) {
        const told = page.waitForResponse((response) => response.url().includes(`sort=${chosen}`));
        await page.keyboard.press('ArrowDown');
        await told;
        expect(await order.evaluate((list) => list === document.activeElement)).toBe(true);
      }
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF5 a new problem comes to a no-go by keyboard, in Dutch chosen on the page, and is found again',
    async () => {
      const visit = await openVisit(browser, peil.address, { language: 'en', width: 390 });
      const walker = walk.walkerOf(visit, keyboardOf(visit.page, visit.complaints), 'nl');
      const { page, hand, words } = walker;
      await walk.switchLanguage(walker);
      const title = 'Retouren worden te laat terugbetaald';
      await walk.begin(walker, title);
      await walk.openStation(walker, 'decision');
      const reasons = 'Eén formulier veroorzaakt het meeste: kwelder.';
      const instead = 'Het formulier wordt hersteld, door de winkel.';
      await walk.decide(walker, { outcome: 'noGo', reasons, instead, expert: 'Ria de Wit' });
      await walk.shows(walker, words.decision.noGoOn);
      await page.getByText(words.decision.stopped).waitFor();
      await walker.look('a no-go');

      await page.keyboard.press('/');
      await page.keyboard.type('kwelder');
      await page.getByRole('option', { name: title }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await walk.shows(walker, reasons);
      await hand.press(walk.button(walker, words.decision.askReopen));
      await hand.write(walk.field(walker, words.decision.why), 'Het formulier is hersteld en het is nog te laat.');
      await hand.press(walk.button(walker, words.decision.reopen));
      await walk.shows(walker, words.decision.reopenedOn);
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    10 * minutes,
  );
});
