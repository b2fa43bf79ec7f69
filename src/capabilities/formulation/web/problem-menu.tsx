import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { changePrivacy, deleteProblem, type Problem, renameProblem, restoreProblem } from '../contract.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { problemTexts } from './problem-texts.ts';
import { SaveTemplateDialog } from './save-template-dialog.tsx';
import { variantTexts } from './variant-texts.ts';

/** What is done to a problem as a whole, seldom: a title, privacy, away with it (and back). */
export function ProblemMenu({ problem, mayChangePrivacy }: { problem: Problem; mayChangePrivacy: boolean }) {
  const t = useTexts(problemTexts).page;
  const variants = useTexts(variantTexts);
  const [opened, setOpened] = useState<'rename' | 'copy' | 'template' | null>(null);
  const remove = useRemove(problem);
  const togglePrivacy = usePrivacy(problem);
  const kit = useTexts(kitTexts);
  const close = () => setOpened(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<Icon name="down" size={12} />}>{t.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('rename')}>{t.rename}</Menu.Item>
          <Menu.Item onClick={() => setOpened('copy')}>{variants.copy}</Menu.Item>
          {problem.isPrivate ? null : <Menu.Item onClick={() => setOpened('template')}>{variants.save}</Menu.Item>}
          {mayChangePrivacy ? (
            <Menu.Item leftSection={<Icon name="lock" />} onClick={togglePrivacy}>
              {problem.isPrivate ? t.makeOpen : t.makePrivate}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<Icon name="bin" />} onClick={remove}>
            {t.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CopyDialog {...{ problem, close }} isOpen={opened === 'copy'} />
      <SaveTemplateDialog {...{ problem, close }} isOpen={opened === 'template'} />
      <Modal
        opened={opened === 'rename'}
        onClose={close}
        title={t.rename}
        closeButtonProps={{ 'aria-label': kit.close }}
      >
        <RenameForm {...{ problem, close }} />
      </Modal>
    </>
  );
}

function useRemove({ id, title }: Problem): () => void {
  const t = useTexts(problemTexts).page;
  const remove = useAsk(deleteProblem);
  const restore = useAsk(restoreProblem);
  const navigate = useNavigate();
  const params = { problemId: id };
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  // First away from here: this page would ask again for what is no more. What is not saved of it may go with it.
  return () =>
    void navigate({ to: '/problems', ignoreBlocker: true })
      .then(() => remove.mutateAsync({ params }))
      .then(() => say(t.deleted({ title }), undo), complain);
}

function usePrivacy({ id, isPrivate }: Problem): () => void {
  const t = useTexts(problemTexts).page;
  const change = useAsk(changePrivacy);
  const params = { problemId: id };
  const complain = (error: Error) => say(error.message);
  const undo = () => change.mutate({ params, body: { isPrivate } }, { onError: complain });
  return () =>
    change.mutate(
      { params, body: { isPrivate: !isPrivate } },
      { onError: complain, onSuccess: () => say(isPrivate ? t.madeOpen : t.madePrivate, undo) },
    );
}

/** For who may only read it here, or after a no-go: the same problem elsewhere may be another. */
export function CopyButton({ problem }: { problem: Problem }) {
  const t = useTexts(variantTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.copy}</Button>
      <CopyDialog {...{ problem, isOpen }} close={() => setOpen(false)} />
    </>
  );
}

interface RenameProps {
  problem: Problem;
  close: () => void;
}

/** There only while it is open, so that it begins with the title, and the version, of that moment. */
function RenameForm({ problem, close }: RenameProps) {
  const t = useTexts(problemTexts);
  const id = useId();
  const rename = useAsk(renameProblem);
  const [title, setTitle] = useState(problem.title);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping({
    version: problem.version,
    save: async (written: string, version) => {
      await rename.mutateAsync({ params: { problemId: problem.id }, body: { title: written }, version });
      say(t.page.renamed);
    },
    close,
    sayTheirs: (theirs) => (theirs as { title: string }).title,
    complain: setComplaint,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep(title.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ErrorSummary problems={complaint === null ? [] : [{ field: id, message: complaint }]} />
      <TextInput
        id={id}
        label={t.new.label}
        data-autofocus
        value={title}
        error={complaint}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.page.saveTitle}
        </Button>
        <Button onClick={close}>{t.page.cancel}</Button>
      </div>
    </form>
  );
}
