import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFile } from '../../examples/kit/data-file.ts';
import { type BuiltExample, openBuiltExample } from '../kit/built-example.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { computeIndependently, type Independent } from '../kit/independent-flights.ts';
import { demandBuiltPage, openVisit, type Visit } from '../kit/visit.ts';
import { localeOf, type WalkLanguage } from '../kit/walk-words.ts';
import { walkedIn } from '../kit/walked-in.ts';

/** What is read on the page, in the words of each language. */
const words = {
  en: {
    answer: 'What it says',
    asTable: /^Show as a table/,
    baselines: /^Without a model, “Today’s practice” is the best way: it costs/,
    ways: { nothing: 'Do nothing', everyone: 'Act on every case', today: 'Today’s practice', perfect: 'Never wrong' },
    frontier: /a model pays from .* caught$/,
    about: 'About this figure',
    threshold: 'Act on a case from a chance of',
    ceiling: 'The most a project may cost a year',
  },
  nl: {
    answer: 'Wat het zegt',
    asTable: /^Als tabel tonen/,
    baselines: /^Zonder model is “Huidige praktijk” de beste manier: dat kost/,
    ways: {
      nothing: 'Niets doen',
      everyone: 'Bij elk geval ingrijpen',
      today: 'Huidige praktijk',
      perfect: 'Nooit mis',
    },
    frontier: /vals alarm loont een model dat er minstens .* vindt$/,
    about: 'Over dit cijfer',
    threshold: 'Ingrijpen vanaf een kans van',
    ceiling: 'Wat een project hoogstens per jaar mag kosten',
  },
} as const;

/** As the language writes them; by the platform, not by the page's own formats. */
function formatsOf(language: WalkLanguage) {
  const locale = localeOf[language];
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return { euros: (amount: number) => euros.format(amount), percent: (share: number) => percent.format(share) };
}

describeWithChromium('PF11 the value page of the guided example', () => {
  let built: BuiltExample;
  let browser: Browser;
  let expected: Independent;
  beforeAll(async () => {
    demandBuiltPage();
    built = await openBuiltExample('late-flights');
    expected = await computeIndependently(dataFile('flights-3m.parquet'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await built?.peil.close();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF11 costs, threshold, ceiling and frontier equal an independent computation from the file, in %s',
    async (language) => {
      const { peil, problemId } = built;
      const visit = await openVisit(browser, peil.address, { language });
      const shown = await readValuePage(visit, `${peil.address}/problems/${problemId}/value`, language);
      const { euros, percent } = formatsOf(language);
      expect(shown.costs).toEqual({
        nothing: euros(expected.nothing),
        everyone: euros(expected.everyone),
        today: euros(expected.today),
        perfect: euros(expected.perfect),
      });
      expect(shown.threshold).toBe(percent(expected.threshold));
      expect(shown.ceiling).toBe(euros(expected.ceiling));
      const precisionOf = (recall: number, rate: number) => {
        const hits = expected.rate * recall;
        return hits / (hits + (1 - expected.rate) * rate);
      };
      const wanted = [
        [0.01, expected.recall_at_1],
        [0.05, expected.recall_at_5],
        [0.1, expected.recall_at_10],
      ] as const;
      for (const [rate, recall] of wanted) {
        expect(shown.frontier.get(percent(rate)), `at ${percent(rate)} false alarms`).toEqual([
          percent(recall),
          percent(precisionOf(recall, rate)),
        ]);
      }
      await visit.look('value');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    300_000,
  );
});

interface Shown {
  costs: Record<keyof (typeof words)['en']['ways'], string>;
  threshold: string;
  ceiling: string;
  /** by the rate of false alarms: what must be caught, and what is then rightly acted on */
  frontier: Map<string, string[]>;
}

/** What a person reads there: the figures, and the tables behind the charts. */
async function readValuePage({ page }: Visit, address: string, language: WalkLanguage): Promise<Shown> {
  const t = words[language];
  await page.goto(address);
  const answer = page.getByRole('region', { name: t.answer });
  const tableOf = async (title: RegExp) => {
    const chart = answer.getByRole('figure', { name: title });
    await chart.getByRole('button', { name: t.asTable }).click();
    return rowsOf(chart.getByRole('table'));
  };
  const baselines = await tableOf(t.baselines);
  const cost = (way: keyof typeof t.ways) => baselines.get(t.ways[way])?.join() ?? 'not there';
  const figure = (label: string) => answer.getByTitle(`${t.about}: ${label}`, { exact: true }).textContent();
  return {
    costs: { nothing: cost('nothing'), everyone: cost('everyone'), today: cost('today'), perfect: cost('perfect') },
    threshold: (await figure(t.threshold)) ?? '',
    ceiling: (await figure(t.ceiling)) ?? '',
    frontier: await tableOf(t.frontier),
  };
}

/** The rows of a table by their headers. */
async function rowsOf(table: Locator): Promise<Map<string, string[]>> {
  await table.waitFor();
  const rows = new Map<string, string[]>();
  for (const row of await table.getByRole('row').all()) {
    const header = row.getByRole('rowheader');
    if ((await header.count()) > 0) rows.set(await header.innerText(), await row.getByRole('cell').allInnerTexts());
  }
  return rows;
}
