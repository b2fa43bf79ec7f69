import { afterEach, beforeEach, test } from 'vitest';
import { describeEachDatabase } from '../kit/databases.ts';
import { neverComesToAGo, problemBeforeG0 } from '../kit/one-person.ts';
import { peopleAtAGate, type PeopleAtAGate } from '../kit/people-at-a-gate.ts';

/** As `formulation/one-person.test.ts`, with many more orders of acts. */
const numRuns = 150;

describeEachDatabase('one person at a gate of a team, at length', (kit) => {
  // Anew each time: an administrator may have closed every other account.
  let here: PeopleAtAGate;
  beforeEach(async () => {
    here = await peopleAtAGate(kit);
  });
  afterEach(() => here.team.close());

  test.each([
    ['eva', 'g1'],
    ['dirk', 'g1'],
    ['sam', 'g1'],
    ['admin', 'g1'],
    ['eva', 'g0'],
    ['admin', 'g0'],
  ] as const)('PF5 property: whatever %s does alone, in whatever order, it comes to no go at %s', async (who, gate) => {
    const problemId = gate === 'g0' ? await problemBeforeG0(here) : (await here.anotherProblem()).problemId;
    await neverComesToAGo({ here, who, problemId, gate }, numRuns);
  });
});
