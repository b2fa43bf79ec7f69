import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { isEverythingSaved } from '../kit/form/unsaved.ts';
import { useTexts } from '../kit/language/use-texts.ts';
import { kitTexts } from '../kit/texts.ts';
import { shellTexts } from './texts.ts';

const wouldLose = async () => !(await isEverythingSaved());

/**
 * Going elsewhere within Peil first saves what was typed. Where that cannot be, because somebody else wrote there too or
 * the server is away, one stays, unless one says to leave it.
 */
export function UnsavedGuard() {
  const t = useTexts(shellTexts).unsaved;
  const kit = useTexts(kitTexts);
  // Closing the tab is asked for where the text is: here nothing is known of it without saving.
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: wouldLose,
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal opened onClose={reset} title={t.title} closeButtonProps={{ 'aria-label': kit.close }}>
      <div className="stack">
        <p>{t.body}</p>
        <div className="row">
          <Button variant="filled" data-autofocus onClick={reset}>
            {t.stay}
          </Button>
          <Button onClick={proceed}>{t.leave}</Button>
        </div>
      </div>
    </Modal>
  );
}
