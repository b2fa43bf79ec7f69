import * as contracts from '../../src/capabilities/contracts/contract.ts';
import * as datasets from '../../src/capabilities/datasets/contract.ts';
import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Filling } from './filling.ts';
import { waitForWork } from './wait-until.ts';
import type { WrittenData, WrittenSource } from './written-data.ts';

type Place = Pick<Filling, 'ask' | 'params'>;

/** Where the data could come from, who says so, and why each was chosen or not. */
export async function fillSources({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { sources: known } = await place.ask(datasets.listSources, { params: place.params });
  for (const source of data.sources) {
    const found = known.find(({ title }) => title === source.title) ?? (await add(place, source));
    await identify(place, source, found);
    if (found.state !== 'proposed') continue;
    await place.ask(datasets.judgeSource, {
      params: { ...place.params, sourceId: found.id },
      body: { ...source.judged },
    });
  }
}

async function add({ ask, params }: Place, source: WrittenSource): Promise<datasets.Source> {
  const { identified: _, judged: __, answers, ...body } = source;
  const { dataRequirements } = await ask(formulation.listDataRequirements, { params });
  const ids = dataRequirements.filter(({ what }) => answers.includes(what)).map(({ id }) => id);
  return ask(datasets.addSource, { params, body: { ...body, answers: ids } });
}

async function identify({ ask, params }: Place, { identified }: WrittenSource, found: datasets.Source): Promise<void> {
  for (const role of datasets.statingRoles) {
    if (found.statements.some((each) => each.role === role)) continue;
    const body = { role, note: identified[role] };
    await ask(datasets.identifySource, { params: { ...params, sourceId: found.id }, body });
  }
}

/** The data itself as a version, and how it is split. */
export async function fillDataset({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { ask, params } = place;
  const dataset = await bring(place, data);
  const version = { ...params, versionId: dataset.latest?.id ?? '' };
  const { splits } = await ask(datasets.listSplits, { params: version });
  if (splits.every(({ name }) => name !== data.split.name))
    await ask(datasets.declareSplit, { params: version, body: data.split });
}

async function findDataset({ ask, params }: Place, data: WrittenData): Promise<datasets.Dataset | undefined> {
  const { datasets: all } = await ask(datasets.listDatasets, { params });
  return all.find(({ name }) => name === data.dataset.name);
}

/** The data set of an example that has one; a version of it is there. */
export async function theDataset(place: Place, data: WrittenData): Promise<datasets.Dataset & { versionId: string }> {
  const dataset = await findDataset(place, data);
  if (!dataset?.latest) throw new Error(`the data set ${data.dataset.name} is gone: somebody removed it meanwhile`);
  return { ...dataset, versionId: dataset.latest.id };
}

/** Taken out twice, to see that it comes out the same. */
const times = 2;

async function bring(place: Place, data: WrittenData): Promise<datasets.Dataset> {
  const { ask, params } = place;
  const { name, description, note, source, file } = data.dataset;
  const { sources } = await ask(datasets.listSources, { params });
  const sourceId = sources.find(({ title }) => title === source)?.id;
  const known =
    (await findDataset(place, data)) ?? (await ask(datasets.createDataset, { params, body: { name, description } }));
  const { imports } = await ask(datasets.listImports, { params });
  for (let done = imports.filter(({ state }) => state === 'done').length; done < times; done += 1) {
    const uploadId = await send(place, file.name, await file.takeOut());
    const body = { datasetId: known.id, uploadIds: [uploadId], note, ...(sourceId !== undefined && { sourceId }) };
    const { id: importId } = await ask(datasets.importUploads, { params, body });
    await waitForWork(() => ask(datasets.readImport, { params: { ...params, importId } }));
  }
  return theDataset(place, data);
}

async function send({ ask, params }: Place, name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const { id: uploadId } = await ask(datasets.beginUpload, { params, body: { name, size_bytes: content.length } });
  for (let offset = 0; offset < content.length; offset += datasets.partLimit_bytes) {
    const file = content.subarray(offset, offset + datasets.partLimit_bytes);
    await ask(datasets.sendPart, { params: { ...params, uploadId }, query: { offset }, file });
  }
  return uploadId;
}

/** What the data must keep: read by somebody, in force, and held against what is there. */
export async function fillContract({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { ask } = place;
  const { id: datasetId } = await theDataset(place, data);
  const params = { ...place.params, datasetId };
  let contract = await ask(contracts.readContract, { params });
  if (contract.publishedNumber === null) {
    for (const rule of data.contract.rules) {
      if (contract.rules.some(({ description }) => description === rule.description)) continue;
      contract = await ask(contracts.addRule, { params, body: { rule } });
    }
    contract = await ask(contracts.reviewContract, { params, version: contract.version });
    await ask(contracts.publishContract, { params, body: { note: data.contract.note }, version: contract.version });
  }
  const { runs } = await ask(contracts.listContractRuns, { params });
  const run =
    runs.find(({ state }) => state !== 'failed') ?? (await ask(contracts.beginContractRun, { params, body: {} }));
  await waitForWork(() => ask(contracts.readContractResults, { params: { ...params, runId: run.id } }));
}
