/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOnePage, readOpportunity, writeOpportunity } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { pageProblems } from '../kit/page-problems.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const words = {
  en: {
    page: 'One page',
    pdf: 'PDF',
    markdown: 'Markdown',
    print: 'Print',
    keep: 'Keep this version',
    edition: 'Version 1, kept on',
  },
  nl: {
    page: 'Eén pagina',
    pdf: 'Pdf',
    markdown: 'Markdown',
    print: 'Afdrukken',
    keep: 'Deze versie bewaren',
    edition: 'Versie 1, bewaard op',
  },
} as const;

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

async function pagesOf(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      return { width: page.view[2] ?? 0, height: page.view[3] ?? 0, pieces };
    }),
  );
}

const letters = (text: string): string => text.replaceAll(/\s+/g, '');

describeWithChromium('PF10 the one page on paper', () => {
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
    'PF10 it is taken along as PDF and Markdown, with its hash (%s)',
    async (language) => {
      const { problemId } = await writtenProblem(peil);
      const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/one-page`, language });
      const { page } = visit;
      const t = words[language];
      await page.getByRole('heading', { name: t.page, level: 1 }).waitFor();
      await page.getByRole('button', { name: t.keep }).click();
      await page.getByRole('heading', { level: 2 }).waitFor();
      await page.getByText(new RegExp(`^${language === 'en' ? 'This is version 1' : 'Dit is versie 1'}`)).waitFor();
      const asked = { params: { problemId }, query: { language } };
      const { hash, markdown } = await asking(peil, readOnePage, {
        ...asked,
        headers: { 'accept-language': language },
      });

      const [pdf] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: t.pdf, exact: true }).click(),
      ]);
      expect(pdf.suggestedFilename()).toBe('Machines that stop at night (1).pdf');
      const text = (await pagesOf(await contentOf(pdf))).flatMap(({ pieces }) => pieces.map(({ str }) => str)).join('');
      expect(text).toContain(hash);
      expect(letters(text)).toContain(letters(t.edition));

      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t.markdown, exact: true }).click(),
      ]);
      expect(saved.suggestedFilename()).toBe('Machines that stop at night.md');
      expect((await contentOf(saved)).toString()).toBe(markdown);
      await visit.look('one page');
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
  );

  test.each(walkedIn('en', ['en', 'nl'] as const))(
    'PF10 what stands in its frame is read by everybody (%s)',
    async (language) => {
      const { problemId } = await writtenProblem(peil);
      const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/one-page`, language });
      const frame = visit.page.locator('iframe[sandbox]');
      const html = (await frame.getAttribute('srcdoc')) ?? '';
      const asked = { params: { problemId }, query: { language }, headers: { 'accept-language': language } };
      const plain = html.replaceAll(/ nonce="[^"]*"/g, '');
      expect(plain).toBe((await asking(peil, readOnePage, asked)).html);
      expect(await frame.getAttribute('title')).not.toBe('');
      await visit.leave();
      // A frame that may run no scripts cannot be asked what is wrong with it, so the same page is opened outside of it.
      for (const width of [390, 1280]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
          const page = await context.newPage();
          await page.setContent(plain);
          expect(await pageProblems(page), `${width} ${colorScheme}`).toEqual([]);
          await context.close();
        }
      }
    },
  );

  test('PF10 printed by a browser nothing of it is cut off at A4', async () => {
    const { problemId } = await writtenProblem(peil);
    const params = { problemId };
    const { version } = await asking(peil, readOpportunity, { params });
    const long = `${'unbroken'.repeat(60)}\n${'Words that go on. '.repeat(150)}`;
    await asking(peil, writeOpportunity, { params, version, body: { context: long, evidence: long } });
    const { html } = await asking(peil, readOnePage, { params });
    const context = await browser.newContext();
    const page: Page = await context.newPage();
    await page.setContent(html);
    const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const { width, height, pieces } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      // Margins of 15 mm are 42.5 points; how wide a sign is, is rounded.
      for (const { str, transform, width: wide } of pieces) {
        const [, , , , x = 0, y = 0] = transform as number[];
        expect(x, str).toBeGreaterThanOrEqual(42);
        expect(x + wide, str).toBeLessThanOrEqual(595.3 - 41);
        expect(y, str).toBeGreaterThan(42);
        expect(y, str).toBeLessThan(842 - 42);
      }
    }
    const printed = letters(pages.flatMap(({ pieces }) => pieces.map(({ str }) => str)).join(''));
    const shown = letters(await page.locator('main').innerText());
    // The dots of lists are drawn by the browser, and are no text of the page.
    expect(printed.replaceAll('•', '')).toBe(shown);
    await context.close();
  });
});
