import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import * as people from './administer-user.ts';
import { addressOf } from './asking.ts';
import { confirmProblemRole, refuseProblemRole } from './confirm-problem-role.ts';
import * as contract from './contract.ts';
import { delegateRole, endDelegation } from './delegate-role.ts';
import { listDelegations } from './delegation-queries.ts';
import { giveProblemRole, takeProblemRole } from './give-problem-role.ts';
import { handOverRoles } from './hand-over.ts';
import { inviteAgain, inviteUser } from './invite-user.ts';
import { getUser, listPeople, listUsers } from './list-users.ts';
import { listPeopleOfProblem } from './problem-queries.ts';
import { offerPasswordReset } from './reset-password.ts';
import { sessionRoutes } from './session-routes.ts';
import { showMe } from './show-me.ts';
import { showMineInProblem } from './show-mine-in-problem.ts';
import { showOwnDelegations, type TitlesOf } from './show-own-delegations.ts';
import { updateMe } from './update-me.ts';

const userRoutes: readonly Route[] = [
  route(contract.listPeople, (ctx, { query }) => listPeople(ctx, query)),
  route(contract.listUsers, (ctx, { query }) => listUsers(ctx, query)),
  route(contract.getUser, (ctx, { params }) => getUser(ctx, params.userId)),
  route(contract.inviteUser, (ctx, { body, raw }) => inviteUser(ctx, body, addressOf(raw, ctx.config))),
  route(contract.inviteAgain, (ctx, { params, raw }) => inviteAgain(ctx, params.userId, addressOf(raw, ctx.config))),
  route(contract.offerPasswordReset, (ctx, { params, raw }) =>
    offerPasswordReset(ctx, params.userId, addressOf(raw, ctx.config)),
  ),
  route(contract.updateUser, (ctx, { params, body }) => people.updateUser(ctx, params.userId, body)),
  route(contract.deactivateUser, (ctx, { params }) => people.deactivateUser(ctx, params.userId)),
  route(contract.reactivateUser, (ctx, { params }) => people.reactivateUser(ctx, params.userId)),
  route(contract.handOverRoles, (ctx, { params, body }) => handOverRoles(ctx, { ...params, ...body })),
  route(contract.eraseUser, (ctx, { params }) => people.eraseUser(ctx, params.userId)),
];

const problemRoutes: readonly Route[] = [
  route(contract.listPeopleOfProblem, async (ctx, { params }) => ({
    people: await listPeopleOfProblem(ctx.db, params.problemId),
  })),
  route(contract.giveProblemRole, async (ctx, { params }) => {
    await giveProblemRole(ctx, params);
    return { people: await listPeopleOfProblem(ctx.db, params.problemId) };
  }),
  route(contract.takeProblemRole, async (ctx, { params }) => {
    await takeProblemRole(ctx, params);
    return { people: await listPeopleOfProblem(ctx.db, params.problemId) };
  }),
  route(contract.confirmProblemRole, async (ctx, { params }) => {
    await confirmProblemRole(ctx, params);
    return { people: await listPeopleOfProblem(ctx.db, params.problemId) };
  }),
  route(contract.refuseProblemRole, async (ctx, { params }) => {
    await refuseProblemRole(ctx, params);
    return { people: await listPeopleOfProblem(ctx.db, params.problemId) };
  }),
  route(contract.listDelegations, async (ctx, { params }) => ({
    delegations: await listDelegations(ctx.db, params.problemId),
  })),
  route(contract.delegateRole, async (ctx, { params, body }) => {
    await delegateRole(ctx, { ...params, ...body });
    return { delegations: await listDelegations(ctx.db, params.problemId) };
  }),
  route(contract.endDelegation, async (ctx, { params }) => {
    await endDelegation(ctx, params);
    return { delegations: await listDelegations(ctx.db, params.problemId) };
  }),
  route(contract.getMineInProblem, (ctx, { params }) => showMineInProblem(ctx, params.problemId)),
];

const delegationRoutes = (titlesOf: TitlesOf): readonly Route[] => [
  route(contract.listOwnDelegations, (ctx) => showOwnDelegations(ctx, titlesOf)),
  route(contract.delegateEverything, async (ctx, { body }) => {
    await delegateRole(ctx, { problemId: null, role: null, ...body });
    return showOwnDelegations(ctx, titlesOf);
  }),
  route(contract.endOwnDelegation, async (ctx, { params }) => {
    await endDelegation(ctx, { problemId: null, ...params });
    return showOwnDelegations(ctx, titlesOf);
  }),
];

/** Titles of problems are known above this capability. */
export const identityRoutes = (titlesOf: TitlesOf): readonly Route[] => [
  route(contract.getMe, (ctx) => showMe(ctx)),
  route(contract.updateMe, (ctx, { body }) => updateMe(ctx, body)),
  ...sessionRoutes,
  ...userRoutes,
  ...problemRoutes,
  ...delegationRoutes(titlesOf),
];
