import type { Context } from '../../../platform/context/context.ts';
import type { CodeOfRun } from '../compare-contract.ts';
import { knownRun, type TellingFile } from '../facts/known-run.ts';
import { baseOf, differenceFiles, environmentFiles, gitTag, valueOf } from '../facts/six-facts.ts';
import type { KeyValue, Run } from '../run.ts';
import { readPackages } from './read-packages.ts';

/** So much of a file is read: a lock of a thousand packages fits, and no answer grows beyond it. */
const most_bytes = 1_000_000;
/** So much of the changes is shown. */
const shown = 100_000;

/** What a run says of its code, and the packages that it ran with; null where nobody said. */
export async function codeOfRun(
  ctx: Context,
  run: Run,
): Promise<{ code: CodeOfRun; packages: Map<string, string> | null }> {
  const { models, files } = await knownRun(ctx, run);
  const said = [...run.tags, ...models.flatMap(({ tags }) => tags)];
  const environment = files.filter(({ path }) => environmentFiles.includes(baseOf(path)));
  const packages = new Map<string, string>();
  for (const file of environment) {
    const { text } = await readStart(file);
    for (const [name, version] of readPackages(file.path, text)) if (!packages.get(name)) packages.set(name, version);
  }
  const code = {
    runId: run.id,
    name: run.name,
    commit: valueOf(said, `${gitTag}commit`),
    branch: valueOf(said, `${gitTag}branch`),
    repository: valueOf(said, `${gitTag}repoURL`),
    source: valueOf(said, 'mlflow.source.name'),
    changes: await changesOf(said, files),
    environment: environment[0]?.path ?? null,
  };
  return { code, packages: environment.length > 0 ? packages : null };
}

/** As a file of the run, as the tag of clients, or only whether there were any. */
async function changesOf(said: readonly KeyValue[], files: readonly TellingFile[]): Promise<CodeOfRun['changes']> {
  const file = files.find(({ path }) => differenceFiles.includes(path));
  if (file) return asChanges(await readStart(file));
  const tag = valueOf(said, `${gitTag}diff`) ?? '';
  if (tag !== '') return asChanges({ text: tag, isCut: false });
  const dirty = valueOf(said, `${gitTag}dirty`)?.toLowerCase();
  const state = dirty === 'false' ? 'none' : dirty === 'true' ? 'lost' : 'unknown';
  return { state, text: null, isCut: false };
}

function asChanges({ text, isCut }: { text: string; isCut: boolean }): CodeOfRun['changes'] {
  if (text.trim() === '') return { state: 'none', text: null, isCut: false };
  return { state: 'kept', text: text.slice(0, shown).toWellFormed(), isCut: isCut || text.length > shown };
}

async function readStart(file: TellingFile): Promise<{ text: string; isCut: boolean }> {
  if (file.size_bytes === 0) return { text: '', isCut: false };
  const until = Math.min(file.size_bytes, most_bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.read({ start: 0, end: until - 1 })) chunks.push(chunk as Buffer);
  return { text: Buffer.concat(chunks).toString('utf8'), isCut: until < file.size_bytes };
}
