import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { deepValueModel } from '../kit/deep-value-model.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';

const words = {
  'en-GB': {
    tryOthers: 'Try other figures',
    followed: 'Share followed',
    saved: 'saved: 90%',
    back: 'Back to the saved values',
    keep: 'Keep these values',
    kept: 'These values are saved now.',
    figures: 'The figures this rests on',
    change: /^Change: Share followed, 80%$/,
    low: 'Low',
  },
  'nl-NL': {
    tryOthers: 'Andere cijfers proberen',
    followed: 'Aandeel gevolgd',
    saved: 'bewaard: 90%',
    back: 'Terug naar de bewaarde waarden',
    keep: 'Deze waarden houden',
    kept: 'Deze waarden zijn nu bewaard.',
    figures: 'De cijfers waarop dit rust',
    change: /^Wijzigen: Aandeel gevolgd, 80%$/,
    low: 'Laag',
  },
} as const;

describeWithChromium('what if', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test.each(Object.keys(words) as (keyof typeof words)[])(
    'PF11 a figure is moved by keyboard, put back, kept, and found again among the figures, in %s',
    async (locale) => {
      const t = words[locale];
      const { problemId } = await writtenProblem(peil);
      const params = { problemId };
      const { version } = await asking(peil, readValueModel, { params });
      await asking(peil, writeValueModel, { params, body: { model: { ...deepValueModel } }, version });
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(`${peil.address}/problems/${problemId}/value`);
      await page.getByRole('button', { name: t.tryOthers }).click();
      const slider = page.getByRole('slider', { name: t.followed });
      await slider.focus();
      await page.keyboard.press('PageDown');
      expect(await slider.getAttribute('aria-valuetext')).toBe('80%');
      await page.getByText(t.saved).waitFor();
      await page.getByRole('button', { name: t.back }).click();
      expect(await slider.getAttribute('aria-valuetext')).toBe('90%');
      // Nothing was saved by moving alone.
      expect((await asking(peil, readValueModel, { params })).version).toBe(version + 1);
      await slider.focus();
      await page.keyboard.press('PageDown');
      await page.getByRole('button', { name: t.keep }).click();
      await page.getByText(t.kept).waitFor();
      await page.getByText(t.figures, { exact: true }).click();
      await page.getByRole('button', { name: t.change }).click();
      expect(await page.getByLabel(t.low, { exact: true }).first().inputValue()).toBe('70');
      await expect
        .poll(async () => (await asking(peil, readValueModel, { params })).model?.['adoption'], { timeout: 30_000 })
        .toEqual({ low: 0.7, likely: 0.8, high: 1 });
      await context.close();
    },
    60_000,
  );
});
