import { Button } from '@mantine/core';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { platformErrors } from '../../../platform/errors/platform-errors.ts';
import type { Locale } from '../../../platform/text/locale.ts';
import type { SessionState } from '../contract.ts';
import { identityErrors } from '../errors.ts';
import { insidePath } from './inside-path.ts';
import { SignInForm } from './sign-in-form.tsx';
import { identityTexts } from './texts.ts';
import { useSession, useWelcome } from './use-session.ts';

/** The way in, and from there to where one was. */
export function SignInPage() {
  const t = useTexts(identityTexts);
  const session = useSession();
  return (
    <AwaitQuery query={session}>
      {(state) => {
        if (state.mode === 'personal') return <Personal />;
        if (state.me) return <GoOn />;
        return (
          <Page
            title={state.needsFirstAdministrator ? t.signIn.nobodyYet : t.signIn.title}
            lead={state.needsFirstAdministrator ? undefined : t.signIn.lead}
            width="reading"
          >
            {state.needsFirstAdministrator ? <p>{t.signIn.nobodyYetBody}</p> : <Form session={state} />}
          </Page>
        );
      }}
    </AwaitQuery>
  );
}

const from = '/sign-in';

function Form({ session }: { session: SessionState }) {
  const { to, error } = useSearch({ from });
  const earlier = problemOf(error, useLocale());
  // The page goes on by itself as soon as somebody is known.
  return <SignInForm session={session} earlier={earlier} returnTo={insidePath(to)} done={useWelcome()} />;
}

/** What the identity provider's way back told, by the code of the error. */
function problemOf(code: string | undefined, locale: Locale): FieldProblem[] {
  const { providerOff, providerUnreachable, providerRefused, notInvited } = identityErrors;
  const what = identityTexts[locale].signIn.attempts;
  // How long exactly the address does not say; this is the longest it can be.
  const tooMany = platformErrors.tooMany({ what, retryAfter_s: 900 });
  const known = [providerOff(), providerUnreachable(), providerRefused(), notInvited(), tooMany];
  const error = code === undefined ? undefined : (known.find((each) => each.code === code) ?? providerRefused());
  return error ? [{ field: null, message: error.text(locale) }] : [];
}

function GoOn() {
  const t = useTexts(identityTexts).signIn;
  const { to } = useSearch({ from });
  const router = useRouter();
  useEffect(() => router.history.replace(addressOf(insidePath(to))), [router, to]);
  return (
    <div className="page">
      <output className="unseen">{t.wait}</output>
      <Loading />
    </div>
  );
}

function Personal() {
  const t = useTexts(identityTexts);
  return (
    <Page title={t.signIn.personalTitle} lead={t.personal} width="reading">
      <div>
        <Button component={Link} to="/" variant="filled">
          {t.signIn.toProblems}
        </Button>
      </div>
    </Page>
  );
}
