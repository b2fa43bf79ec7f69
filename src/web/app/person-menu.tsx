import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../kit/icons.tsx';
import { useTexts } from '../kit/language/use-texts.ts';
import { shellTexts } from './texts.ts';

export function PersonMenu() {
  const t = useTexts(shellTexts);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="button-plain bar__tool" aria-label={t.person} title={t.person}>
          <Icon name="person" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/audit">
          {t.audit}
        </Menu.Item>
        <Menu.Item component={Link} to="/api-explorer">
          {t.api}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
