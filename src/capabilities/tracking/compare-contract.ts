import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { runStatuses } from './run.ts';
import { runChoiceFields } from './search-contract.ts';
import { moment, problemParams } from './shared-contract.ts';

const dataSchema = z.object({
  name: z.string().meta({ description: 'As the client calls it, or as the version of the problem is called' }),
  versionId: z.string().nullable().meta({ description: 'null: no version of a data set of this problem' }),
  context: z.string().nullable().meta({ description: 'What it was used for: training, testing' }),
});

const evaluationSchema = z.object({
  id: z.string(),
  protocol: z.string().meta({ description: 'Under what it was evaluated, in words' }),
  finishedAt: moment('When it was done'),
  threshold: z.number().nullable().meta({ description: 'Acted on from this score; null where none is' }),
  others: z.int().meta({ description: 'How many other evaluations the run has' }),
});

const comparedRunSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.enum(runStatuses),
    isDeleted: z.boolean(),
    startedAt: moment('When it began').nullable(),
    endedAt: moment('When it ended').nullable(),
    experiment: z.string().meta({ description: 'What its experiment is called' }),
    variant: z.string().nullable().meta({ description: 'Of the model; null: it names none' }),
    data: z.array(dataSchema),
    commit: z.string().nullable().meta({ description: 'Version of the code; null: nobody said' }),
    isDirty: z.boolean().nullable().meta({ description: 'Whether the code was changed since; null: nobody said' }),
    source: z.string().nullable().meta({ description: 'The file or notebook that ran' }),
    evaluation: evaluationSchema
      .nullable()
      .meta({ description: 'The one whose figures stand here; null: its predictions were not evaluated' }),
  })
  .meta({ id: 'ComparedRun' });
export type ComparedRun = z.infer<typeof comparedRunSchema>;

const cellSchema = z
  .union([z.number(), z.string()])
  .nullable()
  .meta({ description: 'null: the run has none; what is no finite number is a text: NaN, Infinity, -Infinity' });

const rowSchema = z.object({
  key: z.string(),
  differs: z.boolean().meta({ description: 'Not the same in every run' }),
  values: z.array(cellSchema).meta({ description: 'Of each run, in their order' }),
});

const groupSchema = z
  .object({
    protocol: z.string().meta({ description: 'On what they were measured, in words' }),
    variant: z.string().nullable(),
    isKnown: z.boolean().meta({ description: 'false: nobody said on what, so none is better than another' }),
    runIds: z.array(z.string()),
    reasons: z
      .array(z.string())
      .meta({ description: 'Why they do not compare with the first group, in your language' }),
    repair: z.string().nullable().meta({ description: 'What would make them comparable' }),
  })
  .meta({ id: 'ComparableRuns' });
export type ComparableRuns = z.infer<typeof groupSchema>;

export const comparisonSchema = z
  .object({
    runs: z.array(comparedRunSchema),
    total: z.int().meta({ description: 'How many are as was asked for; only the first are compared' }),
    params: z.array(rowSchema),
    metrics: z.array(rowSchema).meta({ description: 'The last value of each, as the client logged it' }),
    figures: z
      .array(rowSchema)
      .meta({ description: 'What Peil counted itself: `quality` of the predictions, `euros` a month' }),
    protocols: z
      .array(z.object({ key: z.string(), words: z.string(), runs: z.int() }))
      .meta({ description: 'Under which these runs were evaluated, and how many; the one of most first' }),
    protocol: z
      .string()
      .nullable()
      .meta({ description: 'Key of the one under which the first group was evaluated; null: judged by a metric' }),
    leftOut: z.int().meta({ description: 'Parameters and metrics that few of them have, and that were left out' }),
    by: z.string().nullable().meta({ description: 'By what they are judged here; null: nothing was measured' }),
    isLowBetter: z.boolean(),
    groups: z
      .array(groupSchema)
      .meta({ description: 'Only within a group does one compare with another; largest first' }),
    bestId: z.string().nullable().meta({ description: 'The best of the first group; null where nothing can be said' }),
    telling: z.array(z.string()).meta({ description: 'Parameters that say most of what makes a run better, by key' }),
    finding: z
      .array(z.string())
      .meta({ description: 'What differs most between the best and the others, in sentences' }),
  })
  .meta({ id: 'RunComparison' });
export type RunComparison = z.infer<typeof comparisonSchema>;

export const compareRuns = defineEndpoint({
  id: 'compareRuns',
  method: 'GET',
  path: '/api/problems/:problemId/runs/compare',
  permission: 'problem.read',
  summary:
    'Runs side by side: parameters, metrics, data, code; what compares with what, which is best, and what differs most from the others.',
  params: problemParams,
  query: z.object({
    runs: z
      .exactOptional(textField({ max: 10_000 }))
      .meta({ description: 'Ids with commas between, at most 100; without them those of the search' }),
    ...runChoiceFields,
    limit: z.coerce.number().int().min(1).max(500).default(500).meta({ description: 'Of the search, the newest' }),
    by: z.exactOptional(textField({ max: 300 })).meta({
      description: 'Judged by metrics.auc, evaluation.quality or evaluation.euros; what most have unless told',
    }),
    protocol: z.exactOptional(textField({ max: 100 })).meta({
      description:
        'Key of a protocol: runs that were evaluated under it are compared by that evaluation; by the one that most share unless told',
    }),
    better: z
      .exactOptional(z.enum(['low', 'high']))
      .meta({ description: 'Which way is better; by the name of the metric unless told' }),
    variants: z
      .enum(['apart', 'together'])
      .default('apart')
      .meta({ description: 'Whether runs of different variants of the model compare' }),
  }),
  answer: comparisonSchema,
});

const codeSchema = z
  .object({
    runId: z.string(),
    name: z.string(),
    commit: z.string().nullable(),
    branch: z.string().nullable(),
    repository: z.string().nullable(),
    source: z.string().nullable(),
    changes: z
      .object({
        state: z.enum(['none', 'kept', 'lost', 'unknown']).meta({
          description: 'Since the commit; lost: the code was changed and nobody kept how; unknown: nobody said',
        }),
        text: z.string().nullable().meta({ description: 'As it was logged' }),
        isCut: z.boolean().meta({ description: 'There is more than this' }),
      })
      .meta({ description: 'What was changed since the commit' }),
    environment: z.string().nullable().meta({ description: 'The file that says which packages it ran with' }),
  })
  .meta({ id: 'CodeOfRun' });
export type CodeOfRun = z.infer<typeof codeSchema>;

export const codeComparisonSchema = z
  .object({
    first: codeSchema,
    second: codeSchema,
    packages: z
      .array(
        z.object({
          name: z.string(),
          first: z.string().nullable().meta({ description: 'Its version; null: not there' }),
          second: z.string().nullable(),
        }),
      )
      .meta({ description: 'Packages that are not the same' }),
    samePackages: z.int().meta({ description: 'How many are the same' }),
    sentences: z.array(z.string()).meta({ description: 'What is not the same, in your language' }),
  })
  .meta({ id: 'CodeComparison' });
export type CodeComparison = z.infer<typeof codeComparisonSchema>;

export const compareRunCode = defineEndpoint({
  id: 'compareRunCode',
  method: 'GET',
  path: '/api/problems/:problemId/runs/compare/code',
  permission: 'problem.read',
  summary: 'The code of two runs side by side: commit, what was changed since as it was logged, and packages.',
  params: problemParams,
  query: z.object({
    first: idField.meta({ description: 'Id of a run' }),
    second: idField.meta({ description: 'Id of another run' }),
  }),
  answer: codeComparisonSchema,
  cli: { command: 'run code' },
});
