import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Request } from '../../platform/endpoint/define-endpoint.ts';
import { listApproaches } from './approach-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { composeRecord } from './compose-record.ts';
import { today } from './days.ts';
import { frameworksErrors } from './errors.ts';
import { insertRecord } from './insert-record.ts';
import type { FrameworkRecord, recordOutcome as endpoint } from './record-contract.ts';
import type { Weighed } from './scoring/weigh-selection.ts';
import type { Candidate, Draft } from './selection-contract.ts';
import { findSelection, weigh } from './selection-queries.ts';
import { showRecord } from './show-records.ts';

type Given = Request<typeof endpoint>['body'] & { problemId: string };

/** The outcome with everything the selection said at that moment; it supersedes the record before. */
export async function recordOutcome(ctx: Context, given: Given): Promise<FrameworkRecord> {
  const { problemId, candidateIds, selectionVersion, decisionMakers, consulted, informed, ...written } = given;
  const day = today(ctx.clock);
  const { reviewDate, outcome } = written;
  if (reviewDate !== null && reviewDate <= day)
    throw frameworksErrors.reviewDatePassed({ given: reviewDate, today: day });
  const number = await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    const { draft, version } = await findSelection(tx.db, problemId);
    if (version !== selectionVersion)
      throw frameworksErrors.selectionMoved({ given: selectionVersion, current: version });
    const { weighed, entriesByKey } = await weigh(tx.db, draft, day);
    const chosen = chosenOf(draft, weighed, candidateIds);
    const approaches = await listApproaches(tx.db, problemId);
    const content = {
      ...written,
      outcome,
      chosen: chosen.map(({ name }) => name),
      ...composeRecord({ draft, weighed, entriesByKey, approaches, locale: ctx.locale }),
      more: '',
    };
    return insertRecord(ctx, tx, {
      problemId,
      origin: 'here',
      date: day,
      content,
      entryKeys: [...new Set(chosen.flatMap(({ entryKeys }) => entryKeys))],
      selectionVersion,
      people: { decides: [{ userId: ctx.actor.userId }, ...decisionMakers], consulted, informed },
    });
  });
  return showRecord(ctx, { problemId, number });
}

/** Throws where a name is none of the candidates, or one that fell. */
function chosenOf({ candidates }: Draft, { scores }: Weighed, ids: readonly string[]): Candidate[] {
  const unknown = ids.filter((id) => !candidates.some((each) => each.id === id));
  if (unknown.length > 0) throw frameworksErrors.unknownCandidates({ ids: unknown });
  const chosen = candidates.filter(({ id }) => ids.includes(id));
  const fell = chosen.filter(({ id }) => scores.find(({ candidateId }) => candidateId === id)?.isOut);
  if (fell.length > 0) throw frameworksErrors.candidateFell({ names: fell.map(({ name }) => name) });
  return chosen;
}
