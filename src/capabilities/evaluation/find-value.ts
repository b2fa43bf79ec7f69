import type { AnyDb } from '../../platform/db/database.ts';
import { hashSnapshot } from '../decisions/index.ts';
import { findValueModel, listLevelsOf } from '../formulation/index.ts';
import type { ValueModel } from '../value/contract.ts';
import { evaluationErrors } from './errors.ts';
import type { EvaluationTask, PricedBy, valueSources } from './evaluation-contract.ts';

/** A value model as it stood: it goes along with the evaluation, so that nothing can change under it. */
export type KeptValue = PricedBy & { model: ValueModel };

type Source = (typeof valueSources)[number];

/** The value models of the problem that price, the one to use first at the head. */
export async function listValues(db: AnyDb, problemId: string): Promise<KeptValue[]> {
  const [level] = await listLevelsOf({ db, locale: 'en' }, problemId);
  const draft = await findValueModel(db, problemId);
  const values: KeptValue[] = [];
  if (level) values.push(kept('level', level.number, level.snapshot.valueModel));
  // A draft that can be evaluated is a whole value model.
  if (draft.isComplete && draft.model) values.push(kept('draft', draft.version, draft.model as ValueModel));
  return values;
}

const kept = (source: PricedBy['source'], number: number, model: ValueModel): KeptValue => ({
  source,
  number,
  hash: hashSnapshot(model).hash,
  model,
});

/** Throws 409 where what was asked for is not there, or prices another task. */
export async function findValue(
  db: AnyDb,
  { problemId, source, task }: { problemId: string; source: Source | undefined; task: EvaluationTask },
): Promise<KeptValue | null> {
  if (source === 'none') return null;
  const values = await listValues(db, problemId);
  const found = source === undefined ? values[0] : values.find((each) => each.source === source);
  if (!found && source === 'level') throw evaluationErrors.noLevel();
  if (!found && source === 'draft') throw evaluationErrors.noDraft();
  if (found && found.model.task !== task) {
    if (source === undefined) return null;
    throw evaluationErrors.otherTask({ task, priced: found.model.task });
  }
  return found ?? null;
}
