import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type Me, openTeam, type SessionState } from '../contract.ts';
import { checkPerson, personFields } from './check-person.ts';
import { PasswordField } from './password-field.tsx';
import { peopleTexts } from './people-texts.ts';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';
import { useSession, useWelcome } from './use-session.ts';

/** What kind of installation this is, and the step from one person to a team. */
export function InstallationPage() {
  const t = useTexts(peopleTexts).installation;
  const session = useSession();
  return (
    <AwaitQuery query={session}>
      {(state) => (
        <Page title={t.title} lead={state.mode === 'personal' ? t.personalLead : t.teamLead} width="reading">
          {state.mode === 'personal' ? <Personal me={state.me} /> : <Team session={state} />}
        </Page>
      )}
    </AwaitQuery>
  );
}

function Team({ session }: { session: SessionState }) {
  const t = useTexts(peopleTexts).installation;
  return (
    <section className="stack" aria-labelledby="ways-title">
      <h2 id="ways-title">{t.signIn}</h2>
      <p>{session.oidc ? t.byProvider(session.oidc) : t.byPassword}</p>
      {session.oidc ? null : <p className="quiet">{t.noProvider}</p>}
      {session.me?.organisationRole === 'admin' ? (
        <p>
          <Link to="/people">{t.toPeople}</Link>
        </p>
      ) : null}
    </section>
  );
}

function Personal({ me }: { me: Me | null }) {
  const t = useTexts(peopleTexts).installation;
  const identity = useTexts(identityTexts);
  return (
    <>
      <p>{identity.personal}</p>
      <section className="stack stack--wide" aria-labelledby="team-title">
        <h2 id="team-title">{t.switchTitle}</h2>
        <ul className="stack stack--tight">
          {Object.values(t.changes).map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <p>
          <strong>{t.forGood}</strong> {t.reach}
        </p>
        <TeamForm owner={me?.name ?? ''} />
      </section>
    </>
  );
}

function TeamForm({ owner }: { owner: string }) {
  const t = useTexts(peopleTexts).installation;
  const identity = useTexts(identityTexts);
  const [name, setName] = useState(owner);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useFieldProblems({ 'identity.guessable_password': personFields.password });
  const [isAsking, setAsking] = useState(false);
  const welcome = useWelcome();
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(checkPerson({ name, email, newPassword: password }, identity))) return;
    setAsking(true);
    call(openTeam, { body: { name: name.trim(), email: email.trim(), password } })
      .then((me) => {
        welcome(me);
        say(t.opened);
        return navigate({ to: '/people' });
      })
      .catch(form.refused)
      .finally(() => setAsking(false));
  };
  return (
    <form className="stack stack--wide" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      <TextInput
        id={personFields.name}
        label={identity.name}
        description={identity.nameHint}
        value={name}
        error={form.of(personFields.name)}
        autoComplete="name"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        id={personFields.email}
        type="email"
        label={identity.signIn.email}
        value={email}
        error={form.of(personFields.email)}
        autoComplete="username"
        spellCheck={false}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        id={personFields.password}
        label={identity.newPassword}
        hint={identity.newPasswordHint}
        value={password}
        error={form.of(personFields.password)}
        use="new-password"
        change={setPassword}
      />
      <div>
        <Button type="submit" variant="filled" loading={isAsking}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
