import { lightPolicy } from '../../src/capabilities/decisions/contract.ts';
import type { PolicyDocument } from '../../src/capabilities/decisions/policy-contract.ts';
import type { DatabaseKit } from './databases.ts';
import { inTeamMode, type TeamPeil, testPassword, type TestPerson } from './people.ts';
import { type Sending, type Sent, sendingTo } from './sending.ts';
import { writtenProblem } from './written-problem.ts';

const names = ['eva', 'dirk', 'sam', 'noor', 'admin'] as const;
export type Name = (typeof names)[number];

/** A team before a gate: Eva is the expert, Dirk the data scientist, Sam the sponsor, Noor the data engineer. */
export interface PeopleAtAGate {
  team: TeamPeil;
  people: Record<Name, TestPerson>;
  as: Record<Name, Sending>;
  /** another problem, ready for its go; everybody has their role again */
  anotherProblem(given?: { isClassified?: boolean }): Promise<AtG1>;
}

export interface AtG1 {
  problemId: string;
  /** address of the problem */
  path: string;
  /** the gate as somebody reads it */
  gate(who?: Name): Promise<Sent['body']>;
  propose(terms?: object, who?: Name): Promise<string>;
  sign(who: Name, proposalId: string, given: object): Promise<Sent>;
  waive(who: Name, proposalId: string, given: object): Promise<Sent>;
  close(who: Name, proposalId: string): Promise<Sent>;
}

const go = { outcome: 'go', reasons: 'The gain is clear.' };
const password = testPassword;

export async function peopleAtAGate(kit: DatabaseKit, policy: PolicyDocument = lightPolicy): Promise<PeopleAtAGate> {
  const team = await inTeamMode({ sessionIdleHours: 1000 }, kit.openPeil);
  const people = { admin: team.admin } as Record<Name, TestPerson>;
  for (const name of names) if (name !== 'admin') people[name] = await team.signIn(name);
  const sendingAs = (name: Name) => sendingTo(team, (options) => people[name].inject(options));
  const as = Object.fromEntries(names.map((name) => [name, sendingAs(name)])) as Record<Name, Sending>;
  await as.admin('POST /api/gate-policies', policy);
  return { team, people, as, anotherProblem: (given = {}) => anotherProblem({ team, people, as }, given) };
}

async function anotherProblem(
  { team, people, as }: Omit<PeopleAtAGate, 'anotherProblem'>,
  given: { isClassified?: boolean },
): Promise<AtG1> {
  team.clock.advance(60_000);
  // Who begins a problem is its expert; the expert gives the others their roles.
  const { problemId } = await writtenProblem(team, { cookie: people.eva.cookie }, given);
  const path = `/api/problems/${problemId}`;
  for (const [name, role] of [
    ['dirk', 'data_scientist'],
    ['sam', 'sponsor'],
    ['noor', 'data_engineer'],
  ] as const)
    await as.eva(`PUT ${path}/people/${people[name].id}/roles/${role}`);
  const proposals = `${path}/gates/g1/proposals`;
  const gate = async (who: Name = 'eva') => (await as[who](`GET ${path}/gates/g1`)).body;
  return {
    problemId,
    path,
    gate,
    propose: async (terms = go, who = 'dirk') => (await as[who](`POST ${proposals}`, terms)).body.proposal?.id,
    sign: async (who, proposalId, given) => {
      const { snapshotHash } = await gate();
      const meaning = 'approves the go';
      const signed = { verdict: 'approves', meaning, password, snapshotHash, ...given };
      return as[who](`POST ${proposals}/${proposalId}/sign-offs`, signed);
    },
    waive: (who, proposalId, given) =>
      as[who](`POST ${proposals}/${proposalId}/waivers`, { reason: 'There is no time.', password, ...given }),
    close: async (who, proposalId) =>
      as[who](`POST ${proposals}/${proposalId}/decision`, { snapshotHash: (await gate()).snapshotHash, password }),
  };
}
