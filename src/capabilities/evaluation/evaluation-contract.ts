import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField } from '../../platform/endpoint/text-field.ts';
import { judgedSchema } from './judged-contract.ts';

export const evaluationTasks = ['binary', 'multiclass', 'regression'] as const;
export type EvaluationTask = (typeof evaluationTasks)[number];

export const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
export const evaluationParams = problemParams.extend({
  evaluationId: idField.meta({ description: 'Id of the evaluation' }),
});
const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
const columnName = lineField({ min: 1, max: 300 });

/** Which column of the predictions is what. */
const columnsShape = {
  truth: columnName.meta({ description: 'What turned out' }),
  score: z.exactOptional(columnName).meta({ description: 'How sure the model is of the positive class' }),
  predicted: z.exactOptional(columnName).meta({ description: 'The class, decision or number that was predicted' }),
  id: z.exactOptional(columnName).meta({ description: 'Names the case, so that two models are held side by side' }),
  segments: z.array(columnName).max(5).meta({ description: 'Columns whose values are looked at apart' }),
};
const columnsSchema = z.strictObject(columnsShape).meta({ id: 'PredictionColumns' });
export type PredictionColumns = z.infer<typeof columnsSchema>;

export const valueSources = ['level', 'draft', 'none'] as const;

const askedSchema = z
  .object({
    artifact: z.string().meta({ description: 'Place of the predictions among the artifacts of the run' }),
    format: z.enum(['parquet', 'csv', 'json']),
    columns: columnsSchema,
    positiveClass: z.string().nullable(),
    threshold: z
      .number()
      .nullable()
      .meta({ description: 'Acted on from this score; null where classes are predicted' }),
    split: z.string().nullable().meta({ description: 'Part of the data: test, validation, ...' }),
    segment: z.string().nullable().meta({ description: 'Part of the cases that these are; null is all' }),
    bins: z
      .int()
      .meta({ description: 'Most thresholds that are counted; all of them where scores have so many values' }),
    championId: z.string().nullable().meta({ description: 'Evaluation whose cases these are held against one by one' }),
  })
  .meta({ id: 'EvaluationAsked' });
export type Asked = z.infer<typeof askedSchema>;

const pricedBySchema = z
  .object({
    source: z.enum(['level', 'draft']),
    number: z.int().meta({ description: 'Number of the level, or version of the draft' }),
    hash: z.string().meta({ description: 'SHA-256 of the value model' }),
  })
  .meta({ id: 'EvaluationPricedBy' });
export type PricedBy = z.infer<typeof pricedBySchema>;

export const valueToUse = pricedBySchema.omit({ hash: true }).meta({ id: 'EvaluationValue' });
export type ValueToUse = z.infer<typeof valueToUse>;

const dataSchema = z.object({ versionId: z.string(), name: z.string(), number: z.int() });

export const variantSchema = z
  .object({ id: z.string().nullable().meta({ description: 'null: nobody has declared it' }), name: z.string() })
  .meta({ id: 'EvaluatedVariant' });

