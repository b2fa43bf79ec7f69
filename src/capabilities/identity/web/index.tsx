/** What the shell and other capabilities show of identity. */
export { AdministratorsOnly } from './administrators-only.tsx';
export { PasswordField } from './password-field.tsx';
export { PersonMenuItems } from './person-menu-items.tsx';
export { ProblemPeople } from './problem-people.tsx';
export { SessionGate } from './session-gate.tsx';
export { identityTexts } from './texts.ts';
export { UncountedRoles } from './uncounted-roles.tsx';
export { usePeople, usePeopleNames } from './use-people.ts';
export { type Reader, useReaders } from './use-readers.ts';
export { useRoleNames } from './use-role-names.ts';
export { useIsTeam, useMe } from './use-session.ts';
