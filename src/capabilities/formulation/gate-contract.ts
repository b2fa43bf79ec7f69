import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import {
  conditionSchema,
  decisionSchema,
  differenceSchema,
  gateRuleSchema,
  outcomes,
  peopleField,
  policyGates,
  policyNameSchema,
  proposalSchema,
  refuseTerms,
  riskClasses,
  signOffSchema,
  termsSchema,
  verdicts,
  waiverSchema,
} from '../decisions/contract.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { problemParams, withinProblem } from './problem-contract.ts';
import { stations } from './thread-contract.ts';

const gateParams = withinProblem('gate', 'Which gate').extend({
  gate: z.enum(policyGates).meta({
    description:
      'g0: is this a problem worth the work? g1: is machine learning the answer? g2: are the data enough? g3: how is it made, and with what? The last two are there where something installed brings their evidence',
  }),
});
const proposalParams = gateParams.extend({ proposalId: idField.meta({ description: 'Id of the proposal' }) });

export const gateItemSchema = z.object({
  id: z.string().meta({ description: 'Stable name of the item, such as opportunity.evidence' }),
  station: z.enum(stations).meta({ description: 'Where it can be answered' }),
  field: z.string().nullable().meta({ description: 'The field within the station' }),
  talk: z
    .string()
    .nullable()
    .meta({ description: 'The conversation to answer it in: the `talk` of an address of the page' }),
  isDone: z.boolean(),
  isAsked: z.boolean().meta({ description: 'The policy asks for it; otherwise it is advice' }),
  waiver: waiverSchema.nullable().meta({ description: 'Somebody took it on their name that this stays open' }),
  youMayWaive: z.boolean().meta({ description: 'You decide here, and may take it on your name that this stays open' }),
  youMayTakeBack: z.boolean().meta({ description: 'You may ask again for what was left open' }),
  message: z.string().meta({ description: 'What is asked, in your language' }),
});
export type GateItem = z.infer<typeof gateItemSchema>;

const obstacleSchema = z.object({
  kind: z.enum([
    'prohibited',
    'item',
    'waivers',
    'unsigned',
    'stale',
    'objection',
    'quorum',
    'one_person',
    'proposer',
    'decider',
  ]),
  item: z.string().nullable(),
  roles: z.array(problemRoleSchema),
  message: z.string().meta({ description: 'What stands in the way and what to do, in your language' }),
});
export type ObstacleSaid = z.infer<typeof obstacleSchema>;

const proposalShown = proposalSchema.extend({
  signOffs: z.array(
    signOffSchema.extend({
      isFresh: z
        .boolean()
        .meta({ description: 'false: it no longer counts, since the evidence changed or its time has passed' }),
      isExpired: z.boolean().meta({ description: 'Signed longer ago than the policy lets a signature count' }),
      changedSince: z.array(differenceSchema).meta({ description: 'What changed since this was signed' }),
    }),
  ),
});
export type ShownProposal = z.infer<typeof proposalShown>;

