import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { onUnknown } from '../../../web/kit/api/unknown-asker.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import type { Me, SessionState } from '../contract.ts';
import { isOpenPage } from './inside-path.ts';
import { SignInForm } from './sign-in-form.tsx';
import { identityTexts } from './texts.ts';
import { useOwnChoices } from './use-own-choices.ts';
import { askSessionAgain, useSession, useWelcomeBack } from './use-session.ts';

/**
 * Shows a page to who may see pages at all. Who has not signed in is led to the sign-in, and from there back; whose
 * session ends while a page is open signs in over that page, so that nothing typed is lost.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const href = useRouterState({ select: ({ location }) => location.href });
  // What is shown now: until the next page has loaded, that is still the page before.
  const shown = useRouterState({ select: ({ matches, location }) => matches.at(-1)?.pathname ?? location.pathname });
  const state = session.data;
  const known = useLastKnown(state?.me ?? null);
  useAskAgainWhenUnknown();
  useOwnChoices(state?.me ?? null);
  if (!state) return <div className="page">{session.error ? <Failed session={session} /> : <Loading />}</div>;
  if (state.mode === 'personal' || state.me || isOpenPage(shown)) return children;
  if (known === null) return <ToSignIn href={href} />;
  return (
    <>
      {children}
      <SignInAgain {...{ session: state, known, href }} />
    </>
  );
}

function Failed({ session }: { session: ReturnType<typeof useSession> }) {
  return <ErrorState error={session.error} retry={() => void session.refetch()} />;
}

function ToSignIn({ href }: { href: string }) {
  const navigate = useNavigate();
  const [back] = useState(href);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: back === '/' ? {} : { to: back }, replace: true });
  }, [navigate, back]);
  return (
    <div className="page">
      <Loading />
    </div>
  );
}

function SignInAgain({ session, known, href }: { session: SessionState; known: Me; href: string }) {
  const t = useTexts(identityTexts).signIn;
  const welcomeBack = useWelcomeBack();
  // What stands behind the form belongs to the person before: somebody else begins with a fresh page.
  const done = (me: Me) => (me.id === known.id ? welcomeBack(me) : window.location.reload());
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={t.again} size="lg">
      <div className="stack">
        <p>{t.againLead}</p>
        <SignInForm session={session} returnTo={href} done={done} />
        <p className="small">
          <Link to="/sign-in" search={{ to: href }} reloadDocument>
            {t.elsewhere}
          </Link>
        </p>
      </div>
    </Modal>
  );
}

/** The person whose page this is, also after the session has ended. */
function useLastKnown(me: Me | null): Me | null {
  const [last, setLast] = useState(me);
  if (me && me !== last) setLast(me);
  return me ?? last;
}

function useAskAgainWhenUnknown(): void {
  const client = useQueryClient();
  useEffect(() => onUnknown(() => void askSessionAgain(client)), [client]);
}
