import { describe, expect, test } from 'vitest';
import { valueModelSchema } from './contract.ts';
import { between, churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';

/** The first complaint about a model, as path and sentence. */
function complaintAbout(model: unknown): { path: string; message: string } | undefined {
  const issue = valueModelSchema.safeParse(model).error?.issues[0];
  return issue && { path: issue.path.join('.'), message: issue.message };
}

describe('value model document', () => {
  test('PF11 a complete model of each task is accepted', () => {
    for (const model of [churnModel(), triageModel(), delayModel()]) expect(complaintAbout(model)).toBeUndefined();
  });

  test('PF11 amounts may differ by row, with the mean of a column until there is data', () => {
    const fn = { kind: 'per-row', column: 'contract', rate: '-0.5', plus: '-10', mean: between(1000, 1780, 2500) };
    expect(complaintAbout({ ...churnModel(), values: { ...churnModel().values, fn } })).toBeUndefined();
  });

  test.each([
    [
      'an amount with separators',
      { buildCost: { likely: '1.234,50' } },
      ['buildCost.likely', '"1.234,50" is not an amount.'],
    ],
    [
      'an amount as a number',
      { buildCost: { likely: 5 } },
      ['buildCost.likely', 'An amount is written as text, such as "1234.50", so that no digit is lost; given is 5.'],
    ],
    [
      'a negative cost',
      { runCostPerYear: { likely: '-5' } },
      ['runCostPerYear.likely', 'A cost is written as a positive amount'],
    ],
    [
      'low above likely',
      { runCostPerYear: { low: '9', likely: '10', high: '8' } },
      ['runCostPerYear.high', 'High (8) is below likely (10)'],
    ],
    [
      'low above likely in numbers',
      { adoption: between(0.9, 0.5, 1) },
      ['adoption.low', 'Low (0.9) is above likely (0.5)'],
    ],
    ['low without high', { volumePerYear: { low: 1, likely: 2 } }, ['volumePerYear.high', 'Given is low without high']],
    [
      'a rate of 4 %',
      { baseRate: { likely: 4 } },
      ['baseRate.likely', 'The share of cases that are positive runs from 0 to 1; given is 4.'],
    ],
    ['a rate as text', { baseRate: { likely: '4%' } }, ['baseRate.likely', 'is a number from 0 to 1; given is "4%".']],
    ['no currency', { currency: 'euro' }, ['currency', 'A currency is three capitals such as EUR; given is "euro".']],
    ['a misspelt field', { runcost: { likely: '1' } }, ['', 'Unrecognized key']],
  ])('PF11 %s is refused with a sentence at its place', (_title, change, [path, message]) => {
    const complaint = complaintAbout({ ...churnModel(), ...change });
    expect(complaint?.path).toBe(path);
    expect(complaint?.message).toContain(message);
  });

  test('PF11 a precision that needs more false alarms than there are negatives is refused', () => {
    const today = { kind: 'recall-and-precision', recall: { likely: 0.9 }, precision: { likely: 0.01 } };
    expect(complaintAbout({ ...churnModel(), today })).toEqual({
      path: 'today.precision.likely',
      message:
        'With base rate 0.04 and recall 0.9, a precision of 0.01 needs more false alarms than there are negative cases; ' +
        'the precision is at least 0.036145, that of acting on every negative case.',
    });
    const none = { ...today, precision: { likely: 0 } };
    expect(complaintAbout({ ...churnModel(), today: none })?.message).toContain(
      'A precision of 0 means that no hit is caught',
    );
  });

  test('PF11 two amounts on the same cases must agree on the mean of their column', () => {
    const perRow = (mean: number) => ({
      kind: 'per-row',
      column: 'contract',
      rate: '-1',
      plus: '0',
      mean: { likely: mean },
    });
    const values = { tp: perRow(100), fn: perRow(120), fp: perRow(80), tn: constant('0') };
    expect(complaintAbout({ ...churnModel(), values })).toEqual({
      path: 'values.fn.mean',
      message: 'The column "contract" has mean 120 here and 100 in another amount on the same cases; give one mean.',
    });
  });

  test.each([
    [
      'shares that do not add up',
      { classes: ['a', 'b', 'c'].map((name) => ({ name, share: { likely: 0.3 } })) },
      ['classes', 'add up to 0.9; expected is 1.'],
    ],
    [
      'a missing row of values',
      { values: [] },
      ['values', 'Given are 0 rows; expected is one row for each of the 3 classes.'],
    ],
    [
      'a short row',
      { values: triageModel().values.map((row) => row.slice(1)) },
      ['values.0', 'Given are 3 columns; expected is one for each of the 4 decisions.'],
    ],
    [
      'a decision given twice',
      { decisions: ['leave', 'ask', 'replace', 'ask'] },
      ['decisions.3', 'The name "ask" is given twice'],
    ],
    [
      'an unknown default',
      { defaultDecision: 'pray' },
      ['defaultDecision', '"pray" is not among the decisions; expected is one of: leave, service'],
    ],
    [
      'rates that do not add up',
      {
        today: {
          kind: 'confusion',
          rates: [
            [1, 0, 0, 0],
            [0, 1, 0, 0],
            [0, 0, 0.5, 0],
          ],
        },
      },
      ['today.rates.2', 'The rates of the class "failing" add up to 0.5; expected is 1.'],
    ],
  ])('PF11 multi-class: %s is refused', (_title, change, [path, message]) => {
    const complaint = complaintAbout({ ...triageModel(), ...change });
    expect(complaint?.path).toBe(path);
    expect(complaint?.message).toContain(message);
  });

  const row = { truth: 'positive', decision: 'act', count: 3 };
  const timing = { horizonYears: 4, discountRate: { likely: 0.05 } };
  test.each([
    [
      'a count of half a case',
      { today: { kind: 'cases', rows: [{ ...row, count: 0.5 }] } },
      ['today.rows.0.count', 'A count is a whole number of cases, 0 or more; given is 0.5.'],
    ],
    ['a table with one truth only', { today: { kind: 'cases', rows: [row] } }, ['today.rows', 'no negative case']],
    [
      'segments that are not the whole',
      { segments: ['a', 'b'].map((name) => ({ name, share: { likely: 0.3 } })) },
      ['segments', 'add up to 0.6; expected is 1.'],
    ],
    [
      'two segments of one name',
      { segments: ['a', 'a'].map((name) => ({ name, share: { likely: 0.5 } })) },
      ['segments.1.name', 'The name "a" is given twice'],
    ],
    ['a capacity without a period', { capacity: { cases: { likely: 5 } } }, ['capacity.per', 'Invalid option']],
    [
      'a horizon of no year',
      { timing: { ...timing, horizonYears: 0 } },
      ['timing.horizonYears', 'expected number to be >=1'],
    ],
    [
      'a discount rate of 8',
      { timing: { ...timing, discountRate: { likely: 8 } } },
      ['timing.discountRate.likely', 'The discount rate runs from 0 to 1; given is 8.'],
    ],
    [
      'outcomes before the decision',
      { timing: { ...timing, monthsToOutcome: { likely: -1 } } },
      ['timing.monthsToOutcome.likely', 'The months to the outcome runs from 0 to 360'],
    ],
    ['a pilot of less than no case', { pilot: { cases: -1 } }, ['pilot.cases', 'expected']],
    [
      'a scenario that contradicts itself',
      { scenarios: [{ name: 'few', changes: { baseRate: { likely: 0.9 } } }] },
      ['scenarios.0.changes.today.precision.likely', 'In the scenario "few": With base rate 0.9'],
    ],
    [
      'a scenario with an unknown figure',
      { scenarios: [{ name: 'few', changes: { volume: { likely: 1 } } }] },
      ['scenarios.0.changes', 'Unrecognized key'],
    ],
  ])('PF11 %s is refused with a sentence at its place', (_title, change, [path, message]) => {
    const complaint = complaintAbout({ ...churnModel(), ...change });
    expect(complaint?.path).toBe(path);
    expect(complaint?.message).toContain(message);
  });

  test('PF11 a table of cases names the class or the decision that it does not know', () => {
    const refuse = (rows: object[]) => complaintAbout({ ...triageModel(), today: { kind: 'cases', rows } });
    expect(refuse([{ truth: 'lost', decision: 'leave', count: 1 }])).toMatchObject({ path: 'today.rows.0.truth' });
    expect(refuse([{ truth: 'worn', decision: 'pray', count: 1 }])).toMatchObject({ path: 'today.rows.0.decision' });
    expect(refuse([{ truth: 'worn', decision: 'leave', count: 1 }])?.message).toContain(
      'no cases of: healthy, failing',
    );
  });

  test('PF11 regression needs something to compare with, and costs that stay costs', () => {
    const { today: _today, targetSigma: _sigma, ...alone } = delayModel();
    expect(complaintAbout(alone)?.message).toContain('There is nothing to compare with');
    const gain = { kind: 'per-row', column: 'seats', rate: '1', plus: '-50', mean: between(20, 100, 150) };
    expect(complaintAbout({ ...delayModel(), overCostPerUnit: gain })).toEqual({
      path: 'overCostPerUnit.mean.low',
      message: 'With a mean of 20 the cost per unit is -30; a cost is expected to be 0 or more.',
    });
  });
});
