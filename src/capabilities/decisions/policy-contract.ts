import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from '../identity/contract.ts';

/** Gates of formulation: every policy has a rule for each. */
export const firstGates = ['g0', 'g1'] as const;
/**
 * Gates after a go: their evidence comes with other capabilities. Policies of older releases know nothing of them; `rulesFor`
 * says which rules stand in.
 */
export const laterGates = ['g2', 'g3'] as const;
export type LaterGate = (typeof laterGates)[number];
/** Every gate that a policy speaks of, in the order in which a problem passes them. */
export const policyGates = [...firstGates, ...laterGates] as const;
export type PolicyGate = (typeof policyGates)[number];

/** The class of the EU AI Act as far as a gate cares; a prohibited practice has no go at all. */
export const riskClasses = ['minimal', 'limited', 'high'] as const;
export type RiskClass = (typeof riskClasses)[number];

/**
 * Parts of the evidence: an open item is called by its part, a full stop, and what is asked there. One item of a part can be
 * asked alone: the class under the AI Act without the rest of the assessment.
 */
export const evidenceParts = [
  'opportunity',
  'stakeholders',
  'requirements',
  'verdicts',
  'checklist',
  'translation',
  'data',
  'decision',
  'value',
  'risk.classified',
  'risk',
  'steering',
  'sufficiency',
  'findings',
  'metrics',
  'approaches',
  'framework',
  'conditions',
] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** What each gate looks at; a part that it does not look at is never open there. */
export const partsOfGate: Record<PolicyGate, readonly EvidencePart[]> = {
  g0: ['opportunity', 'stakeholders', 'steering'],
  g1: evidenceParts.slice(0, evidenceParts.indexOf('sufficiency')),
  g2: ['sufficiency', 'findings', 'value', 'metrics', 'steering', 'conditions'],
  g3: ['approaches', 'framework', 'steering', 'conditions'],
};

const quorumSchema = z.strictObject({
  role: problemRoleSchema,
  people: z.int().min(2).max(5).meta({ description: 'How many different people with this role must sign' }),
});

export const gateRuleSchema = z
  .strictObject({
    evidence: z.array(z.enum(evidenceParts)).meta({
      description:
        'Parts of the evidence, or single items, that must be whole for a go; all else that is open is advice',
    }),
    roles: z.array(problemRoleSchema).min(1).meta({ description: 'Roles that must each sign, by different people' }),
    deciders: z
      .array(problemRoleSchema)
      .min(1)
      .meta({ description: 'Roles of which one closes the gate; never the person who proposed it' }),
    waivers: z
      .int()
      .min(0)
      .max(20)
      .meta({ description: 'How many open items may be waived by name; a role is never waived' }),
    validity_days: z.exactOptional(z.int().min(1).max(3650)).meta({
      description: 'How long a signature counts while the gate is open; absent: until the evidence changes',
    }),
    quorum: z.exactOptional(z.array(quorumSchema).max(9)).meta({
      description: 'Roles of which more than one person must sign, each once; absent: one of each role is enough',
    }),
  })
  .superRefine(({ roles, quorum = [] }, context) => {
    for (const [index, { role }] of quorum.entries()) {
      const isTwice = quorum.findIndex((each) => each.role === role) !== index;
      if (roles.includes(role) && !isTwice) continue;
      const say = isTwice
        ? inBoth(`Say once how many people sign as ${role}`, `Zeg één keer hoeveel mensen als ${role} tekenen`)
        : inBoth(
            `Several people are asked as ${role}, so ${role} must be among the roles that sign`,
            `Er worden meer mensen als ${role} gevraagd, dus ${role} hoort bij de rollen die tekenen`,
          );
      context.addIssue({ code: 'custom', path: ['quorum', index, 'role'], message: say() });
    }
  })
  .meta({ id: 'GateRule', description: 'What a go needs at one gate' });
export type GateRule = z.infer<typeof gateRuleSchema>;

const byClass = z.strictObject({ minimal: gateRuleSchema, limited: gateRuleSchema, high: gateRuleSchema });

export const policyDocumentSchema = z
  .strictObject({
    name: lineField({ max: 100, min: 1 }),
    rules: z.strictObject({
      g0: byClass,
      g1: byClass,
      g2: z
        .exactOptional(byClass)
        .meta({ description: 'Absent in a version that was made before there was this gate' }),
      g3: z.exactOptional(byClass).meta({ description: 'As g2' }),
    }),
  })
  .meta({ id: 'PolicyDocument' });
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

