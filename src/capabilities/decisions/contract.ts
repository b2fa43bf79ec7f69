import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from '../identity/contract.ts';

export const gates = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'] as const;
export type GateId = (typeof gates)[number];

export const outcomes = ['go', 'conditional_go', 'no_go', 'defer', 'reopen'] as const;
export type Outcome = (typeof outcomes)[number];

export const reasonsField = textField({ max: 20_000, min: 1 })
  .refine((text) => text.trim() !== '', { error: 'Give the reasons in words' })
  .meta({ description: 'Why, in words that can be read years later' });

export const redirectSchema = z
  .strictObject({
    kind: z.enum(['rule', 'process_change', 'buy', 'nothing', 'other']),
    text: textField({ max: 5000, min: 1 }).meta({ description: 'What will be done instead, and by whom' }),
  })
  .meta({ description: 'Where the solution is sought instead' });
export type Redirect = z.infer<typeof redirectSchema>;

const personSchema = z
  .strictObject({
    userId: z.exactOptional(idField).meta({ description: 'Id, for somebody who signs in here' }),
    name: z.exactOptional(lineField({ max: 200, min: 1 })).meta({ description: 'Name, for somebody who does not' }),
    role: problemRoleSchema,
    meaning: lineField({ max: 300, min: 1 }).meta({ description: 'What the name stands for: "approves the go"' }),
  })
  .meta({ description: 'Somebody who decided: by id or by name' });
export type NamedPerson = z.infer<typeof personSchema>;

export const peopleField = z
  .array(
    personSchema.refine(({ userId, name }) => (userId === undefined) !== (name === undefined), {
      error: 'Name each person by userId or by name, one of the two',
    }),
  )
  .min(1, { error: 'Name at least one person who decided' })
  .max(50);

export const decisionSchema = z.object({
  id: z.string(),
  gate: z.enum(gates),
  number: z.int().meta({ description: 'From 1, within this gate of this problem' }),
  outcome: z.enum(outcomes),
  reasons: z.string(),
  redirect: redirectSchema.nullable(),
  reviewDate: z.string().nullable().meta({ description: 'With defer: year-month-day' }),
  people: z.array(personSchema),
  recordedBy: z.string().meta({ description: 'Id of the person who recorded it' }),
  at: z.int().meta({ description: 'When; epoch milliseconds, UTC' }),
  snapshotHash: z.string().meta({ description: 'SHA-256 of the evidence it was taken on' }),
});
export type Decision = z.infer<typeof decisionSchema>;

export const differenceSchema = z.object({
  path: z.string().meta({ description: 'Place in the evidence, such as objectives.0.keyResults.1.target' }),
  before: z.unknown().meta({ description: 'Absent: it was not there' }),
  after: z.unknown().meta({ description: 'Absent: it is gone' }),
});
export type Difference = z.infer<typeof differenceSchema>;

const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });

export const listDecisions = defineEndpoint({
  id: 'listDecisions',
  method: 'GET',
  path: '/api/problems/:problemId/decisions',
  permission: 'problem.read',
  summary: 'Every decision on the problem, the newest first.',
  params: problemParams,
  answer: z.object({ decisions: z.array(decisionSchema) }),
  cli: { command: 'decision list' },
});

export const readDecision = defineEndpoint({
  id: 'readDecision',
  method: 'GET',
  path: '/api/problems/:problemId/decisions/:decisionId',
  permission: 'problem.read',
  summary: 'One decision with the evidence it was taken on, word for word.',
  params: problemParams.extend({ decisionId: idField.meta({ description: 'Id of the decision' }) }),
  answer: decisionSchema.extend({
    snapshot: z.record(z.string(), z.unknown()).meta({ description: 'The evidence whose hash was signed' }),
  }),
  cli: { command: 'decision show' },
});
