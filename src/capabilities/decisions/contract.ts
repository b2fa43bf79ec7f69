import { z } from 'zod';
import { dateWritten, inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from '../identity/contract.ts';

export const gates = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'] as const;
export type GateId = (typeof gates)[number];

export const outcomes = ['go', 'conditional_go', 'no_go', 'defer', 'reopen'] as const;
export type Outcome = (typeof outcomes)[number];

export const reasonsField = textField({ max: 20_000, min: 1 })
  .refine((text) => text.trim() !== '', { error: inBoth('Give the reasons in words', 'Geef de redenen in woorden') })
  .meta({ description: 'Why, in words that can be read years later' });

export const redirectSchema = z
  .strictObject({
    kind: z.enum(['rule', 'process_change', 'buy', 'nothing', 'other']),
    text: textField({ max: 5000, min: 1 }).meta({ description: 'What will be done instead, and by whom' }),
  })
  .meta({ id: 'Redirect', description: 'Where the solution is sought instead' });
export type Redirect = z.infer<typeof redirectSchema>;

const personSchema = z
  .strictObject({
    userId: z.exactOptional(idField).meta({ description: 'Id, for somebody who signs in here' }),
    name: z.exactOptional(lineField({ max: 200, min: 1 })).meta({ description: 'Name, for somebody who does not' }),
    role: problemRoleSchema,
    meaning: lineField({ max: 300, min: 1 }).meta({ description: 'What the name stands for: "approves the go"' }),
  })
  .meta({ description: 'Somebody who decided: by id or by name' });

const decidedPersonSchema = personSchema.extend({
  onBehalfOf: z.exactOptional(idField).meta({ description: 'Id of the person who delegated the role' }),
  at: z
    .exactOptional(z.int())
    .meta({ description: 'When the name was put under it: epoch milliseconds, UTC; absent: with the decision' }),
});
export type NamedPerson = z.infer<typeof decidedPersonSchema>;

export const peopleField = z
  .array(
    personSchema.refine(({ userId, name }) => (userId === undefined) !== (name === undefined), {
      error: inBoth(
        'Name each person by userId or by name, one of the two',
        'Noem ieder met userId of met name, een van de twee',
      ),
    }),
  )
  .min(1, { error: inBoth('Name at least one person who decided', 'Noem ten minste één persoon die heeft besloten') })
  .max(50);

const dayField = (what: string) => z.iso.date({ error: dateWritten }).meta({ description: what });

export const conditionGivenSchema = z
  .strictObject({
    text: textField({ max: 2000, min: 1 }).meta({ description: 'What must be so' }),
    due: dayField('By when'),
    blocks: z.enum(gates).meta({ description: 'The gate that stays closed until it is met' }),
    ownerId: z.exactOptional(idField).meta({
      description: 'Id of the person who sees to it, and is told when its date comes near; else everybody is',
    }),
  })
  .meta({ description: 'A condition of a go: it becomes a dated item that holds a later gate back' });

/** What is decided, in the words of who proposes it. */
export const termsSchema = z
  .strictObject({
    outcome: z.enum(outcomes),
    reasons: reasonsField,
    redirect: z.exactOptional(redirectSchema),
    reviewDate: z.exactOptional(dayField('With defer: when it is looked at again')),
    lessons: z
      .exactOptional(textField({ max: 10_000 }))
      .meta({ description: 'With a no-go: what others should know who meet the same' }),
    conditions: z
      .exactOptional(z.array(conditionGivenSchema).min(1).max(20))
      .meta({ description: 'With a conditional go, and only then' }),
  })
  .meta({ id: 'DecisionTerms' });
export type Terms = z.infer<typeof termsSchema>;

type Refuse = (path: string, message: string) => void;

/** What goes with which outcome; each sentence says what to do. */
export function refuseTerms({ outcome, redirect, reviewDate, lessons, conditions }: Terms, refuse: Refuse): void {
  const checks: [boolean, string, () => string][] = [
    [
      outcome === 'no_go' && !redirect,
      'redirect',
      inBoth(
        'A no-go says where the solution is sought instead',
        'Een no-go zegt waar de oplossing dan wel wordt gezocht',
      ),
    ],
    [
      outcome !== 'no_go' && redirect !== undefined,
      'redirect',
      inBoth('Only a no-go has a redirect: leave it out', 'Alleen een no-go wijst ergens anders heen: laat dit weg'),
    ],
    [
      outcome !== 'no_go' && lessons !== undefined,
      'lessons',
      inBoth('Only a no-go has lessons: leave them out', 'Alleen een no-go heeft lessen: laat ze weg'),
    ],
    [
      outcome === 'defer' && !reviewDate,
      'reviewDate',
      inBoth('A defer says when it is looked at again', 'Een uitstel zegt wanneer er opnieuw naar wordt gekeken'),
    ],
    [
      outcome !== 'defer' && reviewDate !== undefined,
      'reviewDate',
      inBoth(
        'Only a defer has a review date: leave it out',
        'Alleen een uitstel heeft een datum om opnieuw te kijken: laat die weg',
      ),
    ],
    [
      outcome === 'conditional_go' && !conditions,
      'conditions',
      inBoth('A conditional go names its conditions', 'Een go met voorwaarden noemt de voorwaarden'),
    ],
    [
      outcome !== 'conditional_go' && conditions !== undefined,
      'conditions',
      inBoth('Only a conditional go has conditions', 'Alleen een go met voorwaarden heeft voorwaarden'),
    ],
  ];
  for (const [isWrong, path, say] of checks) if (isWrong) refuse(path, say());
}

export { conditionStage, conditionStages, type ConditionStage } from './condition-stage.ts';

export const conditionSchema = conditionGivenSchema
  .extend({
    ownerId: z
      .string()
      .nullable()
      .meta({ description: 'null: who decides at the gate; everybody with a role is told' }),
    id: z.string(),
    decisionId: z.string(),
    gate: z.enum(gates).meta({ description: 'The gate whose go it belongs to' }),
    evidence: z.string().nullable().meta({ description: 'What shows that it is met; null while it is open' }),
    metBy: z.string().nullable(),
    metAt: z.int().nullable().meta({ description: 'Epoch milliseconds, UTC' }),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof conditionSchema>;

export const verdicts = ['approves', 'objects'] as const;

export const signOffSchema = z
  .object({
    id: z.string(),
    role: problemRoleSchema,
    userId: z.string(),
    onBehalfOf: z.string().nullable().meta({ description: 'Id of the person who delegated the role' }),
    verdict: z.enum(verdicts),
    meaning: z.string().meta({ description: 'What the name stands for' }),
    remark: z.string(),
    snapshotHash: z.string().meta({ description: 'SHA-256 of the evidence that was signed' }),
    isBeforeWaiver: z
      .boolean()
      .meta({ description: 'Something was waived after it, which who signed had not seen: it no longer counts' }),
    at: z.int().meta({ description: 'Epoch milliseconds, UTC' }),
  })
  .meta({ id: 'SignOff' });
export type SignOff = z.infer<typeof signOffSchema>;

const said = z.string().meta({ description: 'What was asked, as it stood then' });

export const waiverSchema = z
  .object({
    item: z.string().meta({ description: 'Id of the item that is waived' }),
    said: z.object({ en: said, nl: said }),
    reason: z.string(),
    waivedBy: z.string(),
    onBehalfOf: z.string().nullable().meta({ description: 'Id of the person who delegated the role' }),
    at: z.int().meta({ description: 'Epoch milliseconds, UTC' }),
  })
  .meta({ id: 'Waiver' });
export type Waiver = z.infer<typeof waiverSchema>;

export const policyNameSchema = z.object({
  name: z.string(),
  version: z.int().meta({ description: '0: as shipped, before anybody chose' }),
});

export const proposalSchema = z
  .object({
    id: z.string(),
    gate: z.enum(gates),
    terms: termsSchema,
    policy: policyNameSchema.meta({ description: 'The policy in force when it was proposed: it is judged by that' }),
    proposedBy: z.string(),
    at: z.int(),
    state: z.enum(['open', 'decided', 'withdrawn', 'replaced']),
    signOffs: z.array(signOffSchema).meta({ description: 'The latest of each person in each role, the oldest first' }),
    waivers: z.array(waiverSchema).meta({ description: 'Those that stand, the oldest first' }),
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof proposalSchema>;

export const decisionSchema = z
  .object({
    id: z.string(),
    gate: z.enum(gates),
    number: z.int().meta({ description: 'From 1, within this gate of this problem' }),
    outcome: z.enum(outcomes),
    reasons: z.string(),
    redirect: redirectSchema.nullable(),
    reviewDate: z.string().nullable().meta({ description: 'With defer: year-month-day' }),
    lessons: z.string().nullable().meta({ description: 'With a no-go' }),
    conditions: z.array(conditionSchema),
    people: z
      .array(decidedPersonSchema)
      .meta({ description: 'Who approved it, and who decided: the last; without userId and name: erased' }),
    signOffs: z.array(signOffSchema).meta({
      description: 'Every signature and objection as it lay there when it was decided, with its remark',
    }),
    waivers: z.array(waiverSchema).meta({ description: 'What was left open, why, and on whose name' }),
    recordedBy: z.string().meta({ description: 'Id of the person who recorded it' }),
    at: z.int().meta({ description: 'When; epoch milliseconds, UTC' }),
    snapshotHash: z.string().meta({ description: 'SHA-256 of the evidence it was taken on' }),
    proposalId: z.string().nullable().meta({ description: 'null for a decision from before there were proposals' }),
    policy: policyNameSchema.nullable(),
  })
  .meta({ id: 'Decision' });
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

export const eraseDecisionName = defineEndpoint({
  id: 'eraseDecisionName',
  method: 'POST',
  path: '/api/problems/:problemId/decisions/:decisionId/people/:position/erase-name',
  permission: 'problem.team',
  summary: 'Erases the name of somebody who decided and does not sign in here, for good; role and meaning stay.',
  params: problemParams.extend({
    decisionId: idField.meta({ description: 'Id of the decision' }),
    position: z.coerce.number().int().min(0).max(1000).meta({ description: 'Place among its people, from 0' }),
  }),
  answer: decisionSchema,
  cli: { command: 'decision erase-name' },
});

export { comparePolicies } from './compare-policies.ts';
export { peopleAsked } from './judge-gate.ts';
export { asksTheClass, rulesFor } from './rules-for.ts';
export * from './policy-contract.ts';
export { lightPolicy, shippedPolicies, standardPolicy, strictPolicy } from './shipped-policies.ts';
export { gateQuestions } from './gate-questions.ts';
