import { z } from 'zod';
import { defineEndpoint } from '../../src/platform/endpoint/define-endpoint.ts';

const message = z.record(z.string(), z.unknown());
const nothing = z.object({});

/** Addresses of the protocol of MLflow that a data scientist's own client asks, asked here as everything else is. */
const speak = <A extends z.ZodType>(path: string, answer: A) =>
  defineEndpoint({
    id: path,
    method: 'POST',
    path: `/api/2.0/mlflow/${path}`,
    permission: 'inbox.log',
    summary: 'As the client of MLflow asks it.',
    body: message,
    answer,
  });

export const createExperiment = speak('experiments/create', z.object({ experiment_id: z.string() }));
export const createRun = speak('runs/create', z.object({ run: z.object({ info: z.object({ run_id: z.string() }) }) }));
export const logBatch = speak('runs/log-batch', nothing);
export const logInputs = speak('runs/log-inputs', nothing);
export const logOutputs = speak('runs/outputs', nothing);
export const updateRun = speak('runs/update', nothing);
export const createModel = speak(
  'logged-models',
  z.object({ model: z.object({ info: z.object({ model_id: z.string() }) }) }),
);
export const finishModel = (modelId: string) => ({
  ...speak(`logged-models/${modelId}`, nothing),
  method: 'PATCH' as const,
});
export const registerModel = speak('registered-models/create', nothing);
export const registerVersion = speak(
  'model-versions/create',
  z.object({ model_version: z.object({ version: z.string() }) }),
);

/** @param place below the root of all artifacts, such as `<experiment>/<run>/artifacts/predictions.csv` */
export const putArtifact = (place: string) =>
  defineEndpoint({
    id: 'putArtifact',
    method: 'PUT',
    path: `/api/2.0/mlflow-artifacts/artifacts/${place}`,
    permission: 'inbox.log',
    summary: 'A file as the client of MLflow sends it.',
    bodyType: 'application/octet-stream',
    answer: nothing,
  });
