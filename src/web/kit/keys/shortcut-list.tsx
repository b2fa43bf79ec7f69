import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { knownShortcuts, useShortcut } from './shortcuts.ts';

/** `?` shows which keys work here. */
export function ShortcutList() {
  const t = useTexts(kitTexts);
  const [isOpen, setOpen] = useState(false);
  useShortcut({ keys: '?', does: t.shortcuts.help, run: () => setOpen(true) });
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={t.shortcuts.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
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