const summaryShape = {
  id: z.string(),
  runId: z.string(),
  runName: z.string(),
  modelId: z.string().nullable().meta({ description: 'The logged model, where it was told' }),
  variant: variantSchema
    .nullable()
    .meta({ description: 'Of the model, as its run names it now by the tag `peil.variant`; null for none' }),
  task: z.enum(evaluationTasks),
  data: dataSchema.nullable().meta({ description: 'Version of the data; null where it is not known' }),
  asked: askedSchema,
  pricedBy: pricedBySchema.nullable().meta({ description: 'null: no euros, since there was no value model' }),
  rescoredFrom: z
    .string()
    .nullable()
    .meta({ description: 'The evaluation of the same predictions under another value model' }),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.number().min(0).max(1),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  sentence: z.string().nullable().meta({ description: 'What came of it, in your language; null until it is done' }),
  begunBy: z.string().meta({ description: 'Id of the person' }),
  begunAt: moment('When it was begun'),
  finishedAt: moment('When it was finished').nullable(),
};
export const evaluationSchema = z
  .object({
    ...summaryShape,
    warnings: z.array(z.string()).meta({ description: 'What must be known of these figures, in your language' }),
    judged: judgedSchema.nullable().meta({ description: 'null until it is done' }),
    newerValue: valueToUse.nullable().meta({
      description: 'The value model in force, where it prices this task and did not price these figures; null: it did',
    }),
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.infer<typeof evaluationSchema>;

export const qualityMetrics = ['auc', 'f1', 'accuracy', 'meanSize'] as const;

const figuresShape = {
  quality: z.number().nullable().meta({ description: 'Of the metric by which the group is ordered' }),
  qualityOf: z
    .enum(qualityMetrics)
    .nullable()
    .meta({ description: 'Which metric that is: what has no scores has no area under a curve' }),
  perMonth: z.number().nullable().meta({ description: 'Euros a month; null without a value model' }),
  low: z.number().nullable(),
  high: z.number().nullable(),
  levelPerMonth: z.number().nullable().meta({ description: 'Euros a month at which the project pays' }),
};
export const evaluationSummarySchema = z.object({ ...summaryShape, ...figuresShape }).meta({ id: 'EvaluationSummary' });
export type EvaluationSummary = z.infer<typeof evaluationSummarySchema>;

export const listEvaluations = defineEndpoint({
  id: 'listEvaluations',
  method: 'GET',
  path: '/api/problems/:problemId/evaluations',
  permission: 'problem.read',
  summary: 'The evaluations of a problem, the newest first.',
  params: problemParams,
  query: z.object({ runId: z.exactOptional(idField).meta({ description: 'Only those of this run' }) }),
  answer: z.object({ evaluations: z.array(evaluationSummarySchema) }),
  cli: { command: 'evaluation list' },
});

export const readEvaluation = defineEndpoint({
  id: 'readEvaluation',
  method: 'GET',
  path: '/api/problems/:problemId/evaluations/:evaluationId',
  permission: 'problem.read',
  summary: 'What was measured of predictions, what that is worth, and what it says in words.',
  params: evaluationParams,
  answer: evaluationSchema,
  cli: { command: 'evaluation show' },
});

const choice = {
  artifact: lineField({ min: 1, max: 1000 }).meta({
    description: 'Place of the predictions among the artifacts of the run',
  }),
  modelId: z.exactOptional(idField).meta({ description: 'The logged model that predicted' }),
  columns: z
    .exactOptional(
      z.strictObject(
        Object.fromEntries(
          Object.entries(columnsShape).map(([name, field]) => [name, z.exactOptional(field as z.ZodType)]),
        ) as { [Name in keyof typeof columnsShape]: z.ZodExactOptional<(typeof columnsShape)[Name]> },
      ),
    )
    .meta({
      description: 'Which column is what; what is left out is guessed by usual names',
    }),
  positiveClass: z.exactOptional(lineField({ min: 1, max: 200 })).meta({ description: 'The truth that is acted on' }),
  threshold: z.exactOptional(z.number()).meta({ description: 'Acted on from this score; 0.5 unless told' }),
  datasetVersionId: z
    .exactOptional(idField.nullable())
    .meta({ description: 'Left out: the data that the run says it was given' }),
  split: z
    .exactOptional(lineField({ min: 1, max: 60 }))
    .meta({ description: 'Part of the data: test, validation, ...' }),
  segment: z.exactOptional(lineField({ min: 1, max: 120 })).meta({ description: 'Part of the cases that these are' }),
  value: z.exactOptional(z.enum(valueSources)).meta({
    description: 'Which value model: that of the level in force, the draft, or none; the first there is unless told',
  }),
  bins: z.int().min(20).max(10_000).default(1000).meta({ description: 'Most thresholds that are counted' }),
  championId: z
    .exactOptional(idField)
    .meta({ description: 'Evaluation whose cases these are held against one by one' }),
};

export const beginEvaluation = defineEndpoint({
  id: 'beginEvaluation',
  method: 'POST',
  path: '/api/problems/:problemId/runs/:runId/evaluations',
  permission: 'run.log',
  summary:
    'Measures the predictions of a run, and prices them by the value model: a job whose progress can be followed.',
  params: problemParams.extend({ runId: idField.meta({ description: 'Id of the run' }) }),
  body: z.strictObject(choice),
  answer: evaluationSchema,
  status: 201,
  cli: { command: 'evaluation begin' },
});

export const rescoreEvaluation = defineEndpoint({
  id: 'rescoreEvaluation',
  method: 'POST',
  path: '/api/problems/:problemId/evaluations/:evaluationId/rescore',
  permission: 'run.log',
  summary: 'Prices the same predictions by another value model, as an evaluation of its own; the old one stays.',
  params: evaluationParams,
  body: z.strictObject({
    value: z
      .exactOptional(z.enum(['level', 'draft']))
      .meta({ description: 'The level in force unless told; else the draft' }),
    threshold: z.exactOptional(z.number()).meta({ description: 'Another threshold' }),
    championId: z.exactOptional(idField).meta({ description: 'Held against another evaluation' }),
  }),
  answer: evaluationSchema,
  status: 201,
  cli: { command: 'evaluation rescore' },
});

export const rescoreEvaluations = defineEndpoint({
  id: 'rescoreEvaluations',
  method: 'POST',
  path: '/api/problems/:problemId/evaluations/rescore',
  permission: 'run.log',
  summary: 'Prices every evaluation anew that was priced by another value model than the one in force.',
  params: problemParams,
  answer: z.object({ begun: z.array(z.string()).meta({ description: 'Ids of the new evaluations' }) }),
  cli: { command: 'evaluation rescore-all' },
});

export const listPredictions = defineEndpoint({
  id: 'listPredictions',
  method: 'GET',
  path: '/api/problems/:problemId/runs/:runId/predictions',
  permission: 'problem.read',
  summary:
    'The tables among the artifacts of a run that may hold predictions, with their columns and what each seems to be.',
  params: problemParams.extend({ runId: idField.meta({ description: 'Id of the run' }) }),
  answer: z.object({
    task: z
      .enum(evaluationTasks)
      .nullable()
      .meta({ description: 'Of the problem; null where none is chosen that can be evaluated' }),
    tables: z.array(
      z.object({
        artifact: z.string(),
        columns: z.array(z.string()),
        guess: z.object({
          truth: z.string().nullable(),
          score: z.string().nullable(),
          predicted: z.string().nullable(),
          id: z.string().nullable(),
          segments: z.array(z.string()),
        }),
      }),
    ),
    data: z.array(
      dataSchema.extend({ isOfRun: z.boolean().meta({ description: 'The run says that it was given this' }) }),
    ),
    values: z.array(z.object({ source: z.enum(['level', 'draft']), number: z.int() })),
  }),
  cli: { command: 'evaluation predictions' },
});
