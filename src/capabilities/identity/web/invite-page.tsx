import './identity.css';
import { Button, Radio, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type Invited, inviteUser, type User } from '../contract.ts';
import { AdministratorsOnly } from './administrators-only.tsx';
import { checkPerson, personFields } from './check-person.ts';
import { OneTimeLink } from './link-dialog.tsx';
import { peopleTexts } from './people-texts.ts';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';

interface Done {
  invited: Invited;
  name: string;
}

/** Who is invited, and then the link to hand over. */
export function InvitePage() {
  return (
    <AdministratorsOnly>
      <Invite />
    </AdministratorsOnly>
  );
}

function Invite() {
  const t = useTexts(peopleTexts);
  const [done, setDone] = useState<Done | null>(null);
  if (done) return <HandOver done={done} again={() => setDone(null)} />;
  const above = (
    <p className="small">
      <Link to="/people">{t.title}</Link>
    </p>
  );
  return (
    <Page key="form" title={t.invitePage.title} lead={t.invitePage.lead} above={above} width="reading">
      <InviteForm done={setDone} />
    </Page>
  );
}

function HandOver({ done: { invited, name }, again }: { done: Done; again: () => void }) {
  const t = useTexts(peopleTexts);
  return (
    <Page key="link" title={t.invitePage.doneTitle({ name })} width="reading">
      <OneTimeLink label={t.link.invitation({ name })} offered={invited} />
      <div className="row">
        <Button component={Link} to="/people" variant="filled">
          {t.invitePage.toPeople}
        </Button>
        <Button onClick={again}>{t.invitePage.another}</Button>
      </div>
    </Page>
  );
}

function InviteForm({ done }: { done: (done: Done) => void }) {
  const t = useTexts(peopleTexts).invitePage;
  const identity = useTexts(identityTexts);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<User['organisationRole']>('member');
  const form = useFieldProblems({ 'identity.email_taken': personFields.email });
  const ask = useAsk(inviteUser);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim() === '' ? {} : { name: name.trim() };
    const address = email.trim();
    if (!form.show(checkPerson({ ...given, email }, identity))) return;
    const onSuccess = (invited: Invited) => done({ invited, name: given.name ?? address });
    const body = { ...given, email: address, organisationRole: role };
    ask.mutate({ body }, { onError: form.refused, onSuccess });
  };
  return (
    <form className="stack stack--wide" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      <TextInput
        id={personFields.email}
        type="email"
        label={t.email}
        description={t.emailHint}
        value={email}
        error={form.of(personFields.email)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        id={personFields.name}
        label={`${t.name} ${t.optional}`}
        description={t.nameHint}
        value={name}
        error={form.of(personFields.name)}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className="choices">
        <legend>{t.role}</legend>
        <div className="stack stack--tight">
          {(['member', 'admin'] as const).map((value) => (
            <Radio
              key={value}
              name="organisation-role"
              value={value}
              checked={role === value}
              label={identity.organisationRoles[value]}
              description={t.roleHints[value]}
              onChange={() => setRole(value)}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" variant="filled" loading={ask.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