const policyVersionSchema = z.object({
  version: z.int().meta({ description: '0: as shipped, before anybody chose' }),
  document: policyDocumentSchema,
  putBy: z.string(),
  at: z.int().meta({ description: 'Made at; epoch milliseconds, UTC' }),
  note: z.string().nullable().meta({ description: 'Why it was made' }),
  basedOn: z.int().nullable().meta({ description: 'The version it was made from' }),
  isInForce: z.boolean().meta({ description: 'What is proposed now is judged by this one' }),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

const policiesSchema = z.object({
  versions: z.array(policyVersionSchema).meta({ description: 'The newest first; none is ever changed' }),
  inForce: z
    .object({ version: z.int(), since: z.int(), chosenBy: z.string() })
    .meta({ description: 'The default of the organisation; chosenBy `system`: nobody has chosen yet' }),
  shipped: z
    .array(policyDocumentSchema)
    .meta({ description: 'Policies that come with Peil, to choose or to begin from' }),
});
export type Policies = z.infer<typeof policiesSchema>;

export const readGatePolicies = defineEndpoint({
  id: 'readGatePolicies',
  method: 'GET',
  path: '/api/gate-policies',
  permission: 'organisation.read',
  summary: 'The policy of the gates: who signs and what must be whole, every version, and those that come with Peil.',
  answer: policiesSchema,
  cli: { command: 'gate-policy list' },
});

export const putGatePolicy = defineEndpoint({
  id: 'putGatePolicy',
  method: 'POST',
  path: '/api/gate-policies',
  permission: 'organisation.administer',
  summary:
    'Makes a new version of a policy, and puts it in force unless told otherwise: for what is proposed from now on.',
  body: policyDocumentSchema.extend({
    note: z.exactOptional(textField({ max: 2000, min: 1 })).meta({ description: 'Why it is made' }),
    basedOn: z.exactOptional(z.int().min(0)).meta({ description: 'The version it was made from' }),
    isInForce: z.exactOptional(z.boolean()).meta({ description: 'false: made, but not in force yet' }),
  }),
  answer: policiesSchema,
  status: 201,
  cli: { command: 'gate-policy put' },
});

export const choosePolicyInForce = defineEndpoint({
  id: 'choosePolicyInForce',
  method: 'PUT',
  path: '/api/gate-policies/in-force',
  permission: 'organisation.administer',
  summary: 'Puts a version that is there already in force, for what is proposed from now on.',
  body: z.strictObject({ version: z.int().min(1) }),
  answer: policiesSchema,
  cli: { command: 'gate-policy choose' },
});

const usedAt = z.object({
  problemId: z.string(),
  title: z.string(),
  gate: z.enum(policyGates),
  at: z.int().meta({ description: 'Epoch milliseconds, UTC' }),
});

const policyUsesSchema = z.object({
  decisions: z
    .array(usedAt.extend({ id: z.string(), outcome: z.enum(['go', 'conditional_go', 'no_go', 'defer', 'reopen']) }))
    .meta({ description: 'The last 100 of those in problems that you can see, the newest first' }),
  proposals: z.array(usedAt.extend({ id: z.string() })).meta({ description: 'Open ones, judged by this version' }),
});
export type PolicyUses = z.infer<typeof policyUsesSchema>;

export const readPolicyUses = defineEndpoint({
  id: 'readPolicyUses',
  method: 'GET',
  path: '/api/gate-policies/:version/uses',
  permission: 'organisation.read',
  summary: 'Which decisions were taken under a version, and which proposals are on the table under it.',
  params: z.object({ version: z.coerce.number().int().min(0).meta({ description: 'The version; 0: as shipped' }) }),
  answer: policyUsesSchema,
  cli: { command: 'gate-policy uses' },
});

const policyDifferenceSchema = z.object({
  gate: z.enum(policyGates),
  riskClass: z.enum(riskClasses),
  field: z.enum(['evidence', 'roles', 'deciders', 'quorum', 'waivers', 'validity_days']),
  added: z
    .array(z.string())
    .meta({ description: 'Parts or roles that are asked for now; of a quorum `role:people`, such as `sme:2`' }),
  removed: z.array(z.string()).meta({ description: 'Parts or roles that are no longer asked for' }),
  before: z.int().nullable().meta({ description: 'Of a number; null where there is none' }),
  after: z.int().nullable(),
});
export type PolicyDifference = z.infer<typeof policyDifferenceSchema>;

export const comparePolicyVersions = defineEndpoint({
  id: 'comparePolicyVersions',
  method: 'GET',
  path: '/api/gate-policies/differences',
  permission: 'organisation.read',
  summary: 'What one version asks otherwise than another, by gate and risk class.',
  query: z.object({
    from: z.coerce.number().int().min(0).meta({ description: 'The version it is compared with' }),
    to: z.coerce.number().int().min(0).meta({ description: 'The version that is looked at' }),
  }),
  answer: z.object({ differences: z.array(policyDifferenceSchema) }),
  cli: { command: 'gate-policy compare' },
});
