import { Button, Modal, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { deactivateUser, eraseUser, getUser, handOverRoles, type User } from '../contract.ts';
import { peopleTexts } from './people-texts.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { usePeople } from './use-people.ts';

interface LeavingProps {
  user: User;
  close: () => void;
}

/** Ends what cannot be given back as it was, so it asks first. */
export function DeactivateDialog({ user, close }: LeavingProps) {
  const t = useTexts(peopleTexts);
  const { name } = user;
  const ask = useAsk(deactivateUser);
  const handOver = useAsk(handOverRoles);
  const [toUserId, setTo] = useState('');
  const params = { userId: user.id };
  // First somebody else has the roles, so that nothing waits for who has left.
  const leave = async () => {
    if (toUserId !== '') await handOver.mutateAsync({ params, body: { toUserId } });
    await ask.mutateAsync({ params });
    say(t.deactivated({ name }));
    close();
  };
  const go = () => void leave().catch(() => undefined);
  return (
    <Leaving
      title={t.dialogs.deactivateTitle({ name })}
      action={t.dialogs.deactivate}
      isBusy={ask.isPending || handOver.isPending}
      error={handOver.error ?? ask.error}
      {...{ go, close }}
    >
      <p>{t.dialogs.deactivateBody}</p>
      <TakesOver {...{ user, toUserId, setTo }} />
    </Leaving>
  );
}

interface TakesOverProps {
  user: User;
  toUserId: string;
  setTo: (id: string) => void;
}

/** Who gets the roles of who leaves, and with them what waits for a signature. */
function TakesOver({ user, toUserId, setTo }: TakesOverProps) {
  const t = useTexts(signingTexts).handOver;
  const known = useAnswer(getUser, { params: { userId: user.id } });
  const people = (usePeople().data ?? []).filter(({ id, status }) => status === 'active' && id !== user.id);
  const count = known.data?.problemRoles.length ?? 0;
  if (!known.data || people.length === 0) return null;
  return (
    <NativeSelect
      label={t.label}
      description={t.hint({ count })}
      value={toUserId}
      data={[{ value: '', label: t.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => setTo(event.currentTarget.value)}
    />
  );
}

export function EraseDialog({ user, close }: LeavingProps) {
  const t = useTexts(peopleTexts);
  const ask = useAsk(eraseUser);
  const go = () =>
    void ask.mutateAsync({ params: { userId: user.id } }).then(
      () => {
        say(t.erased);
        close();
      },
      () => undefined,
    );
  return (
    <Leaving
      title={t.dialogs.eraseTitle({ name: user.name })}
      action={t.dialogs.erase}
      isBusy={ask.isPending}
      error={ask.error}
      {...{ go, close }}
    >
      <p>{t.dialogs.eraseBody}</p>
      <p>{t.dialogs.eraseKept}</p>
    </Leaving>
  );
}

interface DialogProps {
  title: string;
  action: string;
  isBusy: boolean;
  error: Error | null;
  go: () => void;
  close: () => void;
  children: ReactNode;
}

function Leaving({ title, action, isBusy, error, go, close, children }: DialogProps) {
  const kit = useTexts(kitTexts);
  const { cancel } = useTexts(identityTexts);
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': kit.close }}>
      <div className="stack">
        {children}
        {error ? (
          <p className="note" role="alert">
            {error.message}
          </p>
        ) : null}
        <div className="row">
          <Button variant="filled" loading={isBusy} onClick={go}>
            {action}
          </Button>
          <Button data-autofocus onClick={close}>
            {cancel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
