import { z } from 'zod';
import { moment, personField } from './shared-contract.ts';

const runStates = ['waiting', 'running', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];
const runTriggers = ['person', 'import'] as const;
export type RunTrigger = (typeof runTriggers)[number];

/** What is told of every run over a version of the data, whoever judges it and by what. */
export const versionRunFields = {
  id: z.string(),
  datasetVersionId: z.string(),
  datasetVersionNumber: z.int(),
  trigger: z.enum(runTriggers).meta({ description: 'import: it ran by itself for a new version of the data' }),
  state: z.enum(runStates),
  progress: z.number().meta({ description: '0 to 1' }),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  begunBy: personField,
  begunAt: moment('When it was asked for'),
  finishedAt: z.int().nullable(),
};

const versionRunSchema = z.object(versionRunFields);
export type VersionRun = z.infer<typeof versionRunSchema>;
