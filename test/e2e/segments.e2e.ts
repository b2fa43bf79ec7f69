import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import { delayModel, triageModel } from '../../src/capabilities/value/model-fixtures.ts';
import { editorTexts } from '../../src/capabilities/value/web/editor-texts.ts';
import { partsTexts } from '../../src/capabilities/value/web/parts-texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

/** Parts of a model of how much in English, of one with several decisions in Dutch. */
describeWithChromium('PF11 segments beyond yes or no', () => {
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

  test.each([
    ['en', 'regression', delayModel()],
    ['nl', 'multiclass', triageModel()],
  ] as const)(
    'PF11 two parts are added, and the chart says where the model pays; a limit is told of in a sentence (%s, %s)',
    async (language, task, model) => {
      const t = partsTexts[language];
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      const { version } = await asking(peil, readValueModel, { params });
      await asking(peil, writeValueModel, { params, body: { model: { ...model } }, version });
      const visit = await openVisit(browser, peil.address, { language });
      const { page } = visit;
      await page.goto(`${peil.address}/problems/${problemId}/value?field=first`);
      const editor = page.locator('.editor');
      await editor.waitFor();
      await editor.locator('details.further-parts').evaluate((part: HTMLDetailsElement) => (part.open = true));
      await editor.getByText(t.capacity.none[task]).waitFor();
      await editor.getByRole('button', { name: t.add({ what: t.segments.what }) }).click();
      for (const [at, [name, share]] of (
        [
          ['Peak', '40'],
          ['Quiet', '60'],
        ] as const
      ).entries()) {
        const part = editor
          .locator('.listed')
          .filter({ has: page.getByLabel(t.segments.name) })
          .nth(at);
        await part.getByLabel(t.segments.name).fill(name);
        const likely = `${t.segments.share}, ${editorTexts[language].parts.likely}`;
        await part.getByLabel(likely, { exact: true }).fill(share);
      }
      await page
        .getByRole('figure', { name: /Peak|segment/ })
        .first()
        .waitFor();
      await visit.look('segments');
      await expect
        .poll(async () => (await asking(peil, readValueModel, { params })).model)
        .toMatchObject({ segments: [{ name: 'Peak', share: { likely: 0.4 } }, { name: 'Quiet' }] });
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    120_000,
  );
});
