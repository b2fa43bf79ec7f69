import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField } from '../../platform/endpoint/text-field.ts';
import { problemRoleSchema } from '../identity/contract.ts';

/** The gates of formulation; the others come with the capabilities that bring their evidence. */
export const policyGates = ['g0', 'g1'] as const;

/** The class of the EU AI Act as far as a gate cares; a prohibited practice has no go at all. */
export const riskClasses = ['minimal', 'limited', 'high'] as const;

/** Parts of the evidence: an open item is called by its part, a full stop, and what is asked there. */
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
  'risk',
  'steering',
] as const;

export const gateRuleSchema = z
  .strictObject({
    evidence: z
      .array(z.enum(evidenceParts))
      .meta({ description: 'Parts of the evidence that must be whole for a go; open items of other parts are advice' }),
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
  })
  .meta({ description: 'What a go needs at one gate' });
export type GateRule = z.infer<typeof gateRuleSchema>;

const byClass = z.strictObject({ minimal: gateRuleSchema, limited: gateRuleSchema, high: gateRuleSchema });

export const policyDocumentSchema = z.strictObject({
  name: lineField({ max: 100, min: 1 }),
  rules: z.strictObject({ g0: byClass, g1: byClass }),
});
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

const policyVersionSchema = z.object({
  version: z.int().meta({ description: '0: as shipped, before anybody chose' }),
  document: policyDocumentSchema,
  putBy: z.string(),
  at: z.int().meta({ description: 'In force since; epoch milliseconds, UTC' }),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

const policiesSchema = z.object({
  versions: z.array(policyVersionSchema).meta({ description: 'The one in force first' }),
  shipped: z
    .array(policyDocumentSchema)
    .meta({ description: 'Policies that come with Peil, to choose or to begin from' }),
});

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
  summary: 'Puts a policy in force, as a new version: for what is proposed from now on.',
  body: policyDocumentSchema,
  answer: policiesSchema,
  status: 201,
  cli: { command: 'gate-policy put' },
});
