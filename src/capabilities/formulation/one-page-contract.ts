import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { locales } from '../../platform/text/locale.ts';
import {
  differenceSchema,
  outcomes,
  policyGates,
  redirectSchema,
  riskClasses,
  verdicts,
  waiverSchema,
} from '../decisions/contract.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { valueResultSchema } from '../value/contract.ts';
import { alternativeKinds } from './alternative-contract.ts';
import { dataRequirementSchema } from './data-requirement-contract.ts';
import { keyResultSchema } from './okr-contract.ts';
import { opportunityFields } from './opportunity-contract.ts';
import { atStakeSchema, moment, phaseSchema, problemParams } from './problem-contract.ts';
import { keyResultLinkSchema, translationFields } from './translation-contract.ts';

/** Who stands for something: the name is looked up when the page is made, so that it can still be erased. */
const signer = z.object({
  who: z.string().meta({ description: 'Id of the person, or the place of the name in the decision' }),
  role: problemRoleSchema,
  meaning: z.string(),
  onBehalfOf: z.exactOptional(z.string()).meta({ description: 'Id of the person who delegated the role' }),
});

const remark = z.exactOptional(z.string());
const objection = signer.omit({ meaning: true }).extend({ at: moment('When it was made'), remark: z.string() });
const waived = z.exactOptional(
  z.array(
    waiverSchema
      .pick({ said: true, reason: true })
      .extend(signer.pick({ who: true, onBehalfOf: true }).shape)
      .extend({ at: moment('When it was left open') }),
  ),
);

const { currency, task, best, netPerYear, baselines, ceiling, verdict, interval } = valueResultSchema.shape;

/** What the page says, in no language yet: this is what the hash is taken of. */
export const onePageContentSchema = z
  .object({
    problemId: z.string(),
    title: z.string(),
    phase: phaseSchema,
    opportunity: z.record(z.enum(opportunityFields), z.string()),
    objectives: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        keyResults: z.array(
          keyResultSchema.pick({
            id: true,
            metric: true,
            unit: true,
            baseline: true,
            target: true,
            by: true,
            source: true,
          }),
        ),
      }),
    ),
    value: z
      .object({
        modelHash: z.string(),
        currency,
        task,
        atStake: atStakeSchema.omit({ brings: true }).nullable(),
        best,
        netPerYear,
        baselines,
        ceiling,
        verdict,
        interval: interval.pick({ draws: true, p05: true, p50: true, p95: true, chancePositive: true }),
      })
      .nullable()
      .meta({ description: 'null: the value model is not complete' }),
    alternatives: z.string(),
    options: z
      .array(z.object({ id: z.string(), kind: z.enum(alternativeKinds), name: z.string(), description: z.string() }))
      .meta({ description: 'The alternatives that were listed one by one' }),
    translation: z
      .exactOptional(
        z.object({
          answers: z.partialRecord(z.enum(translationFields), z.string()),
          links: z.array(keyResultLinkSchema.pick({ keyResultId: true, contributes: true, text: true })),
        }),
      )
      .meta({ description: 'In terms of machine learning; absent: nothing was written of it yet' }),
    dataRequirements: z
      .exactOptional(z.array(dataRequirementSchema.omit({ position: true, version: true })))
      .meta({ description: 'Which data it needs; absent: nothing was written of it yet' }),
    stakeholders: z.object({ named: z.int(), mustBeHeard: z.int(), heard: z.int(), openQuestions: z.int() }),
    riskClass: z.enum([...riskClasses, 'unassessed', 'prohibited']),
    gates: z.array(
      z.object({
        id: z.enum(policyGates),
        decision: z
          .object({
            outcome: z.enum(outcomes),
            reasons: z.string(),
            at: moment('When it was decided'),
            redirect: z.exactOptional(redirectSchema),
            lessons: z.exactOptional(z.string()),
            reviewDate: z.exactOptional(z.string()),
            people: z.array(
              signer.extend({
                at: z.exactOptional(z.int()).meta({ description: 'When it was signed; absent: with the decision' }),
                remark,
              }),
            ),
            objections: z.exactOptional(z.array(objection)),
            waivers: waived,
            openConditions: z.array(z.object({ id: z.string(), text: z.string(), due: z.string() })),
            snapshotHash: z.string(),
          })
          .nullable(),
        proposal: z
          .object({
            outcome: z.enum(outcomes),
            signOffs: z.array(
              signer.extend({
                verdict: z.enum(verdicts),
                at: moment('When it was signed'),
                remark,
                lapsed: z.exactOptional(z.enum(['stale', 'ended'])).meta({
                  description:
                    'It counts no longer: stale, what it signed has changed since; ended, given too long ago for the policy; absent: it stands',
                }),
                until: z
                  .exactOptional(z.string())
                  .meta({ description: 'Year-month-day from which it counts no longer; absent: the policy sets none' }),
              }),
            ),
            waivers: waived,
          })
          .nullable(),
      }),
    ),
    level: z.object({ number: z.int(), hash: z.string(), at: moment('When it was frozen') }).nullable(),
  })
  .meta({ id: 'OnePageContent' });
