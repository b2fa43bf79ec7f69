import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { identityRoutes } from './routes.ts';

/** For each address that needs somebody: what a member without roles gets, and a request that does not fit. */
const protectedOnes: Record<string, { asMember: number; malformed?: { url?: string; payload?: object } }> = {
  getMe: { asMember: 200 },
  updateMe: { asMember: 200, malformed: { payload: { scheme: 'pink' } } },
  signOut: { asMember: 204 },
  listSessions: { asMember: 200 },
  endOtherSessions: { asMember: 200 },
  endOneSession: { asMember: 404 },
  changePassword: { asMember: 400, malformed: { payload: { current: 'x', next: 'short' } } },
  listTokens: { asMember: 200 },
  createToken: { asMember: 400, malformed: { payload: { name: '' } } },
  revokeToken: { asMember: 404 },
  openTeam: { asMember: 403, malformed: { payload: { email: 'x' } } },
  listPeople: { asMember: 200, malformed: { url: '/api/people?limit=0' } },
  listUsers: { asMember: 403, malformed: { url: '/api/users?status=gone' } },
  getUser: { asMember: 403 },
  inviteUser: { asMember: 403, malformed: { payload: { email: 'not one' } } },
  inviteAgain: { asMember: 403 },
  offerPasswordReset: { asMember: 403 },
  updateUser: { asMember: 403, malformed: { payload: { organisationRole: 'king' } } },
  deactivateUser: { asMember: 403 },
  reactivateUser: { asMember: 403 },
  eraseUser: { asMember: 403 },
  handOverRoles: { asMember: 403, malformed: { payload: { toUserId: '' } } },
  listPeopleOfProblem: { asMember: 200 },
  giveProblemRole: { asMember: 403 },
  takeProblemRole: { asMember: 403 },
  confirmProblemRole: { asMember: 403 },
  refuseProblemRole: { asMember: 403 },
  listDelegations: { asMember: 200 },
  delegateRole: { asMember: 403 },
  endDelegation: { asMember: 404 },
  listOwnDelegations: { asMember: 200 },
  delegateEverything: { asMember: 400, malformed: { payload: { toUserId: 'x', until: 'soon', reason: 'x' } } },
  endOwnDelegation: { asMember: 404 },
  getMineInProblem: { asMember: 200 },
};
/** Those that need nobody; what they refuse is in their own tests, save what does not fit. */
const publicOnes: Record<string, object | null> = {
  getSession: null,
  signIn: {},
  lookAtLink: {},
  becomeFirstAdministrator: { secret: 'x', name: 'x', email: 'x@peil.example', password: 'short' },
  acceptInvitation: { secret: 'x', name: '', password: 'long enough for this' },
  resetPassword: { secret: 'x' },
  startOidc: null,
  finishOidc: null,
};

let team: TeamPeil;
let problemId: string;
let member: TestPerson;
beforeAll(async () => {
  team = await inTeamMode();
  problemId = await team.openProblem();
});
afterAll(() => team.close());

const endpoints = identityRoutes(async () => new Map()).map(({ endpoint }) => endpoint);
const of = (id: string) => endpoints.find((endpoint) => endpoint.id === id)!;
const optionsFor = (id: string, given: { url?: string; payload?: object } = {}): InjectOptions => {
  const { method, path } = of(id);
  const url = path
    .replace(':problemId', problemId)
    .replace(':role', 'sme')
    .replace(':userId', member?.id ?? 'x')
    .replace(/:\w+/, 'x');
  return {
    method,
    url,
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
    ...given,
  };
};

test('house every address of identity is in one of the two tables', () => {
  const listed = [...Object.keys(protectedOnes), ...Object.keys(publicOnes)].sort();
  expect(endpoints.map(({ id }) => id).sort()).toEqual(listed);
});

test.each(Object.keys(protectedOnes))('house %s needs somebody: 401', async (id) => {
  const answer = await team.app.inject(optionsFor(id));
  expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'identity.sign_in_first']);
});

test.each(Object.entries(protectedOnes))('house %s for a member without roles: %j', async (id, { asMember }) => {
  member = await team.signIn('Mo');
  team.happened();
  const answer = await member.inject(optionsFor(id));
  expect([id, answer.statusCode]).toEqual([id, asMember]);
  if (asMember >= 400) expect(team.happened()).toEqual([]);
});

test.each(Object.entries(protectedOnes).filter(([, { malformed }]) => malformed))(
  'house %s refuses what does not fit: 400',
  async (id, { malformed }) => {
    const answer = await team.admin.inject(optionsFor(id, malformed));
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'request.malformed']);
  },
);

test.each(Object.entries(publicOnes).filter(([, payload]) => payload))(
  'house %s refuses what does not fit: 400',
  async (id, payload) => {
    const answer = await team.app.inject(optionsFor(id, { payload: payload ?? {} }));
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'request.malformed']);
  },
);
