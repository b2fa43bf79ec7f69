import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { valueResultSchema } from './contract.ts';
import { describeValueModel, evaluateValueModel, verdictSentence } from './index.ts';
import { between, churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';
import { countRate } from './wilson.ts';

/*
 * Amounts below are of an independent script (Python, plain floats, the formulas of the notes in costs; Wilson's from
 * his paper, the payback by walking the months in steps of a thousandth), printed here to the digits it gave.
 */
const quick = { draws: 1000 };
const expected = { recall: { likely: 0.6 }, falsePositiveRate: { likely: 0.05 } };

describe('models of before', () => {
  const uncertain = churnModel({
    volumePerYear: between(40_000, 50_000, 65_000),
    baseRate: between(0.03, 0.04, 0.05),
    adoption: between(0.5, 0.8, 0.95),
    values: {
      tp: constant('-330', '-420', '-280'),
      fn: constant('-900', '-1200', '-700'),
      fp: constant('-60', '-90', '-40'),
      tn: constant('0'),
    },
    expected: { recall: between(0.4, 0.55, 0.7), falsePositiveRate: between(0.02, 0.04, 0.08) },
  });

  // Hashes of the answers before a model could have these parts: levels were signed over them.
  test.each([
    ['certain', churnModel(), '642af7e539572f5a304b9e1617da5a053dc73929a915005193f81737e705e592'],
    ['uncertain', uncertain, '699a57deadd750f8d71ed8581a4218355f01006a236eef039ca8665632e64a03'],
    ['several decisions', triageModel(), '1cf55f16af3ffc9ee9760818df5098bbc1a01e2ef57ecae87db98f198106927f'],
    ['an amount', delayModel(), '29860a56810b81ffe31c07eac2112710544dd2f14bba5fa6f306e369e57181dc'],
  ])('PF11 the answer to a model without new parts stays the same byte for byte: %s', (_what, model, hash) => {
    const answer = JSON.stringify(evaluateValueModel(model, quick));
    expect(createHash('sha256').update(answer).digest('hex')).toBe(hash);
  });
});

describe('a table of cases', () => {
  const rows = [
    { truth: 'positive' as const, decision: 'act' as const, count: 700 },
    { truth: 'positive' as const, decision: 'leave' as const, count: 1300 },
    { truth: 'negative' as const, decision: 'act' as const, count: 2800 },
    { truth: 'negative' as const, decision: 'leave' as const, count: 45_200 },
  ];

  test('PF11 rates, volume and their Wilson intervals follow from the counts', () => {
    const result = evaluateValueModel(churnModel({ today: { kind: 'cases', months: 6, rows } }), quick);
    expect(result.baselines.find(({ kind }) => kind === 'today')?.costPerYear).toBe('1569000.00');
    expect(result.cases).toMatchObject({ cases: 50_000, volumePerYear: 100_000 });
    const rates = result.cases?.measures.map(({ name, value, low, high }) => [name, value, low, high]);
    expect(rates).toEqual([
      ['recall', 0.35, expect.closeTo(0.32940189345498666, 12), expect.closeTo(0.37117322072938913, 12)],
      ['precision', 0.2, expect.closeTo(0.18708031470705763, 12), expect.closeTo(0.21357749910087434, 12)],
      [
        'falsePositiveRate',
        2800 / 48_000,
        expect.closeTo(0.056271772089832646, 12),
        expect.closeTo(0.06046558243267692, 12),
      ],
      ['baseRate', 0.04, expect.any(Number), expect.any(Number)],
    ]);
    // What was counted is uncertain by itself.
    expect(result.tornado.map(({ path }) => path).sort()).toEqual(['today.falsePositiveRate', 'today.recall']);
  });

  test('PF11 the interval of 40 of 50 is .670 to .888, and it stays a share at the ends', () => {
    const rate = countRate(40, 50);
    expect([rate?.low.toFixed(3), rate?.high.toFixed(3)]).toEqual(['0.670', '0.888']);
    expect(countRate(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(0.16112515805281938, 12) });
    expect(countRate(20, 20)).toMatchObject({ high: 1 });
    expect(countRate(0, 0)).toBeUndefined();
  });

  test('PF11 rows of one truth and decision add up; of several decisions the counts give the rates', () => {
    const halves = rows.flatMap((row) => [
      { ...row, count: row.count / 2 },
      { ...row, count: row.count / 2 },
    ]);
    expect(evaluateValueModel(churnModel({ today: { kind: 'cases', rows: halves } }), quick).cases?.cases).toBe(50_000);
    const { classes, decisions } = triageModel();
    const rates = [
      [0.9, 0.05, 0, 0.05],
      [0.3, 0.5, 0.1, 0.1],
      [0.2, 0.1, 0.5, 0.2],
    ];
    const counted = classes.flatMap(({ name }, truth) =>
      decisions.map((decision, index) => ({ truth: name, decision, count: 1000 * (rates[truth]?.[index] ?? 0) })),
    );
    const today = { kind: 'cases' as const, rows: counted, runCostPerYear: { likely: '5000' } };
    const result = evaluateValueModel(triageModel({ today }), quick);
    expect(result.baselines).toEqual(evaluateValueModel(triageModel(), quick).baselines);
    expect(result.cases?.measures).toContainEqual(
      expect.objectContaining({ name: 'rate', truth: 'worn', decision: 'service', value: 0.5 }),
    );
  });
});

describe('capacity', () => {
  const room = (cases: number, precision?: number) => ({
    cases: { likely: cases / 12 },
    per: 'month' as const,
    ...(precision === undefined ? {} : { precision: { likely: precision } }),
  });

  test('PF11 what does not fit is left: as sure as all alarms, or as sure as the surest are known to be', () => {
    const scaled = evaluateValueModel(churnModel({ expected, capacity: room(3000) }), quick);
    expect(scaled.netPerYear).toBe('99000.00');
    expect(scaled.capacity).toMatchObject({ casesPerYear: 3000, isBinding: true, shareOfCases: 0.06 });
    const sure = evaluateValueModel(churnModel({ expected, capacity: room(3000, 0.4) }), quick);
    expect(sure.netPerYear).toBe('225000.00');
    // K·prec/(N·π) = 3000·0.4/2000.
    expect(sure.capacity?.reachableRecall).toBeCloseTo(0.6, 12);
    expect(sure.baselines.find(({ kind }) => kind === 'all')?.costPerYear).toBe('1904400.00');
    const alone = evaluateValueModel(churnModel({ capacity: room(3000, 0.4) }), quick);
    expect(alone.netPerYear).toBe('225000.00');
    expect(alone.interval.performance).toBe('expected');
  });

  test('PF11 the break-even and its sentence account for the room', () => {
    const { capacity, verdict, breakEven } = evaluateValueModel(churnModel({ expected, capacity: room(3000) }), quick);
    expect(capacity?.precisionNeeded).toEqual({ kind: 'required', value: expect.closeTo(0.28095238095238095, 12) });
    expect(verdict).toMatchObject({ kind: 'must-be-precise', precisionPercent: 29, highestRecallPercent: 100 });
    expect(verdictSentence(verdict, 'en')).toBe(
      'There is room to act on 3,000 cases a year: at least 29 of 100 of them must need it, else today’s practice is cheaper.',
    );
    if (breakEven.task !== 'binary') throw new Error('a binary model breaks even as one');
    const frontier = breakEven.against.find(({ rival }) => rival === 'today')?.frontier ?? [];
    for (const { outcome, recall = 0, falsePositiveRate } of frontier)
      if (outcome === 'required') expect(0.04 * recall + 0.96 * falsePositiveRate).toBeLessThanOrEqual(0.06 + 1e-9);
    expect(frontier.find(({ falsePositiveRate }) => falsePositiveRate === 0.05)?.outcome).toBe('impossible');
    expect(frontier.find(({ falsePositiveRate }) => falsePositiveRate === 0.02)?.outcome).toBe('required');
  });

  test('PF11 room that is enough changes nothing; room for a third can be too little for any model', () => {
    const plain = evaluateValueModel(churnModel({ expected }), quick);
    const { capacity, ...wide } = evaluateValueModel(churnModel({ expected, capacity: room(50_000) }), quick);
    expect(wide).toEqual(plain);
    expect(capacity).toMatchObject({ isBinding: false, shareOfCases: 1, highestRecall: 1 });
    const scarce = evaluateValueModel(
      churnModel({ expected, capacity: room(1000), runCostPerYear: { likely: '0' } }),
      quick,
    );
    expect(verdictSentence(scarce.verdict, 'nl')).toContain(
      'in te grijpen: minstens 51 van de 100 daarvan moeten dat nodig hebben, anders is de huidige praktijk goedkoper. ' +
        'Met deze ruimte vindt geen enkel model er meer dan 50 van de 100.',
    );
    const half = evaluateValueModel(churnModel({ capacity: room(1000) }), quick);
    expect(half.baselines.find(({ kind }) => kind === 'perfect')).toMatchObject({
      costPerYear: '1230000.00',
      recall: 0.5,
    });
    const tight = evaluateValueModel(churnModel({ capacity: room(600) }), quick);
    expect(tight.verdict).toMatchObject({ kind: 'never-pays', reason: 'capacity-too-small' });
    expect(verdictSentence(tight.verdict, 'nl')).toContain('Geen model loont met de ruimte die er is');
  });

  test('PF11 a capacity of a day, a week, a quarter and a year count as so many a year', () => {
    const yearly = (['day', 'week', 'month', 'quarter', 'year'] as const).map(
      (per) =>
        evaluateValueModel(churnModel({ capacity: { cases: { likely: 2 }, per } }), quick).capacity?.casesPerYear,
    );
    expect(yearly).toEqual([730, 104, 24, 8, 2]);
  });
});

describe('segments', () => {
  const segments = [
    { name: 'private', share: { likely: 0.7 }, baseRate: { likely: 0.02 }, values: { fn: constant('-500') } },
    {
      name: 'business',
      share: { likely: 0.3 },
      baseRate: { likely: 0.26 / 3 },
      values: { fn: constant('-1200'), tp: constant('-400') },
    },
  ];
  const at = { recall: { likely: 0.55 }, falsePositiveRate: { likely: 0.03 } };

  test('PF11 each part says what the model brings in it, and they add up to the whole', () => {
    const result = evaluateValueModel(churnModel({ segments, expected: at }), quick);
    expect(result.segments?.baseRate).toBeCloseTo(0.04, 12);
    expect(
      result.segments?.parts.map(({ name, gainPerYear, pays, casesPerYear }) => [
        name,
        gainPerYear,
        pays,
        casesPerYear,
      ]),
    ).toEqual([
      ['private', '82110.00', true, 35_000],
      ['business', '231290.00', true, 15_000],
    ]);
    expect(result.netPerYear).toBe('193400.00');
    expect(result.segments?.netWherePays).toBe('193400.00');
    expect(result.baselines.find(({ kind }) => kind === 'today')?.costPerYear).toBe('1672350.00');
  });

  test('PF11 a part in which acting does not help does not pay, and leaving it alone brings more', () => {
    const [first, second] = segments;
    const useless = { ...first, name: 'idle', share: { likely: 0.7 }, values: { fn: constant('-330') } };
    const model = churnModel({
      segments: [useless, second!],
      expected: at,
      today: { kind: 'yearly-cost', costPerYear: { likely: '5000000' } },
    });
    const { segments: found, netPerYear } = evaluateValueModel(model, quick);
    expect(found?.parts[0]).toMatchObject({ threshold: { kind: 'never-act' } });
    expect(Number(found?.netWherePays)).toBeGreaterThanOrEqual(Number(netPerYear));
  });

  test('PF11 parts that say nothing of their own are the whole', () => {
    const alike = [0.5, 0.3, 0.2].map((likely, index) => ({ name: `part ${index}`, share: { likely } }));
    const { segments: _, ...split } = evaluateValueModel(churnModel({ segments: alike, expected }), quick);
    const { netPerYear, baselines, verdict } = evaluateValueModel(churnModel({ expected }), quick);
    expect(split).toMatchObject({
      netPerYear,
      baselines: baselines.map(({ costPerYear }) => ({ costPerYear })),
      verdict,
    });
  });
});

describe('value over the years', () => {
  // Net value a year over today without fixed cost is 450,000 by the yearly cost of today.
  const priced = (monthsToOutcome: number) =>
    churnModel({
      today: { kind: 'yearly-cost', costPerYear: { likely: '1110000' } },
      runCostPerYear: { likely: '120000' },
      buildCost: { likely: '300000' },
      timing: {
        horizonYears: 4,
        discountRate: { likely: 0.08 },
        ...(monthsToOutcome === 0 ? {} : { monthsToOutcome: { likely: monthsToOutcome } }),
      },
    });

  test.each([
    [0, '793001.86', 10.91],
    [6, '584668.52', 19.091],
    [18, '183433.96', 35.455],
  ])(
    'PF11 with outcomes after %d months the present value and the payback are those of the script',
    (months, npv, payback) => {
      const { cashFlow } = evaluateValueModel(priced(months), quick);
      expect(cashFlow).toMatchObject({
        netPresentValue: npv,
        p05: npv,
        p95: npv,
        chancePositive: 1,
        chancePaidBack: 1,
      });
      expect(Math.abs((cashFlow?.paybackMonths ?? 0) - payback)).toBeLessThan(2e-3);
      expect(cashFlow?.months).toHaveLength(49);
      expect(cashFlow?.months[0]).toEqual({ month: 0, likely: '-300000.00', p05: '-300000.00', p95: '-300000.00' });
      const undiscounted = cashFlow?.years.reduce((sum, { net }) => sum + Number(net), -300_000);
      expect(Number(cashFlow?.months.at(-1)?.likely)).toBeCloseTo(undiscounted ?? 0, 1);
      expect(describeValueModel(priced(months)).netPresentValue).toBe(npv);
    },
  );

  test('PF11 what does not pay back within the horizon says so', () => {
    const late = evaluateValueModel(priced(46), quick).cashFlow;
    expect(late?.paybackMonths).toBeUndefined();
    expect(late).toMatchObject({ chancePaidBack: 0, chancePositive: 0 });
  });
});

describe('scenarios', () => {
  const scenarios = [
    { name: 'pessimistic', changes: { volumePerYear: { likely: 30_000 }, values: { fn: constant('-600') } } },
    { name: 'merger', note: 'Twice the clients.', changes: { volumePerYear: { likely: 100_000 } } },
  ];

  test('PF11 each is the base case with its changes, side by side with it', () => {
    const lines = evaluateValueModel(churnModel({ expected, scenarios }), quick).scenarios ?? [];
    expect(lines.map(({ name }) => name)).toEqual([null, 'pessimistic', 'merger']);
    const alone = [
      churnModel({ expected }),
      churnModel({
        expected,
        volumePerYear: { likely: 30_000 },
        values: { ...churnModel().values, fn: constant('-600') },
      }),
      churnModel({ expected, volumePerYear: { likely: 100_000 } }),
    ].map((model) => evaluateValueModel(model, quick));
    for (const [index, { netPerYear, ceiling, verdict, interval }] of alone.entries())
      expect(lines[index]).toMatchObject({ netPerYear, verdict, ceilingPerYear: ceiling.perYear, p05: interval.p05 });
  });
});

test('PF11 the answer with every part is what the contract says, also as JSON', () => {
  const model = churnModel({
    expected: { recall: between(0.3, 0.6, 0.7), falsePositiveRate: between(0.02, 0.05, 0.09) },
    today: {
      kind: 'cases',
      rows: [
        { truth: 'positive', decision: 'act', count: 3 },
        { truth: 'negative', decision: 'leave', count: 9 },
      ],
    },
    capacity: { cases: between(100, 200, 300), per: 'month' },
    segments: [
      { name: 'one', share: between(0.3, 0.5, 0.6) },
      { name: 'two', share: { likely: 0.5 }, baseRate: between(0.01, 0.02, 0.2) },
    ],
    timing: { horizonYears: 30, discountRate: between(0, 0.05, 0.1), monthsToOutcome: between(0, 3, 24) },
    pilot: { cases: 300, cost: { likely: '5000' } },
    scenarios: [
      { name: 'less', changes: { adoption: { likely: 0.2 }, capacity: { cases: { likely: 1 }, per: 'day' } } },
    ],
  });
  const result = evaluateValueModel(model, quick);
  expect(valueResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  expect(JSON.stringify(result)).not.toContain('NaN');
});
