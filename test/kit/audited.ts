import { change, type Happened } from '../../src/platform/context/change.ts';
import { type Context, makeContext, type Services, systemActor } from '../../src/platform/context/context.ts';

/** Peil itself at work, for suites that only need something to have happened. */
export function systemContext(services: Services): Context {
  return makeContext(services, { actor: systemActor, requestId: 'test-request' });
}

/** What the suites of the trail let happen: `number` tells one from another. */
export function happened(number: number, rest: Partial<Happened> = {}): Happened {
  return {
    type: 'note.written',
    subject: { kind: 'note', id: `note-${number}` },
    problemId: null,
    data: { number },
    ...rest,
  };
}

/** So many changes one after another, each with one event. */
export async function writeNotes(services: Services, count: number): Promise<void> {
  const ctx = systemContext(services);
  for (let number = 1; number <= count; number += 1) await change(ctx, async (tx) => tx.record(happened(number)));
}
