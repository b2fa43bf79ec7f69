import { mkdir, rm } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { AnalyticsTask } from './analytics-protocol.ts';
import { firstParagraph, nameFilesByView, TaskFailure } from './task-failure.ts';

export interface Sandbox {
  connection: DuckDBConnection;
  close(): Promise<void>;
}

/**
 * A DuckDB in memory for one task (about 15 ms): it may open the files it is given and no others, and what the SQL sets
 * or makes in it ends with it. Which files may be opened is a setting of a whole DuckDB that cannot be taken back.
 */
export async function openSandbox(task: AnalyticsTask): Promise<Sandbox> {
  await mkdir(task.spillFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(task.threads),
    memory_limit: `${task.memory_mb}MB`,
    temp_directory: task.spillFolder,
    max_temp_directory_size: `${task.maxSpill_mb}MB`,
    extension_directory: task.spillFolder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(task.spillFolder, { recursive: true, force: true });
  };
  try {
    await lock(connection, task);
    return { connection, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function lock(connection: DuckDBConnection, task: AnalyticsTask): Promise<void> {
  const paths = [...task.files, ...Object.values(task.views).flat()];
  const isFolder = (path: string) => path.endsWith('/');
  await connection.run(`set allowed_paths = ${listed(paths.filter((path) => !isFolder(path)))}`);
  await connection.run(`set allowed_directories = ${listed(paths.filter(isFolder))}`);
  await connection.run('set enable_external_access = false');
  await connection.run(`set TimeZone = 'UTC'`);
  for (const [view, files] of Object.entries(task.views)) await createView(connection, { view, files, task });
  await connection.run('set lock_configuration = true');
}

async function createView(
  connection: DuckDBConnection,
  { view, files, task }: { view: string; files: readonly string[]; task: AnalyticsTask },
): Promise<void> {
  const name = `"${view.replaceAll('"', '""')}"`;
  try {
    await connection.run(`create view ${name} as select * from read_parquet(${listed(files)})`);
  } catch (error) {
    const message = firstParagraph(nameFilesByView((error as Error).message, task));
    throw new TaskFailure({ reason: 'unreadableView', view, message });
  }
}

const listed = (texts: readonly string[]): string =>
  `[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::varchar[]`;
