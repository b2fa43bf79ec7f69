import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFinding, keepFinding } from '../../src/capabilities/exploration/contract.ts';
import {
  decideGate,
  linkMetric,
  listMeasuredFigures,
  readGate,
  readValueModel,
  takeMeasuredFigures,
} from '../../src/capabilities/formulation/contract.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import {
  planContentSchema,
  readSufficiency,
  writeSufficiencyPlan,
} from '../../src/capabilities/sufficiency/contract.ts';
import { planTexts } from '../../src/capabilities/sufficiency/web/plan-texts.ts';
import { sufficiencyPageTexts } from '../../src/capabilities/sufficiency/web/texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { judgedData, machineData, wholePlan } from '../kit/judged-data.ts';
import { keepPicture, problemsInEveryLook, readers } from '../kit/every-look.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const people = [{ name: 'Eva', role: 'sme' as const, meaning: 'approves' }];

describeWithChromium('PF7 whether the data is enough, on the page', () => {
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

  async function begunProblem() {
    const written = await writtenProblem(peil);
    const params = { problemId: written.problemId, gate: 'g1' as const };
    const { snapshotHash } = await asking(peil, readGate, { params });
    const terms = { outcome: 'go' as const, reasons: 'It pays.', people, snapshotHash };
    await asking(peil, decideGate, { params, body: terms });
    return written;
  }

  test.each(
    walkedIn('nl', [
      { language: 'en', width: 1280 },
      { language: 'nl', width: 390 },
    ] as const),
  )(
    'PF7 a plan is completed and confirmed, the checks run, the expert answers, and G2 is decided ($language)',
    async ({ language, width }) => {
      const { problemId, keyResultId } = await begunProblem();
      const { datasetId, dataRequirementId, cut } = await machineData(peil, problemId);
      // All but what is filled in by hand below: what is predicted, which rows test, and whether it may be used.
      const open = { target: null, positive: null, split: null, isAllowed: null, basis: '' };
      const content = planContentSchema.parse({ ...wholePlan(datasetId, cut), ...open });
      const place = { problemId, dataRequirementId };
      await asking(peil, writeSufficiencyPlan, { params: place, body: { content }, version: 0 });
      const t = sufficiencyPageTexts[language];
      const p = planTexts[language];
      const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
        to: `/problems/${problemId}/data`,
        language,
        width,
      });
      const button = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

      await page.getByRole('link', { name: t.toChecks }).click();
      await page.getByRole('heading', { name: t.title, level: 1 }).waitFor();
      await button(p.open).click();
      await page.getByLabel(p.target, { exact: true }).selectOption('stopped');
      await page.getByLabel(p.positive).fill('1');
      await page.getByLabel(p.splitBy, { exact: true }).selectOption('time');
      await button(p.keep).click();
      await page
        .getByRole('alert')
        .getByText(p.problems.not_a_day({ typed: '' }))
        .waitFor();
      await page.getByLabel(p.cut).fill(cut);
      await page.getByLabel(p.isAllowed).selectOption('yes');
      await page.getByLabel(p.basis).fill('It is about machines.');
      await look('the form of the plan');
      await keepPicture(page, `sufficiency-form-${width}-${language}`);
      await button(p.keep).click();
      await page.getByText(p.kept).first().waitFor();
      await button(t.confirm).click();
      await page.getByText(t.confirmed).first().waitFor();

      await button(t.run).click();
      await page.getByText(t.begun).first().waitFor();
      await page.getByText(/0\s?%/).first().waitFor();
      await peil.services.jobs.runDue();
      await page.getByText(t.verdicts.conditional).first().waitFor();
      await look('checks that ask');
      await keepPicture(page, `sufficiency-asked-${width}-${language}`);

      const unanswered = async () => {
        const { requirements } = await asking(peil, readSufficiency, {
          params: { problemId },
          headers: { 'accept-language': language },
        });
        return requirements.flatMap(({ judged }) => judged?.checks ?? []).filter(({ isUnanswered }) => isUnanswered);
      };
      for (const { check, question } of await unanswered()) {
        const group = page.getByRole('radiogroup', { name: question ?? '' });
        await group.getByRole('radio', { name: t.answers.as_expected }).check();
        await button(`${t.answer} ${t.checks[check]}`).click();
        await group.waitFor({ state: 'detached' });
      }
      expect(await unanswered()).toEqual([]);
      await page.getByText(t.verdicts.sufficient, { exact: true }).waitFor();

      await settleTheRest({ problemId, keyResultId, datasetId });
      await page.goto(`${peil.address}/problems/${problemId}/decision`);
      const d = decisionTexts[language];
      const g = gatePageTexts[language];
      const gate = page.getByRole('region', { name: g.gates.g2.name });
      await gate.getByRole('radio', { name: g.later.g2.outcomes.go.name, exact: true }).click();
      await gate.getByLabel(d.reasons, { exact: true }).fill('There are rows enough.');
      await gate.getByRole('button', { name: g.later.g2.confirm.go }).click();
      await page.getByText(g.later.g2.recorded.go).first().waitFor();
      expect(complaints).toEqual([]);
      await leave();
    },
    240_000,
  );

  /** What G2 asks beside sufficiency: what was measured is taken over, a metric named, a finding answered. */
  async function settleTheRest(ids: { problemId: string; keyResultId: string; datasetId: string }) {
    const { problemId, keyResultId } = ids;
    const params = { problemId };
    const { figures } = await asking(peil, listMeasuredFigures, { params });
    const waiting = figures.filter(({ state }) => state === 'proposed').map(({ id }) => id);
    expect(waiting.length).toBeGreaterThan(0);
    const { version } = await asking(peil, readValueModel, { params });
    await asking(peil, takeMeasuredFigures, { params, body: { ids: waiting }, version });
    const body = { metric: 'recall' as const, text: 'What is caught does not stop.' };
    await asking(peil, linkMetric, { params: { problemId, keyResultId }, body, version: 0 });
    const { requirements } = await asking(peil, readSufficiency, { params });
    const versionId = requirements[0]?.judged?.run.datasetVersionId ?? '';
    const spec = { x: 'hall', target: { column: 'stopped' } };
    const finding = await asking(peil, keepFinding, {
      params,
      body: { versionId, spec, remark: 'Hall 2 stops more.' },
    });
    const answer = { kind: 'explained' as const, text: 'Its machines are older.' };
    await asking(peil, answerFinding, { params: { problemId, findingId: finding.id }, body: answer });
  }

  test.each(walkedIn('en', readers))(
    'PF7 what was judged reads well in both widths and schemes, in $language',
    async (reader) => {
      const { problemId } = await begunProblem();
      await judgedData(peil, problemId);
      const to = `/problems/${problemId}/data/sufficiency`;
      const { page, complaints, leave } = await openVisit(browser, peil.address, { to, ...reader });
      await page.locator('.sufficiency__check').first().waitFor();
      for (const each of await page.locator('details').all()) await each.locator('summary').click();
      await page.locator('.chart__canvas canvas').first().waitFor();
      expect([...(await problemsInEveryLook(page, 'judged', reader)), ...complaints]).toEqual([]);
      await leave();
    },
  );
});
