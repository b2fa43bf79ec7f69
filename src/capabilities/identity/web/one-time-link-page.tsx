import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { Refusal } from '../../../web/kit/api/refusal.ts';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { acceptInvitation, becomeFirstAdministrator, type LinkState, lookAtLink, resetPassword } from '../contract.ts';
import { checkPerson, personFields } from './check-person.ts';
import { PasswordField } from './password-field.tsx';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';
import { useWelcome } from './use-session.ts';

/** First administrator, invitation or new password: what the link is for, the server knows. */
export function OneTimeLinkPage() {
  const t = useTexts(identityTexts).link;
  const secret = useRouterState({ select: ({ location }) => location.hash });
  const locale = useLocale();
  const looked = useQuery({
    queryKey: [lookAtLink.id, {}, locale, secret],
    queryFn: () => call(lookAtLink, { body: { secret } }),
    enabled: secret !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (secret === '') return <Unusable title={t.missingTitle} body={t.missingBody} />;
  if (looked.error instanceof Refusal && looked.error.status === 404)
    return <Unusable title={t.unusable} body={looked.error.message} />;
  return (
    <AwaitQuery query={looked}>
      {(link) => (
        <Page title={t[link.purpose].title} lead={t[link.purpose].lead} width="reading">
          <LinkForm key={secret} {...{ link, secret }} />
        </Page>
      )}
    </AwaitQuery>
  );
}

function Unusable({ title, body }: { title: string; body: string }) {
  const t = useTexts(identityTexts).link;
  return (
    <Page title={title} lead={body} width="reading">
      <p>
        <Link to="/sign-in">{t.toSignIn}</Link>
      </p>
    </Page>
  );
}

function LinkForm({ link, secret }: { link: LinkState; secret: string }) {
  const t = useTexts(identityTexts);
  const formats = useFormats();
  const { purpose, email: known } = link;
  // Who was invited without a name is called by what stands before the @, until they say their name here.
  const isNamed = purpose === 'invitation' && !known?.startsWith(`${link.name}@`);
  const [name, setName] = useState(isNamed ? link.name : '');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useFieldProblems({
    'identity.guessable_password': personFields.password,
    'identity.email_taken': personFields.email,
  });
  const { use, isUsing } = useLink(link, form.refused);
  const asksName = purpose !== 'password_reset';
  const asksEmail = purpose === 'first_administrator';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = { ...(asksName ? { name } : {}), ...(asksEmail ? { email } : {}), newPassword: password };
    if (form.show(checkPerson(typed, t))) use({ secret, name: name.trim(), email: email.trim(), password });
  };
  return (
    <form className="stack stack--wide" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      {asksName ? (
        <TextInput
          id={personFields.name}
          label={t.name}
          description={t.nameHint}
          value={name}
          error={form.of(personFields.name)}
          autoComplete="name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : null}
      {asksEmail ? (
        <TextInput
          id={personFields.email}
          type="email"
          label={t.signIn.email}
          value={email}
          error={form.of(personFields.email)}
          autoComplete="username"
          spellCheck={false}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      ) : (
        <div>
          <p className="quiet small">{t.link.as}</p>
          <p>{known}</p>
          <input type="hidden" name="username" autoComplete="username" value={known ?? ''} />
        </div>
      )}
      <PasswordField
        id={personFields.password}
        label={t.newPassword}
        hint={t.newPasswordHint}
        value={password}
        error={form.of(personFields.password)}
        use="new-password"
        change={setPassword}
      />
      <div className="stack stack--tight">
        <div>
          <Button type="submit" variant="filled" loading={isUsing}>
            {t.link[purpose].submit}
          </Button>
        </div>
        <p className="small quiet">{t.link.until({ when: formats.dateTime(link.expiresAt) })}</p>
      </div>
    </form>
  );
}

interface Given {
  secret: string;
  name: string;
  email: string;
  password: string;
}

function useLink({ purpose }: LinkState, refused: (error: Error) => void) {
  const [isUsing, setUsing] = useState(false);
  const welcome = useWelcome();
  const navigate = useNavigate();
  const ask = ({ secret, name, email, password }: Given) => {
    if (purpose === 'invitation') return call(acceptInvitation, { body: { secret, name, password } });
    if (purpose === 'password_reset') return call(resetPassword, { body: { secret, password } });
    return call(becomeFirstAdministrator, { body: { secret, name, email, password } });
  };
  const use = async (given: Given) => {
    setUsing(true);
    try {
      welcome(await ask(given));
      await navigate({ to: '/', replace: true });
    } catch (error) {
      refused(error as Error);
    } finally {
      setUsing(false);
    }
  };
  return { use: (given: Given) => void use(given), isUsing };
}
