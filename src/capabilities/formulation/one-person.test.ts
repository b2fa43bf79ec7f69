import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { actsOfOne, neverComesToAGo, problemBeforeG0 } from '../../../test/kit/one-person.ts';
import { lightPolicy } from '../decisions/contract.ts';
import { peopleAtAGate, type PeopleAtAGate } from '../../../test/kit/people-at-a-gate.ts';

/** More runs of the same are in `test/long`. */
const numRuns = 4;

describeEachDatabase('one person at a gate of a team', (kit) => {
  // Anew each time: an administrator may have closed every other account.
  let here: PeopleAtAGate;
  beforeEach(async () => {
    here = await peopleAtAGate(kit);
  });
  afterEach(() => here.team.close());

  test.each(['eva', 'sam', 'admin'] as const)(
    'PF5 property: whatever %s does alone, in whatever order, it comes to no go at G1',
    async (who) => {
      const { problemId, path } = await here.anotherProblem();
      await here.as.dirk(`PUT ${path}/alternatives`, { text: '' }, { version: 1 });
      await neverComesToAGo({ here, who, problemId, gate: 'g1' }, numRuns);
    },
    240_000,
  );

  test.each(['eva', 'admin'] as const)(
    'PF5 property: whatever %s does alone, in whatever order, it comes to no go at G0',
    async (who) => {
      const problemId = await problemBeforeG0(here);
      await neverComesToAGo({ here, who, problemId, gate: 'g0' }, numRuns);
    },
    240_000,
  );

  test('PF5 the same acts by two people do come to a go, so that the property is about something', async () => {
    const problemId = await problemBeforeG0(here);
    const [eva, sam] = (['eva', 'sam'] as const).map((who) => actsOfOne({ here, who, problemId, gate: 'g0' }));
    await here.as.eva(`PUT /api/problems/${problemId}/people/${here.people.sam.id}/roles/sponsor`);
    await here.as.admin('POST /api/gate-policies', lightPolicy);
    await eva?.propose();
    await eva?.sign();
    expect(await sam?.close()).toMatchObject({ status: 201, body: { outcome: 'go' } });
  });
});
