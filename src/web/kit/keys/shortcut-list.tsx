import { Modal, Switch } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { areKeysOn, chooseKeys, onKeyChoice } from './key-choice.ts';
import { knownShortcuts, useShortcut } from './shortcuts.ts';

interface ShortcutListProps {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

/** Shows which keys work here, and switches them off and on; `?` opens it while they are on. */
export function ShortcutList({ isOpen, setOpen }: ShortcutListProps) {
  const t = useTexts(kitTexts);
  const areOn = useSyncExternalStore(onKeyChoice, areKeysOn);
  useShortcut({ keys: '?', does: t.shortcuts.help, run: () => setOpen(true) });
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={t.shortcuts.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Switch
        mb="md"
        label={t.shortcuts.use}
        description={t.shortcuts.useHint}
        checked={areOn}
        onChange={(event) => chooseKeys(event.currentTarget.checked)}
      />
      <table className="table">
        <tbody>
          {isOpen
            ? knownShortcuts().map(({ keys, does }) => (
                <tr key={keys}>
                  <th scope="row">
                    {keys.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </th>
                  <td>{does}</td>
                </tr>
              ))
            : null}
        </tbody>
      </table>
    </Modal>
  );
}
