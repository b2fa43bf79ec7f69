/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { keyboardOf } from '../kit/keyboard.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
/** How the gate asks for what is open, as far as the walk has no word for it. */
const asked = {
  en: {
    answer: 'Answer it',
    alternatives: 'Weigh the alternatives',
    objective: 'Set at least one objective',
    keyResult: 'Give one objective a key result',
    value: 'Complete the value model',
    evidence: 'Show the evidence',
    model: 'The value model',
    remove: 'Remove',
  },
  nl: {
    answer: 'Beantwoorden',
    alternatives: 'Weeg de alternatieven',
    objective: 'Stel minstens één doel',
    keyResult: 'Geef een doel een sleutelresultaat',
    value: 'Maak het waardemodel af',
    evidence: 'Laat zien waaruit het blijkt',
    model: 'Het waardemodel',
    remove: 'Weghalen',
  },
} as const;

describeWithChromium('PF5 what is still open for a decision', () => {
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

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF5 each open question leads to the field where it is answered, with the focus in it (%s)',
    async (language) => {
      const { id: problemId } = await asking(peil, formulation.createProblem, { body: { title: 'Trains come late' } });
      const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/decision`, language });
      const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
      const t = asked[language];
      const { page, hand, words } = walker;
      const answer = (message: string) =>
        hand.press(page.getByRole('link', { name: new RegExp(`^${t.answer} ${message}`) }));
      const hasFocus = (target: ReturnType<typeof walk.field>) =>
        expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);

      await answer(t.alternatives);
      await hasFocus(walk.field(walker, words.decision.alternatives));
      await hand.press(page.getByRole('heading', { level: 1 }));
      await answer(t.alternatives);
      await hasFocus(walk.field(walker, words.decision.alternatives));

      await answer(t.objective);
      await hasFocus(walk.field(walker, words.requirements.objective));
      await hand.write(walk.field(walker, words.requirements.objective), walk.objective);
      await hand.press(walk.button(walker, words.requirements.keep));
      await page.getByRole('heading', { name: walk.objective }).waitFor();

      await walk.openStation(walker, 'decision');
      await answer(t.keyResult);
      await hasFocus(walk.field(walker, words.requirements.metric));
      await hand.write(walk.field(walker, words.requirements.metric), walk.metric);
      await hand.press(walk.button(walker, words.requirements.keep));
      await walk.shows(walker, walk.metric);

      await walk.openStation(walker, 'decision');
      await answer(t.keyResult);
      await hasFocus(walk.field(walker, words.requirements.metric));
      expect(await walk.field(walker, words.requirements.metric).inputValue()).toBe(walk.metric);

      await walk.openStation(walker, 'decision');
      await answer(t.value);
      await hasFocus(page.getByRole('region', { name: t.model }));
      await walk.openStation(walker, 'decision');
      await answer(t.evidence);
      await hasFocus(walk.field(walker, words.opportunity.questions[5]));
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    4 * minutes,
  );

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF4 PF5 what is removed or recorded by keyboard leaves the focus at the heading of what it stood in (%s)',
    async (language) => {
      const { problemId } = await writtenProblem(peil);
      const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/requirements`, language });
      const walker = walk.walkerOf(visit, keyboardOf(visit.page, visit.complaints), language);
      const { page, hand, words } = walker;
      const headingWithFocus = () => page.evaluate(() => document.querySelector('h3:focus')?.textContent);
      await hand.press(walk.button(walker, new RegExp(`^${asked[language].remove} Unforeseen stops`)));
      await walk.shows(walker, words.requirements.removedKeyResult);
      await expect.poll(headingWithFocus).toBe('Nights without surprises');

      await hand.press(page.getByRole('button', { name: words.stations.decision, exact: true }));
      const instead = 'The plan of the night shift is changed.';
      await walk.decide(walker, { outcome: 'noGo', reasons: 'It can be planned.', instead, expert: 'Ria de Wit' });
      await expect.poll(headingWithFocus).toBe(words.decision.noGoOn);
      await hand.press(walk.button(walker, words.decision.askReopen));
      await expect
        .poll(() => walk.field(walker, words.decision.why).evaluate((element) => element === document.activeElement))
        .toBe(true);
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    4 * minutes,
  );
});
