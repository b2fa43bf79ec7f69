import type { Context } from '../../../platform/context/context.ts';
import type { ArtifactEntry } from '../artifact-contract.ts';
import { trackingErrors } from '../errors.ts';
import { getModelPlace, getRunPlace } from '../places.ts';
import { trackingDb } from '../tables.ts';
import { isReadable, listArtifactsAt } from './outside-folder.ts';
import { ownPlaceOf } from './own-place.ts';
import { takeArtifact } from './take-artifact.ts';

export interface Below {
  runId: string;
  modelId?: string;
  path: string;
}

interface Listed {
  uri: string;
  isHere: boolean;
  entries: ArtifactEntry[];
}

const proxy = '/api/2.0/mlflow-artifacts/artifacts';
const rowsShown = 50;
const columnsShown = 40;
const lettersShown = 200;

/** A folder of the files of a run, or of one of its models. Throws 404, and 400 for a path that leads elsewhere. */
export async function listRunArtifacts(ctx: Context, { path, ...of }: Below): Promise<Listed> {
  const uri = await uriBelow(ctx, of);
  if (!isReadable(ctx, uri)) return { uri, isHere: false, entries: [] };
  const folder = path.replace(/\/+$/, '');
  const under = folder === '' ? '' : `${folder}/`;
  const entries = (await listArtifactsAt(ctx, uri, folder)).map(({ name, size_bytes }) => {
    const below = `${under}${name}`;
    return { name, path: below, size_bytes, download: size_bytes === null ? null : addressOf(uri, of, below) };
  });
  return { uri, isHere: true, entries };
}

/** Where a browser fetches it from. */
function addressOf(uri: string, { runId, modelId }: Omit<Below, 'path'>, path: string): string {
  const own = ownPlaceOf(uri);
  if (own !== null) return `${proxy}/${`${own}/${path}`.split('/').map(encodeURIComponent).join('/')}`;
  if (modelId === undefined) return `/get-artifact?${new URLSearchParams({ run_id: runId, path })}`;
  return `/ajax-api/2.0/mlflow/logged-models/${modelId}/artifacts/files?${new URLSearchParams({ artifact_file_path: path })}`;
}

/** Read beside the server, of the first rows only. Throws 404, and 400 where it is no Parquet. */
export async function previewTable(
  ctx: Context,
  { path, ...of }: Below,
): Promise<{ columns: string[]; rows: (string | null)[][]; isCut: boolean }> {
  const uri = await uriBelow(ctx, of);
  if (!/\.parquet$/i.test(path)) throw trackingErrors.noTable({ path });
  const { sha256 } = await takeArtifact(ctx, uri, path);
  const views = { data: [await ctx.blobs.localPath(sha256)] };
  const { columns, rows, truncated } = await ctx.analytics.question('select * from data', {
    views,
    maxRows: rowsShown,
  });
  return {
    columns: columns.slice(0, columnsShown).map((column) => column.name),
    rows: rows.map((row) =>
      row.slice(0, columnsShown).map((value) => (value === null ? null : asText(value).slice(0, lettersShown))),
    ),
    isCut: truncated || columns.length > columnsShown,
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Only of models that the run made or was given: another's are asked for by another run. */
export async function uriBelow(ctx: Context, { runId, modelId }: Omit<Below, 'path'>): Promise<string> {
  const { artifactUri } = await getRunPlace(ctx, runId);
  if (modelId === undefined) return artifactUri;
  const link = await trackingDb(ctx.db)
    .selectFrom('run_model')
    .select('model_id')
    .where('run_id', '=', runId)
    .where('model_id', '=', modelId)
    .executeTakeFirst();
  if (!link) throw trackingErrors.modelNotFound({ id: modelId });
  return (await getModelPlace(ctx, modelId)).artifactUri;
}
