import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { call } from '../../../web/kit/api/call.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { type Me, type SessionState, signIn, startOidc } from '../contract.ts';
import { checkPerson, personFields } from './check-person.ts';
import { PasswordField } from './password-field.tsx';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';

interface SignInFormProps {
  session: SessionState;
  /** what went wrong before this form was shown */
  earlier?: readonly FieldProblem[];
  /** where the identity provider is to bring one back to */
  returnTo: string;
  done: (me: Me) => void;
}

export function SignInForm({ session, earlier = [], returnTo, done }: SignInFormProps) {
  const t = useTexts(identityTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useFieldProblems({ 'identity.wrong_sign_in': personFields.email });
  const [isAsking, setAsking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(checkPerson({ email, password }, t))) return;
    setAsking(true);
    try {
      done(await call(signIn, { body: { email: email.trim(), password } }));
    } catch (error) {
      form.refused(error as Error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="stack stack--wide">
      <ErrorSummary problems={form.problems.length > 0 ? form.problems : earlier} />
      {session.oidc ? <ProviderButton provider={session.oidc.provider} returnTo={returnTo} /> : null}
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <TextInput
          id={personFields.email}
          type="email"
          label={t.signIn.email}
          value={email}
          error={form.of(personFields.email)}
          autoComplete="username"
          spellCheck={false}
          maxLength={400}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          id={personFields.password}
          label={t.signIn.password}
          value={password}
          error={form.of(personFields.password)}
          use="current-password"
          change={setPassword}
        />
        <div>
          <Button type="submit" variant={session.oidc ? 'default' : 'filled'} loading={isAsking}>
            {t.signIn.submit}
          </Button>
        </div>
        <p className="small quiet">{t.signIn.forgotten}</p>
      </form>
    </div>
  );
}

/** A plain link: the browser itself goes to the identity provider, and comes back signed in. */
function ProviderButton({ provider, returnTo }: { provider: string; returnTo: string }) {
  const t = useTexts(identityTexts).signIn;
  const query = { returnTo: returnTo.replace(/^\//, '') };
  return (
    <div className="stack">
      <div>
        <Button component="a" variant="filled" href={addressOf(requestAddress(startOidc.path, { query }))}>
          {t.provider({ provider })}
        </Button>
      </div>
      <p className="quiet">{t.or}</p>
    </div>
  );
}
