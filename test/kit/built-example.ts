import { buildExamples } from '../../examples/build-examples.ts';
import { type Ask, askOver } from '../../examples/kit/ask.ts';
import type { ExampleName } from '../../examples/kit/example.ts';
import type { TestPeil } from './app.ts';
import { openListeningPeil } from './listening.ts';

export interface BuiltExample {
  peil: TestPeil & { address: string };
  problemId: string;
  ask: Ask;
}

/** The day on which the examples of tests stand: that of the test clock. */
export const exampleDay = '2026-01-05';

/**
 * Asks over HTTP, a second after what was asked before. Work that the server takes on is done before the answer counts: nothing
 * else starts it in a test.
 */
export function askAndWork({ address, services, clock }: TestPeil & { address: string }): Ask {
  const ask = askOver(`${address}/`);
  return async (endpoint, given) => {
    if (endpoint.method !== 'GET') clock.advance(1000);
    const answer = await ask(endpoint, given);
    if (endpoint.status === 202 || isWaiting(answer)) await services.jobs.runDue();
    return answer;
  };
}

const isWaiting = (answer: unknown) => (answer as { state?: string }).state === 'waiting';

/** A Peil with one guided example in it. */
export async function openBuiltExample(only: ExampleName): Promise<BuiltExample> {
  const peil = await openListeningPeil();
  const ask = askAndWork(peil);
  const { [only]: problemId = '' } = await buildExamples({ ask, only, begun: { day: exampleDay, problems: {} } });
  return { peil, problemId, ask };
}
