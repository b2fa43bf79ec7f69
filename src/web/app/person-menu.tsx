import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PersonMenuItems, useMe } from '../../capabilities/identity/web/index.tsx';
import { Icon } from '../kit/icons.tsx';
import { useTexts } from '../kit/language/use-texts.ts';
import { shellTexts } from './texts.ts';

export function PersonMenu({ showKeys }: { showKeys: () => void }) {
  const t = useTexts(shellTexts);
  const me = useMe();
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <button type="button" className="button-plain bar__tool" aria-label={t.person} title={t.person}>
          <Icon name="person" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonMenuItems />
        {me ? (
          <Menu.Item component={Link} to="/inbox">
            {t.inbox}
          </Menu.Item>
        ) : null}
        {me?.organisationRole === 'admin' ? (
          <Menu.Item component={Link} to="/audit">
            {t.audit}
          </Menu.Item>
        ) : null}
        {me ? (
          <Menu.Item component={Link} to="/api-explorer">
            {t.api}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={showKeys}>{t.keys}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
