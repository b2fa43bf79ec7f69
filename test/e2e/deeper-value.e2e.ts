import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateValue, readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import { editorTexts } from '../../src/capabilities/value/web/editor-texts.ts';
import { partsResultTexts } from '../../src/capabilities/value/web/parts-result-texts.ts';
import { partsTexts } from '../../src/capabilities/value/web/parts-texts.ts';
import { formatsFor } from '../../src/web/kit/language/formats.ts';
import { kitTexts } from '../../src/web/kit/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { deepValueModel } from '../kit/deep-value-model.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { mouseOf } from '../kit/hand.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;
/** A sentence with anything where its figures stand. */
const anyFigures = (sentence: string) => new RegExp(sentence.replace(/[()?.]/g, '\\$&').replace(/#/g, '.+'));

describeWithChromium('PF11 the value, deeper, written on the page', () => {
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

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF11 room to act, parts, years, a pilot and a scenario are added where they stand, and each answers (%s)',
    async (language) => {
      const t = partsTexts[language];
      const said = partsResultTexts[language];
      const { likely } = kitTexts[language].estimate;
      const { problemId } = await writtenProblem(peil);
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/value?field=first`,
        language,
        width: language === 'en' ? 1280 : 390,
      });
      const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
      const { page, hand } = walker;
      await page.locator('.editor .further-parts > summary').click();
      const add = (what: string) => hand.press(walk.button(walker, t.add({ what })));
      const estimate = (name: string, at = 0) =>
        page
          .getByRole('group', { name: new RegExp(`^${name}`) })
          .nth(at)
          .getByLabel(likely);
      const writes = (name: string, text: string, at = 0) =>
        walk.saving(page, () => hand.write(estimate(name, at), text));

      await add(t.capacity.what);
      await writes(t.capacity.cases, '250');
      await page.getByText(said.capacity.highest).first().waitFor();

      await add(t.timing.what);
      await writes(t.timing.discountRate, '6');
      await page
        .getByText(anyFigures(said.years.notPaidBack({ years: '#', amount: '#' })))
        .or(page.getByText(anyFigures(said.years.paidBack({ months: '#', years: '#', amount: '#' }))))
        .first()
        .waitFor();

      await add(t.pilot.what);
      await walk.saving(page, () => hand.write(walk.field(walker, t.pilot.cases), '400'));
      await writes(t.pilot.cost, '15000');
      const pilot = page.getByText(anyFigures(said.pilot.title({ cases: '400', amount: '#' })));
      await pilot
        .or(page.getByText(said.pilot.useless({ cases: '400' })))
        .first()
        .waitFor();

      await add(t.segments.what);
      const name = walk.field(walker, t.segments.name);
      for (const [at, [part, share]] of [
        ['Leiden', '60'],
        ['Ghent', '40'],
      ].entries() as ArrayIterator<[number, [string, string]]>) {
        await hand.write(name.nth(at), part);
        await writes(t.segments.share, share, at);
      }
      await page.getByText(said.segments.everyPart).or(page.getByText(said.segments.noPart)).first().waitFor();

      await add(t.scenarios.what);
      await hand.write(walk.field(walker, t.scenarios.name), 'Merger');
      await hand.choose(walk.field(walker, t.scenarios.differs), editorTexts[language].volumePerYear);
      await writes(editorTexts[language].volumePerYear, language === 'en' ? '100,000' : '100.000', 1);
      await page
        .getByRole('heading', { name: said.scenarios.title })
        .or(page.getByText(said.scenarios.title))
        .first()
        .waitFor();
      await walker.look('the value with every part');

      const { model } = await asking(peil, readValueModel, { params: { problemId } });
      expect(model).toMatchObject({
        capacity: { cases: { likely: 250 }, per: 'month' },
        timing: { horizonYears: 5, discountRate: { likely: 0.06 } },
        pilot: { cases: 400, cost: { likely: '15000' } },
        segments: [
          { name: 'Leiden', share: { likely: 0.6 } },
          { name: 'Ghent', share: { likely: 0.4 } },
        ],
        scenarios: [{ name: 'Merger', changes: { volumePerYear: { likely: 100_000 } } }],
      });

      // What was added is taken away again, and the answer is there without it.
      await walk.saving(page, () => hand.press(walk.button(walker, t.remove({ what: t.pilot.the }))));
      await pilot.waitFor({ state: 'hidden' });
      expect(walker.complaints).toEqual([]);
      await walker.leave();
    },
    4 * minutes,
  );

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF11 room, years, what a pilot may cost, parts and scenarios are read, and add up (%s)',
    async (language) => {
      const said = partsResultTexts[language];
      const formats = formatsFor(language);
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      const { version } = await asking(peil, readValueModel, { params });
      // So dear to run that it is not sure to pay: then knowing more is worth something.
      const runCostPerYear = { low: '120000', likely: '150000', high: '210000' };
      await asking(peil, writeValueModel, { params, body: { model: { ...deepValueModel, runCostPerYear } }, version });
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/value`,
        language,
        width: language === 'en' ? 1280 : 390,
      });
      const { page } = visit;
      const figure = (label: string, value: string) =>
        page.getByRole('button', { name: `${label} ${value}`, exact: true });
      // 250 cases a month are 3,000 a year; 32% of them is 960 of the 2,000 that need acting.
      await figure(said.capacity.room, formats.number(3000)).waitFor();
      expect(await figure(said.capacity.reachable, formats.percent(0.48)).count()).toBe(1);
      await readYears(page, language);
      await readPilot(page, language);
      await readSegments(page, language);

      const { result } = await asking(peil, evaluateValue, { params });
      const [, ...scenarios] = await rowsOf(page, said.scenarios.title);
      expect(scenarios.map(([name]) => name)).toEqual([said.scenarios.baseCase, 'Pessimistic', 'Merger']);
      expect(amountOf(scenarios[0]?.[1])).toBe(Math.round(Number(result?.netPerYear)));
      await visit.look('the value with every part, read');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    2 * minutes,
  );
});

