import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { deactivateUser, eraseUser, type User } from '../contract.ts';
import { peopleTexts } from './people-texts.ts';
import { identityTexts } from './texts.ts';

interface LeavingProps {
  user: User;
  close: () => void;
}

/** Ends what cannot be given back as it was, so it asks first. */
export function DeactivateDialog({ user, close }: LeavingProps) {
  const t = useTexts(peopleTexts);
  const { name } = user;
  const ask = useAsk(deactivateUser);
  const go = () =>
    void ask.mutateAsync({ params: { userId: user.id } }).then(
      () => {
        say(t.deactivated({ name }));
        close();
      },
      () => undefined,
    );
  return (
    <Leaving
      title={t.dialogs.deactivateTitle({ name })}
      action={t.dialogs.deactivate}
      isBusy={ask.isPending}
      error={ask.error}
      {...{ go, close }}
    >
      <p>{t.dialogs.deactivateBody}</p>
    </Leaving>
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
