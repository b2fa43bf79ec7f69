import { z } from 'zod';

export const verdicts = ['pass', 'warn', 'fail', 'not_assessed'] as const;
export type Verdict = (typeof verdicts)[number];

export const notAssessedCodes = [
  'column_missing',
  'reference_column_missing',
  'no_rows',
  'wrong_type',
  'bound_not_comparable',
  'no_reference',
  'reference_empty',
  'reference_elsewhere',
  'too_many_groups',
  'not_computable',
  'place_changed',
  'place_gone',
  'place_unreachable',
] as const;

export const notAssessedSchema = z
  .object({
    code: z.enum(notAssessedCodes),
    column: z.string().nullable().meta({ description: 'The column it is about' }),
    detail: z.string().nullable().meta({ description: 'The type, bound or message that was met' }),
  })
  .meta({ id: 'NotAssessed', description: 'Why a rule could not be judged; that is never a pass' });
export type NotAssessed = z.infer<typeof notAssessedSchema>;

const outcome = {
  verdict: z.enum(verdicts),
  reason: notAssessedSchema.nullable(),
  rows: z.int().meta({ description: 'Rows looked at' }),
  failing: z.int().nullable().meta({ description: 'Rows that break it; null for rules that are not of rows' }),
  value: z
    .number()
    .nullable()
    .meta({ description: 'Share of rows that keep it (0-1), or the figure; hours for freshness' }),
};

export const ruleResultSchema = z
  .object({
    ruleId: z.string(),
    ...outcome,
    fromProfile: z.exactOptional(z.boolean()).meta({
      description: 'Not the rows were looked at, which are elsewhere, but what was counted of them when they came in',
    }),
    found: z
      .array(z.string())
      .meta({ description: 'What was met: missing columns, new values, the most common value' }),
    groups: z
      .array(z.object({ group: z.string().nullable(), ...outcome }))
      .meta({ description: 'Where a rule is judged per group: the worst 50' }),
    sample: z
      .object({
        columns: z.array(z.string()),
        rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
        masked: z.array(z.string()).meta({ description: 'Columns with personal data, whose values are hidden' }),
      })
      .nullable()
      .meta({ description: 'At most 20 rows that break it' }),
  })
  .meta({ id: 'RuleResult' });
export type RuleResult = z.infer<typeof ruleResultSchema>;
