import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSource, writeConnection } from '../../src/capabilities/datasets/contract.ts';
import { connectionTexts } from '../../src/capabilities/datasets/web/connection-texts.ts';
import { datasetTexts } from '../../src/capabilities/datasets/web/dataset-texts.ts';
import { previewTexts } from '../../src/capabilities/datasets/web/preview-texts.ts';
import { readingTexts } from '../../src/capabilities/datasets/web/reading-texts.ts';
import { segmentTexts } from '../../src/capabilities/datasets/web/segment-texts.ts';
import { versionTexts } from '../../src/capabilities/datasets/web/version-texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { contextOf, problemsInEveryLook, readers } from '../kit/every-look.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf } from '../kit/page-problems.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const minutes = 60_000;

const rows = Array.from({ length: 400 }, (_, index) => {
  const day = `2026-01-${String((index % 28) + 1).padStart(2, '0')}`;
  const speed = index % 50 === 0 ? 'NA' : `${index % 90},5`;
  return `${index % 40};person ${index % 40};${day};${speed};${['north', 'south', 'east'][index % 3]}`;
});
const file = ['customer;name;day;speed;region', ...rows].join('\n');

describeWithChromium('data at hand', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let server: Server;
  let url: string;
  let problemId: string;
  let secret = '';
  beforeAll(async () => {
    demandBuiltPage();
    server = createServer((request, response) => {
      if (request.headers.authorization !== 'Bearer open-sesame') return response.writeHead(401).end();
      return response.writeHead(200, { etag: '"first"', 'content-type': 'text/csv' }).end(file);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/speeds.csv`;
    peil = await openListeningPeil({ sourceAddresses: ['127.0.0.1'] });
    await peil.services.jobs.start();
    ({ problemId } = await writtenProblem(peil));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
    server.closeAllConnections();
    server.close();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const toData = () => `/problems/${problemId}/data`;

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'DE1 a source is connected on the page, refused where nobody allowed it, and fetched with its progress (%s)',
    async (language) => {
      const t = connectionTexts[language];
      const title = `Speeds ${language}`;
      secret = 'open-sesame';
      const params = { problemId };
      await asking(peil, addSource, { params, body: { title, kind: 'http', description: '' } as never });
      const { page, look, leave, complaints } = await openVisit(browser, peil.address, {
        to: toData(),
        language,
        expected: [422],
      });
      await button(page, `${t.open} ${title}`).click();
      await button(page, t.keep).click();
      await page.getByRole('link', { name: t.fieldNeeded({ field: t.fields.url }) }).waitFor();
      await page.getByLabel(t.fields.url).fill('http://10.1.2.3/speeds.csv');
      await page.getByLabel(t.auth).selectOption('bearer');
      await page.getByLabel(t.secret, { exact: true }).fill(secret);
      await button(page, t.keep).click();
      await page.getByText('--source-addresses').last().waitFor();
      await look('refused');
      await page.getByLabel(t.fields.url).fill(url);
      await button(page, t.keep).click();
      await page.getByRole('form', { name: t.title }).waitFor({ state: 'detached' });
      await page.getByText(t.withSecret).last().waitFor();
      expect(await page.content()).not.toContain(secret);
      await page.locator('input').and(page.getByLabel(t.into)).last().fill(`Set ${language}`);
      await button(page, `${t.fetch} ${title}`).click();
      await page.getByText(t.done).last().waitFor();
      await look('fetched');
      // Of two fetches at one moment nobody could say which is the later.
      peil.clock.advance(1000);
      await button(page, `${t.fetch} ${title}`).click();
      await page.getByText(t.same).last().waitFor();
      await page.getByRole('link', { name: `${t.toVersion} ${title}` }).click();
      const r = readingTexts[language];
      await button(page, r.check).click();
      await page.getByText(r.checked.same).waitFor();
      await look('version');
      await leave();
      expect(complaints).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'PF7 the first rows are looked at before a file is brought in; a column is tagged, a split and segments declared',
    async () => {
      const [t, p, v, s, r] = [
        datasetTexts.en,
        previewTexts.en,
        versionTexts.en,
        segmentTexts.en,
        readingTexts.en,
      ] as const;
      const { page, look, leave, complaints } = await openVisit(browser, peil.address, { to: toData() });
      await page.locator('#bring-data').click();
      const picked = { name: 'speeds-by-hand.csv', mimeType: 'text/csv', buffer: Buffer.from(file) };
      await page.locator('input[type=file]').setInputFiles(picked);
      await button(page, p.look).click();
      await page.getByRole('table', { name: p.rows({ rows: 20 }) }).waitFor();
      await page.getByText(p.reading).click();
      await page.getByText(p.foundAs({ what: r.marks[';'] ?? '' })).waitFor({ state: 'attached' });
      await look('preview');
      await page.getByLabel(p.fields.header).selectOption('false');
      await page.getByRole('cell', { name: 'customer' }).waitFor();
      await page.getByLabel(p.fields.header).selectOption('as-found');
      await page.getByRole('columnheader', { name: /^customer/ }).waitFor();
      await button(page, t.form.start).click();
      await page
        .getByRole('row', { name: /speeds-by-hand/ })
        .getByRole('link', { name: t.versionNumber({ number: 1 }) })
        .click();
      await page.getByRole('heading', { level: 1, name: /speeds-by-hand/ }).waitFor();
      await page
        .getByText(r.column.refused({ count: '8' }))
        .first()
        .waitFor();

      await page.locator('.data-columns').getByRole('button', { name: 'name', exact: true }).click();
      await button(page, `${r.column.change} name`).click();
      await page.getByLabel(r.column.tells).selectOption('personal');
      await page.getByLabel(r.column.means).fill('Whose car it was.');
      await button(page, r.column.keep).click();
      await page.getByText('Whose car it was.').waitFor();

      await button(page, v.split.add).click();
      await page.getByLabel(v.split.name).fill('By region');
      await page.getByLabel(v.split.by).selectOption('value');
      await button(page, v.split.keep).click();
      await page.getByRole('link', { name: v.split.needed.values }).waitFor();
      await page.getByLabel(v.split.column).selectOption('region');
      await page.getByLabel(v.split.values).fill('south');
      await page.getByLabel(v.split.key).selectOption('customer');
      await look('split');
      await button(page, v.split.keep).click();
      await page.getByText(/values of customer are in two parts/).waitFor();
      await button(page, v.split.add).click();
      await page.getByLabel(v.split.name).fill('By customer');
      await page.getByLabel(v.split.by).selectOption('entity');
      await page.getByLabel(v.split.key).selectOption('customer');
      await button(page, v.split.keep).click();
      await page.getByText(v.split.disjoint({ key: 'customer' })).waitFor();

      await button(page, s.add).click();
      await page.getByLabel(s.name).fill('Fast in the south');
      await page.getByLabel(s.how).selectOption('all');
      await page.getByLabel(s.column, { exact: true }).selectOption('region');
      await page.getByLabel(s.value, { exact: true }).fill('south');
      await button(page, s.another).click();
      await page.getByLabel(s.column, { exact: true }).last().selectOption('speed');
      await page.getByLabel(s.op).last().selectOption('at_least');
      await page.getByLabel(s.value, { exact: true }).last().fill('45');
      await look('segment');
      await button(page, s.keep).click();
      await page.getByText('region is south and speed is at least 45').waitFor();
      await button(page, s.add).click();
      await page.getByLabel(s.name).fill('Region');
      await page.getByLabel(s.column, { exact: true }).selectOption('region');
      await button(page, s.keep).click();
      await page.getByRole('row', { name: /^south 33/ }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: `${r.download} speeds-by-hand.csv` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('speeds-by-hand.csv');
      await leave();
      expect(complaints).toEqual([]);
    },
    3 * minutes,
  );

  test.each(walkedIn('en', readers))(
    'PF7 forms and versions read well in both widths and schemes, in $language',
    async (reader) => {
      const place = { problemId, sourceId: '' };
      const body = { title: 'Warehouse', kind: 'postgres', description: '' } as never;
      place.sourceId = (await asking(peil, addSource, { params: { problemId }, body })).id;
      const connection = { kind: 'http' as const, url, auth: 'bearer' as const };
      await asking(peil, writeConnection, { params: place, body: { connection, secret: 'open-sesame' } });
      const found: Record<string, string[]> = {};
      const context = await contextOf(browser, reader);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const lookAt = async (name: string) => {
        const problems = [...(await problemsInEveryLook(page, name, reader)), ...complaints.splice(0)];
        if (problems.length > 0) found[name] = problems;
      };
      await page.goto(peil.address + toData());
      await page.locator(`#connect-${place.sourceId}`).click();
      await page.locator('#bring-data').click();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
      await page.getByRole('button', { name: previewTexts[reader.language].look }).click();
      await page.locator('.data-preview').waitFor();
      await page.locator('.data-reading summary').click();
      await lookAt('data-at-hand');
      await page.getByRole('link', { name: /^(version|versie) 1 speeds-by-hand/ }).click();
      await page.locator('.data-segment').waitFor();
      await page.locator('.chart__canvas canvas').first().waitFor();
      await page.locator('#add-segment').click();
      await page.locator('#tag-column').click();
      await lookAt('data-at-hand-version');
      expect(found).toEqual({});
      await context.close();
    },
    5 * minutes,
  );
});
