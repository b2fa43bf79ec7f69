import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { toJson } from '../../platform/json.ts';
import { refuseBeforeData } from './board-access.ts';
import { listEntriesOf } from './catalogue-queries.ts';
import { today } from './days.ts';
import { frameworksErrors } from './errors.ts';
import type { Draft, Selection } from './selection-contract.ts';
import { findSelection } from './selection-queries.ts';
import { showSelection } from './show-selection.ts';
import { frameworksDb } from './tables.ts';

interface Given {
  problemId: string;
  draft: Draft;
  version: number;
}

/** Writes the selection whole; what belongs to a candidate or criterion that is gone goes with it. */
export async function writeSelection(ctx: Context, { problemId, draft, version }: Given): Promise<Selection> {
  const tidy = withoutOrphans(draft);
  await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    await refuseUnknownEntries(tx.db, tidy, today(ctx.clock));
    const theirs = await findSelection(tx.db, problemId);
    if (!(theirs.version === version && (await isKept(tx, { problemId, draft: tidy, version }))))
      throw platformErrors.changedMeanwhile({
        yours: draft,
        theirs: theirs.draft,
        given: version,
        current: theirs.version,
      });
    const subject = { kind: 'framework_selection', id: problemId };
    tx.record({ type: 'framework_selection.written', subject, problemId, data: { version: version + 1 } });
  });
  return showSelection(ctx, problemId);
}

/** False where somebody was a moment earlier. */
async function isKept({ db }: Tx, { problemId, draft, version }: Given): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await frameworksDb(db)
      .insertInto('framework_selection')
      .values({ problem_id: problemId, draft: toJson(draft), version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await frameworksDb(db)
    .updateTable('framework_selection')
    .set({ draft: toJson(draft), version: version + 1 })
    .where('problem_id', '=', problemId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function refuseUnknownEntries(db: AnyDb, { candidates }: Draft, day: string): Promise<void> {
  const keys = [...new Set(candidates.flatMap(({ entryKeys }) => entryKeys))];
  const there = new Set((await listEntriesOf(db, keys, day)).map(({ key }) => key));
  const unknown = keys.filter((key) => !there.has(key));
  if (unknown.length > 0) throw frameworksErrors.unknownEntries({ keys: unknown });
}

function withoutOrphans(draft: Draft): Draft {
  const ids = new Set(draft.candidates.map(({ id }) => id));
  const keys = new Set(draft.criteria.map(({ key }) => key));
  // The answer time is asked by a hard constraint too, whether it is a criterion or not.
  const isAsked = (key: Draft['values'][number]['criterion']) => keys.has(key) || key === 'latency';
  return {
    ...draft,
    answers: draft.answers.filter(({ candidateId }) => ids.has(candidateId)),
    values: draft.values.filter(({ candidateId, criterion }) => ids.has(candidateId) && isAsked(criterion)),
    weighing: {
      ...draft.weighing,
      points: draft.weighing.points.filter(({ criterion }) => keys.has(criterion)),
      pairs: draft.weighing.pairs.filter(({ more, less }) => keys.has(more) && keys.has(less)),
    },
  };
}
