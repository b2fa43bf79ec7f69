/** Front door of the registry. */
export { createVersion } from './create-version.ts';
export {
  deleteRegisteredModel,
  describeModel,
  removeAlias,
  renameModel,
  setAlias,
  tagRegisteredModel,
  untagRegisteredModel,
} from './edit-registered-model.ts';
export { deleteVersion, describeVersion, moveToStage, tagVersion, untagVersion } from './edit-version.ts';
export { versionsHoldRuns } from './versions-hold-runs.ts';
export { registerModel } from './register-model.ts';
export type { ModelVersion, RegisteredModel } from './registered-model.ts';
export { getModelVersion, getRegisteredModel, getVersionByAlias } from './registry-queries.ts';
export { searchModelVersions, searchRegisteredModels } from './search-registry.ts';
export { registryRoutes } from './routes.ts';
