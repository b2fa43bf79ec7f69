import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { conditionStages } from '../decisions/contract.ts';
import { problemRoleSchema } from '../identity/contract.ts';
import { phaseSchema, problemParams, stationStateSchema } from './problem-contract.ts';

/** The stations of the thread, in the order in which a problem passes them. */
export const stations = [
  'opportunity',
  'team',
  'requirements',
  'translation',
  'value',
  'risk',
  'decision',
  'data',
  'approach',
  'runs',
  'pipeline',
  'release',
  'operation',
  'overview',
] as const;
export type Station = (typeof stations)[number];

export const threadSchema = z.object({
  phase: phaseSchema,
  stations: z.array(
    z.object({
      station: z.enum(stations),
      state: stationStateSchema,
      openItems: z.int().meta({ description: 'Number of things that are still asked here' }),
      near: z
        .object({
          stage: z.enum(conditionStages).meta({ description: 'soon: within a week; due: today; overdue: past' }),
          due: z.string().meta({ description: 'The earliest date, year-month-day' }),
          count: z.int().meta({ description: 'How many conditions of a go come near, or are past' }),
        })
        .nullable()
        .meta({ description: 'Conditions of a go that must be met here soon; null where there is none' }),
      asked: z.array(problemRoleSchema).meta({ description: 'Roles that are asked; empty when nothing is asked' }),
    }),
  ),
});
export type Thread = z.infer<typeof threadSchema>;

export const readThread = defineEndpoint({
  id: 'readThread',
  method: 'GET',
  path: '/api/problems/:problemId/thread',
  permission: 'problem.read',
  summary: 'The thread of the problem: its stations, where it stands, what is open and who is asked.',
  params: problemParams,
  answer: threadSchema,
  cli: { command: 'problem thread' },
});
