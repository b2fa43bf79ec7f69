/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readValueModel, writeValueModel } from '../../src/capabilities/formulation/contract.ts';
import { delayModel, triageModel } from '../../src/capabilities/value/model-fixtures.ts';
import { valueAt } from '../../src/capabilities/value/web/draft-path.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { deepValueModel } from '../kit/deep-value-model.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

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

  test.each(walkedIn('nl', Object.keys(words) as (keyof typeof words)[]))(
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

  const come = async (model: Record<string, unknown>) => {
    const { problemId } = await writtenProblem(peil);
    const params = { problemId };
    const { version } = await asking(peil, readValueModel, { params });
    await asking(peil, writeValueModel, { params, body: { model }, version });
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${peil.address}/problems/${problemId}/value`);
    await page.getByText('The figures this rests on', { exact: true }).click();
    const saved = (path: string) =>
      expect.poll(async () => valueAt((await asking(peil, readValueModel, { params })).model, path), {
        timeout: 30_000,
      });
    return { page, saved, leave: () => context.close() };
  };
  const changing = (page: Page, name: string) => page.getByRole('button', { name: `Change: ${name}` });

  test('PF11 the years of a project are changed where they stand, by keyboard, with their source, and undone', async () => {
    const { page, saved, leave } = await come({ ...deepValueModel });
    const name = 'Years over which building is spread';
    const years = changing(page, `${name}, 4`);
    await years.focus();
    await page.keyboard.press('Enter');
    // The cursor is in the field; what is emptied to be written anew stays where it is.
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('6');
    await saved('depreciationYears').toBe(6);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The accountant');
    await saved('depreciationSource').toBe('The accountant');
    await page.keyboard.press('Escape');
    const changed = changing(page, `${name}, 6`);
    expect(await changed.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByText('The accountant').waitFor();
    await page.getByText(`Changed: ${name}.`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await saved('depreciationYears').toBe(4);
    await saved('depreciationSource').toBeUndefined();
    await years.waitFor();
    await leave();
  }, 60_000);

  test('PF11 counted cases, shares by decision and penalties are changed where they stand', async () => {
    const counted = await come({ ...deepValueModel });
    await changing(counted.page, 'Acting was needed: counted (today), 700 · 1,300').click();
    await counted.page.getByRole('textbox', { name: 'Acting was needed, decided: Acted' }).fill('800');
    await changing(counted.page, 'Acting was needed: counted (today), 800 · 1,300').waitFor();
    await counted.saved('today.rows').toContainEqual({ truth: 'positive', decision: 'act', count: 800 });
    await counted.leave();

    const several = await come({ ...triageModel() });
    await changing(several.page, '“worn”: share by decision (today), 30% · 50% · 10% · 10%').click();
    const share = (decision: string) =>
      several.page.getByRole('textbox', { name: `Of “worn”, decided: ${decision}`, exact: true });
    await share('leave').fill('20');
    // Together they are all of it, so until then it is not kept as an answer, and says so.
    await several.page
      .getByText(/add up to/)
      .first()
      .waitFor();
    await share('service').fill('60');
    await several.saved('today.rates.1').toEqual([0.2, 0.6, 0.1, 0.1]);
    await changing(several.page, 'failing, decided: replace, €120').click();
    await several.page.getByLabel('Likely', { exact: true }).fill('150');
    await several.saved('values.2.2').toEqual({ kind: 'constant', value: { likely: '150' } });
    await several.leave();

    const penalty = await come({ ...delayModel() });
    await changing(penalty.page, 'Penalty 1, €40 beyond 15 minutes').click();
    await penalty.page.getByLabel('Beyond', { exact: true }).fill('20');
    await penalty.page.getByRole('button', { name: 'Add source Penalty' }).click();
    await penalty.page.keyboard.type('The contract');
    await penalty.saved('steps.0').toEqual({
      side: 'under',
      beyond: 20,
      cost: { likely: '40', source: 'The contract' },
    });
    await penalty.leave();
  }, 120_000);
});
