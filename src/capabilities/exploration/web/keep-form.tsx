import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type ChartSpec, keepFinding } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';

interface KeepFormProps {
  problemId: string;
  versionId: string;
  spec: ChartSpec;
  sentence: string;
  /** id of the button that opens it */
  opener: string;
  close: () => void;
}

/** Keeps a chart as a finding: its sentence is the title unless somebody knows a better one. */
export function KeepForm({ problemId, versionId, spec, sentence, opener, close }: KeepFormProps) {
  const t = useTexts(exploreTexts).keep;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [title, setTitle] = useState(sentence);
  const [remark, setRemark] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const keep = useAsk(keepFinding);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = title.trim() === '' ? [{ field: `${id}-title`, message: t.titleNeeded }] : [];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const body = { versionId, spec, title: title.trim(), remark };
    void keep.mutateAsync({ params: { problemId }, body }).then(
      () => {
        say(t.kept);
        close();
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={`${id}-title`}
        ref={first}
        label={t.title}
        maxLength={300}
        value={title}
        error={problems.find(({ field }) => field === `${id}-title`)?.message}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t.remark}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={keep.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
