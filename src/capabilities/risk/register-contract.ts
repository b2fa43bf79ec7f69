import { z } from 'zod';
import { inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField } from '../../platform/endpoint/text-field.ts';
import { impactField, likelihoodField } from './estimate-fields.ts';
import { nameField, problemParams, reasonField, versionField } from './shared-contract.ts';

const riskParams = problemParams.extend({ riskId: idField.meta({ description: 'Id of the risk' }) });

export const riskDecisions = ['accept', 'mitigate', 'reject'] as const;
export type RiskDecision = (typeof riskDecisions)[number];

export const amountField = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,2})?$/, {
    error: inBoth('Write an amount such as 25000 or 25000.50', 'Schrijf een bedrag zoals 25000 of 25000.50'),
  })
  .meta({ description: 'Amount as a decimal string' });
export const currencyField = z
  .string()
  .regex(/^[A-Z]{3}$/, {
    error: inBoth('A currency is three capitals, such as EUR', 'Een valuta is drie hoofdletters, zoals EUR'),
  })
  .meta({ description: 'ISO 4217 code' });

const riskFields = {
  what: lineField({ max: 300, min: 1 }).meta({ description: 'What may happen' }),
  cause: reasonField.meta({ description: 'Why it may happen' }),
  affected: reasonField.meta({ description: 'Who is hit' }),
  likelihood: likelihoodField.nullable(),
  impact: impactField.nullable(),
  control: reasonField.meta({ description: 'What is done about it' }),
  residualLikelihood: likelihoodField.nullable().meta({ description: 'After the control; null: as before' }),
  residualImpact: impactField.nullable().meta({ description: 'After the control; null: as before' }),
  decision: z.enum(riskDecisions).nullable().meta({
    description: 'accept as it is, mitigate by the control, or reject: not to be taken; null: not decided',
  }),
  acceptedBy: nameField.meta({ description: 'Who accepts what remains' }),
  decisionReason: reasonField.meta({ description: 'Why it was decided so' }),
  owner: nameField.meta({ description: 'Who looks after it' }),
};

export const lossSchema = z
  .object({
    likely: z.string().meta({ description: 'Likelihood × impact a year at their likely values, exact, in cents' }),
    low: z.string().meta({ description: 'One in twenty draws of the estimates lies below' }),
    high: z.string().meta({ description: 'One in twenty draws of the estimates lies above' }),
  })
  .meta({ description: 'Expected loss a year, in the currency of the register' });
export type Loss = z.infer<typeof lossSchema>;

