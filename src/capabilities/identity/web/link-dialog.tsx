import { Button, Modal } from '@mantine/core';
import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import type { OfferedLink } from '../contract.ts';
import { peopleTexts } from './people-texts.ts';

interface LinkDialogProps {
  label: string;
  offered: OfferedLink;
  close: () => void;
}

/** A one-time link, shown this once; a press beside the dialog does not lose it. */
export function LinkDialog({ label, offered, close }: LinkDialogProps) {
  const t = useTexts(peopleTexts).link;
  const kit = useTexts(kitTexts);
  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={false}
      size="lg"
      title={label}
      closeButtonProps={{ 'aria-label': kit.close }}
    >
      <div className="stack">
        <OneTimeLink label={label} offered={offered} />
        <div>
          <Button variant="filled" onClick={close}>
            {t.done}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

export function OneTimeLink({ label, offered }: Omit<LinkDialogProps, 'close'>) {
  const t = useTexts(peopleTexts).link;
  const formats = useFormats();
  return <CopyField label={label} hint={t.hint({ when: formats.dateTime(offered.expiresAt) })} text={offered.link} />;
}
