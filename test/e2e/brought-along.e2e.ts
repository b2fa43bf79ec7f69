/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideGate, listAttachments, readGate, readOpportunity } from '../../src/capabilities/formulation/contract.ts';
import { opportunityExtraTexts } from '../../src/capabilities/formulation/web/opportunity-extra-texts.ts';
import { opportunityTexts } from '../../src/capabilities/formulation/web/opportunity-texts.ts';
import { problemTexts } from '../../src/capabilities/formulation/web/problem-texts.ts';
import { kitTexts } from '../../src/web/kit/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const onePagers = {
  en: {
    text: '# Pumps that fail\n\n## What happens now\n\nA pump fails and the street floods.\n\n## How often\n\nForty times a year.\n\n## Budget line\n\nGeneral upkeep.\n',
    now: 'A pump fails and the street floods.',
    often: 'Forty times a year.',
  },
  nl: {
    text: '# Pompen die uitvallen\n\n## Wat er nu gebeurt\n\nEen pomp valt uit en de straat loopt onder.\n\n## Hoe vaak\n\nVeertig keer per jaar.\n\n## Begrotingspost\n\nAlgemeen onderhoud.\n',
    now: 'Een pomp valt uit en de straat loopt onder.',
    often: 'Veertig keer per jaar.',
  },
} as const;

describeWithChromium('PF1 what somebody brings along to a new problem', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    browser = await launchChromium();
    const { problemId } = await writtenProblem(peil);
    const params = { problemId, gate: 'g1' as const };
    const { snapshotHash } = await asking(peil, readGate, { params });
    const redirect = { kind: 'rule' as const, text: 'The oldest machine first.' };
    const body = { snapshotHash, outcome: 'no_go' as const, reasons: 'Age says enough.', redirect };
    await asking(peil, decideGate, { params, body });
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF1 PF13 a stopped problem that is alike is found while typing, and a one-pager fills what it answers (%s)',
    async (language) => {
      const t = opportunityExtraTexts[language];
      const begin = problemTexts[language].new;
      const { questions } = opportunityTexts[language];
      const onePager = onePagers[language];
      const visit = await openVisit(browser, peil.address, {
        to: '/problems/new',
        language,
        width: language === 'nl' ? 390 : 1280,
      });
      const { page, look } = visit;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.getByLabel(begin.label).pressSequentially('Machines that stop without warning');
      const alike = page.getByRole('complementary', { name: t.similar.title });
      await alike.getByRole('link', { name: 'Machines that stop at night' }).waitFor();
      await alike.getByText(t.similar.instead({ text: 'The oldest machine first.' })).waitFor();
      await look('a problem that is alike');
      await button(begin.begin).click();
      await page.waitForURL(/\/opportunity\?field=currentSituation$/);

      const problemId = /problems\/([^/]+)\//.exec(page.url())?.[1] ?? '';
      await page.goto(`${peil.address}/problems/${problemId}/opportunity`);
      await button(t.import.open).click();
      await button(t.import.look).click();
      await page.getByRole('alert').getByText(t.import.needed).waitFor();
      const pasted = page.getByRole('textbox', { name: t.import.text });
      await pasted.fill(onePager.text);
      await button(t.import.look).press('Enter');
      const sheet = page.getByRole('region', { name: t.import.title });
      await sheet.getByRole('heading', { name: t.import.goes }).waitFor();
      await sheet.getByText(onePager.often).waitFor();
      await sheet.getByText(t.import.unplaced).waitFor();
      await look('what goes where');
      await button(t.import.fill).press('Enter');
      await page.getByText(t.import.done).waitFor();
      const written = await asking(peil, readOpportunity, { params: { problemId } });
      expect(written).toMatchObject({ currentSituation: onePager.now, frequency: onePager.often });
      expect(await page.getByText(questions.frequency.name, { exact: true }).count()).toBeGreaterThan(0);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    120_000,
  );

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF1 a picture is shown and a file is there to download, and what was removed comes back (%s)',
    async (language) => {
      const t = opportunityExtraTexts[language].evidence;
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      const visit = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/opportunity?field=evidence`,
        language,
      });
      const { page, look } = visit;
      const section = page.getByRole('region', { name: t.title });
      await section.getByRole('button', { name: t.addFile }).waitFor();
      const chosen = page.waitForEvent('filechooser');
      await section.getByRole('button', { name: t.addFile }).click();
      const log = Buffer.from('machine;stops\n7;31\n');
      await (
        await chosen
      ).setFiles([
        { name: 'pump.png', mimeType: 'image/png', buffer: dot },
        { name: 'log.csv', mimeType: 'text/csv', buffer: log },
      ]);
      const picture = section.getByRole('img', { name: 'pump.png' });
      await picture.waitFor();
      await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
      const link = section.getByRole('link', { name: `${t.download} log.csv` });
      const download = page.waitForEvent('download');
      await link.press('Enter');
      const stream = await (await download).createReadStream();
      expect(Buffer.concat(await stream.toArray())).toEqual(log);
      await look('a picture and a file');

      await section.getByRole('button', { name: /log\.csv$/ }).click();
      await page.getByText(t.removed).waitFor();
      await link.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: kitTexts[language].undo }).click();
      await link.waitFor();
      const { attachments } = await asking(peil, listAttachments, { params });
      expect(attachments.map(({ title }) => title).toSorted()).toEqual(['log.csv', 'pump.png']);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    120_000,
  );
});
