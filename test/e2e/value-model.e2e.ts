/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem, readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import { delayModel, triageModel } from '../../src/capabilities/value/model-fixtures.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, workedValueModel } from '../kit/written-problem.ts';

const minutes = 60_000;

const late = {
  task: 'regression',
  currency: 'EUR',
  unit: 'minutes',
  steps: [
    { side: 'both', beyond: 10, cost: { likely: '50' } },
    { side: 'over', beyond: 12.5, cost: { likely: '80' } },
  ],
};

const letters = {
  task: 'multiclass',
  currency: 'EUR',
  classes: [{ name: 'bill' }, { name: 'order' }, { name: 'other' }],
  decisions: ['pay', 'send'],
  defaultDecision: 'pay',
  today: {
    kind: 'confusion',
    rates: [
      [0.9, 0.1],
      [0.2, 0.8],
      [0.5, 0.5],
    ],
  },
};

describeWithChromium('PF11 the value model, where it is written', () => {
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

  const read = async (problemId: string) => (await asking(peil, readValueModel, { params: { problemId } })).model;

  /** Opens the value of a new problem that has this much of a model. */
  const come = async (model: Record<string, unknown>, language: WalkLanguage = 'en') => {
    const { id: problemId } = await asking(peil, createProblem, { body: { title: 'Trains come late' } });
    const params = { problemId };
    const { version } = await asking(peil, readValueModel, { params });
    await asking(peil, writeValueModel, { params, body: { model }, version });
    const visit = await openVisit(browser, peil.address, { language });
    await visit.page.goto(`${peil.address}/problems/${problemId}/value?field=first`);
    const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
    await walker.page
      .getByRole('region', { name: language === 'en' ? 'The value model' : 'Het waardemodel' })
      .waitFor();
    return { ...walker, problemId };
  };

  test(
    'PF11 a penalty that is removed takes its own figure along, and what is no number is said',
    async () => {
      const walker = await come(late, 'nl');
      const { page, hand, problemId } = walker;
      const beyond = walk.field(walker, 'Meer dan');
      await walk.saving(page, () => hand.press(walk.button(walker, 'Boete 1 weghalen')));
      await expect.poll(() => beyond.count()).toBe(1);
      expect(await beyond.inputValue()).toBe('12,5');

      await hand.write(beyond, 'veel');
      await walk.shows(walker, '“veel” is geen getal. Schrijf het als 1.234,50.');
      await walk.saving(page, () => hand.write(beyond, '7,5'));
      expect(await read(problemId)).toMatchObject({ steps: [{ side: 'over', beyond: 7.5 }] });
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 a kind of case or a decision that is removed takes its rates along',
    async () => {
      const walker = await come(letters);
      const { page, hand, problemId } = walker;
      const rate = (name: string) => page.getByRole('textbox', { name, exact: true });
      await walk.saving(page, () => hand.press(walk.button(walker, 'Remove bill')));
      expect(await rate('Of “order”, decided: pay').inputValue()).toBe('20');
      expect(await rate('Of “other”, decided: pay').inputValue()).toBe('50');
      await hand.press(walk.button(walker, 'Add a decision'));
      await walk.saving(page, () => hand.press(walk.button(walker, 'Remove pay')));
      expect(await rate('Of “order”, decided: send').inputValue()).toBe('80');
      const saved = (await read(problemId)) as Record<string, unknown>;
      expect(saved).toMatchObject({ today: { rates: [[0.8], [0.5]] } });
      expect(saved['defaultDecision']).toBeUndefined();
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 what is wrong with an estimate is heard at the part where it is mended',
    async () => {
      const walker = await come({ ...late, steps: [], volumePerYear: { low: 50, likely: 100, high: 200 } });
      const low = walk.cell(walker, 'volume', 'low');
      await walker.hand.write(low, '150');
      const sentence = 'Low, likely and high must go up in that order.';
      await expect.poll(() => accessibleDescription(low)).toBe(sentence);
      expect(await low.getAttribute('aria-invalid')).toBe('true');
      expect(await walk.cell(walker, 'volume', 'likely').getAttribute('aria-invalid')).toBeNull();
      await walker.hand.write(low, '60');
      await expect.poll(() => accessibleDescription(low)).toBe('');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 the source of a figure can be emptied and written anew without leaving its field',
    async () => {
      const walker = await come({ ...late, volumePerYear: { likely: 100, source: 'Guessed' } });
      const { page, hand, problemId } = walker;
      const source = page.getByRole('textbox', { name: 'Source: Cases a year' });
      await source.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
      await walk.saving(page, () => page.keyboard.type('The timetable'));
      expect(await source.inputValue()).toBe('The timetable');
      expect(await read(problemId)).toMatchObject({ volumePerYear: { source: 'The timetable' } });

      await hand.press(walk.button(walker, /^Add source Cost for each unit too high/));
      await walk.saving(page, () => page.keyboard.type('The contract'));
      const cost = page.getByRole('textbox', { name: 'Source: Cost for each unit too high' });
      expect(await cost.inputValue()).toBe('The contract');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 what was written for one kind is there again after another kind was looked at',
    async () => {
      const walker = await come(letters);
      const { page, hand, problemId } = walker;
      const today = page.getByLabel('What do you know of it?', { exact: true }).first();
      const rate = page.getByRole('textbox', { name: 'Of “bill”, decided: pay', exact: true });
      await walk.saving(page, () => hand.choose(today, 'Nothing is decided today, or it is not known'));
      await rate.waitFor({ state: 'hidden' });
      await walk.saving(page, () => hand.choose(today, 'Which decision each kind of case gets'));
      expect(await rate.inputValue()).toBe('90');

      const amount = page.getByRole('group', { name: /^bill, decided: pay/ });
      await hand.write(amount.getByLabel('Likely'), '12');
      await hand.press(walk.button(walker, 'It differs for each case bill, decided: pay'));
      await hand.write(amount.getByLabel('By which column of the data?'), 'amount');
      // The same button goes back, and has the focus still.
      const back = walk.button(walker, 'It is the same for every case bill, decided: pay');
      await back.focus();
      await page.keyboard.press('Enter');
      expect(await amount.getByLabel('Likely').inputValue()).toBe('12');
      await walk.saving(page, () => page.keyboard.press('Enter'));
      expect(await amount.getByLabel('By which column of the data?').inputValue()).toBe('amount');
      expect(await read(problemId)).toMatchObject({ today: letters.today, values: [[{ column: 'amount' }]] });
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 an answer that a change made older says so until there is a new one',
    async () => {
      const walker = await come({ ...workedValueModel });
      const { page, hand, words } = walker;
      const answer = page.getByRole('region', { name: words.value.answer });
      const older = answer.getByText('This is the answer of before', { exact: false });
      await answer.getByText(words.value.verdict).waitFor();
      expect(await older.count()).toBe(0);
      await hand.write(walk.cell(walker, 'volume', 'likely'), '');
      await page.keyboard.press('Backspace');
      await older.waitFor();
      await answer.getByText(words.value.verdict).waitFor();
      expect(await answer.getAttribute('aria-busy')).toBe('false');
      await walker.look('an answer of before');
      await hand.write(walk.cell(walker, 'volume', 'likely'), '50000');
      await older.waitFor({ state: 'hidden' });
      await answer.getByText(words.value.verdict).waitFor();
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test(
    'PF11 parts of several decisions differ in their mix, parts of an amount in what an error costs',
    async () => {
      const several = await come({ ...triageModel() });
      const shares = (walker: typeof several) => walker.page.getByRole('group', { name: /^Share of all cases/ });
      const name = (walker: typeof several) => walk.field(walker, 'Name of the segment');
      await openFurther(several.page);
      await several.hand.press(walk.button(several, 'Add segments'));
      await several.hand.write(name(several).nth(0), 'Town');
      await several.hand.write(shares(several).nth(0).getByLabel('Likely'), '60');
      await several.hand.write(name(several).nth(1), 'Country');
      await several.hand.write(shares(several).nth(1).getByLabel('Likely'), '30');
      await several.page
        .getByText(/^The likely shares of the segments/)
        .first()
        .waitFor();
      await several.hand.write(shares(several).nth(1).getByLabel('Likely'), '40');
      await several.hand.press(walk.button(several, 'Add a mix of kinds of cases of its own').nth(1));
      for (const [kind, share] of [
        ['healthy', '50'],
        ['worn', '30'],
        ['failing', '20'],
      ] as const) {
        const own = several.page.getByRole('group', { name: new RegExp(`^${kind} `) });
        await walk.saving(several.page, () => several.hand.write(own.getByLabel('Likely'), share));
      }
      expect(await read(several.problemId)).toMatchObject({
        segments: [
          { name: 'Town', share: { likely: 0.6 } },
          { name: 'Country', classShares: [{ likely: 0.5 }, { likely: 0.3 }, { likely: 0.2 }] },
        ],
      });
      await several.page
        .getByText(/^The model pays in/)
        .first()
        .waitFor();
      expect(several.complaints).toEqual([]);
      await several.leave();

      const amount = await come({ ...delayModel() }, 'nl');
      await openFurther(amount.page);
      await amount.hand.press(walk.button(amount, 'Voeg segmenten toe'));
      await amount.hand.write(walk.field(amount, 'Naam van het segment').nth(0), 'Spits');
      const parts = amount.page.getByRole('group', { name: /^Aandeel van alle gevallen/ });
      await amount.hand.write(parts.nth(0).getByLabel('Waarschijnlijk'), '25');
      await amount.hand.write(walk.field(amount, 'Naam van het segment').nth(1), 'Dal');
      await amount.hand.write(parts.nth(1).getByLabel('Waarschijnlijk'), '75');
      await amount.hand.press(amount.page.getByText('Eigen bedragen', { exact: true }).nth(0));
      const over = amount.page.getByRole('group', { name: /^Kosten per eenheid te hoog/ });
      await walk.saving(amount.page, () => amount.hand.write(over.nth(1).getByLabel('Waarschijnlijk'), '4,5'));
      expect(await read(amount.problemId)).toMatchObject({
        segments: [{ name: 'Spits', overCostPerUnit: { kind: 'constant', value: { likely: '4.5' } } }, { name: 'Dal' }],
      });
      expect(amount.complaints).toEqual([]);
      await amount.leave();
    },
    3 * minutes,
  );
});

const openFurther = (page: Page) => page.locator('.editor .further-parts > summary').click();

/** What a screen reader adds to the name of a field. */
const accessibleDescription = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
