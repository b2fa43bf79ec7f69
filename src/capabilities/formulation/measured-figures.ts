import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { formulationGateTexts } from './formulation-gate-texts.ts';
import type { EvidenceItem } from './gate-rules.ts';
import { measuredErrors } from './measured-errors.ts';
import type { MeasuredFigure, MeasuredValue } from './measured-contract.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

/** The latest first. */
export async function listMeasured(db: AnyDb, problemId: string): Promise<MeasuredFigure[]> {
  const rows = await formulationDb(db)
    .selectFrom('measured_figure')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('proposed_at', 'desc')
    .orderBy('path')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asFigure);
}

function asFigure(row: Selectable<FormulationTables['measured_figure']>): MeasuredFigure {
  const { id, path, value, dataset_version_id, dataset, how, proposed_by, proposed_at, state, was, reason } = row;
  return {
    id,
    path,
    value: fromJson<MeasuredValue>(value),
    datasetVersionId: dataset_version_id,
    dataset,
    how,
    proposedBy: proposed_by,
    proposedAt: proposed_at,
    state,
    was: was === null ? null : fromJson<MeasuredValue>(was),
    reason,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
  };
}

/** Throws 404 where the problem has no such figure, 409 where nobody is waited for any more. */
export async function getWaiting(db: AnyDb, problemId: string, ids: readonly string[]): Promise<MeasuredFigure[]> {
  const all = await listMeasured(db, problemId);
  return [...new Set(ids)].map((id) => {
    const figure = all.find((each) => each.id === id);
    if (!figure) throw measuredErrors.measuredNotFound({ id });
    if (figure.state !== 'proposed') throw measuredErrors.measuredSettled({ path: figure.path, state: figure.state });
    return figure;
  });
}

/** Of the evidence part `value` at G2: what was measured is taken over, or left with a reason. */
export async function listMeasuredEvidence(db: AnyDb, problemId: string): Promise<EvidenceItem[]> {
  const figures = await listMeasured(db, problemId);
  if (figures.length === 0) return [];
  const count = figures.filter(({ state }) => state === 'proposed').length;
  const say: EvidenceItem['say'] = (locale) => formulationGateTexts[locale]['value.measured']({ count });
  return [{ id: 'value.measured', station: 'value', field: 'measured', isDone: count === 0, say }];
}

/** What is in the value model by measurement, as it is signed: of each place the last that was taken over. */
export async function snapshotOfMeasured(db: AnyDb, problemId: string) {
  const taken = (await listMeasured(db, problemId)).filter(({ state }) => state === 'taken');
  const places = [...new Set(taken.map(({ path }) => path))].sort();
  return places.flatMap((path) => {
    const last = taken
      .filter((each) => each.path === path)
      .toSorted((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0) || (a.id < b.id ? 1 : -1))[0];
    if (!last) return [];
    const { value, datasetVersionId, dataset, how } = last;
    return [{ id: path, value, datasetVersionId, dataset, how }];
  });
}
