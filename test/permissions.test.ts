import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProblem } from '../src/capabilities/formulation/contract.ts';
import {
  isInPerson,
  isInProblem,
  judge,
  type OrganisationRole,
  type Permission,
  type ProblemRole,
  problemRoles,
} from '../src/capabilities/identity/permissions.ts';
import type { Endpoint } from '../src/platform/endpoint/define-endpoint.ts';
import { routes } from '../src/server/capabilities.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from './kit/people.ts';
import { asking } from './kit/written-problem.ts';

/**
 * Every route but the public list, asked by everybody: the answer must be the one that the declared table gives, and a
 * malformed request must be refused with a sentence. Requests are malformed on purpose, so that one that is let in does
 * nothing; addresses that take no body get a problem and a person of their own.
 */
interface Persona {
  name: string;
  organisationRole: OrganisationRole;
  problemRole?: ProblemRole;
}
const personas: Persona[] = [
  { name: 'an administrator without a role', organisationRole: 'admin' },
  { name: 'a member without a role', organisationRole: 'member' },
  ...problemRoles.map((problemRole) => ({ name: problemRole, organisationRole: 'member' as const, problemRole })),
];

const guarded = routes.map((route) => route.endpoint).filter((endpoint) => endpoint.permission !== 'public');
/** Answers that never end by themselves: only their refusals can be waited for. */
const endless = new Set(['liveEvents']);

let team: TeamPeil;
const problems: Record<'open' | 'private', string> = { open: '', private: '' };
const people = new Map<string, TestPerson>();

beforeAll(async () => {
  team = await inTeamMode();
  for (const kind of ['open', 'private'] as const) problems[kind] = await newProblem(kind);
  for (const persona of personas) people.set(persona.name, await newPerson(persona, Object.values(problems)));
});
afterAll(() => team.close());

async function newProblem(kind: 'open' | 'private'): Promise<string> {
  const body = { title: `A problem that is ${kind}`, isPrivate: kind === 'private' };
  const owner = await team.signIn('Owner');
  const { id } = await asking(team, createProblem, { headers: { cookie: owner.cookie }, body });
  return id;
}

function newPerson(persona: Persona, problemIds: readonly string[]): Promise<TestPerson> {
  const roles = persona.problemRole ? [persona.problemRole] : [];
  return team.signIn(persona.name, {
    organisationRole: persona.organisationRole,
    problemRoles: Object.fromEntries(problemIds.map((id) => [id, roles])),
  });
}

/** An address with the problem in place, and ids of things that are not there. */
function address(endpoint: Endpoint, problemId: string): string {
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => (name === 'problemId' ? problemId : 'not-there'));
}

function malformed(endpoint: Endpoint, problemId: string) {
  const payload = endpoint.body ? { payload: { 'no such field': true } } : {};
  return { method: endpoint.method, url: address(endpoint, problemId), ...payload };
}

const changesWithoutBody = (endpoint: Endpoint) => endpoint.method !== 'GET' && !endpoint.body;

async function askAs(persona: Persona, endpoint: Endpoint, kind: 'open' | 'private'): Promise<LightMyRequestResponse> {
  if (changesWithoutBody(endpoint)) {
    const problemId = await newProblem(kind);
    const person = await newPerson(persona, [problemId]);
    return person.inject(malformed(endpoint, problemId));
  }
  const person = people.get(persona.name);
  if (!person) throw new Error(`nobody is called ${persona.name}`);
  return person.inject(malformed(endpoint, problems[kind]));
}

/** What the answer says of the permission, whatever else it says. */
function saysOfPermission(answer: LightMyRequestResponse): string {
  const code = answer.statusCode < 400 ? '' : (answer.json<{ error: { code: string } }>().error.code ?? '');
  if (answer.statusCode === 403 && code === 'identity.not_allowed') return 'refused';
  if (answer.statusCode === 404 && code === 'identity.problem_not_found') return 'invisible';
  return answer.statusCode === 401 ? 'nobody' : 'allowed';
}

describe.each(guarded)('$method $path', (endpoint) => {
  const permission = endpoint.permission as Permission;

  test('RM3 nobody gets in without signing in', async () => {
    const answer = await team.app.inject(malformed(endpoint, problems.open));
    expect(answer.statusCode).toBe(401);
    expect(answer.json().error.message).toMatch(/\.$/);
  });

  test.each(isInProblem(permission) ? (['open', 'private'] as const) : (['open'] as const))(
    'RM3 each role gets what the table says (%s)',
    async (kind) => {
      for (const persona of personas) {
        const roles = persona.problemRole ? [persona.problemRole] : [];
        const expected = judge(permission, persona.organisationRole, { isPrivate: kind === 'private', roles });
        if (expected === 'allowed' && endless.has(endpoint.id)) continue;
        const answer = await askAs(persona, endpoint, kind);
        expect(saysOfPermission(answer), `${persona.name}: ${answer.statusCode} ${answer.body.slice(0, 200)}`).toBe(
          expected,
        );
        if (expected === 'allowed' && endpoint.body) expect(answer.statusCode, answer.body).toBe(400);
      }
    },
    60_000,
  );
});

test.each(guarded.filter((endpoint) => isInPerson(endpoint.permission as Permission)))(
  'RM3 a token does not stand for the person: $method $path',
  async (endpoint) => {
    const answer = await team.admin.injectWithToken(malformed(endpoint, problems.open));
    expect(answer.statusCode).toBe(403);
  },
);

describe.each(routes.map((route) => route.endpoint).filter((endpoint) => endpoint.body))(
  'malformed: $method $path',
  (endpoint) => {
    const ask = (payload: string, headers: Record<string, string> = {}) =>
      team.admin.inject({
        ...malformed(endpoint, problems.open),
        payload,
        headers: { 'content-type': 'application/json', 'if-match': '1', ...headers },
      });

    test.each(['{"cut":', '"text"', '[]', 'null', '{"no such field": 1}'])(
      'house %s is a sentence, never a 5xx',
      async (payload) => {
        const answer = await ask(payload);
        expect([400, 403, 404, 409, 422, 423, 429], answer.body).toContain(answer.statusCode);
        expect(answer.json().error.message).toMatch(/\S.*\.$/s);
      },
    );

    test('house another content type is refused with the one expected', async () => {
      const answer = await ask('a=1', { 'content-type': 'application/x-www-form-urlencoded' });
      expect(answer.statusCode).toBe(415);
    });
  },
);
