import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { call } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { signOut } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { identityTexts } from './texts.ts';
import { useMe } from './use-session.ts';

/** In the menu of the person: who they are, where everything is set, and the way out. */
export function PersonMenuItems() {
  const t = useTexts(identityTexts);
  const account = useTexts(accountTexts);
  const me = useMe();
  if (!me) {
    return (
      <Menu.Item component={Link} to="/sign-in">
        {t.signIn.submit}
      </Menu.Item>
    );
  }
  return (
    <>
      <Menu.Label>{me.email === null ? me.name : `${me.name}, ${me.email}`}</Menu.Label>
      <Menu.Item component={Link} to="/account">
        {account.title}
      </Menu.Item>
      <Menu.Item component={Link} to="/settings">
        {t.settings}
      </Menu.Item>
      {me.mode === 'team' ? <Menu.Item onClick={() => void leave()}>{t.signIn.signOut}</Menu.Item> : null}
      <Menu.Divider />
    </>
  );
}

/** A fresh page, so that nothing of this person stays in it. */
async function leave(): Promise<void> {
  try {
    await call(signOut, {});
    window.location.assign(addressOf('/sign-in'));
  } catch (error) {
    say((error as Error).message);
  }
}
