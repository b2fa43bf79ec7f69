import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { listDatasetsOf, listReadyVersions } from '../datasets/index.ts';
import type { Chart } from '../statistics/contract.ts';
import type { ChartSpec } from './chart-contract.ts';
import { explorationErrors } from './errors.ts';
import type { Drawing, DrawnFinding, Finding, FindingAnswer, FindingState } from './finding-contract.ts';
import { titleFor } from './finding-title.ts';
import { explorationDb, type ExplorationTables } from './tables.ts';

type StoredFinding = Selectable<ExplorationTables['finding']>;
type StoredDrawing = Omit<Selectable<ExplorationTables['finding_drawing']>, 'chart'>;
type StoredAnswer = Selectable<ExplorationTables['finding_answer']>;

/** As it is kept: with what it was drawn on and what was answered, in the order in which that matters. */
export interface KeptFinding {
  row: StoredFinding;
  /** the newest version of the data first; never empty */
  drawings: readonly StoredDrawing[];
  answers: readonly StoredAnswer[];
  state: FindingState;
}

/** Those that are not withdrawn, of data sets that are there, in the order in which they were kept. */
export async function listKept(db: AnyDb, problemId: string): Promise<KeptFinding[]> {
  const there = (await listDatasetsOf(db, problemId)).map(({ id }) => id);
  if (there.length === 0) return [];
  const rows = await explorationDb(db)
    .selectFrom('finding')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('dataset_id', 'in', there)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const drawings = await explorationDb(db)
    .selectFrom('finding_drawing')
    .select(['finding_id', 'version_id', 'version_number', 'sentence', 'drawn_by', 'drawn_at'])
    .where('finding_id', 'in', ids)
    .orderBy('version_number', 'desc')
    .execute();
  const answers = await explorationDb(db)
    .selectFrom('finding_answer')
    .selectAll()
    .where('finding_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const own = {
      row,
      drawings: drawings.filter(({ finding_id }) => finding_id === row.id),
      answers: answers.filter(({ finding_id }) => finding_id === row.id),
    };
    return { ...own, state: stateOf(own) };
  });
}

function stateOf({ row, drawings, answers }: Omit<KeptFinding, 'state'>): FindingState {
  const last = answers.at(-1);
  if (!last) return 'waiting';
  return isCurrent(last, { row, drawings }) ? 'answered' : 'changed_since';
}

const isCurrent = (answer: StoredAnswer, { row, drawings }: Pick<KeptFinding, 'row' | 'drawings'>): boolean =>
  answer.of_version === row.version && answer.version_id === drawings[0]?.version_id;

interface Wanted {
  problemId: string;
  datasetId?: string;
  state?: FindingState;
}

export async function listFindingsOf(
  { locale }: Pick<Context, 'locale'>,
  db: AnyDb,
  { problemId, datasetId, state }: Wanted,
): Promise<Finding[]> {
  const kept = (await listKept(db, problemId)).filter(
    ({ row, ...each }) =>
      (datasetId === undefined || row.dataset_id === datasetId) && (state === undefined || each.state === state),
  );
  if (kept.length === 0) return [];
  const names = new Map((await listDatasetsOf(db, problemId)).map(({ id, name }) => [id, name]));
  // The newest of each data set comes last, and stays.
  const newest = new Map((await listReadyVersions(db, problemId)).toReversed().map((each) => [each.datasetId, each]));
  return kept.map(({ row, drawings, answers, state: own }) => {
    const latest = newest.get(row.dataset_id);
    const isBehind = latest !== undefined && latest.number > (drawings[0]?.version_number ?? 0);
    return {
      id: row.id,
      datasetId: row.dataset_id,
      datasetName: names.get(row.dataset_id) ?? '',
      spec: fromJson<ChartSpec>(row.spec),
      kind: row.kind,
      title: titleFor(locale, { row, drawings }),
      remark: row.remark,
      state: own,
      drawings: drawings.map((each) => drawingFrom(each, locale)),
      answers: answers.map((each) => answerFrom(each, { row, drawings })),
      newest: isBehind ? { versionId: latest.id, number: latest.number } : null,
      keptBy: row.kept_by,
      keptAt: row.kept_at,
      version: row.version,
    };
  });
}

interface Place {
  problemId: string;
  findingId: string;
}

/** Throws 404 for one that this problem does not have, or that was withdrawn. */
export async function getFinding(
  ctx: Pick<Context, 'locale'>,
  db: AnyDb,
  { problemId, findingId }: Place,
): Promise<Finding> {
  const found = (await listFindingsOf(ctx, db, { problemId })).find(({ id }) => id === findingId);
  if (!found) throw explorationErrors.findingNotFound({ id: findingId });
  return found;
}

export async function getDrawnFinding(ctx: Context, place: Place): Promise<DrawnFinding> {
  const finding = await getFinding(ctx, ctx.db, place);
  const rows = await explorationDb(ctx.db)
    .selectFrom('finding_drawing')
    .select(['version_id', 'chart'])
    .where('finding_id', '=', place.findingId)
    .execute();
  const charts = new Map(rows.map(({ version_id, chart }) => [version_id, chart]));
  const drawings = finding.drawings.map((each) => {
    const chart = charts.get(each.versionId);
    return { ...each, chart: typeof chart === 'string' ? fromJson<Chart>(chart) : null };
  });
  return { ...finding, drawings };
}

const drawingFrom = (row: StoredDrawing, locale: Locale): Drawing => ({
  versionId: row.version_id,
  versionNumber: row.version_number,
  sentence: row.sentence === null ? null : fromJson<Record<Locale, string>>(row.sentence)[locale],
  drawnBy: row.drawn_by,
  drawnAt: row.drawn_at,
});

const answerFrom = (row: StoredAnswer, of: Pick<KeptFinding, 'row' | 'drawings'>): FindingAnswer => ({
  position: row.position,
  kind: row.kind,
  text: row.text,
  versionId: row.version_id,
  versionNumber: row.version_number,
  isCurrent: isCurrent(row, of),
  answeredBy: row.answered_by,
  onBehalfOf: row.on_behalf_of,
  answeredAt: row.answered_at,
});
