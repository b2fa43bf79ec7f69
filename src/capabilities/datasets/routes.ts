import { type Route, route } from '../../platform/http/route.ts';
import { abandonUpload } from './abandon-upload.ts';
import { addSource } from './add-source.ts';
import { fetchSource, importUploads } from './begin-import.ts';
import { askInSql } from './ask-in-sql.ts';
import { beginUpload } from './begin-upload.ts';
import { cancelImport } from './cancel-import.ts';
import { checkPlace } from './check-place.ts';
import * as contract from './contract.ts';
import { createDataset } from './create-dataset.ts';
import { getDataset, listDatasetsOf } from './dataset-queries.ts';
import { declareSegment, declareSplit, removeDeclared } from './declare-split.ts';
import { listSegmentsOf, listSplitsOf } from './declared-queries.ts';
import { editDataset } from './edit-dataset.ts';
import { editSource } from './edit-source.ts';
import { identifySource, withdrawStatement } from './identify-source.ts';
import { eraseVersion } from './erase-version.ts';
import { getImport, listImportsOf } from './import-queries.ts';
import { judgeSource } from './judge-source.ts';
import { findProfile, findSegmentSummary, withoutCounts } from './find-profile.ts';
import { showVersion } from './reading-queries.ts';
import { removeDataset, restoreDataset } from './remove-dataset.ts';
import { removeSource, restoreSource } from './remove-source.ts';
import { previewUpload } from './preview-upload.ts';
import { sendGiven } from './send-given.ts';
import { sendPart } from './send-part.ts';
import { showDiff } from './show-diff.ts';
import { getSource, listSourcesOf } from './source-queries.ts';
import { tagColumn } from './tag-column.ts';
import { tellOutcome } from './tell-outcome.ts';
import { asUpload, getStoredUpload } from './upload-queries.ts';
import { getVersion, listVersionsOf } from './version-queries.ts';
import { removeConnection, showConnection, writeConnection } from './write-connection.ts';

const sources: readonly Route[] = [
  route(contract.listSources, async (ctx, { params }) => ({ sources: await listSourcesOf(ctx, params.problemId) })),
  route(contract.readSource, (ctx, { params }) => getSource(ctx, params)),
  route(contract.addSource, (ctx, { params, body }) => addSource(ctx, { ...params, ...body })),
  route(contract.editSource, (ctx, { params, body, version }) => editSource(ctx, { ...params, fields: body, version })),
  route(contract.identifySource, (ctx, { params, body }) => identifySource(ctx, { ...params, ...body })),
  route(contract.withdrawStatement, (ctx, { params }) => withdrawStatement(ctx, params)),
  route(contract.judgeSource, (ctx, { params, body }) => judgeSource(ctx, { ...params, ...body })),
  route(contract.removeSource, (ctx, { params }) => removeSource(ctx, params)),
  route(contract.restoreSource, (ctx, { params }) => restoreSource(ctx, params)),
  route(contract.readConnection, (ctx, { params }) => showConnection(ctx, params)),
  route(contract.writeConnection, (ctx, { params, body }) => writeConnection(ctx, { ...params, ...body })),
  route(contract.removeConnection, (ctx, { params }) => removeConnection(ctx, params)),
  route(contract.fetchSource, (ctx, { params, body }) => fetchSource(ctx, { ...params, ...body })),
];

const datasets: readonly Route[] = [
  route(contract.listDatasets, async (ctx, { params }) => ({
    datasets: await listDatasetsOf(ctx.db, params.problemId),
  })),
  route(contract.readDataset, (ctx, { params }) => getDataset(ctx.db, params)),
  route(contract.createDataset, (ctx, { params, body }) => createDataset(ctx, { ...params, ...body })),
  route(contract.editDataset, (ctx, { params, body, version }) =>
    editDataset(ctx, { ...params, fields: body, version }),
  ),
  route(contract.tellOutcome, (ctx, { params, body }) => tellOutcome(ctx, { ...params, ...body })),
  route(contract.removeDataset, (ctx, { params }) => removeDataset(ctx, params)),
  route(contract.restoreDataset, (ctx, { params }) => restoreDataset(ctx, params)),
];

