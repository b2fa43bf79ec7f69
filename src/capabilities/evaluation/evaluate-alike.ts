import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { insertIn } from './begin-evaluation.ts';
import { demandData } from './demand-data.ts';
import { evaluationErrors } from './errors.ts';
import type { Asked, Evaluation } from './evaluation-contract.ts';
import { briefOfStored, getEvaluation, getStored, type StoredEvaluation } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { getRunOfProblem } from './predictions/find-predictions.ts';
import { canBeOfSameCases, protocolOf } from './protocol.ts';
import { anew } from './rescore-evaluation.ts';

interface Given {
  problemId: string;
  evaluationId: string;
  like: string;
}

/**
 * The same predictions, said to be of the data, part and segment of another evaluation, and priced by the very value model
 * that priced that one: also one that is no longer in force. Where both name their cases they are held against each other
 * by id, which fails where these are other cases after all. Throws 409 where no protocol makes the two comparable.
 */
export async function evaluateAlike(ctx: Context, { problemId, evaluationId, like }: Given): Promise<Evaluation> {
  const own = await getStored(ctx.db, { problemId, evaluationId });
  const other = await getStored(ctx.db, { problemId, evaluationId: like });
  await getRunOfProblem(ctx, { problemId, runId: own.run_id });
  const [ours, theirs] = [protocolOfStored(own), protocolOfStored(other)];
  if (!canBeOfSameCases(ours, theirs)) throw evaluationErrors.otherCases({ id: own.id, like });
  const versionId = other.dataset_version_id;
  if (versionId === null) throw evaluationErrors.likeNothing({ like });
  await demandData(ctx, { problemId, versionId });
  const [asked, askedThere] = [fromJson<Asked>(own.asked), fromJson<Asked>(other.asked)];
  const namesCases = asked.columns.id !== undefined && askedThere.columns.id !== undefined;
  const inserted = {
    row: { ...anew(own), dataset_version_id: versionId },
    asked: {
      ...asked,
      split: askedThere.split,
      segment: askedThere.segment,
      championId: namesCases ? other.id : null,
    },
    value: other.priced_by === null ? null : fromJson<KeptValue>(other.priced_by),
  };
  const id = await change(ctx, (tx) => insertIn(tx, ctx, inserted));
  return getEvaluation(ctx, { problemId, evaluationId: id });
}

function protocolOfStored(row: StoredEvaluation) {
  const brief = briefOfStored(row);
  if (row.state !== 'done' || !brief) throw evaluationErrors.notDone({ id: row.id });
  const asked = fromJson<Asked>(row.asked);
  return protocolOf({ task: row.task, versionId: row.dataset_version_id, asked }, brief);
}
