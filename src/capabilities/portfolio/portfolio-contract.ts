import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { decisionSchema } from '../decisions/contract.ts';
import { atStakeSchema } from '../formulation/contract.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { cursorField, placeSchema } from './home-contract.ts';
import { type Stage, stages } from './stages.ts';

export { type Stage, stages };

const stageSchema = z.enum(stages).meta({
  description:
    'opportunity: until G0 accepts it; weighing: translation and value; decision: ready for G1 or on the table; deferred: until its review date; data: until G2 says that they are enough; approach: until G3 chooses one; then the phases after a go; stopped: after a no-go',
});

export const portfolioSorts = ['at_stake', 'age', 'title'] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

export const entrySchema = z
  .object({
    problemId: z.string(),
    title: z.string(),
    stage: stageSchema,
    atStake: atStakeSchema.nullable(),
    createdAt: z.int().meta({ description: 'When it was begun: its age; epoch milliseconds, UTC' }),
    reviewDate: z.string().nullable().meta({ description: 'Of a deferred problem: year-month-day' }),
    blocker: z
      .object({
        sentence: z.string(),
        roles: z.array(problemRoleSchema).meta({ description: 'Who is asked' }),
        place: placeSchema,
      })
      .nullable()
      .meta({ description: 'The most pressing of what holds it up; null where nothing does' }),
    people: z
      .array(z.object({ userId: z.string(), name: z.string(), roles: z.array(problemRoleSchema) }))
      .meta({ description: 'Who has which role in it' }),
    lastDecision: decisionSchema
      .pick({ id: true, gate: true, outcome: true, reasons: true, redirect: true, lessons: true, at: true })
      .nullable()
      .meta({ description: 'With its reasons; of a no-go also where the solution is sought instead, and the lessons' }),
  })
  .meta({ id: 'PortfolioEntry' });
export type PortfolioEntry = z.infer<typeof entrySchema>;

const filters = {
  text: z.exactOptional(textField({ max: 200 })).meta({
    description: 'Words that all occur in the title, or in reasons, redirects and lessons of any decision',
  }),
};

export const listPortfolio = defineEndpoint({
  id: 'listPortfolio',
  method: 'GET',
  path: '/api/portfolio',
  permission: 'problem.list',
  summary: 'All problems that you may read: their stage, euros, age, people, and what holds each up.',
  query: z.object({
    ...filters,
    stage: z.exactOptional(stageSchema),
    sort: z
      .enum(portfolioSorts)
      .default('at_stake')
      .meta({ description: 'at_stake: most first; age: oldest first; title: by alphabet' }),
    cursor: cursorField,
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    entries: z.array(entrySchema),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last' }),
  }),
  cli: { command: 'portfolio list' },
});

export const summarisePortfolio = defineEndpoint({
  id: 'summarisePortfolio',
  method: 'GET',
  path: '/api/portfolio/summary',
  permission: 'problem.list',
  summary: 'How many problems you may read stand at each stage, and what is at stake in them together.',
  query: z.object(filters),
  answer: z.object({
    stages: z.array(
      z.object({
        stage: stageSchema,
        problems: z.int(),
        atStake: z
          .array(z.object({ amount: z.string(), currency: z.string() }))
          .meta({ description: 'Sum a year by currency, of those that are priced' }),
      }),
    ),
  }),
  cli: { command: 'portfolio summary' },
});

export const rebuildPortfolio = defineEndpoint({
  id: 'rebuildPortfolio',
  method: 'POST',
  path: '/api/portfolio/rebuild',
  permission: 'organisation.administer',
  summary: 'Makes the portfolio and the homes anew from what is stored, by a job.',
  answer: z.object({ jobId: z.string() }),
  status: 202,
  cli: { command: 'portfolio rebuild' },
});