export const gateSchema = z
  .object({
    gate: z.enum(policyGates),
    opensAfter: z
      .enum(policyGates)
      .nullable()
      .meta({ description: 'The gate that must have a go before anything can be decided here; null: it has' }),
    laterGates: z
      .array(z.enum(policyGates))
      .meta({ description: 'Gates that come after this one here, in their order' }),
    items: z.array(gateItemSchema).meta({ description: 'The evidence, done and open' }),
    openItems: z.int().meta({ description: 'How many items the policy asks for are open and not waived' }),
    allowedOutcomes: z
      .array(z.enum(outcomes))
      .meta({ description: 'What can be proposed now; a go as long as no more is open than may be waived by name' }),
    snapshotHash: z
      .string()
      .meta({ description: 'SHA-256 of the evidence as it stands now: send it along to show what you saw' }),
    riskClass: z.enum([...riskClasses, 'unassessed', 'prohibited']),
    policy: policyNameSchema,
    rule: gateRuleSchema,
    proposal: proposalShown.nullable().meta({ description: 'What is on the table' }),
    obstacles: z
      .array(obstacleSchema)
      .meta({ description: 'What stands between what is on the table (or a go) and your decision on it' }),
    yourRoles: z
      .array(z.object({ role: problemRoleSchema, onBehalfOf: z.string().nullable() }))
      .meta({ description: 'Roles in which you may sign here' }),
    isAlone: z
      .boolean()
      .meta({ description: 'Personal mode: one person holds every role, and four eyes are waived by name' }),
    lastDecision: decisionSchema.nullable(),
    conditions: z.array(conditionSchema).meta({ description: 'Open conditions of earlier gates' }),
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof gateSchema>;

const snapshotHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, {
    error: inBoth(
      'Send the snapshotHash of the gate as you read it: 64 hexadecimal digits',
      'Stuur de snapshotHash van de poort zoals u die las: 64 hexadecimale cijfers',
    ),
  })
  .meta({ description: 'The snapshotHash of the gate as you saw it' });
const password = z
  .exactOptional(z.string().min(1).max(1000))
  .meta({ description: 'Your password once more, in team mode: a signature is given in person' });

export const readGate = defineEndpoint({
  id: 'readGate',
  method: 'GET',
  path: '/api/problems/:problemId/gates/:gate',
  permission: 'problem.read',
  summary: 'The gate: its evidence, its policy, what is on the table, who signed, and what still stands in the way.',
  params: gateParams,
  answer: gateSchema,
  cli: { command: 'gate show' },
});

export const proposeDecision = defineEndpoint({
  id: 'proposeDecision',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/proposals',
  permission: 'gate.propose',
  summary: 'Puts a decision on the table, for others to sign. It takes the place of an earlier one.',
  params: gateParams,
  body: termsSchema.superRefine((terms, context) =>
    refuseTerms(terms, (path, message) => context.addIssue({ code: 'custom', path: [path], message })),
  ),
  answer: gateSchema,
  status: 201,
  cli: { command: 'gate propose' },
});

export const withdrawProposal = defineEndpoint({
  id: 'withdrawProposal',
  method: 'DELETE',
  path: '/api/problems/:problemId/gates/:gate/proposals/:proposalId',
  permission: 'gate.propose',
  summary: 'Takes a proposal from the table; what was signed stays on record.',
  params: proposalParams,
  answer: gateSchema,
  cli: { command: 'gate withdraw' },
});

const wrongUnsaid = inBoth(
  'Say what is wrong, so that it can be mended',
  'Zeg wat er niet klopt, zodat het hersteld kan worden',
);

export const signProposal = defineEndpoint({
  id: 'signProposal',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/proposals/:proposalId/sign-offs',
  permission: 'gate.sign',
  summary: 'Signs what is on the table in one of your roles, on the evidence you saw; or objects, with what is wrong.',
  params: proposalParams,
  body: z
    .strictObject({
      snapshotHash,
      role: problemRoleSchema,
      verdict: z.enum(verdicts),
      meaning: lineField({ max: 300, min: 1 }).meta({ description: 'What your name stands for: "approves the go"' }),
      remark: textField({ max: 5000 }).default('').meta({ description: 'Advice, or what is wrong' }),
      password,
    })
    .superRefine(({ verdict, remark }, context) => {
      if (verdict === 'objects' && remark.trim() === '')
        context.addIssue({ code: 'custom', path: ['remark'], message: wrongUnsaid() });
    }),
  answer: gateSchema,
  status: 201,
  cli: { command: 'gate sign' },
});

const waivedItem = lineField({ max: 200, min: 1 }).meta({ description: 'Id of an item, such as value.model' });

export const waiveItem = defineEndpoint({
  id: 'waiveItem',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/proposals/:proposalId/waivers',
  permission: 'gate.decide',
  summary:
    'Takes it on your name, as one who decides here, that an item that is asked stays open. Who signed before is asked again.',
  params: proposalParams,
  body: z.strictObject({
    item: waivedItem,
    reason: textField({ max: 2000, min: 1 }).meta({
      description: 'Why it may stay open: it stands with the decision, on the one page and in the audit trail',
    }),
    password,
  }),
  answer: gateSchema,
  status: 201,
  cli: { command: 'gate waive' },
});

export const takeBackWaiver = defineEndpoint({
  id: 'takeBackWaiver',
  method: 'DELETE',
  path: '/api/problems/:problemId/gates/:gate/proposals/:proposalId/waivers/:item',
  permission: 'gate.decide',
  summary: 'Asks again for what was left open, as long as the proposal lies on the table.',
  params: proposalParams.extend({ item: waivedItem }),
  answer: gateSchema,
  cli: { command: 'gate unwaive' },
});

export const closeGate = defineEndpoint({
  id: 'closeGate',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/proposals/:proposalId/decision',
  permission: 'gate.decide',
  summary: 'Decides as proposed: the last signature. Refused with all that still stands in the way.',
  params: proposalParams,
  body: z.strictObject({
    snapshotHash,
    meaning: z.exactOptional(lineField({ max: 300, min: 1 })).meta({ description: 'What your name stands for' }),
    password,
  }),
  answer: decisionSchema,
  status: 201,
  cli: { command: 'gate close' },
});

export const decideGate = defineEndpoint({
  id: 'decideGate',
  method: 'POST',
  path: '/api/problems/:problemId/gates/:gate/decisions',
  permission: 'gate.decide',
  summary:
    'Proposes, signs in all your roles and decides in one step, where the policy lets one person: alone at your own machine, or to stop, wait or reopen.',
  params: gateParams,
  body: termsSchema
    .extend({
      snapshotHash,
      people: z
        .exactOptional(peopleField)
        .meta({ description: 'Alone at your own machine: others who stood for it, also without an account' }),
      password,
    })
    .superRefine((terms, context) =>
      refuseTerms(terms, (path, message) => context.addIssue({ code: 'custom', path: [path], message })),
    ),
  answer: decisionSchema,
  status: 201,
  cli: { command: 'gate decide' },
});

const shownCondition = conditionSchema.extend({
  youMayMeet: z.boolean().meta({ description: 'You see to it, or decide at its gate: you may say by what it is met' }),
});
export type ShownCondition = z.infer<typeof shownCondition>;
const conditionsAnswer = z.object({ conditions: z.array(shownCondition) });

export const listConditions = defineEndpoint({
  id: 'listConditions',
  method: 'GET',
  path: '/api/problems/:problemId/conditions',
  permission: 'problem.read',
  summary: 'Every condition of a go, in the order in which they were set.',
  params: problemParams,
  answer: conditionsAnswer,
  cli: { command: 'condition list' },
});

export const meetCondition = defineEndpoint({
  id: 'meetCondition',
  method: 'PUT',
  path: '/api/problems/:problemId/conditions/:conditionId',
  permission: 'condition.meet',
  summary: 'Says by what a condition is met, as who sees to it or decides at its gate; null opens it again.',
  params: withinProblem('conditionId', 'Id of the condition'),
  body: z.strictObject({
    evidence: textField({ max: 5000, min: 1 }).nullable().meta({ description: 'What shows that it is met' }),
  }),
  answer: conditionsAnswer,
  cli: { command: 'condition meet' },
});
