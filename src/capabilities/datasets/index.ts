/** Front door of datasets. */
export { removeBlobsJob } from './erase-version.ts';
export { getDataset, listDatasetsOf } from './dataset-queries.ts';
export { listSegmentsOf } from './declared-queries.ts';
export { findProfile } from './find-profile.ts';
export { importJob } from './import-job.ts';
export { describeJob } from './profile-version.ts';
export { type FoundVersion, findVersion } from './find-version.ts';
export { countExtractions } from './import-queries.ts';
export { datasetNames } from './name-things.ts';
export { datasetRoutes } from './routes.ts';
export { scheduleSweep, sweepUploadsJob } from './sweep-job.ts';
export { keepOutcome } from './tell-outcome.ts';
export { getReadyVersion, listPresentVersions, listReadyVersions, type ReadyVersion } from './ready-version.ts';
export { type Unread, useRows } from './use-rows.ts';
export { getSource, listSourcesOf } from './source-queries.ts';
export { onVersionImported, VersionRuns, type VersionRunColumns } from './version-runs.ts';
export { installBlobUsers, takeBlobTurn } from './used-blobs.ts';
