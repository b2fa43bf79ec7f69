import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import type { ProblemRole } from '../permissions.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { useFieldProblems } from './use-field-problems.ts';
import { usePeople } from './use-people.ts';
import { useMe } from './use-session.ts';

export interface DelegationGiven {
  role: ProblemRole | null;
  toUserId: string;
  until: string;
  reason: string;
}

interface DelegationFormProps {
  /** the roles to choose from; none where it is every role, everywhere */
  roles: readonly ProblemRole[];
  opener: string;
  send: (given: DelegationGiven) => Promise<unknown>;
  close: () => void;
}

const fields = { to: 'delegation-to', until: 'delegation-until', why: 'delegation-why' } as const;

/** To whom, as what, until when, and why. */
export function DelegationForm({ roles, opener, send, close }: DelegationFormProps) {
  const t = useTexts(signingTexts).delegation;
  const { roles: roleNames } = useTexts(identityTexts);
  const me = useMe();
  const today = useToday();
  const people = (usePeople().data ?? []).filter(({ id, status }) => status === 'active' && id !== me?.id);
  const [role, setRole] = useState<string>(roles[0] ?? '');
  const [toUserId, setTo] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const form = useFieldProblems({ 'identity.delegation_passed': fields.until });
  const wrong = () => [
    ...(toUserId === '' ? [{ field: fields.to, message: t.toMissing }] : []),
    ...(until === '' ? [{ field: fields.until, message: t.untilMissing }] : []),
    ...(until !== '' && until < today ? [{ field: fields.until, message: t.untilPassed }] : []),
    ...(reason.trim() === '' ? [{ field: fields.why, message: t.whyMissing }] : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.show(wrong())) return;
    setSending(true);
    const chosen = roles.find((each) => each === role) ?? null;
    send({ role: chosen, toUserId, until, reason: reason.trim() })
      .then(() => {
        say(t.given({ name: people.find(({ id }) => id === toUserId)?.name ?? '…' }));
        close();
      }, form.refused)
      .finally(() => setSending(false));
  };
  return (
    <form className="stack sheet" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} />
      <p className="quiet">{t.giveLead}</p>
      <NativeSelect
        id={fields.to}
        label={t.to}
        maw={420}
        value={toUserId}
        error={form.of(fields.to)}
        data={[{ value: '', label: t.choose }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        ref={first}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      {roles.length === 0 ? null : (
        <NativeSelect
          label={t.as}
          maw={420}
          value={role}
          data={[
            ...roles.map((value) => ({ value: value as string, label: roleNames[value] })),
            ...(roles.length > 1 ? [{ value: '', label: t.everyRole }] : []),
          ]}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      )}
      <TextInput
        id={fields.until}
        type="date"
        label={t.until}
        maw={240}
        min={today}
        value={until}
        error={form.of(fields.until)}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Textarea
        id={fields.why}
        label={t.why}
        description={t.whyHint}
        autosize
        minRows={1}
        maxLength={1000}
        value={reason}
        error={form.of(fields.why)}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSending}>
          {t.submit}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
