import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { ProblemRole } from '../../src/capabilities/identity/permissions.ts';
import type { TeamPeil, TestPerson } from './people.ts';
import { type Sending, sendingTo } from './sending.ts';
import { asking } from './written-problem.ts';

/** Somebody in a problem, with how they ask: `await eva.send('GET ...')`. */
export interface Talker extends TestPerson {
  send: Sending;
}

/** People who talk on one problem, by name and role. */
export interface Talking<Name extends string> {
  problemId: string;
  /** address of its conversation */
  path: string;
  people: Record<Name, Talker>;
}

export async function talkingOn<Name extends string>(
  team: TeamPeil,
  cast: Record<Name, readonly ProblemRole[]>,
  { isPrivate = false } = {},
): Promise<Talking<Name>> {
  const owner = await team.signIn('Owner');
  const { id: problemId } = await asking(team, createProblem, {
    headers: { authorization: `Bearer ${owner.bearer}` },
    body: { title: 'Machines that stop at night', isPrivate },
  });
  const people = {} as Record<Name, Talker>;
  for (const [name, roles] of Object.entries(cast) as [Name, readonly ProblemRole[]][]) {
    const person = await team.signIn(name, { problemRoles: { [problemId]: roles } });
    people[name] = { ...person, send: sendingTo(team, (options) => person.injectWithToken(options)) };
  }
  return { problemId, path: `/api/problems/${problemId}/conversation`, people };
}
