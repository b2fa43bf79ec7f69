import './identity.css';
import { Button, SegmentedControl, TextInput, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { locales } from '../../../platform/text/locale.ts';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { chooseLocale } from '../../../web/kit/language/chosen-locale.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type Me, updateMe } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { checkPerson, personFields } from './check-person.ts';
import { OwnDelegations } from './delegations-part.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { PasswordChange } from './password-change.tsx';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';
import { useSession } from './use-session.ts';

/** What is yours: name, looks, password, sessions. */
export function AccountPage() {
  const session = useSession();
  return <AwaitQuery query={session}>{({ me }) => (me ? <Account me={me} /> : null)}</AwaitQuery>;
}

function Account({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const identity = useTexts(identityTexts);
  const isTeam = me.mode === 'team';
  return (
    <Page
      title={t.title}
      lead={isTeam && me.email !== null ? t.lead({ email: me.email }) : identity.personal}
      width="reading"
    >
      <NameForm key={me.name} me={me} />
      <Appearance isTeam={isTeam} />
      {isTeam ? (
        <>
          <PasswordChange />
          <OwnDelegations />
          <OpenSessions />
        </>
      ) : null}
      <section className="stack" aria-labelledby="tokens-title">
        <h2 id="tokens-title">{t.tokensTitle}</h2>
        <p>
          {t.tokensBody} <Link to="/tokens">{t.toTokens}</Link>
        </p>
      </section>
    </Page>
  );
}

function NameForm({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const identity = useTexts(identityTexts);
  const [name, setName] = useState(me.name);
  const form = useFieldProblems();
  const ask = useAsk(updateMe);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(checkPerson({ name }, identity))) return;
    // The form begins anew with the name that was kept, so what follows is not asked of it.
    ask.mutateAsync({ body: { name: name.trim() } }).then(() => say(t.nameSaved), form.refused);
  };
  return (
    <section className="stack" aria-labelledby="profile-title">
      <h2 id="profile-title">{t.profile}</h2>
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <TextInput
          id={personFields.name}
          label={identity.name}
          description={identity.nameHint}
          maw={420}
          value={name}
          error={form.of(personFields.name)}
          autoComplete="name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="filled" loading={ask.isPending} disabled={name.trim() === me.name}>
            {t.saveName}
          </Button>
        </div>
      </form>
    </section>
  );
}

const languages = { en: 'English', nl: 'Nederlands' };
const schemes = ['auto', 'light', 'dark'] as const;

/** Counts at once, like the choices in the bar; the gate keeps both in the account. */
function Appearance({ isTeam }: { isTeam: boolean }) {
  const t = useTexts(accountTexts);
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className="stack" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t.appearance}</h2>
      <p className="quiet">{isTeam ? t.appearanceHint : t.appearancePersonal}</p>
      <div className="stack stack--tight">
        <p className="choice-name" id="language-title">
          {t.language}
        </p>
        <div>
          <SegmentedControl
            aria-labelledby="language-title"
            value={locale}
            data={locales.map((value) => ({ value, label: <span lang={value}>{languages[value]}</span> }))}
            onChange={(value) => chooseLocale(value === 'nl' ? 'nl' : 'en')}
          />
        </div>
      </div>
      <div className="stack stack--tight">
        <p className="choice-name" id="scheme-title">
          {t.scheme}
        </p>
        <div>
          <SegmentedControl
            aria-labelledby="scheme-title"
            value={colorScheme}
            data={schemes.map((value) => ({ value, label: t.schemes[value] }))}
            onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? 'auto')}
          />
        </div>
      </div>
    </section>
  );
}
