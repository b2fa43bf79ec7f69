import { z } from 'zod';
import { baselineKind, money, point, required, rivalKind, share, threshold, verdict } from './result-fields.ts';
import { capacityPart, casesPart, cashFlowPart, pilotPart, scenariosPart, segmentsPart } from './result-parts.ts';

const baseline = z.object({
  kind: baselineKind,
  valuePerYear: money,
  costPerYear: money.meta({ description: 'The same with the sign turned: pages may speak of costs' }),
  recall: z.exactOptional(share),
  falsePositiveRate: z.exactOptional(share),
  decision: z.exactOptional(z.string()),
});

const frontierPoint = z.object({
  falsePositiveRate: share,
  recall: z.exactOptional(z.number()).meta({ description: 'Recall needed; above 1 when impossible' }),
  precision: z.exactOptional(share),
  outcome: z.enum(['required', 'any', 'impossible']),
});

const minimumAuc = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('required'), auc: share, at: point }),
    z.object({ kind: z.literal('any') }),
    z.object({ kind: z.literal('impossible'), shortfallPerYear: money }),
  ])
  .meta({ description: 'Least area under a binormal ROC curve that breaks even' });

const binaryBreakEven = z.object({
  task: z.literal('binary'),
  benefitPerHit: money,
  harmPerFalseAlarm: money,
  threshold,
  isoCostSlope: z.exactOptional(z.number()).meta({ description: 'Slope of lines of equal value in the ROC square' }),
  against: z.array(
    z.object({
      rival: rivalKind,
      frontier: z.array(frontierPoint),
      region: z.object({ kind: z.enum(['all', 'part', 'none']), corners: z.array(point) }),
      minimumAuc,
    }),
  ),
});

const multiclassBreakEven = z.object({
  task: z.literal('multiclass'),
  bestDecisions: z.array(z.object({ truth: z.string(), decision: z.string(), value: money })),
  against: z.array(z.object({ rival: rivalKind, accuracy: required })),
});

const regressionBreakEven = z.object({
  task: z.literal('regression'),
  unit: z.string(),
  bestQuantile: share,
  against: z.array(
    z.object({
      rival: rivalKind,
      sigmaAtBestQuantile: required,
      sigmaUnbiased: required,
    }),
  ),
});

const ceiling = z.object({
  rival: rivalKind,
  perYear: money.meta({
    description: 'What perfect decisions bring over the rival: the most the project may cost a year',
  }),
  buildCost: money.meta({ description: 'The most it may cost to build, after its running cost' }),
  requiredShare: required.meta({ description: 'Share of what perfect decisions bring that pays the fixed cost' }),
});

const interval = z.object({
  draws: z.int(),
  seed: z.int(),
  shape: z.enum(['pert', 'triangular']),
  performance: z
    .enum(['expected', 'perfect'])
    .meta({ description: 'Of which model: the one the team expects, or a perfect one when none was given' }),
  mean: money,
  standardError: money,
  p05: money,
  p50: money,
  p95: money,
  chancePositive: share,
  valueOfPerfectInformation: money.meta({ description: 'The most a pilot may cost' }),
  histogram: z.array(z.object({ from: money, to: money, count: z.int() })),
});

const tornadoBar = z.object({
  path: z.string().meta({ description: 'Place of the figure in the value model' }),
  low: z.number(),
  likely: z.number(),
  high: z.number(),
  netAtLow: money,
  netAtHigh: money,
  swing: money,
});

/**
 * The answer to one value model. All amounts in `currency`, by year unless the name says otherwise. The last parts are
 * there when the model asks for them, so that the answer to a model without them stays the same.
 */
export const valueResultSchema = z
  .object({
    task: z.enum(['binary', 'multiclass', 'regression']),
    currency: z.string(),
    period: z.literal('year'),
    fixedCostPerYear: money.meta({ description: 'Running cost plus build cost over its years' }),
    baselines: z.array(baseline),
    best: rivalKind.meta({ description: 'The baseline of the highest value: what the project has to beat' }),
    ceiling: ceiling.meta({ description: 'Over the best baseline' }),
    ceilings: z.array(ceiling),
    netPerYear: money.meta({
      description:
        'Value of the model (the expected one, else a perfect one) over the best baseline at the likely figures, after fixed cost',
    }),
    breakEven: z.discriminatedUnion('task', [binaryBreakEven, multiclassBreakEven, regressionBreakEven]),
    interval,
    tornado: z.array(tornadoBar),
    verdict,
    cases: z.exactOptional(casesPart),
    capacity: z.exactOptional(capacityPart),
    segments: z.exactOptional(segmentsPart),
    cashFlow: z.exactOptional(cashFlowPart),
    pilot: z.exactOptional(pilotPart),
    scenarios: z.exactOptional(scenariosPart),
  })
  .meta({ id: 'ValueResult' });

export type ValueResult = z.infer<typeof valueResultSchema>;
export type BreakEven = ValueResult['breakEven'];
export type Verdict = z.infer<typeof verdict>;
