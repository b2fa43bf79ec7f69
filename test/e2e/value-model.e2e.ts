/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem, readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import { valueTexts } from '../../src/capabilities/formulation/web/value-texts.ts';
import { delayModel, triageModel } from '../../src/capabilities/value/model-fixtures.ts';
import { editorTexts } from '../../src/capabilities/value/web/editor-texts.ts';
import { partsResultTexts } from '../../src/capabilities/value/web/parts-result-texts.ts';
import { partsTexts } from '../../src/capabilities/value/web/parts-texts.ts';
import { kitTexts } from '../../src/web/kit/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, workedValueModel } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
const languages = walkedIn('nl', ['en', 'nl'] as const);
/** What the two languages write differently. */
const written = {
  en: { notANumber: 'many', beyond: '7.5', cost: '4.5', sums: /^The likely shares of the segments/ },
  nl: {
    notANumber: 'veel',
    beyond: '7,5',
    cost: '4,5',
    sums: /^De waarschijnlijke aandelen van de segmenten/,
  },
} as const;

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
  /** What was done just before may be saved first, in a request of its own. */
  const kept = (problemId: string) => expect.poll(() => read(problemId));

  /** Opens the value of a new problem that has this much of a model. */
  const come = async (model: Record<string, unknown>, language: WalkLanguage) => {
    const { id: problemId } = await asking(peil, createProblem, { body: { title: 'Trains come late' } });
    const params = { problemId };
    const { version } = await asking(peil, readValueModel, { params });
    await asking(peil, writeValueModel, { params, body: { model }, version });
    const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/value?field=first`, language });
    const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
    await walker.page.getByRole('region', { name: valueTexts[language].model }).waitFor();
    return { ...walker, problemId, t: editorTexts[language], kit: kitTexts[language].estimate };
  };

  test.each(languages)(
    'PF11 a penalty that is removed takes its own figure along, and what is no number is said (%s)',
    async (language) => {
      const walker = await come(late, language);
      const { page, hand, problemId, t, kit } = walker;
      const said = written[language];
      const beyond = walk.field(walker, t.stepBeyond);
      await walk.saving(page, () =>
        hand.press(walk.button(walker, t.removeNamed({ name: t.stepName({ number: 1 }) }))),
      );
      await expect.poll(() => beyond.count()).toBe(1);
      expect(await beyond.inputValue()).toBe(walk.written(walker, 12.5));

      await hand.write(beyond, said.notANumber);
      await walk.shows(walker, kit.notANumber({ typed: said.notANumber }));
      await walk.saving(page, () => hand.write(beyond, said.beyond));
      await kept(problemId).toMatchObject({ steps: [{ side: 'over', beyond: 7.5 }] });
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test.each(languages)(
    'PF11 a kind of case or a decision that is removed takes its rates along (%s)',
    async (language) => {
      const walker = await come(letters, language);
      const { page, hand, problemId, t } = walker;
      const rate = (truth: string, decision: string) =>
        page.getByRole('textbox', { name: t.rateOf({ truth, decision }), exact: true });
      await walk.saving(page, () => hand.press(walk.button(walker, t.removeNamed({ name: 'bill' }))));
      expect(await rate('order', 'pay').inputValue()).toBe('20');
      expect(await rate('other', 'pay').inputValue()).toBe('50');
      await hand.press(walk.button(walker, t.addDecision));
      await walk.saving(page, () => hand.press(walk.button(walker, t.removeNamed({ name: 'pay' }))));
      expect(await rate('order', 'send').inputValue()).toBe('80');
      await kept(problemId).toMatchObject({ today: { rates: [[0.8], [0.5]] } });
      expect((await read(problemId)) as Record<string, unknown>).not.toHaveProperty('defaultDecision');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test.each(languages)(
    'PF11 what is wrong with an estimate is heard at the part where it is mended (%s)',
    async (language) => {
      const walker = await come({ ...late, steps: [], volumePerYear: { low: 50, likely: 100, high: 200 } }, language);
      const low = walk.cell(walker, 'volume', 'low');
      await walker.hand.write(low, '150');
      await expect.poll(() => accessibleDescription(low)).toBe(walker.kit.order);
      expect(await low.getAttribute('aria-invalid')).toBe('true');
      expect(await walk.cell(walker, 'volume', 'likely').getAttribute('aria-invalid')).toBeNull();
      await walker.hand.write(low, '60');
      await expect.poll(() => accessibleDescription(low)).toBe('');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test.each(languages)(
    'PF11 the source of a figure can be emptied and written anew without leaving its field (%s)',
    async (language) => {
      const walker = await come({ ...late, volumePerYear: { likely: 100, source: 'Guessed' } }, language);
      const { page, hand, problemId, t, kit } = walker;
      const sourceOf = (name: string) => page.getByRole('textbox', { name: `${kit.source}: ${name}` });
      const source = sourceOf(t.volumePerYear);
      await source.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
      await walk.saving(page, () => page.keyboard.type('The timetable'));
      expect(await source.inputValue()).toBe('The timetable');
      await kept(problemId).toMatchObject({ volumePerYear: { source: 'The timetable' } });

      await hand.press(walk.button(walker, new RegExp(`^${kit.addSource} ${t.overCost}`)));
      await walk.saving(page, () => page.keyboard.type('The contract'));
      expect(await sourceOf(t.overCost).inputValue()).toBe('The contract');
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test.each(languages)(
    'PF11 what was written for one kind is there again after another kind was looked at (%s)',
    async (language) => {
      const walker = await come(letters, language);
      const { page, hand, problemId, t, kit } = walker;
      const of = { truth: 'bill', decision: 'pay' };
      const today = page.getByLabel(t.todayKind, { exact: true }).first();
      const rate = page.getByRole('textbox', { name: t.rateOf(of), exact: true });
      await walk.saving(page, () => hand.choose(today, t.todayKinds.none));
      await rate.waitFor({ state: 'hidden' });
      await walk.saving(page, () => hand.choose(today, t.todayKinds.confusion));
      expect(await rate.inputValue()).toBe('90');

      const amount = page.getByRole('group', { name: new RegExp(`^${t.valueOf(of)}`) });
      await hand.write(amount.getByLabel(kit.likely), '12');
      await hand.press(walk.button(walker, `${t.makePerRow} ${t.valueOf(of)}`));
      await hand.write(amount.getByLabel(t.column), 'amount');
      // The same button goes back, and has the focus still.
      const back = walk.button(walker, `${t.makeConstant} ${t.valueOf(of)}`);
      await back.focus();
      await page.keyboard.press('Enter');
      expect(await amount.getByLabel(kit.likely).inputValue()).toBe('12');
      await walk.saving(page, () => page.keyboard.press('Enter'));
      expect(await amount.getByLabel(t.column).inputValue()).toBe('amount');
      await kept(problemId).toMatchObject({ today: letters.today, values: [[{ column: 'amount' }]] });
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    2 * minutes,
  );

  test.each(languages)(
    'PF11 an answer that a change made older says so until there is a new one (%s)',
    async (language) => {
      const walker = await come({ ...workedValueModel }, language);
      const { page, hand, words } = walker;
      const answer = page.getByRole('region', { name: words.value.answer });
      const older = answer.getByText(valueTexts[language].older);
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

  test.each(languages)(
    'PF11 parts of several decisions differ in their mix, parts of an amount in what an error costs (%s)',
    async (language) => {
      const { segments, add } = partsTexts[language];
      const several = await come({ ...triageModel() }, language);
      const { kit } = several;
      type Here = typeof several;
      const shares = ({ page }: Here) => page.getByRole('group', { name: new RegExp(`^${segments.share}`) });
      const name = (walker: Here) => walk.field(walker, segments.name);
      await openFurther(several.page);
      await several.hand.press(walk.button(several, add({ what: segments.what })));
      await several.hand.write(name(several).nth(0), 'Town');
      await several.hand.write(shares(several).nth(0).getByLabel(kit.likely), '60');
      await several.hand.write(name(several).nth(1), 'Country');
      await several.hand.write(shares(several).nth(1).getByLabel(kit.likely), '30');
      await several.page.getByText(written[language].sums).first().waitFor();
      await several.hand.write(shares(several).nth(1).getByLabel(kit.likely), '40');
      await several.hand.press(walk.button(several, add({ what: segments.ownMix })).nth(1));
      for (const [kind, share] of [
        ['healthy', '50'],
        ['worn', '30'],
        ['failing', '20'],
      ] as const) {
        const own = several.page.getByRole('group', { name: new RegExp(`^${kind} `) });
        await walk.saving(several.page, () => several.hand.write(own.getByLabel(kit.likely), share));
      }
      await kept(several.problemId).toMatchObject({
        segments: [
          { name: 'Town', share: { likely: 0.6 } },
          { name: 'Country', classShares: [{ likely: 0.5 }, { likely: 0.3 }, { likely: 0.2 }] },
        ],
      });
      const { everyPart, noPart, someParts } = partsResultTexts[language].segments;
      const some = someParts({ where: '.+', not: '.+' });
      await several.page
        .getByText(new RegExp(`^(${everyPart}|${noPart}|${some})`))
        .first()
        .waitFor();
      expect(several.complaints).toEqual([]);
      await several.leave();

      const amount = await come({ ...delayModel() }, language);
      await openFurther(amount.page);
      await amount.hand.press(walk.button(amount, add({ what: segments.what })));
      await amount.hand.write(name(amount).nth(0), 'Peak');
      await amount.hand.write(shares(amount).nth(0).getByLabel(kit.likely), '25');
      await amount.hand.write(name(amount).nth(1), 'Off-peak');
      await amount.hand.write(shares(amount).nth(1).getByLabel(kit.likely), '75');
      await amount.hand.press(amount.page.getByText(segments.own, { exact: true }).nth(0));
      const over = amount.page.getByRole('group', { name: new RegExp(`^${amount.t.overCost}`) });
      await walk.saving(amount.page, () =>
        amount.hand.write(over.nth(1).getByLabel(kit.likely), written[language].cost),
      );
      await kept(amount.problemId).toMatchObject({
        segments: [
          { name: 'Peak', overCostPerUnit: { kind: 'constant', value: { likely: '4.5' } } },
          { name: 'Off-peak' },
        ],
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
