import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { type Count, countedHandOf, minutesOf } from '../kit/counted-hand.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import * as walk from '../kit/first-walk.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import type { WalkLanguage } from '../kit/walk-words.ts';
import { asking } from '../kit/written-problem.ts';

const minutes = 60_000;
/** What the path may take of one person alone, from "New problem" to a signed go. */
const most = { clicks: 25, minutes: 15 };

describeWithChromium('PF1 PF4 PF5 PF6 PF11 RM1 the path alone, counted', () => {
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

  /** The path as the page leads, station by station; what each took is kept. */
  async function walkAlone(language: WalkLanguage) {
    const visit = await openVisit(browser, peil.address, { language });
    const hand = countedHandOf(visit.page);
    const walker = { ...walk.walkerOf(visit, hand, language), look: async () => undefined };
    const taken: (Count & { at: string })[] = [];
    const took = (at: string) => taken.push({ at, ...hand.count });
    await walk.begin(walker, `Machines stop at night (${language})`);
    took('new problem');
    await walk.answerRequiredQuestions(walker);
    took('opportunity');
    await walk.acceptOpportunity(walker);
    await walk.goOn(walker, 'requirements');
    took('accepted');
    await walk.writeObjective(walker);
    await walk.goOn(walker, 'translation');
    took('requirements');
    await walk.translate(walker);
    await walk.goOn(walker, 'value');
    took('translation');
    await walk.writeValue(walker);
    await walk.goOn(walker, 'risk');
    took('value');
    await walk.classify(walker);
    await walk.goOn(walker, 'decision');
    took('risk');
    await walk.writeAlternatives(walker);
    await walk.decideAlone(walker, 'The frontier can be reached, says the plant in Leiden.');
    took('decision');
    return { visit, taken, total: hand.count };
  }

  test.each(['en', 'nl'] as const)(
    'PF5 from a new problem to a signed go: at most 25 clicks and 15 minutes of reading and typing, in %s',
    async (language) => {
      const { visit, taken, total } = await walkAlone(language);
      const said = (count: Count) =>
        `${count.clicks} clicks, ${count.words} words, ${count.characters} characters: ${minutesOf(count).toFixed(1)} minutes`;
      const lines = taken.map(({ at, ...count }) => `  up to ${at}: ${said(count)}\n`);
      process.stdout.write(`In ${language}:\n${lines.join('')}`);
      expect(total.clicks, said(total)).toBeLessThanOrEqual(most.clicks);
      expect(minutesOf(total), said(total)).toBeLessThanOrEqual(most.minutes);

      const problemId = /problems\/([^/]+)/.exec(visit.page.url())?.[1] ?? '';
      const params = { problemId };
      expect((await asking(peil, formulation.readProblem, { params })).phase).toBe('modelling');
      const gate = await asking(peil, formulation.readGate, { params: { ...params, gate: 'g1' } });
      expect(gate.policy.name).toBe('light');
      expect(gate.riskClass).toBe('minimal');
      expect(gate.items.filter(({ isAsked, isDone }) => isAsked && !isDone)).toEqual([]);
      expect(gate.items.filter(({ id, isAsked }) => isAsked && /^(translation|risk)\./.test(id)).length).toBe(10);
      const { lastDecision } = gate;
      expect(lastDecision).toMatchObject({ outcome: 'go' });
      const { levels } = await asking(peil, formulation.listLevels, { params });
      expect(levels).toMatchObject([{ number: 1, decisionId: lastDecision?.id }]);
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    10 * minutes,
  );
});
