import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { tableProfileSchema } from '../statistics/contract.ts';
import { moment } from './shared-contract.ts';
import { versionParams } from './version-contract.ts';

export const readProfile = defineEndpoint({
  id: 'readDatasetProfile',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/profile',
  permission: 'problem.read',
  summary: 'What the columns of a version look like: counts, ranges, histograms, the most frequent values.',
  params: versionParams,
  answer: z.object({
    profile: tableProfileSchema.nullable().meta({ description: 'null: it is still being computed' }),
    madeAt: moment('When it was computed').nullable(),
  }),
  cli: { command: 'dataset profile' },
});
