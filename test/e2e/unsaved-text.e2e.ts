/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  readOpportunity,
  readProblem,
  renameProblem,
  writeOpportunity,
} from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { holdSaves } from '../kit/hold-saves.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const languages = walkedIn('nl', ['en', 'nl'] as const);

/** One writes on the page; another writes the same by the API, or the network fails. */
describeWithChromium('PF1 what was typed and is not saved yet', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problemId: string;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });
  beforeEach(async () => {
    ({ problemId } = await writtenProblem(peil));
  });

  const come = async (language: WalkLanguage, path: string) => {
    const visit = await openVisit(browser, peil.address, {
      to: `/problems/${problemId}/${path}`,
      language,
      expected: [409, 503],
    });
    return walk.walkerOf(visit, mouseOf(visit.page), language);
  };
  const opportunity = () => asking(peil, readOpportunity, { params: { problemId } });
  const anotherWrites = async (affected: string) => {
    const { version } = await opportunity();
    await asking(peil, writeOpportunity, { params: { problemId }, body: { affected }, version });
  };

  /** The second question with a conflict about it: `mine` on the page, `Theirs.` on the server. */
  const meetConflict = async (language: WalkLanguage, mine: string, andMore = mine) => {
    const walker = await come(language, 'opportunity?field=currentSituation');
    const { page, hand, words } = walker;
    await hand.press(walk.button(walker, words.opportunity.next));
    const text = walk.field(walker, words.opportunity.questions[1]);
    await text.waitFor();
    const arrive = await holdSaves(page);
    await hand.write(text, mine);
    await arrive.begun;
    if (andMore !== mine) await hand.write(text, andMore);
    await anotherWrites('Theirs.');
    arrive.letGo();
    const alert = page.getByRole('alert', { name: words.conflict.title });
    await alert.waitFor();
    return { walker, text, alert };
  };

  test.each(languages)(
    'PF1 what was typed on during a save that met a conflict, and after it, is part of what is kept (%s)',
    async (language) => {
      const { walker, text, alert } = await meetConflict(language, 'Mine.', 'Mine, and more.');
      const { page, hand, words } = walker;
      const mine = alert.getByRole('region', { name: words.conflict.mine });
      const both = alert.getByRole('textbox', { name: words.conflict.both });
      expect(await mine.innerText()).toBe('Mine, and more.');
      await hand.write(text, 'Mine, and yet more.');
      await expect.poll(() => mine.innerText()).toBe('Mine, and yet more.');
      expect(await both.inputValue()).toBe('Theirs.\n\nMine, and yet more.');
      await walk.saving(page, () => hand.press(alert.getByRole('button', { name: words.conflict.keepMine })));
      await alert.waitFor({ state: 'hidden' });
      expect(await text.inputValue()).toBe('Mine, and yet more.');
      expect((await opportunity()).affected).toBe('Mine, and yet more.');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    5 * minutes,
  );

  test.each(languages)(
    'PF1 who goes elsewhere takes what was typed along, or stays where it cannot be saved and says whether to leave it (%s)',
    async (language) => {
      const { walker, text, alert } = await meetConflict(language, 'Mine.');
      const { page, hand, words } = walker;
      const asked = page.getByRole('dialog', { name: words.unsaved.title });
      const answer = async (name: string) => {
        await hand.press(asked.getByRole('button', { name }));
        await asked.waitFor({ state: 'hidden' });
      };
      const elsewhere = [
        () => hand.press(walk.button(walker, words.opportunity.next)),
        () => hand.press(walk.button(walker, words.stations.requirements)),
        () => hand.press(page.getByRole('link', { name: words.problems, exact: true }).first()),
        () => page.evaluate(() => history.back()),
      ];
      for (const go of elsewhere) {
        await go();
        await asked.waitFor();
        await answer(words.unsaved.stay);
        expect(await text.inputValue()).toBe('Mine.');
        expect(await alert.count()).toBe(1);
      }
      await elsewhere[0]?.();
      await walker.look('leaving what is not saved');
      await answer(words.unsaved.leave);
      const third = walk.field(walker, words.opportunity.questions[2]);
      await third.waitFor();
      expect((await opportunity()).affected).toBe('Theirs.');

      // Nothing stands in the way of what can be saved: it is there when the next page is.
      await hand.write(third, 'Each night.');
      await walk.openStation(walker, 'requirements');
      expect((await opportunity()).frequency).toBe('Each night.');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    5 * minutes,
  );

  test.each(languages)(
    'PF1 what a server that is away did not save is asked about, and saved once it is back (%s)',
    async (language) => {
      const walker = await come(language, 'opportunity?field=affected');
      const { page, hand, words } = walker;
      const text = walk.field(walker, words.opportunity.questions[1]);
      await text.waitFor();
      await page.route('**/api/problems/**', (route) =>
        route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 503, body: 'away' }),
      );
      await hand.write(text, 'Crews.');
      await hand.press(walk.button(walker, words.opportunity.next));
      const asked = page.getByRole('dialog', { name: words.unsaved.title });
      await hand.press(asked.getByRole('button', { name: words.unsaved.stay }));
      await asked.waitFor({ state: 'hidden' });
      expect(await text.inputValue()).toBe('Crews.');
      await page.unroute('**/api/problems/**');
      await hand.press(walk.button(walker, words.opportunity.next));
      await walk.field(walker, words.opportunity.questions[2]).waitFor();
      expect((await opportunity()).affected).toBe('Crews.');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    5 * minutes,
  );

  test.each(languages)(
    'PF1 who changes a title reads what another made of it before putting their own in its place (%s)',
    async (language) => {
      const walker = await come(language, 'requirements');
      const { page, hand, words } = walker;
      const params = { problemId };
      const anotherRenames = async (title: string) => {
        const { version } = await asking(peil, readProblem, { params });
        await asking(peil, renameProblem, { params, body: { title }, version });
        await page.getByRole('heading', { level: 1, name: title, includeHidden: true }).waitFor();
      };
      const title = walk.field(walker, words.begin.title);
      const open = async () => {
        await hand.press(walk.button(walker, words.more));
        await hand.press(page.getByRole('menuitem', { name: words.rename.open }));
        await title.waitFor();
      };
      await open();
      await anotherRenames('Named by another');
      await hand.write(title, 'Named by me');
      await hand.press(walk.button(walker, words.rename.keep));
      await page.getByRole('alert').getByText('“Named by another”').waitFor();
      await walker.look('a title that changed meanwhile');
      expect((await asking(peil, readProblem, { params })).title).toBe('Named by another');
      await hand.press(walk.button(walker, words.rename.keep));
      await page.getByRole('heading', { level: 1, name: 'Named by me' }).waitFor();

      // A form that is opened again begins with the title of that moment.
      await anotherRenames('Named anew');
      await open();
      expect(await title.inputValue()).toBe('Named anew');
      await hand.press(walk.button(walker, words.rename.cancel));
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    5 * minutes,
  );

  // Last, since the account remembers the language.
  test(
    'PF1 an open form keeps what was typed when the page changes its language',
    async () => {
      const walker = await come('en', 'requirements');
      const { page, hand, words } = walker;
      await hand.press(walk.button(walker, words.requirements.addObjective));
      await hand.write(walk.field(walker, words.requirements.objective), 'Crews sleep at night');
      const dutch = walk.walkerOf(walker, hand, 'nl');
      const asked = page.waitForResponse((response) => response.url().endsWith('/objectives'));
      await walk.switchLanguage(dutch);
      await asked;
      const typed = walk.field(dutch, dutch.words.requirements.objective);
      expect(await typed.inputValue()).toBe('Crews sleep at night');
      await hand.press(walk.button(dutch, dutch.words.requirements.keep));
      await page.getByRole('heading', { name: 'Crews sleep at night' }).waitFor();
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    5 * minutes,
  );
});
