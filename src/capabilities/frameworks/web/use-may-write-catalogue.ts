import { useMe } from '../../identity/web/index.tsx';

/** The server asks the same, and also whether the role counts. */
export function useMayWriteCatalogue(): boolean {
  const me = useMe();
  if (!me) return false;
  const isArchitect = me.problemRoles.some(({ roles }) => roles.includes('analytics_architect'));
  return me.organisationRole === 'admin' || me.holdsEveryRole || isArchitect;
}
