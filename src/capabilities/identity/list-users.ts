import type { z } from 'zod';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type * as contract from './contract/users.ts';
import { listRolesOfPerson } from './problem-queries.ts';
import { getPerson, listPeople as findPeople, type PeopleAsked, type Person } from './queries.ts';

type Search = z.output<NonNullable<typeof contract.listUsers.query>>;

export async function listUsers(ctx: Context, search: Search): Promise<Answer<typeof contract.listUsers>> {
  const { people, total } = await findPeople(ctx.db, asked(search));
  return { users: people.map(asUser), total };
}

export async function listPeople(ctx: Context, search: Search): Promise<Answer<typeof contract.listPeople>> {
  const { people, total } = await findPeople(ctx.db, asked(search));
  return {
    people: people.map(({ id, name, status, organisationRole }) => ({ id, name, status, organisationRole })),
    total,
  };
}

export async function getUser(ctx: Context, userId: string): Promise<Answer<typeof contract.getUser>> {
  const user = asUser(await getPerson(ctx.db, userId));
  return { ...user, problemRoles: await listRolesOfPerson(ctx.db, userId) };
}

export function asUser({ id, name, email, status, organisationRole, createdAt, version }: Person): contract.User {
  return { id, name, email, status, organisationRole, createdAt, version };
}

function asked({ q, status, limit, offset }: Search): PeopleAsked {
  return { q: q ?? null, status: status ?? null, limit, offset };
}
