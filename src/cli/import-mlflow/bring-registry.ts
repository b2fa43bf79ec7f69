import type { Bringing } from './bringing.ts';
import { goOn } from './go-on.ts';
import type { SourceRegistered, SourceRun, SourceVersion } from './source.ts';
import { find, speak } from './speak.ts';

const api = 'api/2.0/mlflow';

type Where = Pick<SourceRun, 'id' | 'artifactUri'>;

/** Models by name with their versions, numbers kept, and aliases. After the runs, from which versions come. */
export async function bringRegistry(bringing: Bringing, runs: readonly Where[]): Promise<void> {
  for (const model of await bringing.source.registered())
    await goOn(bringing.brought, `model ${model.name}`, () => bringRegistered(bringing, model, runs));
}

async function bringRegistered(bringing: Bringing, model: SourceRegistered, runs: readonly Where[]): Promise<void> {
  await bringModel(bringing, model);
  const have = await versionsHere(bringing, model.name);
  for (const version of model.versions)
    if (!have.has(version.number)) await bringVersion(bringing, { name: model.name, version, runs });
  for (const { alias, number } of model.aliases) await setAlias(bringing, { name: model.name, alias, number });
  await compare(bringing, model);
}

async function bringModel({ to }: Bringing, { name, description, tags }: SourceRegistered): Promise<void> {
  const path = `${api}/registered-models`;
  const found = await find(to, { method: 'GET', path: `${path}/get`, query: { name } });
  if (!found) await speak(to, { method: 'POST', path: `${path}/create`, body: { name, description, tags } });
}

/** The run of each version that is here, by number. */
async function versionsHere({ to }: Bringing, name: string): Promise<Map<number, string>> {
  const query = { filter: `name='${name.replaceAll("'", "''")}'`, max_results: '10000' };
  const plain = await speak(to, { method: 'GET', path: `${api}/model-versions/search`, query });
  const prompts = { ...query, filter: `${query.filter} and tags.\`mlflow.prompt.is_prompt\` = 'true'` };
  const ofPrompts = await speak(to, { method: 'GET', path: `${api}/model-versions/search`, query: prompts });
  const all: { version: string; run_id?: string }[] = [plain, ofPrompts].flatMap((found) => found.model_versions ?? []);
  return new Map(all.map(({ version, run_id = '' }) => [Number(version), run_id]));
}

interface VersionThere {
  name: string;
  version: SourceVersion;
  runs: readonly Where[];
}

/** Numbers that are missing there were deleted: they are made and deleted here too, so that the next is the same. */
async function bringVersion(bringing: Bringing, { name, version, runs }: VersionThere): Promise<void> {
  const { to, brought } = bringing;
  const path = `${api}/model-versions`;
  const source = sourceHere(bringing, version, runs);
  if (source === null) {
    brought.differences.push(
      `model ${name}, version ${version.number}: ${version.source} is of no run that was brought`,
    );
    return;
  }
  const { description, tags, number, stage } = version;
  const body = { name, description, tags, ...source };
  for (;;) {
    const made = await speak(to, { method: 'POST', path: `${path}/create`, body });
    const here = Number(made.model_version.version);
    const at = { name, version: String(here) };
    if (here === number) break;
    await speak(to, { method: 'DELETE', path: `${path}/delete`, body: at });
    if (here > number) {
      brought.differences.push(`model ${name}, version ${number}: that number was given here before`);
      return;
    }
  }
  if (stage !== '' && stage !== 'None')
    await speak(to, {
      method: 'POST',
      path: `${path}/transition-stage`,
      body: { name, version: String(number), stage, archive_existing_versions: false },
    });
}

interface SourceHere {
  source: string;
  run_id?: string;
  model_id?: string;
}

function sourceHere(bringing: Bringing, version: SourceVersion, runs: readonly Where[]): SourceHere | null {
  const { source } = version;
  const known = ofModel(bringing, version) ?? ofRun(bringing, version, runs);
  if (known) return known;
  const isOfThere = /^(file|mlflow-artifacts|runs|models):|^\//.test(source);
  return isOfThere ? null : { source };
}

/** A logged model is named by the source, or by the folder in which its files are. */
function ofModel({ models }: Bringing, { source, storage }: SourceVersion): SourceHere | null {
  const [, there = ''] =
    /^models:\/+(m-[0-9a-f]{32})/.exec(source) ?? /\/models\/(m-[0-9a-f]{32})\//.exec(storage) ?? [];
  const here = models.get(there)?.id;
  return here === undefined ? null : { source: `models:/${here}`, model_id: here };
}

function ofRun({ runs: ids }: Bringing, version: SourceVersion, runs: readonly Where[]): SourceHere | null {
  const { source, storage, runId } = version;
  const within = ({ artifactUri }: Where) => artifactUri !== '' && storage.startsWith(`${artifactUri}/`);
  const run = runs.find((each) => each.id === runId || within(each));
  const here = run && ids.get(run.id);
  if (!run || here === undefined) return null;
  const path =
    /^runs:\/[^/]+\/(.+)$/.exec(source)?.[1] ?? (within(run) ? storage.slice(run.artifactUri.length + 1) : null);
  return path === null ? null : { source: `runs:/${here}/${path}`, run_id: here };
}

async function setAlias(bringing: Bringing, given: { name: string; alias: string; number: number }): Promise<void> {
  const { name, alias, number } = given;
  if (!(await versionsHere(bringing, name)).has(number)) return;
  const body = { name, alias, version: String(number) };
  await speak(bringing.to, { method: 'POST', path: `${api}/registered-models/alias`, body });
  bringing.brought.aliases += 1;
}

async function compare(bringing: Bringing, { name, versions, aliases }: SourceRegistered): Promise<void> {
  const { to, brought, runs } = bringing;
  const here = await versionsHere(bringing, name);
  brought.registeredModels += 1;
  brought.versions += versions.filter(({ number }) => here.has(number)).length;
  for (const { number, runId } of versions) {
    const difference = differenceOf(here.get(number), runId === null ? undefined : runs.get(runId));
    const place = `model ${name}, version ${number}`;
    if (difference !== null && !brought.differences.some((one) => one.startsWith(`${place}:`)))
      brought.differences.push(`${place}: ${difference}`);
  }
  const query = { name };
  const { registered_model } = await speak(to, { method: 'GET', path: `${api}/registered-models/get`, query });
  const all: { alias: string; version: string }[] = registered_model.aliases ?? [];
  for (const { alias, number } of aliases)
    if (!all.some((each) => each.alias === alias && Number(each.version) === number))
      brought.differences.push(`model ${name}: alias ${alias} is not on version ${number} here`);
}

/** Between the run of a version here and the one that it should be of. */
function differenceOf(is: string | undefined, wanted: string | undefined): string | null {
  if (is === undefined) return 'is not here';
  return wanted === undefined || is === wanted ? null : `run ${wanted} there, ${is || 'none'} here`;
}
