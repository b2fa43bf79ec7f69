import { z } from 'zod';
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
