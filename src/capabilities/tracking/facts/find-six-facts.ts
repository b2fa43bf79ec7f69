import type { Context } from '../../../platform/context/context.ts';
import type { Obstacle, RunFacts } from '../facts-contract.ts';
import { getRunPlace } from '../places.ts';
import { getRun } from '../run-queries.ts';
import { howToGive } from './how-to-give.ts';
import { knownRun } from './known-run.ts';
import { type Fact, sixFactsOf } from './six-facts.ts';
import { factTexts } from './texts.ts';

/** What the run is made of, what lacks, and how to give it the next time. Throws 404. */
export async function findSixFacts(ctx: Context, runId: string): Promise<RunFacts> {
  const run = await getRun(ctx, runId);
  const { problemId } = await getRunPlace(ctx, runId);
  const facts = sixFactsOf(await knownRun(ctx, run));
  const sentences = factTexts[ctx.locale].lacks;
  const obstacles = obstaclesOf(ctx, { isInInbox: problemId === null, isDeleted: run.isDeleted, facts });
  return {
    runId,
    mayBePromoted: obstacles.length === 0,
    obstacles,
    facts: facts.map(({ fact, found, lacks }) => ({
      fact,
      isGiven: lacks.length === 0,
      found: [...found],
      lacks: lacks.map((lack) => ({ lack, sentence: sentences[lack], python: howToGive[lack] })),
    })),
  };
}

/**
 * Why a run cannot be promoted yet, in the language of whoever asks; nothing stands in the way where there is none. It is for a gate to
 * ask before anything of the run goes into use. Throws 404.
 */
export async function obstaclesToPromotion(ctx: Context, runId: string): Promise<Obstacle[]> {
  return (await findSixFacts(ctx, runId)).obstacles;
}

function obstaclesOf(
  { locale }: Context,
  { isInInbox, isDeleted, facts }: { isInInbox: boolean; isDeleted: boolean; facts: readonly Fact[] },
): Obstacle[] {
  const { obstacles, lacks } = factTexts[locale];
  return [
    ...(isInInbox ? [{ obstacle: 'inInbox', sentence: obstacles.inInbox }] : []),
    ...(isDeleted ? [{ obstacle: 'deleted', sentence: obstacles.deleted }] : []),
    ...facts.flatMap((fact) => fact.lacks.map((lack) => ({ obstacle: lack, sentence: lacks[lack] }))),
  ];
}
