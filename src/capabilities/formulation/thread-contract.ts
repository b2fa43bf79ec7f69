import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
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
