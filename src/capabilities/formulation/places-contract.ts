import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { anchorSchema } from '../conversation/contract.ts';
import { problemParams } from './problem-contract.ts';

export const listPlaces = defineEndpoint({
  id: 'listPlaces',
  method: 'GET',
  path: '/api/problems/:problemId/conversation/places',
  permission: 'problem.read',
  summary: 'What is talked about in a problem, each place by the name of the thing that stands there.',
  params: problemParams,
  answer: z.object({
    places: z.array(
      z.object({
        anchor: anchorSchema,
        kind: z.string().meta({ description: 'What kind of thing it is, in your language' }),
        name: z.string().nullable().meta({ description: 'What it is called; null where it has no name of its own' }),
        said: z.string().meta({ description: 'Both, as one line' }),
      }),
    ),
  }),
  cli: { command: 'conversation places' },
});
