import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { updateUser, type User } from '../contract.ts';
import { checkPerson, personFields } from './check-person.ts';
import { peopleTexts } from './people-texts.ts';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';

/** For a name or an address that was mistyped or has changed. */
export function CorrectDialog({ user, close }: { user: User; close: () => void }) {
  const t = useTexts(peopleTexts);
  const identity = useTexts(identityTexts);
  const kit = useTexts(kitTexts);
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? '');
  const form = useFieldProblems({ 'identity.email_taken': personFields.email });
  const ask = useAsk(updateUser);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(checkPerson({ name, email }, identity))) return;
    const onSuccess = () => {
      say(t.corrected);
      close();
    };
    const body = { name: name.trim(), email: email.trim() };
    ask.mutate({ params: { userId: user.id }, body }, { onError: form.refused, onSuccess });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t.dialogs.correctTitle({ name: user.name })}
      closeButtonProps={{ 'aria-label': kit.close }}
    >
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <TextInput
          id={personFields.name}
          label={t.dialogs.name}
          data-autofocus
          value={name}
          error={form.of(personFields.name)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          id={personFields.email}
          type="email"
          label={t.dialogs.email}
          value={email}
          error={form.of(personFields.email)}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" variant="filled" loading={ask.isPending}>
            {t.dialogs.keep}
          </Button>
          <Button onClick={close}>{identity.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
