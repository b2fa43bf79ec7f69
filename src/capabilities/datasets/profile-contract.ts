import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { segmentSummarySchema, tableProfileSchema } from '../statistics/contract.ts';
import { moment } from './shared-contract.ts';
import { versionParams } from './version-contract.ts';

export const readProfile = defineEndpoint({
  id: 'readDatasetProfile',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/profile',
  permission: 'problem.read',
  summary: 'What the columns of a version look like: counts, ranges, histograms, the most frequent values.',
  params: versionParams,
  query: z.object({
    counts: z.enum(['all', 'none']).default('all').meta({
      description: 'none: without the counts by frame, class and segment, which add up and are many',
    }),
  }),
  answer: z.object({
    profile: tableProfileSchema.nullable().meta({ description: 'null: it is still being computed' }),
    madeAt: moment('When it was computed').nullable(),
  }),
  cli: { command: 'dataset profile' },
});

export const readSegmentSummary = defineEndpoint({
  id: 'readDatasetSegmentSummary',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/profile/segments',
  permission: 'problem.read',
  summary: 'The parts of each declared segment beside the whole: rows, outcome, and of one column gaps and mean.',
  params: versionParams,
  query: z.object({
    column: z.exactOptional(z.string().max(300)).meta({ description: 'Of which gaps and mean are told' }),
  }),
  answer: z.object({
    summary: segmentSummarySchema.nullable().meta({ description: 'null: the profile is still being computed' }),
  }),
  cli: { command: 'dataset profile-segments' },
});