export type OnePageContent = z.infer<typeof onePageContentSchema>;

const language = z
  .enum(locales)
  .meta({ description: 'Language of the frame; what people wrote stays as they wrote it' });
const languageQuery = z.object({ language: z.exactOptional(language) });

export const onePageSchema = z.object({
  hash: z
    .string()
    .meta({ description: 'SHA-256 of `generatedFrom` as canonical JSON (RFC 8785); printed at the foot' }),
  language,
  markdown: z.string(),
  html: z.string().meta({ description: 'A whole page by itself, without scripts, for paper too' }),
  generatedFrom: onePageContentSchema,
});
export type OnePage = z.infer<typeof onePageSchema>;

const versionSchema = z.object({
  number: z.int().meta({ description: 'From 1, within the problem' }),
  hash: z.string(),
  keptBy: z.string().meta({ description: 'Id of the person who kept it' }),
  at: moment('When it was kept'),
});
export type OnePageVersion = z.infer<typeof versionSchema>;
export const keptPageSchema = onePageSchema.extend(versionSchema.shape);
export type KeptPage = z.infer<typeof keptPageSchema>;

const versionNumber = z.coerce.number().int().min(1).max(2_000_000_000);
const versionParams = problemParams.extend({ number: versionNumber.meta({ description: 'Number of the version' }) });

export const readOnePage = defineEndpoint({
  id: 'readOnePage',
  method: 'GET',
  path: '/api/problems/:problemId/one-page',
  permission: 'problem.read',
  summary: 'The problem on one page, the same for everybody: which problem, what a solution must be, which value.',
  params: problemParams,
  query: languageQuery,
  answer: onePageSchema,
  cli: { command: 'one-page show' },
});

export const keepOnePage = defineEndpoint({
  id: 'keepOnePage',
  method: 'POST',
  path: '/api/problems/:problemId/one-page/versions',
  permission: 'problem.write',
  summary: 'Keeps the one page as it stands as a version, for good; one that says the same is answered as it was kept.',
  params: problemParams,
  answer: versionSchema,
  status: 201,
  cli: { command: 'one-page keep' },
});

export const listOnePages = defineEndpoint({
  id: 'listOnePages',
  method: 'GET',
  path: '/api/problems/:problemId/one-page/versions',
  permission: 'problem.read',
  summary: 'Every version of the one page that was kept, the newest first.',
  params: problemParams,
  answer: z.object({ versions: z.array(versionSchema) }),
  cli: { command: 'one-page list' },
});

export const readKeptPage = defineEndpoint({
  id: 'readKeptPage',
  method: 'GET',
  path: '/api/problems/:problemId/one-page/versions/:number',
  permission: 'problem.read',
  summary: 'One version of the one page, as it was kept.',
  params: versionParams,
  query: languageQuery,
  answer: keptPageSchema,
  cli: { command: 'one-page version' },
});

const pdf = { answer: z.string(), answerType: 'application/pdf' } as const;

export const downloadOnePage = defineEndpoint({
  id: 'downloadOnePage',
  method: 'GET',
  path: '/api/problems/:problemId/one-page/pdf',
  permission: 'problem.read',
  summary: 'The one page as it stands as PDF for A4, with the SHA-256 of what it says at the foot and in its metadata.',
  params: problemParams,
  query: languageQuery,
  ...pdf,
});

export const downloadKeptPage = defineEndpoint({
  id: 'downloadKeptPage',
  method: 'GET',
  path: '/api/problems/:problemId/one-page/versions/:number/pdf',
  permission: 'problem.read',
  summary: 'One version of the one page as PDF; the same version gives the same bytes.',
  params: versionParams,
  query: languageQuery,
  ...pdf,
});

export const compareOnePages = defineEndpoint({
  id: 'compareOnePages',
  method: 'GET',
  path: '/api/problems/:problemId/one-page/versions/:number/difference',
  permission: 'problem.read',
  summary: 'What a version of the one page says otherwise than another.',
  params: versionParams,
  query: z.object({
    with: z.exactOptional(versionNumber).meta({ description: 'Number of the other; without it, the version before' }),
  }),
  answer: z.object({
    from: z.int().nullable().meta({ description: 'null: this is the first version' }),
    to: z.int(),
    differences: z.array(differenceSchema),
  }),
  cli: { command: 'one-page difference' },
});
