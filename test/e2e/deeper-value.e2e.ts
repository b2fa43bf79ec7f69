import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValueModel } from '../../src/capabilities/formulation/contract.ts';
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
import { asking, writtenProblem } from '../kit/written-problem.ts';

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

  test.each(['en', 'nl'] as const)(
    'PF11 room to act, parts, years, a pilot and a scenario are added where they stand, and each answers (%s)',
    async (language) => {
      const t = partsTexts[language];
      const said = partsResultTexts[language];
      const { likely } = kitTexts[language].estimate;
      const { problemId } = await writtenProblem(peil);
      const visit = await openVisit(browser, peil.address, { language, width: language === 'en' ? 1280 : 390 });
      const walker = walk.walkerOf(visit, mouseOf(visit.page), language);
      const { page, hand } = walker;
      await page.goto(`${peil.address}/problems/${problemId}/value?field=first`);
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
});