export const riskSchema = z
  .object({
    id: z.string(),
    position: z.int().meta({ description: 'From 0' }),
    ...riskFields,
    missing: z
      .array(z.enum(['likelihood', 'impact', 'decision', 'acceptedBy', 'owner']))
      .meta({ description: 'What is still asked' }),
    before: lossSchema
      .nullable()
      .meta({ description: 'Before the control; null while likelihood or impact is missing' }),
    after: lossSchema.nullable().meta({ description: 'What remains after the control' }),
    version: versionField,
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof riskSchema>;
export type RiskFields = Pick<Risk, keyof typeof riskFields>;

export const appetiteStandings = ['within', 'above', 'accepted', 'no_appetite', 'incomplete', 'empty'] as const;

export const registerSchema = z
  .object({
    risks: z.array(riskSchema),
    version: versionField.meta({ description: 'Of the appetite and the acceptance' }),
    currency: currencyField,
    before: lossSchema.nullable().meta({ description: 'All risks together, before the controls' }),
    after: lossSchema.nullable().meta({ description: 'All risks together, after the controls' }),
    ownAppetite: amountField.nullable().meta({ description: 'Of this problem; null: the default of the organisation' }),
    appetite: z
      .object({ amount: z.string(), from: z.enum(['problem', 'organisation']) })
      .nullable()
      .meta({ description: 'What may be at risk a year; null: nobody has said' }),
    standing: z.enum(appetiteStandings).meta({ description: 'Whether what remains is within the appetite' }),
    sentence: z.string().meta({ description: 'The same in a sentence, in your language' }),
    noneSeen: z.string().meta({ description: 'Why no risk is seen, where the register is empty on purpose' }),
    acceptance: z
      .object({
        by: z.string(),
        because: z.string(),
        upTo: z.string().nullable().meta({ description: 'What remained when it was accepted; more is not accepted' }),
      })
      .nullable(),
  })
  .meta({ id: 'RiskRegister' });
export type RiskRegister = z.infer<typeof registerSchema>;

const removedSchema = z.object({
  id: z.string(),
  removedAt: z.int().meta({ description: 'When it was removed; epoch milliseconds, UTC' }),
});

export const readRiskRegister = defineEndpoint({
  id: 'readRiskRegister',
  method: 'GET',
  path: '/api/problems/:problemId/risks',
  permission: 'problem.read',
  summary: 'The risks to the company, what they may cost a year, and whether that is within the appetite.',
  params: problemParams,
  answer: registerSchema,
  cli: { command: 'risk list' },
});

export const createRisk = defineEndpoint({
  id: 'createRisk',
  method: 'POST',
  path: '/api/problems/:problemId/risks',
  permission: 'problem.assess',
  summary: 'Adds a risk at the end; what may happen is enough to begin with.',
  params: problemParams,
  body: z.strictObject({
    what: riskFields.what,
    cause: riskFields.cause.default(''),
    affected: riskFields.affected.default(''),
    likelihood: riskFields.likelihood.default(null),
    impact: riskFields.impact.default(null),
    control: riskFields.control.default(''),
    residualLikelihood: riskFields.residualLikelihood.default(null),
    residualImpact: riskFields.residualImpact.default(null),
    decision: riskFields.decision.default(null),
    acceptedBy: riskFields.acceptedBy.default(''),
    decisionReason: riskFields.decisionReason.default(''),
    owner: riskFields.owner.default(''),
  }),
  answer: riskSchema,
  status: 201,
  cli: { command: 'risk create' },
});

export const editRisk = defineEndpoint({
  id: 'editRisk',
  method: 'PATCH',
  path: '/api/problems/:problemId/risks/:riskId',
  permission: 'problem.assess',
  summary: 'Changes one or more fields of a risk.',
  params: riskParams,
  body: z
    .strictObject({
      what: z.exactOptional(riskFields.what),
      cause: z.exactOptional(riskFields.cause),
      affected: z.exactOptional(riskFields.affected),
      likelihood: z.exactOptional(riskFields.likelihood),
      impact: z.exactOptional(riskFields.impact),
      control: z.exactOptional(riskFields.control),
      residualLikelihood: z.exactOptional(riskFields.residualLikelihood),
      residualImpact: z.exactOptional(riskFields.residualImpact),
      decision: z.exactOptional(riskFields.decision),
      acceptedBy: z.exactOptional(riskFields.acceptedBy),
      decisionReason: z.exactOptional(riskFields.decisionReason),
      owner: z.exactOptional(riskFields.owner),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: riskSchema,
  versioned: true,
  cli: { command: 'risk edit' },
});

export const removeRisk = defineEndpoint({
  id: 'removeRisk',
  method: 'DELETE',
  path: '/api/problems/:problemId/risks/:riskId',
  permission: 'problem.assess',
  summary: 'Removes a risk; it can be restored.',
  params: riskParams,
  answer: removedSchema,
  cli: { command: 'risk remove' },
});

export const restoreRisk = defineEndpoint({
  id: 'restoreRisk',
  method: 'POST',
  path: '/api/problems/:problemId/risks/:riskId/restore',
  permission: 'problem.assess',
  summary: 'Undoes the removal of a risk.',
  params: riskParams,
  answer: riskSchema,
  cli: { command: 'risk restore' },
});

export const orderRisks = defineEndpoint({
  id: 'orderRisks',
  method: 'PUT',
  path: '/api/problems/:problemId/risk-order',
  permission: 'problem.assess',
  summary: 'Puts the risks in another order.',
  params: problemParams,
  body: z.strictObject({ ids: z.array(idField).max(100).meta({ description: 'All ids, in the new order' }) }),
  answer: registerSchema,
  cli: { command: 'risk order' },
});

export const writeAppetite = defineEndpoint({
  id: 'writeAppetite',
  method: 'PATCH',
  path: '/api/problems/:problemId/risk/appetite',
  permission: 'problem.assess',
  summary: 'Sets what may be at risk a year, who accepts more than that, or why no risk is seen.',
  params: problemParams,
  body: z
    .strictObject({
      currency: z.exactOptional(currencyField),
      appetite: z
        .exactOptional(amountField.nullable())
        .meta({ description: 'What may be at risk a year; null: the default of the organisation' }),
      noneSeen: z.exactOptional(reasonField.meta({ description: 'Why no risk is seen; empty: not claimed' })),
      acceptedBy: z.exactOptional(nameField.meta({ description: 'Who accepts what remains; empty: nobody' })),
      acceptedBecause: z.exactOptional(reasonField),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: registerSchema,
  versioned: true,
  cli: { command: 'risk appetite' },
});

const defaultSchema = z.object({
  version: versionField,
  appetite: z.object({ amount: z.string(), currency: z.string() }).nullable(),
});
export type DefaultAppetite = z.infer<typeof defaultSchema>;

export const readDefaultAppetite = defineEndpoint({
  id: 'readDefaultAppetite',
  method: 'GET',
  path: '/api/risk-appetite',
  permission: 'organisation.read',
  summary: 'What a problem may put at risk a year, where it says nothing itself.',
  answer: defaultSchema,
  cli: { command: 'risk default-appetite' },
});

export const writeDefaultAppetite = defineEndpoint({
  id: 'writeDefaultAppetite',
  method: 'PUT',
  path: '/api/risk-appetite',
  permission: 'organisation.appetite',
  summary: 'Sets what a problem may put at risk a year, where it says nothing itself.',
  body: z.strictObject({ amount: amountField.nullable(), currency: currencyField.default('EUR') }),
  answer: defaultSchema,
  versioned: true,
  cli: { command: 'risk set-default-appetite' },
});
