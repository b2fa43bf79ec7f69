/** Every address of identity. The parts are in `contract/`; this is their front door. */
export * from './contract/delegations.ts';
export * from './contract/links.ts';
export * from './contract/me.ts';
export * from './contract/problem-people.ts';
export * from './contract/session.ts';
export * from './contract/tokens.ts';
export * from './contract/users.ts';
export { type ProblemRole, problemRoles } from './permissions.ts';
