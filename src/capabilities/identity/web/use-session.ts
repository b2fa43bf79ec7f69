import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { getSession, type Me, type SessionState } from '../contract.ts';

/** Without the language: changing that does not make anybody unknown for a moment. */
const sessionKey = [getSession.id, {}] as const;

/** Who has signed in from this browser, and how one can. */
export function useSession() {
  return useQuery<SessionState>({ queryKey: sessionKey, queryFn: () => call(getSession, {}) });
}

/** The person at this page; null while nobody is known. */
export function useMe(): Me | null {
  return useSession().data?.me ?? null;
}

/** Not somebody alone at their own machine: a signature then asks who is there. */
export function useIsTeam(): boolean {
  return useSession().data?.mode === 'team';
}

export function useIsAdministrator(): boolean {
  return useMe()?.organisationRole === 'admin';
}

/** The same person again, over a page that stays as it was: what it shows is fetched again. */
export function useWelcomeBack(): (me: Me) => void {
  const client = useQueryClient();
  return useCallback(
    (me) => {
      keepSession(client, me);
      void client.invalidateQueries();
    },
    [client],
  );
}

/** Takes in who somebody is from here on; what the person before could see is forgotten. */
export function useWelcome(): (me: Me) => void {
  const client = useQueryClient();
  return useCallback(
    (me) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSession.id });
      keepSession(client, me);
    },
    [client],
  );
}

function keepSession(client: QueryClient, me: Me): void {
  const before = client.getQueryData<SessionState>(sessionKey);
  const oidc = before?.oidc ?? null;
  client.setQueryData<SessionState>(sessionKey, { mode: me.mode, me, needsFirstAdministrator: false, oidc });
}

export function askSessionAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: sessionKey });
}
