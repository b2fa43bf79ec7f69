import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { listEntries } from './catalogue-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { today } from './days.ts';
import { insertRecord } from './insert-record.ts';
import { readMadr } from './read-madr.ts';
import type { FrameworkRecord, RecordPerson } from './record-contract.ts';
import { findSelection } from './selection-queries.ts';
import { showRecord } from './show-records.ts';

/** A record that was written elsewhere counts from now on; what it names is watched as far as the catalogue knows it. */
export async function importRecord(
  ctx: Context,
  { problemId, markdown }: { problemId: string; markdown: string },
): Promise<FrameworkRecord> {
  const { content, date, decisionMakers, consulted, informed } = readMadr(markdown);
  const day = today(ctx.clock);
  const asPeople = (names: readonly string[]): RecordPerson[] => names.slice(0, 50).map((name) => ({ name }));
  const number = await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    const { draft, version } = await findSelection(tx.db, problemId);
    const entries = await listEntries(tx.db, day);
    const byCandidate = draft.candidates.filter(({ name }) => content.chosen.includes(name));
    const byName = entries.filter(({ name }) => content.chosen.includes(name));
    const entryKeys = [...byCandidate.flatMap((each) => each.entryKeys), ...byName.map(({ key }) => key)];
    return insertRecord(ctx, tx, {
      problemId,
      origin: 'imported',
      date: date === '' ? day : date,
      content,
      entryKeys: [...new Set(entryKeys)],
      selectionVersion: version,
      people: {
        decides: asPeople(decisionMakers),
        consulted: asPeople(consulted),
        informed: asPeople(informed),
      },
    });
  });
  return showRecord(ctx, { problemId, number });
}
