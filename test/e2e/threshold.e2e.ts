import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, workedValueModel, writtenProblem } from '../kit/written-problem.ts';
import { keepPicture } from '../kit/every-look.ts';
import { walkedIn } from '../kit/walked-in.ts';

const words = {
  en: {
    title: 'From which chance is a case acted on?',
    move: 'Move the threshold',
    threshold: 'Act from a chance of',
    auc: 'How well the model ranks (AUC)',
    best: 'best by the amounts: 9.5%',
    less: /€[\d,]+ less than at the best threshold/,
    most: 'the most this ranking can bring',
    toBest: 'Go to the best threshold',
    none: 'a false alarm costs nothing',
  },
  nl: {
    title: 'Vanaf welke kans wordt ingegrepen?',
    move: 'Verschuif de drempel',
    threshold: 'Ingrijpen vanaf een kans van',
    auc: 'Hoe goed het model rangschikt (AUC)',
    best: 'het best bij deze bedragen: 9,5%',
    less: /€\s[\d.]+ minder dan bij de beste drempel/,
    most: 'het meeste dat deze rangschikking kan brengen',
    toBest: 'Naar de beste drempel',
    none: 'kost vals alarm niets',
  },
} as const;

describeWithChromium('PF11 the threshold on the frontier', () => {
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

  test.each(
    walkedIn('nl', [
      ['en', 1280],
      ['nl', 390],
    ] as const),
  )(
    'PF11 the threshold is moved by keyboard; euros, recall and precision follow at once (%s, %d wide)',
    async (language, width) => {
      const t = words[language];
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      const before = (await asking(peil, readValueModel, { params })).version;
      const visit = await openVisit(browser, peil.address, { to: `/problems/${problemId}/value`, language, width });
      const { page } = visit;
      const part = page.getByRole('region', { name: t.title });
      await part.getByText(t.move, { exact: true }).click();
      await part.getByText(t.best).waitFor();
      const threshold = part.getByRole('slider', { name: t.threshold });
      const said = async () => (await part.locator('output.verdict').textContent()) ?? '';
      await part.getByText(t.most).waitFor();
      const atBest = await said();
      expect(atBest).toContain(await threshold.getAttribute('aria-valuetext'));

      await threshold.focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('PageUp');
      await part.getByText(t.less).waitFor();
      const stricter = await said();
      expect(stricter).not.toBe(atBest);
      const share = (text: string) => Number(/(\d+)[.,]?\d*\s?%[^%]*\(recall\)/.exec(text)?.[1]);
      expect(share(stricter)).toBeLessThan(share(atBest));

      const auc = part.getByRole('slider', { name: t.auc });
      await auc.focus();
      await page.keyboard.press('PageUp');
      expect(share(await said())).toBeGreaterThan(share(stricter));
      await page.mouse.move(0, 0);
      await part.scrollIntoViewIfNeeded();
      await keepPicture(page, `threshold-moved-${language}`);
      await part.getByRole('button', { name: t.toBest }).press('Enter');
      await part.getByText(t.most).waitFor();
      await visit.look('threshold');
      // Nothing was saved by moving.
      expect((await asking(peil, readValueModel, { params })).version).toBe(before);

      const price = (likely: string) => ({ kind: 'constant', value: { likely } });
      const amounts = { tp: price('-330'), fn: price('-900'), fp: price('0'), tn: price('0') };
      const free = { ...workedValueModel, values: amounts };
      await asking(peil, writeValueModel, { params, body: { model: free }, version: before });
      await part.getByText(t.none).waitFor();
      expect(await part.getByRole('slider').count()).toBe(0);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    120_000,
  );
});
