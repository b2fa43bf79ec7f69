import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { contractedData, flightsCsv } from '../kit/contracted-data.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { contextOf, problemsInEveryLook, readers } from '../kit/every-look.ts';
import { importFiles } from '../kit/importing.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { asking } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

/** A rule of the draft, not one that is only suggested. */
const ruleOf = (page: Page, sentence: string) =>
  page.locator('.rule .rule__sentence').getByText(sentence, { exact: true });

describeWithChromium('what data must keep', () => {
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

  test('PF7 a contract is suggested by the data, agreed, published, and judges it', async () => {
    const problemId = await newProblem();
    const { datasetId } = await importFiles(peil, {
      problemId,
      files: [{ name: 'flights.csv', content: flightsCsv(300, 4) }],
      body: { name: 'Flights' },
    });
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/data/${datasetId}/contract`);
    await page.getByRole('heading', { name: 'What Flights must keep' }).waitFor();
    await page.getByText('Nothing is judged before a first version').waitFor();

    await page.getByRole('button', { name: 'Let the data suggest rules' }).click();
    await page.getByRole('button', { name: 'Accept Every value of id stands once.', exact: true }).click();
    await page.getByText('1 accepted, 0 dropped.').waitFor();

    await page.getByRole('button', { name: 'Write a rule' }).click();
    await page.getByLabel('What is the rule about?').selectOption('not_null');
    await page.getByRole('button', { name: 'Keep in the draft' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Column', { exact: true }).fill('delay');
    await page.getByLabel('How much of the rows must keep it').fill('99.5');
    await page.getByRole('button', { name: 'Keep in the draft' }).click();
    await ruleOf(page, 'delay is never empty; 99.5% at least.').waitFor();

    await page.getByRole('button', { name: 'I have read the draft and stand for it' }).click();
    await page.getByText('read this draft').waitFor();
    await page.getByLabel('What changed, and why?').fill('The first agreement.');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('The draft is the same as version 1').waitFor();

    await page.getByRole('button', { name: 'Judge the newest version' }).click();
    await page.getByText('It is being judged.').waitFor();
    await peil.services.jobs.runDue();
    await page.getByText('Version 1 of the data breaks 1 of 2 rules.').waitFor();
    await page.getByText('4 of 300 rows break it').waitFor();
    await page.getByRole('button', { name: /^Show rows that break it/ }).click();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(5);
    expect([...(await pageProblems(page)), ...complaints]).toEqual([]);

    await page.getByRole('button', { name: 'Remove delay is never empty' }).click();
    await page.getByText('The rule was removed from the draft.').waitFor();
    await page.getByText('1 rule differs from version 1.').waitFor();
    await context.close();
  });

  test('PF7 a document of the standard comes in by the page, and what is wrong in it is said beside it', async () => {
    const problemId = await newProblem();
    const { path } = await contractedData(peil, problemId);
    const page = await browser.newPage({ locale: 'nl-NL' });
    await page.goto(`${peil.address}${path}`);
    const document = 'apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nkleur: rood\n';
    const field = page.getByLabel('Een contract volgens de standaard, als YAML');
    await field.fill(document);
    await page.getByRole('button', { name: 'Als concept overnemen' }).click();
    await page.getByText('De standaard kent geen sleutel "kleur".').waitFor();
    const table = 'schema:\n  - name: t\n    properties:\n      - { name: id, required: true }\n';
    await field.fill(document.replace('kleur: rood\n', table));
    await page.getByRole('button', { name: 'Als concept overnemen' }).click();
    await page.getByText('Het concept heeft nu 2 regels.').waitFor();
    await ruleOf(page, 'id is nooit leeg.').waitFor();
    await page.close();
  });

  test.each(walkedIn('nl', readers))('PF7 it reads well in both widths and schemes, in $language', async (reader) => {
    const { path } = await contractedData(peil, await newProblem());
    const context = await contextOf(browser, reader);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}${path}`);
    await page.locator('.rule .verdict--fail').first().waitFor();
    await page.locator('#add-rule').click();
    await page.locator('.rule button[aria-expanded]').first().click();
    expect([...(await problemsInEveryLook(page, 'contract', reader)), ...complaints]).toEqual([]);
    await context.close();
  });
});
