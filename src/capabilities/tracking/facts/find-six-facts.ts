import type { Context } from '../../../platform/context/context.ts';
import type { RunFacts } from '../facts-contract.ts';
import { getRun } from '../run-queries.ts';
import { howToGive } from './how-to-give.ts';
import { knownRun } from './known-run.ts';
import { isComplete, sixFactsOf } from './six-facts.ts';
import { factTexts } from './texts.ts';

/** What the run is made of, what lacks, and how to give it the next time. Throws 404. */
export async function findSixFacts(ctx: Context, runId: string): Promise<RunFacts> {
  const facts = sixFactsOf(await knownRun(ctx.db, await getRun(ctx, runId)));
  const sentences = factTexts[ctx.locale].lacks;
  return {
    runId,
    mayBePromoted: isComplete(facts),
    facts: facts.map(({ fact, found, lacks }) => ({
      fact,
      isGiven: lacks.length === 0,
      found: [...found],
      lacks: lacks.map((lack) => ({ lack, sentence: sentences[lack], python: howToGive[lack] })),
    })),
  };
}
