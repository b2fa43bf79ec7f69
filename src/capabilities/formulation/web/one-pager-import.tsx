import './opportunity-extra.css';
import { Button, FileButton, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type OnePager, type Opportunity, previewOnePager } from '../contract.ts';
import { OnePagerPreview } from './one-pager-preview.tsx';
import { opportunityExtraTexts } from './opportunity-extra-texts.ts';

const opener = 'import-one-pager';
const longest = 200_000;

interface OnePagerImportProps {
  problemId: string;
  opportunity: Opportunity;
  /** what stands beside the button */
  before: ReactNode;
}

/** Fills the opportunity from a text that somebody has already: shown first, and never over what is there unasked. */
export function OnePagerImport({ problemId, opportunity, before }: OnePagerImportProps) {
  const t = useTexts(opportunityExtraTexts).import;
  const [isOpen, setOpen] = useState(false);
  const [markdown, setMarkdown] = useState('');
  const [read, setRead] = useState<OnePager | null>(null);
  const close = () => {
    setOpen(false);
    setRead(null);
  };
  if (!isOpen) {
    return (
      <div className="row">
        {before}
        <Button id={opener} onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      </div>
    );
  }
  return (
    <section className="sheet stack" aria-label={t.title}>
      <h3>{t.title}</h3>
      {read ? (
        <OnePagerPreview
          {...{ problemId, markdown, read, close }}
          version={opportunity.version}
          back={() => setRead(null)}
        />
      ) : (
        <TextForm {...{ problemId, markdown, setMarkdown, setRead, close }} />
      )}
    </section>
  );
}

interface TextFormProps {
  problemId: string;
  markdown: string;
  setMarkdown: (markdown: string) => void;
  setRead: (read: OnePager) => void;
  close: () => void;
}

function TextForm({ problemId, markdown, setMarkdown, setRead, close }: TextFormProps) {
  const t = useTexts(opportunityExtraTexts).import;
  const id = useId();
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = useAsk(previewOnePager);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = markdown.trim() === '' ? t.needed : markdown.length > longest ? t.tooLong : null;
    setProblem(wrong);
    if (wrong !== null) return;
    preview
      .mutateAsync({ params: { problemId }, body: { markdown } })
      .then(setRead, (error: Error) => setProblem(error.message));
  };
  const open = (file: File | null) =>
    void file
      ?.slice(0, 4 * longest)
      .text()
      .then(setMarkdown);
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: id, message: problem }]} />
      <Textarea
        id={id}
        label={t.text}
        description={t.hint}
        autosize
        minRows={8}
        maxRows={20}
        value={markdown}
        error={problem}
        ref={first}
        onChange={(event) => setMarkdown(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={preview.isPending}>
          {t.look}
        </Button>
        <FileButton accept=".md,.markdown,.txt,text/markdown,text/plain" onChange={open}>
          {(props) => <Button {...props}>{t.file}</Button>}
        </FileButton>
        <Button variant="subtle" onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
