import * as frameworks from '../../src/capabilities/frameworks/contract.ts';
import { decideAndKeepPage } from './fill-gates.ts';
import type { Filling } from './filling.ts';

/** What could be built, what people think of it, with what it is made, and the decision on that. */
export async function decideOnApproach(filling: Filling): Promise<void> {
  const { ask, params, written } = filling;
  const { approach } = written;
  if (!approach) return;
  const ids = await fillBoard(filling, approach);
  const { selection: draft } = approach;
  const candidates = draft.candidates.map((each) => ({ ...each, approachId: ids.get(each.approachId ?? '') ?? null }));
  let { version } = await ask(frameworks.readSelection, { params });
  if (version === 0)
    ({ version } = await ask(frameworks.writeSelection, {
      params,
      body: { draft: { ...draft, candidates } },
      version,
    }));
  const { records } = await ask(frameworks.listRecords, { params });
  if (records.length === 0)
    await ask(frameworks.recordOutcome, { params, body: { ...approach.outcome, selectionVersion: version } });
  await decideAndKeepPage(filling, { gate: 'g3', decision: approach.decided });
}

/** Answers the id of each approach by its title. */
async function fillBoard(
  { ask, params }: Filling,
  { approaches }: NonNullable<Filling['written']['approach']>,
): Promise<Map<string, string>> {
  const { approaches: known } = await ask(frameworks.readBoard, { params });
  const ids = new Map<string, string>();
  for (const { vote, ...body } of approaches) {
    const found =
      known.find(({ title }) => title === body.title) ?? (await ask(frameworks.createApproach, { params, body }));
    ids.set(found.title, found.id);
    if (vote && found.votes.length === 0)
      await ask(frameworks.voteOnApproach, { params: { ...params, approachId: found.id }, body: vote });
  }
  return ids;
}
