import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideGate, readGate, readValueModel } from '../../src/capabilities/formulation/contract.ts';
import { proposeMeasuredFigures } from '../../src/capabilities/formulation/propose-measured-figures.ts';
import { decisionTexts } from '../../src/capabilities/formulation/web/decision-texts.ts';
import { gatePageTexts } from '../../src/capabilities/formulation/web/gate-page-texts.ts';
import { measuredTexts } from '../../src/capabilities/formulation/web/measured-texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { systemContext } from '../kit/audited.ts';
import { launchChromium } from '../kit/chromium.ts';
import { openDataGates } from '../kit/data-gates.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { asking, writtenProblem } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const people = [{ name: 'Eva', role: 'sme' as const, meaning: 'approves' }];

describeWithChromium('PF5 PF8 the gate on the data, on the page', () => {
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
      { language: 'en', width: 1280 },
      { language: 'nl', width: 390 },
    ] as const),
  )(
    'PF8 measured figures are taken over, a metric is named, and the go at G2 freezes level 2 beside 1 ($language)',
    async ({ language, width }) => {
      const gates = openDataGates(peil);
      const { problemId } = await writtenProblem(peil);
      const params = { problemId, gate: 'g1' as const };
      const { snapshotHash } = await asking(peil, readGate, { params });
      const terms = { outcome: 'go' as const, reasons: 'It pays.', people, snapshotHash };
      await asking(peil, decideGate, { params, body: terms });
      await proposeMeasuredFigures(systemContext(peil.services), {
        problemId,
        dataset: { versionId: 'v-3', name: 'Nights', number: 3 },
        figures: [
          { path: 'baseRate', value: { low: 0.048, likely: 0.051, high: 0.054 }, how: '1,530 of 30,000 rows' },
          { path: 'volumePerYear', value: { likely: 30_000 }, how: '30,000 rows in a year' },
        ],
      });
      const t = measuredTexts[language];
      const d = decisionTexts[language];
      const g = gatePageTexts[language];
      const to = `/problems/${problemId}/decision`;
      const { page, look, complaints, leave } = await openVisit(browser, peil.address, { to, language, width });
      const button = (name: string | RegExp) => page.getByRole('button', { name });

      // From the gate, where it is open, to the place where it is answered.
      const gate = page.getByRole('region', { name: g.gates.g2.name });
      await gate
        .getByText(language === 'en' ? 'Answer sufficiency.rows.' : 'Beantwoord sufficiency.rows.')
        .first()
        .waitFor();
      await look('G2 with open items');
      await page.goto(`${peil.address}/problems/${problemId}/value?field=measured`);
      const measured = page.getByRole('region', { name: t.title, exact: true });
      await measured.getByText(/1,530 of 30,000 rows/).waitFor();
      await look('figures that were measured');
      await measured
        .getByRole('button', { name: new RegExp(`^${t.take}`) })
        .first()
        .click();
      await page.getByText(t.taken).first().waitFor();
      const { model } = await asking(peil, readValueModel, { params: { problemId } });
      expect(model).toMatchObject({ baseRate: { likely: 0.051 }, volumePerYear: { likely: 50_000 } });
      await measured
        .getByRole('button', { name: new RegExp(`^${t.leave}`) })
        .first()
        .click();
      await measured.getByLabel(t.leaveReason).fill('A strange year.');
      await measured.getByRole('button', { name: t.leave, exact: true }).click();
      await page.getByText(t.left).first().waitFor();
      await measured.getByText(t.settled({ count: 2 })).click();
      await measured.getByText(/A strange year/).waitFor();

      const metrics = page.getByRole('region', { name: t.metrics });
      await metrics.getByRole('combobox').selectOption({ label: t.names.recall });
      await metrics.getByRole('textbox').fill('What is caught does not stop.');
      await metrics.getByRole('button', { name: new RegExp(`^${t.keep}`) }).click();
      await page.getByText(t.kept).first().waitFor();
      await look('the metric of a key result');

      gates.open.g2 = [];
      await page.goto(`${peil.address}/problems/${problemId}/decision`);
      await gate.getByRole('radio', { name: g.later.g2.outcomes.go.name, exact: true }).click();
      await gate.getByLabel(d.reasons, { exact: true }).fill('There are rows enough.');
      await gate.getByRole('button', { name: g.later.g2.confirm.go }).click();
      await page.getByText(g.later.g2.recorded.go).first().waitFor();
      await gate.getByText('There are rows enough.').waitFor();
      await page.getByRole('heading', { name: d.level({ number: 2 }) }).waitFor();
      const beside = page.getByRole('region', { name: t.beside, exact: true }).first();
      await beside.getByText(t.besideLead({ from: 1, to: 2 })).waitFor();
      await beside
        .getByRole('columnheader', { name: t.level({ number: 1 }), exact: true })
        .first()
        .waitFor();
      // The next gate is there, and says what it waits for no more.
      await page.getByRole('region', { name: g.gates.g3.name }).getByText(d.evidence).waitFor();
      await look('level 2 beside level 1');
      expect(await button(g.later.g3.confirm.go).count()).toBe(0);
      expect(complaints).toEqual([]);
      await leave();
    },
    120_000,
  );
});
