import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { changePassword } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { checkPerson, personFields } from './check-person.ts';
import { PasswordField } from './password-field.tsx';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';
import { useMe } from './use-session.ts';

export function PasswordChange() {
  const t = useTexts(accountTexts).password;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack" aria-labelledby="password-title">
      <h2 id="password-title">{t.title}</h2>
      <p className="quiet">{t.body}</p>
      {isOpen ? (
        <Form close={() => setOpen(false)} />
      ) : (
        <div>
          <Button id={opener} onClick={() => setOpen(true)}>
            {t.begin}
          </Button>
        </div>
      )}
    </section>
  );
}

const opener = 'change-password';
const currentField = 'current-password';

function Form({ close }: { close: () => void }) {
  const t = useTexts(accountTexts).password;
  const identity = useTexts(identityTexts);
  const email = useMe()?.email ?? '';
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const form = useFieldProblems({
    'identity.wrong_password': currentField,
    'identity.guessable_password': personFields.password,
  });
  const ask = useAsk(changePassword);
  const first = useOpenedForm<HTMLInputElement>(opener);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = current === '' ? [{ field: currentField, message: t.currentMissing }] : [];
    if (!form.show([...missing, ...checkPerson({ newPassword: next }, identity)])) return;
    ask.mutate(
      { body: { current, next } },
      {
        onError: form.refused,
        onSuccess: () => {
          say(t.changed);
          close();
        },
      },
    );
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        ref={first}
        id={currentField}
        label={t.current}
        value={current}
        error={form.of(currentField)}
        use="current-password"
        change={setCurrent}
      />
      <PasswordField
        id={personFields.password}
        label={t.next}
        hint={identity.newPasswordHint}
        value={next}
        error={form.of(personFields.password)}
        use="new-password"
        change={setNext}
      />
      <div className="row">
        <Button type="submit" loading={ask.isPending}>
          {t.submit}
        </Button>
        <Button variant="subtle" onClick={close}>
          {identity.cancel}
        </Button>
      </div>
    </form>
  );
}
