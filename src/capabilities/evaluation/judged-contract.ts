import { z } from 'zod';

const share = z.number().min(0).max(1);
const rate = z
  .object({ count: z.int(), total: z.int(), value: share, low: share, high: share })
  .meta({ id: 'MeasuredRate', description: 'What was counted, with the Wilson interval of 95 %' });

const countsSchema = z
  .object({
    rows: z.int().meta({ description: 'Of the table' }),
    cases: z.int().meta({ description: 'That were measured' }),
    withoutTruth: z.int(),
    unknownTruth: z.int().meta({ description: 'Truths that are no class of the value model' }),
    withoutPrediction: z.int().meta({ description: 'No score, class or number; NaN counts as none' }),
    withoutAmount: z.int().meta({ description: 'Amounts of the value model that are no number' }),
    repeatedIds: z.int().nullable().meta({ description: 'Rows whose id stands above them already; null without ids' }),
  })
  .meta({ id: 'EvaluationCounts' });
export type EvaluationCounts = z.infer<typeof countsSchema>;

const binaryMetrics = z
  .object({
    recall: rate.nullable(),
    precision: rate.nullable(),
    falseAlarms: rate.nullable().meta({ description: 'Of the cases that need nothing, those acted on' }),
    accuracy: rate.nullable(),
    baseRate: rate.nullable(),
    f1: share.nullable(),
    auc: share.nullable(),
    logLoss: z.number().nullable().meta({ description: 'null where scores are no probabilities' }),
    brier: z.number().nullable(),
  })
  .meta({ id: 'BinaryMetrics' });

const curvePoint = z.object({
  threshold: z.number(),
  tp: z.int(),
  fp: z.int(),
  fn: z.int(),
  tn: z.int(),
  perMonth: z.number().nullable(),
});

const cellsSchema = z.array(z.array(z.int())).meta({ description: 'Cases [truth][decision]' });

const sliceSchema = z.object({
  column: z.string(),
  parts: z.array(
    z.object({
      kind: z.enum(['value', 'missing', 'others']),
      value: z.string().nullable(),
      cases: z.int(),
      quality: z.number().nullable().meta({ description: 'Recall, accuracy, or the mean size of the error' }),
      qualityLow: z.number().nullable(),
      qualityHigh: z.number().nullable(),
      falseAlarms: z.number().nullable(),
      perCase: z.number().nullable().meta({ description: 'Euros by case' }),
      total: z
        .number()
        .nullable()
        .meta({ description: 'Euros of these cases: those of all parts add up to the whole' }),
    }),
  ),
});

const binaryQuality = z.object({
  task: z.literal('binary'),
  truths: z.array(z.string()),
  decisions: z.array(z.string()),
  cells: cellsSchema,
  metrics: binaryMetrics,
  curve: z.array(curvePoint).meta({ description: 'From the lowest threshold to the highest; each counted exactly' }),
  isExact: z.boolean().meta({ description: 'Every score is a point of the curve' }),
  calibration: z.array(z.object({ cases: z.int(), said: share, happened: rate })),
});

const multiclassQuality = z.object({
  task: z.literal('multiclass'),
  truths: z.array(z.string()),
  decisions: z.array(z.string()),
  cells: cellsSchema,
  accuracy: rate.nullable(),
  macroF1: share.nullable(),
  classes: z.array(
    z.object({ name: z.string(), recall: rate.nullable(), precision: rate.nullable(), f1: share.nullable() }),
  ),
});

const regressionQuality = z.object({
  task: z.literal('regression'),
  unit: z.string().nullable(),
  meanError: z.number().meta({ description: 'Prediction minus truth: the bias' }),
  meanSize: z.number().meta({ description: 'Mean of the size of the error (MAE)' }),
  rootMeanSquare: z.number(),
  r2: z.number().nullable(),
  quantiles: z.array(z.object({ share, error: z.number() })),
  histogram: z.array(z.object({ from: z.number(), to: z.number(), cases: z.int() })),
  deciles: z
    .array(
      z.object({
        cases: z.int(),
        from: z.number(),
        to: z.number(),
        meanPredicted: z.number(),
        meanTruth: z.number(),
        meanSize: z.number().meta({ description: 'Mean of the size of the error' }),
        total: z.number().nullable().meta({ description: 'Euros of these cases' }),
      }),
    )
    .meta({ description: 'Tenths of the cases, from the lowest prediction to the highest' }),
});

const intervalShape = { low: z.number(), high: z.number() };
const wayKinds = ['nothing', 'all', 'constant', 'today', 'perfect', 'expected', 'level'] as const;

const eurosSchema = z
  .object({
    currency: z.string(),
    perCase: z.number().meta({ description: 'Mean of the rows; as every figure here at the likely amounts' }),
    perMonth: z.number().meta({ description: 'By case, times the cases a year, over twelve' }),
    perThousand: z.number().meta({ description: 'Of 1,000 decisions' }),
    total: z.number().meta({ description: 'Of the cases that were measured' }),
    ...intervalShape,
    against: z.array(
      z.object({
        kind: z.enum(wayKinds),
        perMonth: z.number(),
        difference: z.number().meta({ description: 'Euros a month that the model brings over it' }),
        ...intervalShape,
      }),
    ),
    interval: z.object({
      method: z.enum(['dirichlet', 'bootstrap']),
      draws: z.int(),
      seed: z.int(),
    }),
    threshold: z
      .object({
        best: z.number().nullable().meta({ description: 'From where acting pays best; null: acting on nothing does' }),
        perMonth: z.number(),
        regret: z.number().meta({ description: 'Euros a month that the threshold in use leaves' }),
      })
      .nullable(),
    champion: z
      .object({
        evaluationId: z.string(),
        runName: z.string(),
        cases: z.int().meta({ description: 'That both have, by id' }),
        difference: z.number().meta({ description: 'Euros a month over the champion, on those cases' }),
        ...intervalShape,
      })
      .nullable(),
    volumePerYear: z.number(),
    expectedBaseRate: z.number().nullable(),
  })
  .meta({
    id: 'EvaluationEuros',
    description: 'Bounds are of 95 %, from which cases there were; amounts are taken as certain',
  });
export type Euros = z.infer<typeof eurosSchema>;

export const judgedSchema = z
  .object({
    counts: countsSchema,
    caseDigest: z.exactOptional(z.string().nullable()).meta({
      description:
        'Of the ids and truths of the cases, whatever their order: equal where the cases are the same. null without ids; left out where an older release measured',
    }),
    quality: z.discriminatedUnion('task', [binaryQuality, multiclassQuality, regressionQuality]),
    slices: z.array(sliceSchema),
    euros: eurosSchema.nullable(),
  })
  .meta({ id: 'EvaluationJudged' });
export type Judged = z.infer<typeof judgedSchema>;
export type Quality = Judged['quality'];
export type Slice = z.infer<typeof sliceSchema>;
export type MeasuredRate = z.infer<typeof rate>;
