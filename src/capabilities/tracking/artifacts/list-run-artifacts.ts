import type { Context } from '../../../platform/context/context.ts';
import type { ArtifactEntry } from '../artifact-contract.ts';
import { trackingErrors } from '../errors.ts';
import { getModelPlace, getRunPlace } from '../places.ts';
import { trackingDb } from '../tables.ts';
import { findArtifact, listArtifacts } from './find-artifact.ts';
import { ownPlaceOf } from './own-place.ts';

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

const address = '/api/2.0/mlflow-artifacts/artifacts';
const rowsShown = 50;
const columnsShown = 40;
const lettersShown = 200;

/** A folder of the files of a run, or of one of its models. Throws 404, and 400 for a path that leads elsewhere. */
export async function listRunArtifacts(ctx: Context, { path, ...of }: Below): Promise<Listed> {
  const uri = await placeOf(ctx, of);
  const own = ownPlaceOf(uri);
  if (own === null) return { uri, isHere: false, entries: [] };
  const folder = path.replace(/\/+$/, '');
  const under = folder === '' ? '' : `${folder}/`;
  const found = await listArtifacts(ctx, `${own}/${under}`);
  const entries = found.map(({ name, size_bytes }) => {
    const whole = `${own}/${under}${name}`;
    const download = size_bytes === null ? null : `${address}/${whole.split('/').map(encodeURIComponent).join('/')}`;
    return { name, path: `${under}${name}`, size_bytes, download };
  });
  return { uri, isHere: true, entries };
}

/** Read beside the server, of the first rows only. Throws 404, and 400 where it is no Parquet. */
export async function previewTable(
  ctx: Context,
  { path, ...of }: Below,
): Promise<{ columns: string[]; rows: (string | null)[][]; isCut: boolean }> {
  const uri = await placeOf(ctx, of);
  const own = ownPlaceOf(uri);
  if (own === null) throw trackingErrors.artifactsElsewhere({ uri });
  const { sha256, name } = await findArtifact(ctx, `${own}/${path}`);
  if (!/\.parquet$/i.test(name)) throw trackingErrors.noTable({ path });
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
async function placeOf(ctx: Context, { runId, modelId }: Omit<Below, 'path'>): Promise<string> {
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
