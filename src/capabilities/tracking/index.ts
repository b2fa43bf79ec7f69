/** Front door of tracking. */
export {
  type ArtifactEntry,
  type ArtifactFile,
  findArtifact,
  isArtifact,
  isArtifactAt,
  listArtifacts,
} from './artifacts/find-artifact.ts';
export { findOutsideArtifact, listArtifactsAt } from './artifacts/outside-folder.ts';
export { countKept, keepArtifacts, removeKept } from './artifacts/kept-artifacts.ts';
export { ownPlaceOf } from './artifacts/own-place.ts';
export { removeArtifacts } from './artifacts/remove-artifacts.ts';
export { storeArtifact } from './artifacts/store-artifact.ts';
export { takeArtifact } from './artifacts/take-artifact.ts';
export {
  abortUpload,
  beginUpload,
  completeUpload,
  receivePart,
  sweepArtifactUploadsJob,
} from './artifacts/upload-in-parts.ts';
export { type CountedRun, installRunCounter, type RunCounter } from './compare/run-protocols.ts';
export { createExperiment } from './create-experiment.ts';
export { listKnownData } from './inputs/list-known-data.ts';
export { logInputs, logOutputs } from './inputs/log-inputs.ts';
export { createRun } from './create-run.ts';
export {
  deleteExperiment,
  renameExperiment,
  restoreExperiment,
  tagExperiment,
  untagExperiment,
} from './edit-experiment.ts';
export { trackingErrors } from './errors.ts';
export { getExperiment, getExperimentByName } from './experiment-queries.ts';
export { logFacts } from './log-facts.ts';
export { listPointsOfRuns, type PointOfRun, samplePointsOfRuns } from './metric-of-runs.ts';
export { listPoints } from './metric-queries.ts';
export { openTracking } from './open-tracking.ts';
export {
  type Experiment,
  type KeyValue,
  type KnownInput,
  type LoggedPoint,
  type MetricPoint,
  type Run,
  type RunInfo,
  runStatuses,
} from './run.ts';
export { getRun } from './run-queries.ts';
export type { Retold } from './retell-runs.ts';
export type { RunMark } from './run-revision.ts';
export { searchExperiments } from './search-experiments.ts';
export { searchRuns } from './search-runs.ts';
export { deleteRun, restoreRun, untagRun, updateRun } from './update-run.ts';
export type { View } from './view.ts';
export type { LoggedModel, ModelMetric } from './model.ts';
export { modelStatuses } from './model.ts';
export { findModelDescription } from './model-file/describe-model-file.ts';
export { createModel } from './models/create-model.ts';
export { addModelParams, deleteModel, finishModel, tagModel, untagModel } from './models/edit-model.ts';
export { getModel } from './models/model-queries.ts';
export { noteModel } from './models/note-model.ts';
export { searchModels } from './models/search-models.ts';
export { checkLength, checkName } from './check-facts.ts';
export { eraseDeletedJob } from './erasing/erase-deleted.ts';
export { installRunHolders, type RunHolder } from './erasing/run-holders.ts';
export { standOn } from './erasing/stand-on.ts';
export { obstaclesToPromotion } from './facts/find-six-facts.ts';
export { erasedClientName, eraseNameInTracking } from './erase-client-name.ts';
export { getModelPlace, getRunPlace, placesOfRuns } from './places.ts';
export { demandTracking, readableOrInbox } from './standing.ts';
export { type Moved } from './inbox/assign-experiments.ts';
export { proposalsFor } from './inbox/list-waiting.ts';
export { listRulesForActor } from './naming/naming-rule-queries.ts';
export { problemOfNew, problemTag } from './naming/problem-of-new.ts';
export { dataOfRuns } from './runs/data-of-runs.ts';
export { runsBegun } from './runs-station.ts';
export { trackingRoutes } from './routes.ts';
export { listVariantsOf } from './variants/variant-queries.ts';
export { type RunVariant, variantOfRuns } from './variants/variant-of-runs.ts';
