import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField } from '../../platform/endpoint/text-field.ts';
import { differenceSchema } from '../decisions/contract.ts';
import { riskClassSchema } from './ai-act-contract.ts';
import { dpiaVerdicts } from './dpia-contract.ts';
import { appetiteStandings } from './register-contract.ts';
import { problemParams } from './shared-contract.ts';

const hashField = z.string().regex(/^[0-9a-f]{64}$/, {
  error: inBoth(
    'Send the hash of the assessment as you read it: 64 hexadecimal digits',
    'Stuur de hash van de beoordeling zoals u die las: 64 hexadecimale cijfers',
  ),
});

export const riskEvidenceIds = [
  'risk.classified',
  'risk.dpia',
  'risk.register',
  'risk.signed',
  'risk.accepted',
] as const;
export type RiskEvidenceId = (typeof riskEvidenceIds)[number];

export const signatureSchema = z.object({
  number: z.int().meta({ description: 'From 1, within the problem' }),
  stage: z.enum(['begin', 'end']).meta({ description: 'begin: before there is a model; end: before its release' }),
  hash: z.string().meta({ description: 'SHA-256 of the assessment as canonical JSON (RFC 8785)' }),
  meaning: z.string(),
  signedBy: z.string().meta({ description: 'Id of the person' }),
  at: z.int().meta({ description: 'When; epoch milliseconds, UTC' }),
  class: riskClassSchema,
});
export type RiskSignature = z.infer<typeof signatureSchema>;

const changeSchema = differenceSchema.extend({
  place: z.string().meta({ description: 'The place in words, in your language' }),
});

export const riskAssessmentSchema = z
  .object({
    class: riskClassSchema,
    classSentence: z.string(),
    dpia: z.enum(dpiaVerdicts),
    dpiaSentence: z.string(),
    standing: z.enum(appetiteStandings),
    standingSentence: z.string(),
    evidence: z
      .array(z.object({ id: z.enum(riskEvidenceIds), isDone: z.boolean(), message: z.string() }))
      .meta({ description: 'What a gate asks of this assessment' }),
    hash: z.string().meta({ description: 'SHA-256 of the assessment as it stands: send it when you sign' }),
    signing: z.enum(['unsigned', 'fresh', 'stale']).meta({ description: 'stale: changed since it was signed' }),
    signingSentence: z.string(),
    signatures: z
      .array(signatureSchema.extend({ name: z.string().nullable().meta({ description: 'Of the person who signed' }) }))
      .meta({ description: 'The newest first' }),
    changes: z.array(changeSchema).meta({ description: 'What changed since the last signature' }),
  })
  .meta({ id: 'RiskAssessment' });
export type RiskAssessment = z.infer<typeof riskAssessmentSchema>;

export const readRiskAssessment = defineEndpoint({
  id: 'readRiskAssessment',
  method: 'GET',
  path: '/api/problems/:problemId/risk',
  permission: 'problem.read',
  summary: 'Where the risk assessment stands: class, data protection, appetite, signature, and what is open.',
  params: problemParams,
  answer: riskAssessmentSchema,
  cli: { command: 'risk show' },
});

export const signRiskAssessment = defineEndpoint({
  id: 'signRiskAssessment',
  method: 'POST',
  path: '/api/problems/:problemId/risk/signatures',
  permission: 'problem.assess',
  summary: 'Signs the assessment as you read it; what is signed is kept as it was.',
  params: problemParams,
  body: z.strictObject({
    hash: hashField.meta({ description: 'The hash of the assessment as you saw it' }),
    meaning: lineField({ max: 300, min: 1 }).meta({ description: 'What the signature stands for' }),
    password: z
      .exactOptional(z.string().min(1).max(1000))
      .meta({ description: 'Your password once more, in team mode: a signature is given in person' }),
  }),
  answer: riskAssessmentSchema,
  status: 201,
  cli: { command: 'risk sign' },
});

export const readRiskSignature = defineEndpoint({
  id: 'readRiskSignature',
  method: 'GET',
  path: '/api/problems/:problemId/risk/signatures/:number',
  permission: 'problem.read',
  summary: 'One signed assessment, word for word.',
  params: problemParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  answer: signatureSchema.extend({
    content: z.record(z.string(), z.unknown()).meta({ description: 'The very content whose hash was signed' }),
  }),
  cli: { command: 'risk signature' },
});