const versions: readonly Route[] = [
  route(contract.listVersions, async (ctx, { params }) => {
    await getDataset(ctx.db, params);
    return { versions: await listVersionsOf(ctx.db, params) };
  }),
  route(contract.listAllVersions, async (ctx, { params, query }) => ({
    versions: await listVersionsOf(ctx.db, { ...params, ...query }),
  })),
  route(contract.readVersion, (ctx, { params }) => showVersion(ctx.db, params)),
  route(contract.readManifest, async (ctx, { params }) => (await getVersion(ctx.db, params)).manifest),
  route(contract.downloadGiven, (ctx, { params, reply }) => sendGiven(ctx, params, reply)),
  route(contract.checkPlace, (ctx, { params }) => checkPlace(ctx, params)),
  route(contract.tagColumn, (ctx, { params, body }) => tagColumn(ctx, { ...params, ...body })),
  route(contract.eraseVersion, (ctx, { params, body }) => eraseVersion(ctx, { ...params, ...body })),
  route(contract.readProfile, async (ctx, { params, query }) => {
    await getVersion(ctx.db, params);
    const found = await findProfile(ctx.db, params.versionId);
    if (!found) return { profile: null, madeAt: null };
    return query.counts === 'none' ? { ...found, profile: withoutCounts(found.profile) } : found;
  }),
  route(contract.readSegmentSummary, async (ctx, { params, query }) => {
    await getVersion(ctx.db, params);
    return { summary: await findSegmentSummary(ctx.db, { ...params, ...query }) };
  }),
  route(contract.readDiff, async (ctx, { params, query }) => ({ diff: await showDiff(ctx, { ...params, ...query }) })),
  route(contract.askInSql, (ctx, { params, body, reply }) => askInSql(ctx, { ...params, ...body }, reply)),
];

const declared: readonly Route[] = [
  route(contract.listSplits, async (ctx, { params }) => {
    await getVersion(ctx.db, params);
    return { splits: await listSplitsOf(ctx.db, params.versionId) };
  }),
  route(contract.declareSplit, (ctx, { params, body }) => declareSplit(ctx, { ...params, ...body })),
  route(contract.removeSplit, (ctx, { params: { splitId: id, ...place } }) =>
    removeDeclared(ctx, 'dataset_split', { ...place, id }),
  ),
  route(contract.listSegments, async (ctx, { params }) => {
    await getVersion(ctx.db, params);
    return { segments: await listSegmentsOf(ctx.db, params.versionId) };
  }),
  route(contract.declareSegment, (ctx, { params, body }) => declareSegment(ctx, { ...params, ...body })),
  route(contract.removeSegment, (ctx, { params: { segmentId: id, ...place } }) =>
    removeDeclared(ctx, 'dataset_segment', { ...place, id }),
  ),
];

const incoming: readonly Route[] = [
  route(contract.beginUpload, (ctx, { params, body }) => beginUpload(ctx, { ...params, ...body })),
  route(contract.readUpload, async (ctx, { params }) => asUpload(await getStoredUpload(ctx.db, params))),
  route(contract.sendPart, (ctx, { params, query, raw }) => sendPart(ctx, { ...params, ...query, content: raw.body })),
  route(contract.previewUpload, (ctx, { params, body, reply }) => previewUpload(ctx, { ...params, ...body }, reply)),
  route(contract.abandonUpload, (ctx, { params }) => abandonUpload(ctx, params)),
  route(contract.importUploads, (ctx, { params, body }) => importUploads(ctx, { ...params, ...body })),
  route(contract.listImports, async (ctx, { params }) => ({
    imports: await listImportsOf(ctx.db, { ...params, locale: ctx.locale }),
  })),
  route(contract.readImport, (ctx, { params }) => getImport(ctx.db, { ...params, locale: ctx.locale })),
  route(contract.cancelImport, (ctx, { params }) => cancelImport(ctx, params)),
];

export const datasetRoutes: readonly Route[] = [...sources, ...datasets, ...versions, ...declared, ...incoming];
