import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { decisionSchema, outcomes, peopleField, reasonsField, redirectSchema } from '../decisions/contract.ts';
import { withinProblem } from './problem-contract.ts';
import { stations } from './thread-contract.ts';

/** The gates of formulation; the others come with the capabilities that bring their evidence. */
const gateParams = withinProblem('gate', 'Which gate').extend({
  gate: z.enum(['g1']).meta({ description: 'g1: is machine learning the answer?' }),
});

export const gateItemSchema = z.object({
  id: z.string().meta({ description: 'Stable name of the item, such as opportunity.evidence' }),
  station: z.enum(stations).meta({ description: 'Where it can be answered' }),
  field: z.string().nullable().meta({ description: 'The field within the station' }),
  isDone: z.boolean(),
  message: z.string().meta({ description: 'What is asked, in your language' }),
});
export type GateItem = z.infer<typeof gateItemSchema>;

export const gateSchema = z.object({
  gate: z.enum(['g1']),
  items: z.array(gateItemSchema).meta({ description: 'The evidence that a go needs, done and open' }),
  openItems: z.int(),
  allowedOutcomes: z
    .array(z.enum(outcomes))
    .meta({ description: 'What can be decided now; a go only when nothing is open' }),
  snapshotHash: z
    .string()
    .meta({ description: 'SHA-256 of the evidence as it stands now: send it with the decision to show what you saw' }),
  lastDecision: decisionSchema.nullable(),
});
export type Gate = z.infer<typeof gateSchema>;

export const readGate = defineEndpoint({
  id: 'readGate',
  method: 'GET',
  path: '/api/problems/:problemId/gates/:gate',
  permission: 'problem.read',
  summary: 'The gate: its evidence, what is still open, and what can be decided now.',
  params: gateParams,
  answer: gateSchema,
  cli: { command: 'gate show' },
});

export const decideGate = defineEndpoint({
  id: 'decideGate',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/decisions',
  permission: 'gate.decide',
  summary: 'Decides the gate on the evidence you saw: go, no-go, defer, or reopen after a no-go.',
  params: gateParams,
  body: z
    .strictObject({
      snapshotHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'Send the snapshotHash of the gate as you read it: 64 hexadecimal digits' })
        .meta({ description: 'The snapshotHash of the gate as you saw it' }),
      outcome: z.enum(outcomes),
      reasons: reasonsField,
      people: peopleField,
      redirect: z.exactOptional(redirectSchema),
      reviewDate: z
        .exactOptional(z.iso.date({ error: 'Write the date as year-month-day, such as 2027-06-30' }))
        .meta({ description: 'With defer: when it is looked at again' }),
    })
    .superRefine(({ outcome, redirect, reviewDate }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (outcome === 'no_go' && !redirect) refuse('redirect', 'A no-go says where the solution is sought instead');
      if (outcome !== 'no_go' && redirect) refuse('redirect', 'Only a no-go has a redirect: leave it out');
      if (outcome === 'defer' && !reviewDate) refuse('reviewDate', 'A defer says when it is looked at again');
      if (outcome !== 'defer' && reviewDate) refuse('reviewDate', 'Only a defer has a review date: leave it out');
    }),
  answer: decisionSchema,
  status: 201,
  cli: { command: 'gate decide' },
});
