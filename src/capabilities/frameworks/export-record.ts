import type { Context } from '../../platform/context/context.ts';
import { listNames } from '../identity/index.ts';
import type { RecordPerson } from './record-contract.ts';
import { getRecord } from './record-queries.ts';
import { writeMadr } from './write-madr.ts';

export async function exportRecord(
  ctx: Context,
  place: { problemId: string; number: number },
): Promise<{ markdown: string }> {
  const record = await getRecord(ctx.db, place);
  const { status, supersededBy, date, content, decisionMakers, consulted, informed } = record;
  const ids = [...decisionMakers, ...consulted, ...informed].flatMap(({ userId }) => userId ?? []);
  const names = await listNames(ctx.db, ids);
  const nameOf = ({ userId, name }: RecordPerson) => name ?? names.get(userId ?? '') ?? '';
  const named = (people: readonly RecordPerson[]) => people.map(nameOf).filter((name) => name !== '');
  const markdown = writeMadr({
    status: supersededBy === null ? status : `superseded by ${supersededBy}`,
    date,
    content,
    decisionMakers: named(decisionMakers),
    consulted: named(consulted),
    informed: named(informed),
  });
  return { markdown };
}
