import { Button, Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { copyAsVariant, type Problem } from '../contract.ts';
import { type Declared, missingIn, VariantFields } from './variant-fields.tsx';
import { variantTexts } from './variant-texts.ts';

interface CopyDialogProps {
  problem: Problem;
  isOpen: boolean;
  close: () => void;
}

/** Makes a variant of this problem, and goes to it. */
export function CopyDialog({ problem, isOpen, close }: CopyDialogProps) {
  const t = useTexts(variantTexts);
  const kit = useTexts(kitTexts);
  return (
    <Modal opened={isOpen} onClose={close} title={t.copy} size="lg" closeButtonProps={{ 'aria-label': kit.close }}>
      <CopyForm {...{ problem, close }} />
    </Modal>
  );
}

function CopyForm({ problem, close }: Omit<CopyDialogProps, 'isOpen'>) {
  const t = useTexts(variantTexts);
  const id = useId();
  const idOf = (field: string) => `${id}-${field}`;
  const copy = useAsk(copyAsVariant);
  const navigate = useNavigate();
  const [title, setTitle] = useState(problem.title);
  const [declared, setDeclared] = useState<Declared>({ about: 'country', difference: '', reason: '' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const make = async () => {
    const body = { ...declared, title: title.trim() };
    const made = await copy.mutateAsync({ params: { problemId: problem.id }, body });
    close();
    say(t.made);
    await navigate({ to: '/problems/$problemId/{-$station}', params: { problemId: made.id } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const untitled = title.trim() === '' ? [{ field: idOf('title'), message: t.titleNeeded }] : [];
    const missing = [...untitled, ...missingIn(declared, { idOf, t })];
    setProblems(missing);
    if (missing.length === 0) make().catch((error: Error) => setProblems([{ field: null, message: error.message }]));
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="quiet">
        {t.copyLead} {problem.isPrivate ? t.privateToo : null}
      </p>
      <ErrorSummary problems={problems} />
      <TextInput
        id={idOf('title')}
        label={t.title}
        data-autofocus
        maxLength={200}
        value={title}
        error={problems.find(({ field }) => field === idOf('title'))?.message}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <VariantFields {...{ declared, idOf, problems }} change={setDeclared} />
      <div className="row">
        <Button type="submit" variant="filled" loading={copy.isPending}>
          {t.make}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
