/** What other capabilities may use of identity. */
export { canReadProblem } from './can-read-problem.ts';
export { demand, refuseUnknownProblem } from './demand.ts';
export { openProblemAccess, setProblemPrivacy } from './problem-access.ts';
export { onlyReadable, readableProblems, type ReadableProblems } from './readable-problems.ts';
export { installHandOver } from './hand-over.ts';
export { reauthenticate } from './reauthenticate.ts';
export { type Bearer, isPersonal, listBearers, type SigningRole, signingRolesOf } from './signing-roles.ts';
export { problemRoles } from './permissions.ts';
export { findStanding, listHolders, listReaders } from './problem-queries.ts';
export { findPerson, listNames } from './queries.ts';
export { rolesOfActor } from './roles-of-actor.ts';
