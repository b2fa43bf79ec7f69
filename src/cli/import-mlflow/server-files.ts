import { folderOf, listFiles } from './local-files.ts';
import type { SourceFile } from './source.ts';
import { type Answer, asPath, fetchFile, find, speak, type Speaker } from './speak.ts';

/** A server, and the folders of this machine below which its files may be. */
export interface ServerPlace {
  from: Speaker;
  moved: readonly string[];
}

const proxied = /^mlflow-artifacts:(?:\/\/[^/]*)?\/(.+)$/;

/** Through the proxy of the server, by what it fetches for its own page, or from this machine. */
export async function filesOf({ from, moved }: ServerPlace, uri: string, runId: string | null): Promise<SourceFile[]> {
  const place = proxied.exec(uri)?.[1];
  if (place !== undefined)
    return walk(
      (folder) => listProxied(from, place, folder),
      (path) => () =>
        fetchFile(from, { method: 'GET', path: `api/2.0/mlflow-artifacts/artifacts/${asPath(`${place}/${path}`)}` }),
    );
  const folder = folderOf(uri, moved);
  if (folder !== null || runId === null) return listFiles(folder);
  return walk(
    (below) => listOfRun(from, runId, below),
    (path) => () => fetchFile(from, { method: 'GET', path: 'get-artifact', query: { path, run_uuid: runId } }),
  );
}

interface Entry {
  path: string;
  isFolder: boolean;
  size_bytes: number;
}

async function walk(
  list: (folder: string) => Promise<Entry[]>,
  opener: (path: string) => SourceFile['open'],
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const { path, isFolder, size_bytes } of await list(folder)) {
      if (isFolder) waiting.push(path);
      else files.push({ path, size_bytes, open: opener(path) });
    }
  return files;
}

const entry = ({ path, is_dir, file_size }: Answer): Entry => ({
  path,
  isFolder: is_dir === true,
  size_bytes: Number(file_size ?? 0),
});

async function listProxied(from: Speaker, place: string, folder: string): Promise<Entry[]> {
  const query = { path: folder === '' ? place : `${place}/${folder}` };
  const answer = await find(from, { method: 'GET', path: 'api/2.0/mlflow-artifacts/artifacts', query });
  return (answer?.files ?? []).map((file: Answer) =>
    entry({ ...file, path: folder === '' ? file.path : `${folder}/${file.path}` }),
  );
}

async function listOfRun(from: Speaker, run_id: string, path: string): Promise<Entry[]> {
  const query = path === '' ? { run_id } : { run_id, path };
  const answer = await speak(from, { method: 'GET', path: 'api/2.0/mlflow/artifacts/list', query });
  return (answer.files ?? []).map(entry);
}
