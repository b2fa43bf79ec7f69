import { Modal } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type Problem, saveTemplate } from '../contract.ts';
import { TemplateForm } from './template-form.tsx';
import { variantTexts } from './variant-texts.ts';

interface SaveTemplateDialogProps {
  problem: Problem;
  isOpen: boolean;
  close: () => void;
}

/** Keeps what was formulated for others to begin with. */
export function SaveTemplateDialog({ problem, isOpen, close }: SaveTemplateDialogProps) {
  const t = useTexts(variantTexts);
  const kit = useTexts(kitTexts);
  const save = useAsk(saveTemplate);
  return (
    <Modal opened={isOpen} onClose={close} title={t.save} size="lg" closeButtonProps={{ 'aria-label': kit.close }}>
      <div className="stack">
        <p className="quiet">{t.saveLead}</p>
        <TemplateForm
          start={{ name: problem.title, description: '' }}
          button={t.saveTemplate}
          save={async (body) => {
            await save.mutateAsync({ params: { problemId: problem.id }, body });
            say(t.saved({ name: body.name }));
          }}
          close={close}
        />
      </div>
    </Modal>
  );
}
