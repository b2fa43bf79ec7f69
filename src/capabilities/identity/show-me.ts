import type { Context } from '../../platform/context/context.ts';
import type { Me } from './contract/me.ts';
import { modeOf } from './mode.ts';
import { listRolesOfPerson } from './problem-queries.ts';
import { getPerson } from './queries.ts';

/** The page asks a problem itself for more than this many. */
const atMostProblems = 500;

export async function showMe(ctx: Context): Promise<Me> {
  const { userId } = ctx.actor;
  const [person, mode, problems] = await Promise.all([
    getPerson(ctx.db, userId),
    modeOf(ctx),
    listRolesOfPerson(ctx.db, userId),
  ]);
  const { id, name, email, organisationRole, locale, scheme, version } = person;
  return {
    id,
    name,
    email,
    organisationRole,
    locale,
    scheme,
    version,
    mode,
    holdsEveryRole: mode === 'personal',
    problemRoles: problems.slice(0, atMostProblems),
  };
}
