import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declareSegment } from '../../src/capabilities/datasets/contract.ts';
import { exploreTexts } from '../../src/capabilities/exploration/web/explore-texts.ts';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { exploredData } from '../kit/explored-data.ts';
import { bringFlights, lateFlightsCsv } from '../kit/late-flights.ts';
import { keepPicture } from '../kit/every-look.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { openVisit } from '../kit/visit.ts';
import { asking } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

describeWithChromium('exploring data together', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });
  const newProblem = async () => (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;

  test('PF7 what stands out is kept, and the expert answers one finding after another by keyboard', async () => {
    const problemId = await newProblem();
    const { datasetId } = await bringFlights(peil, problemId);
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/data/${datasetId}/explore`);
    await page.getByRole('heading', { name: 'Explore Flights together' }).waitFor();
    await page.getByLabel('Against which outcome?').selectOption('late');
    const carrier = page.locator('.look', { hasText: '2.5 times as often' }).first();
    await carrier.waitFor();
    // What goes with the outcome most stands first.
    expect(await page.locator('.looks .look__column').first().textContent()).toBe('carrier');
    await carrier.getByRole('button', { name: /^Keep as a finding/ }).click();
    await page.getByLabel('What do you want to know of it?').fill('Is it the fleet?');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('One finding waits for the expert.').waitFor();
    // What is kept in one instant has no order.
    peil.clock.advance(1000);

    const side = page.locator('.looks .look', { has: page.getByRole('heading', { name: 'side', exact: true }) });
    await side.getByRole('button', { name: /^Keep as a finding/ }).click();
    await page.getByLabel('What was found?').fill('The side does not matter');
    await page.keyboard.press('Enter');
    await page.getByText('2 findings wait for the expert.').waitFor();

    await page.getByRole('button', { name: 'Answer one after another' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'As expected' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('What explains it, or what is wrong?').fill('Their hub closes in fog.');
    await page.getByRole('button', { name: /^Answer .*2.5 times/ }).press('Enter');
    // The form of the next one has opened, with the focus in it.
    const next = page.locator('form').getByRole('button', { name: 'Answer The side does not matter' });
    await next.waitFor();
    expect(await page.evaluate('document.activeElement.type')).toBe('radio');
    await page.keyboard.press('Enter');
    await page.getByText('Every finding has its answer.').waitFor();
    await page.getByText('It is explained by: Their hub closes in fog.').waitFor();

    await page.getByRole('button', { name: 'Withdraw The side does not matter' }).click();
    await page.getByText('Withdrawn.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'The side does not matter' }).waitFor();
    expect([...(await pageProblems(page)), ...complaints]).toEqual([]);
    await keepPicture(page, 'explore-answered');
    await context.close();
  });

  test('SM3 in Dutch, on a telephone: findings, a note where its column shows, and a closer look', async () => {
    const problemId = await newProblem();
    const { path } = await exploredData(peil, problemId);
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(peil.address + path);
    await page.getByRole('heading', { name: 'Flights samen verkennen' }).waitFor();
    await page.getByText('Eén bevinding wacht op de deskundige.').waitFor();
    await page.getByText('Het komt door: Their hub closes in fog').waitFor();
    await page.getByText('In minutes, since 2001').first().waitFor();
    await page.getByLabel('Tegenover welke uitkomst?').selectOption('late');
    await page.getByLabel('Kolom', { exact: true }).selectOption('carrier');
    await page.getByLabel('Samen met').selectOption('side');
    await page
      .getByText(/“carrier” EV is en “side”/)
      .first()
      .waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect([...(await pageProblems(page)), ...complaints]).toEqual([]);
    await keepPicture(page, 'explore-telephone');
    await context.close();
  });

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF7 a finding is drawn again on a newer version, and notes stand where their segment and value show (%s)',
    async (language) => {
      const t = exploreTexts[language];
      const problemId = await newProblem();
      const { path } = await exploredData(peil, problemId);
      peil.clock.advance(1000);
      const { versionId } = await bringFlights(peil, problemId, lateFlightsCsv(400));
      const segment = { name: 'Side of the airport', rule: { column: 'side' } };
      await asking(peil, declareSegment, { params: { problemId, versionId }, body: segment });
      const { page, look, leave, complaints } = await openVisit(browser, peil.address, { language });
      const press = (name: string) => page.getByRole('button', { name }).first().click();
      const note = async (place: string, text: string) => {
        await page.getByLabel(t.notes.text({ place })).fill(text);
        await press(t.notes.keep);
        await page.getByText(text).waitFor();
      };

      await page.goto(peil.address + path);
      await page.getByText(t.findings.waiting({ count: 1 })).waitFor();
      const item = page.getByRole('listitem').filter({ hasText: 'Their hub closes in fog' });
      await item.getByRole('button', { name: t.findings.redraw({ number: 2 }) }).click();
      await page.getByText(t.findings.waiting({ count: 2 })).waitFor();
      await item.getByText(t.findings.states.changed_since).waitFor();
      await item.getByText(t.answer.stale).waitFor();
      await item.getByRole('heading', { name: '200' }).waitFor();
      // It stands on the newest version now, and is offered no other.
      expect(await item.getByRole('button', { name: t.findings.redraw({ number: 2 }) }).count()).toBe(0);
      await look('asked again');
      await keepPicture(page, `explore-asked-again-${language}`);
      await item.getByRole('button', { name: new RegExp(`^${t.answer.keep}`) }).click();
      await page.getByRole('radio', { name: t.answer.kinds.as_expected }).check();
      await page.locator('form').getByRole('button', { name: t.answer.keep }).click();
      await page.getByText(t.findings.waiting({ count: 1 })).waitFor();
      await page.getByText(t.findings.earlier).click();
      await page.getByText('Their hub closes in fog').waitFor();

      await page.goto(`${peil.address}/problems/${problemId}/data-versions/${versionId}`);
      await press(`${t.notes.open} ${segment.name}`);
      await note(segment.name, 'The new pier counts as the middle.');
      await page.getByRole('button', { name: 'carrier', exact: true }).click();
      await press(`${t.notes.open} carrier`);
      await page.getByLabel(t.notes.on).selectOption('EV');
      await note('carrier: EV', 'They fly from the pier in the fog.');
      await look('noted');
      await keepPicture(page, `explore-noted-${language}`);

      // The same stands beside the same thing on the other page, that of a value with the value.
      await page.goto(peil.address + path);
      const noted = (text: string) => page.locator('.data-note', { hasText: text }).first();
      await noted('The new pier counts as the middle.').waitFor();
      await noted('They fly from the pier in the fog.').getByText('EV', { exact: true }).waitFor();
      await leave();
      expect(complaints).toEqual([]);
    },
  );
});
