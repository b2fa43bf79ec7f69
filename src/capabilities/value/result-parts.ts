import { z } from 'zod';
import { money, required, share, threshold, verdict } from './result-fields.ts';

const countedRate = {
  count: z.number(),
  total: z.number(),
  value: share,
  low: share,
  high: share,
};

/** What today's table of cases says. */
export const casesPart = z
  .object({
    cases: z.number(),
    volumePerYear: z.exactOptional(z.number()),
    measures: z.array(
      z.object({
        name: z.enum(['recall', 'precision', 'falsePositiveRate', 'baseRate', 'share', 'rate']),
        truth: z.exactOptional(z.string()),
        decision: z.exactOptional(z.string()),
        ...countedRate,
      }),
    ),
  })
  .meta({ description: 'What the table of cases of today says, with Wilson intervals of 95 %' });

export const capacityPart = z
  .object({
    casesPerYear: z.number().meta({ description: 'K: the cases a year that can be acted on' }),
    shareOfCases: share,
    isBinding: z.boolean().meta({ description: 'The model points at more cases than there is room for' }),
    highestRecall: share.meta({ description: 'Reached when every case acted on needs it: K/(N·π)' }),
    reachableRecall: share.meta({ description: 'Of the model expected, else a perfect one: K·precision/(N·π)' }),
    precisionNeeded: required.meta({ description: 'Share of the K cases that must need acting to break even' }),
  })
  .meta({ description: 'What the room to act allows' });

export const segmentsPart = z
  .object({
    baseRate: z.exactOptional(share).meta({ description: 'Of all parts together; of a model that acts or not' }),
    parts: z.array(
      z.object({
        name: z.string(),
        share,
        casesPerYear: z.number(),
        baseRate: z.exactOptional(share),
        threshold: z.exactOptional(threshold),
        gainPerYear: money.meta({
          description: 'What the model brings in this part over the best baseline of the whole',
        }),
        pays: z.boolean(),
      }),
    ),
    netWherePays: money.meta({ description: 'Net value a year when the model is used only in the parts that pay' }),
  })
  .meta({ description: 'The parts of the volume; gains add up to the net value plus the fixed cost' });

export const cashFlowPart = z
  .object({
    horizonYears: z.int(),
    discountRate: z.number(),
    monthsToOutcome: z.number(),
    netPresentValue: money.meta({ description: '−I + Σ (benefit − running cost)/(1 + d)^t, t in whole years' }),
    p05: money,
    p50: money,
    p95: money,
    chancePositive: share,
    paybackMonths: z.exactOptional(z.number()).meta({
      description: 'After which the cumulated cash flow is no longer negative; absent: not within the horizon',
    }),
    chancePaidBack: share.meta({ description: 'Share of the draws that pay back within the horizon' }),
    years: z.array(z.object({ year: z.int(), benefit: money, runCost: money, net: money, discounted: money })),
    months: z
      .array(z.object({ month: z.int(), likely: money, p05: money, p95: money }))
      .meta({ description: 'Cumulated cash flow at the end of each month, not discounted; month 0 is the building' }),
  })
  .meta({ description: 'Value over the years' });

export const pilotPart = z
  .object({
    cases: z.int(),
    cost: z.exactOptional(money),
    valueOfSampleInformation: money.meta({ description: 'EVSI: the most a pilot of this size may cost' }),
    valueOfPerfectInformation: money.meta({ description: 'EVPI: the most any pilot may cost' }),
    valueOfKnowingRates: money.meta({
      description: 'What a pilot without end would be worth: it shows rates, not prices',
    }),
    curve: z.array(z.object({ cases: z.int(), value: money })),
  })
  .meta({ description: 'What labelled cases are worth knowing before the decision, for one year of use' });

export const scenariosPart = z
  .array(
    z.object({
      name: z.string().nullable().meta({ description: 'null: the base case' }),
      netPerYear: money,
      ceilingPerYear: money,
      p05: money,
      p95: money,
      chancePositive: share,
      netPresentValue: z.exactOptional(money),
      verdict,
    }),
  )
  .meta({ description: 'The base case and its variants, side by side' });
