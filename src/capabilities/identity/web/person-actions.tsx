import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import {
  inviteAgain,
  offerPasswordReset,
  type OfferedLink,
  reactivateUser,
  updateUser,
  type User,
} from '../contract.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { peopleTexts } from './people-texts.ts';
import { DeactivateDialog, EraseDialog } from './leaving-dialogs.tsx';
import { thenTell } from './then-tell.ts';

type Opened = 'correct' | 'deactivate' | 'erase' | { link: OfferedLink; kind: 'invitation' | 'reset' } | null;

interface PersonActionsProps {
  user: User;
  /** nobody closes or erases their own account */
  isMe: boolean;
}

/** What an administrator can do for one person. */
export function PersonActions({ user, isMe }: PersonActionsProps) {
  const t = useTexts(peopleTexts);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Button variant="subtle" aria-label={t.actionsFor({ name: user.name })} rightSection={<Icon name="down" />}>
            {t.change}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('correct')}>{t.correct}</Menu.Item>
          <RoleItem user={user} />
          <LinkItem user={user} show={setOpened} />
          <LeavingItems user={user} isMe={isMe} open={setOpened} />
        </Menu.Dropdown>
      </Menu>
      {opened === 'correct' ? <CorrectDialog user={user} close={close} /> : null}
      {opened === 'deactivate' ? <DeactivateDialog user={user} close={close} /> : null}
      {opened === 'erase' ? <EraseDialog user={user} close={close} /> : null}
      {opened !== null && typeof opened === 'object' ? (
        <LinkDialog label={t.link[opened.kind]({ name: user.name })} offered={opened.link} close={close} />
      ) : null}
    </>
  );
}

function RoleItem({ user }: { user: User }) {
  const t = useTexts(peopleTexts);
  const ask = useAsk(updateUser);
  const { id, name, organisationRole: before } = user;
  const next = before === 'admin' ? 'member' : 'admin';
  const change = (organisationRole: User['organisationRole'], then: () => void) =>
    thenTell(ask.mutateAsync({ params: { userId: id }, body: { organisationRole } }), then);
  const undo = () => change(before, () => undefined);
  return (
    <Menu.Item
      onClick={() => change(next, () => say(next === 'admin' ? t.madeAdmin({ name }) : t.madeMember({ name }), undo))}
    >
      {next === 'admin' ? t.makeAdmin : t.makeMember}
    </Menu.Item>
  );
}

function LinkItem({ user, show }: { user: User; show: (opened: Opened) => void }) {
  const t = useTexts(peopleTexts);
  const again = useAsk(inviteAgain);
  const reset = useAsk(offerPasswordReset);
  const asking = { params: { userId: user.id } };
  if (user.status === 'invited') {
    const showInvitation = (link: OfferedLink) => show({ link, kind: 'invitation' });
    return <Menu.Item onClick={() => thenTell(again.mutateAsync(asking), showInvitation)}>{t.inviteAgain}</Menu.Item>;
  }
  if (user.status !== 'active') return null;
  const showReset = (link: OfferedLink) => show({ link, kind: 'reset' });
  return <Menu.Item onClick={() => thenTell(reset.mutateAsync(asking), showReset)}>{t.reset}</Menu.Item>;
}

function LeavingItems({ user, isMe, open }: PersonActionsProps & { open: (opened: Opened) => void }) {
  const t = useTexts(peopleTexts);
  const reactivate = useAsk(reactivateUser);
  const back = () =>
    thenTell(reactivate.mutateAsync({ params: { userId: user.id } }), () => say(t.reactivated({ name: user.name })));
  if (isMe) return null;
  return (
    <>
      <Menu.Divider />
      {user.status === 'inactive' ? (
        <Menu.Item onClick={back}>{t.reactivate}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => open('deactivate')}>{t.deactivate}</Menu.Item>
      )}
      <Menu.Item leftSection={<Icon name="bin" />} onClick={() => open('erase')}>
        {t.erase}
      </Menu.Item>
    </>
  );
}
