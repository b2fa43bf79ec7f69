import { Menu, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon, type IconName } from '../kit/icons.tsx';
import { useTexts } from '../kit/language/use-texts.ts';
import { shellTexts } from './texts.ts';

const icons: Record<MantineColorScheme, IconName> = { auto: 'screen', light: 'sun', dark: 'moon' };
const schemes = ['auto', 'light', 'dark'] as const;

export function SchemeMenu() {
  const t = useTexts(shellTexts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="button-plain bar__tool" aria-label={t.scheme} title={t.scheme}>
          <Icon name={icons[colorScheme]} size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={scheme === colorScheme}
            checkIcon={<Icon name="check" />}
            rightSection={<Icon name={icons[scheme]} />}
            closeMenuOnClick
            onChange={() => setColorScheme(scheme)}
          >
            {t.schemes[scheme]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
