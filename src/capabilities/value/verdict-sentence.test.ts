import { describe, expect, test } from 'vitest';
import type { Verdict } from './contract.ts';
import { evaluateValueModel, verdictSentence } from './index.ts';
import { churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';
import { roundUpPercent } from './verdict.ts';

/** Both sentences, with ordinary spaces for reading. */
function sentences(verdict: Verdict): string[] {
  return (['en', 'nl'] as const).map((language) => verdictSentence(verdict, language).replaceAll('\u00A0', ' '));
}

describe('the verdict', () => {
  test('PF11 a binary model must catch a share of the cases with a share of false alarms', () => {
    const { verdict } = evaluateValueModel(churnModel());
    expect(verdict).toEqual({ kind: 'must-catch', recallPercent: 36, falseAlarmPercent: 2, against: 'today' });
    expect(sentences(verdict)).toEqual([
      'The model must catch at least 36 of 100 with at most 2 % false alarms, else today’s practice is cheaper.',
      'Het model moet er minstens 36 van de 100 vinden met hoogstens 2 % vals alarm, anders is de huidige praktijk goedkoper.',
    ]);
  });

  test('PF11 percents round up, so that the sentence is true', () => {
    expect([0.358, 0.36, 0.3600000000001, 0.3601, 1, 0].map(roundUpPercent)).toEqual([36, 36, 36, 37, 100, 0]);
  });

  test('PF11 with few positives the false alarms named are fewer still', () => {
    const rare = churnModel({
      baseRate: { likely: 0.001 },
      runCostPerYear: { likely: '5000' },
      buildCost: { likely: '0' },
    });
    const { verdict } = evaluateValueModel(rare);
    expect(verdict).toMatchObject({ kind: 'must-catch', falseAlarmPercent: 0.05 });
    expect(sentences(verdict)[0]).toContain('with at most 0.05 % false alarms');
    expect(sentences(verdict)[1]).toContain('met hoogstens 0,05 % vals alarm');
  });

  test('PF11 a project that costs more than perfect decisions bring never pays', () => {
    const { verdict } = evaluateValueModel(churnModel({ runCostPerYear: { likely: '1000000' } }));
    expect(verdict).toMatchObject({ kind: 'never-pays', reason: 'fixed-cost-too-high' });
    expect(sentences(verdict)).toEqual([
      'No model pays: perfect decisions bring €909,000 a year over today’s practice, and the project costs €1,030,000 a year.',
      'Geen model loont: volmaakte beslissingen leveren € 909.000 per jaar op boven de huidige praktijk, en het project kost € 1.030.000 per jaar.',
    ]);
  });

  test.each([
    ['no cases', { volumePerYear: { likely: 0 } }, ['no-cases', 'there are no cases to decide']],
    ['no adoption', { adoption: { likely: 0 } }, ['no-adoption', 'nobody would follow it']],
    ['no positives', { baseRate: { likely: 0 } }, ['nothing-to-gain', 'even perfect decisions bring nothing over']],
    [
      'false alarms that cost nothing',
      { values: { tp: constant('-330'), fn: constant('-900'), fp: constant('0'), tn: constant('0') } },
      ['nothing-to-gain', 'even perfect decisions bring nothing over acting on every case'],
    ],
  ])('PF11 %s: never pays, with its reason', (_title, change, [reason, text]) => {
    const { verdict } = evaluateValueModel(churnModel(change));
    expect(verdict).toMatchObject({ kind: 'never-pays', reason });
    expect(sentences(verdict)[0]).toContain(text);
    expect(sentences(verdict)[1]).toMatch(/^Geen model loont: /);
  });

  test('PF11 where even knowing nothing beats the rival every model pays', () => {
    const free = { runCostPerYear: { likely: '0' }, buildCost: { likely: '0' } };
    const verdict: Verdict = { kind: 'always-pays', against: 'today' };
    const { overCostPerUnit: _over, ...rest } = delayModel({ ...free, steps: [] });
    const free2 = { ...rest, overCostPerUnit: constant('0'), underCostPerUnit: constant('0') };
    const today = { kind: 'yearly-cost' as const, costPerYear: { likely: '10' } };
    const { targetSigma: _sigma, ...without } = free2;
    expect(evaluateValueModel({ ...without, today }).verdict).toEqual(verdict);
    expect(sentences(verdict)).toEqual([
      'Any model pays: even one that knows nothing costs less than today’s practice.',
      'Elk model loont: zelfs een model dat niets weet kost minder dan de huidige praktijk.',
    ]);
  });

  test('PF11 acting that helps on negatives only is judged by the share of what is to be won', () => {
    const values = { tp: constant('-990'), fn: constant('-900'), fp: constant('60'), tn: constant('0') };
    const { today: _today, ...model } = { ...churnModel({ values }), baseRate: { likely: 0.5 } };
    const { verdict } = evaluateValueModel(model);
    // 120 000 of the 1 500 000 that perfect decisions bring over doing nothing.
    expect(verdict).toEqual({ kind: 'must-bring', percent: 8, against: 'nothing' });
    expect(sentences(verdict)).toEqual([
      'The model must bring at least 8 % of what perfect decisions would bring, else doing nothing is cheaper.',
      'Het model moet minstens 8 % opleveren van wat volmaakte beslissingen zouden opleveren, anders is niets doen goedkoper.',
    ]);
  });

  test('PF11 where the project costs nothing any improvement pays', () => {
    const verdict: Verdict = { kind: 'must-bring', percent: 0, against: 'all' };
    expect(sentences(verdict)).toEqual([
      'Any model that decides better than acting on every case pays: the project itself costs nothing.',
      'Elk model dat beter beslist dan bij elk geval ingrijpen loont: het project zelf kost niets.',
    ]);
  });

  test('PF11 a multi-class model must be right in a share of the cases', () => {
    const { verdict } = evaluateValueModel(triageModel());
    expect(sentences(verdict)).toEqual([
      'The model must be right in at least 71 of 100 cases, else today’s practice is cheaper.',
      'Het model moet het in minstens 71 van de 100 gevallen goed hebben, anders is de huidige praktijk goedkoper.',
    ]);
  });

  test('PF11 a regression model must keep its typical error below a size, rounded down', () => {
    const { verdict } = evaluateValueModel(delayModel({ adoption: { likely: 0.8 } }));
    expect(verdict).toEqual({ kind: 'must-err-less', sigma: 9.38, unit: 'minutes', against: 'today' });
    expect(sentences(verdict)).toEqual([
      'The model’s typical error (one standard deviation) must stay at or below 9.38 minutes, else today’s practice is cheaper.',
      'De typische fout van het model (één standaardafwijking) mag hoogstens 9,38 minutes zijn, anders is de huidige praktijk goedkoper.',
    ]);
  });
});