/** A whole amount as either language writes it; the minus of some is no hyphen. */
const amountOf = (text = ''): number => Number(text.replace(/[−–]/g, '-').replaceAll(/[^\d-]/g, ''));

async function rowsOf(page: Page, table: string | RegExp): Promise<string[][]> {
  const rows = await page.getByRole('region', { name: table }).getByRole('row').all();
  return Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => cell.trim())));
}

const showAsTable = (page: Page, { title, language }: { title: string | RegExp; language: WalkLanguage }) =>
  page.getByRole('figure', { name: title }).getByRole('button', { name: kitTexts[language].chart.asTable }).click();

/** Each year is its benefit less its cost, worth less by 6% a year; together they are what it is worth today. */
async function readYears(page: Page, language: WalkLanguage): Promise<void> {
  const [, build, ...years] = await rowsOf(page, partsResultTexts[language].years.tableTitle);
  const present = amountOf(years.pop()?.at(-1));
  expect(build?.slice(3).map(amountOf)).toEqual([-120_000, -120_000]);
  expect(years).toHaveLength(5);
  for (const [year = '', benefit, run, net, today] of years) {
    expect(Math.abs(amountOf(benefit) + amountOf(run) - amountOf(net))).toBeLessThanOrEqual(1);
    expect(Math.abs(amountOf(net) / 1.06 ** Number(year) - amountOf(today))).toBeLessThanOrEqual(1);
  }
  const sum = years.reduce((all, row) => all + amountOf(row.at(-1)), -120_000);
  expect(Math.abs(sum - present)).toBeLessThanOrEqual(years.length);
}

/** More cases are worth more, and no number of them more than knowing every figure. */
async function readPilot(page: Page, language: WalkLanguage): Promise<void> {
  const said = partsResultTexts[language].pilot;
  const cases = formatsFor(language).number(1500);
  const title = anyFigures(said.title({ cases, amount: '#' }));
  const [before = ''] = said.title({ cases, amount: '#' }).split('#');
  const mayCost = amountOf((await page.getByRole('heading', { name: title }).innerText()).slice(before.length));
  const [, note = ''] = said.note({ rates: '#', all: '#' }).split('#');
  const told = await page.getByRole('figure', { name: title }).getByText(note).innerText();
  const [rates = 0, all = 0] = (told.match(/€\s?[\d.,]*\d/g) ?? []).map(amountOf);
  expect([mayCost > 0, mayCost <= rates, rates <= all]).toEqual([true, true, true]);
  await showAsTable(page, { title, language });
  const curve = (await rowsOf(page, title)).slice(1).map(([, value]) => amountOf(value));
  expect(curve).toEqual(curve.toSorted((a, b) => a - b));
  expect(curve.every((value) => value <= rates)).toBe(true);
}

async function readSegments(page: Page, language: WalkLanguage): Promise<void> {
  const said = partsResultTexts[language].segments;
  await showAsTable(page, { title: said.everyPart, language });
  const parts = (await rowsOf(page, said.everyPart)).slice(1);
  expect(parts.map(([name]) => name)).toEqual(['Old machines', 'New machines', 'Spare machines', said.total]);
  const gains = parts.map((row) => amountOf(row.at(-2)));
  const whole = gains.pop() ?? 0;
  expect(Math.abs(gains.reduce((a, b) => a + b, 0) - whole)).toBeLessThanOrEqual(2);
  for (const [at, row] of parts.slice(0, -1).entries())
    expect([(gains[at] ?? 0) > 0, row.at(-1)]).toEqual([true, said.yes]);
}
