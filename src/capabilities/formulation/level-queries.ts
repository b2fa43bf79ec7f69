import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { verdictSentence } from '../value/index.ts';
import type { Level } from './level-contract.ts';
import { formulationDb } from './tables.ts';

/** The newest first: the first one is in force. */
export async function listLevelsOf({ db, locale }: { db: AnyDb; locale: Locale }, problemId: string): Promise<Level[]> {
  const rows = await formulationDb(db)
    .selectFrom('level')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ number, gate, hash, decision_id: decisionId, at, ...row }) => {
    const snapshot = fromJson<Level['snapshot']>(row.snapshot);
    return {
      number,
      gate,
      hash,
      decisionId,
      at,
      snapshot,
      sentence: verdictSentence(snapshot.evaluation.verdict, locale),
    };
  });
}
