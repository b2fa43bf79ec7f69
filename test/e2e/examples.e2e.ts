import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExamples } from '../../examples/build-examples.ts';
import { dataFile } from '../../examples/kit/data-file.ts';
import type { ExampleName } from '../../examples/kit/example.ts';
import type { TestPeil } from '../kit/app.ts';
import { askAndWork, exampleDay } from '../kit/built-example.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { computeIndependently } from '../kit/independent-flights.ts';
import { computeIceIndependently } from '../kit/independent-ice.ts';
import { computeStrikesIndependently } from '../kit/independent-strikes.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { localeOf, type WalkLanguage } from '../kit/walk-words.ts';
import { turnTo } from '../kit/turn-to.ts';
import { walkedIn } from '../kit/walked-in.ts';

const stations = ['opportunity', 'team', 'requirements', 'translation', 'value', 'risk', 'decision'] as const;
const languages = ['en', 'nl'] as const;

const words = {
  en: {
    answer: 'What it says',
    asTable: /^Show as a table/,
    baselines: /^Without a model/,
    search: 'Search for a problem',
    goWith: 'Go with conditions',
    noGo: 'No-go',
  },
  nl: {
    answer: 'Wat het zegt',
    asTable: /^Als tabel tonen/,
    baselines: /^Zonder model/,
    search: 'Een probleem zoeken',
    goWith: 'Go met voorwaarden',
    noGo: 'No-go',
  },
} as const;

describeWithChromium('PF11 the guided examples, as a newcomer reads them', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problems: Partial<Record<ExampleName, string>>;
  /** what each way of deciding costs a year, by an independent computation from the files */
  let costs: Record<ExampleName, number[]>;

  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    problems = await buildExamples({
      ask: askAndWork(peil),
      begun: { day: exampleDay, problems: {} },
    });
    const flights = await computeIndependently(dataFile('flights-3m.parquet'));
    const strikes = await computeStrikesIndependently(dataFile('birdstrikes.csv'));
    const ice = await computeIceIndependently(dataFile('seattle-weather.csv'));
    costs = {
      'late-flights': [flights.nothing, flights.everyone, flights.today, flights.perfect],
      'bird-strikes': [strikes.nothing, strikes.team, strikes.today, strikes.perfect],
      'summer-ice': [ice.constant, ice.today, 0],
    };
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  const visits = (
    [
      ['late-flights', 'en'],
      ['bird-strikes', 'nl'],
      ['summer-ice', 'en'],
    ] as const
  ).flatMap(([name, usual]) => walkedIn(usual, languages).map((language) => ({ language, name })));

  test.each(visits)(
    'PF11 every station of $name is there to look at, in $language, and its costs are those of the file',
    async ({ language, name }) => {
      const visit = await openVisit(browser, peil.address, { language, width: language === 'en' ? 1440 : 390 });
      const { page } = visit;
      for (const station of stations) {
        await turnTo(page, `/problems/${problems[name]}/${station}`);
        const part = page.locator(`#station-${station}`);
        await part.waitFor();
        await part.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
        const said = async () => (await part.innerText()).length;
        await expect.poll(said, { message: `${station} says something` }).toBeGreaterThan(100);
        if (station === 'value') expectCosts(await costsShown(page, language), costs[name]);
        await visit.look(`${name} ${station}`);
      }
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    300_000,
  );

  test.each(walkedIn('en', languages))(
    'PF5 the no-go is found, says where it is sought instead, and cannot be changed, in %s',
    async (language) => {
      const t = words[language];
      const visit = await openVisit(browser, peil.address, { language });
      const { page } = visit;
      await page.getByPlaceholder(t.search).fill('second van');
      await page.getByText('Ice for tomorrow is ordered by the heat of today').first().click();
      await page.getByRole('heading', { level: 1, name: /^Ice for tomorrow/ }).waitFor();
      await turnTo(page, `/problems/${problems['summer-ice']}/decision`);
      await page.getByRole('heading', { name: new RegExp(`^${t.noGo}`) }).waitFor();
      await page.getByText('The order moves from four in the afternoon to seven in the morning').waitFor();
      await turnTo(page, `/problems/${problems['summer-ice']}/opportunity`);
      await page.locator('#station-opportunity').waitFor();
      expect(await page.locator('#station-opportunity').getByRole('textbox').count()).toBe(0);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
  );

  test.each(walkedIn('en', languages))(
    'PF5 the go shows the seven who stood for it and its dated conditions, in %s',
    async (language) => {
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problems['late-flights']}/decision`,
        language,
      });
      const { page } = visit;
      // The data got a go of its own later: this is the one before.
      const go = page.getByRole('article').filter({ hasText: 'A forecast at departure pays' });
      await go.getByRole('heading', { name: new RegExp(`^${words[language].goWith}`) }).waitFor();
      for (const name of ['Ria de Wit', 'Joost Kramer', 'Priya Nair', 'Tom Gallagher', 'Esther van Loon', 'Femke Bos'])
        await go.getByText(name).first().waitFor();
      const due = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date('2026-04-05'),
      );
      await page.getByText(due).first().waitFor();
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
  );
});

/** The costs in the table behind the first chart in whole euros, the lowest first. */
async function costsShown(page: Page, language: WalkLanguage): Promise<number[]> {
  const t = words[language];
  const chart = page.getByRole('region', { name: t.answer }).getByRole('figure', { name: t.baselines });
  await chart.getByRole('button', { name: t.asTable }).click();
  const table = chart.getByRole('table');
  await table.waitFor();
  const costs: number[] = [];
  for (const row of await table.getByRole('row').all()) {
    if ((await row.getByRole('rowheader').count()) === 0) continue;
    costs.push(Number((await row.getByRole('cell').first().innerText()).replaceAll(/\D/g, '')));
  }
  return costs.toSorted((a, b) => a - b);
}

/** Within a euro: both sides round, and one of them adds up a bell curve. */
function expectCosts(shown: readonly number[], costs: readonly number[]): void {
  const wanted = costs.toSorted((a, b) => a - b);
  expect(shown).toHaveLength(wanted.length);
  for (const [index, cost] of wanted.entries()) expect(Math.abs((shown[index] ?? 0) - cost)).toBeLessThanOrEqual(1);
}
