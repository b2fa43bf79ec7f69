import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { addLink } from '../contract.ts';
import { opportunityExtraTexts } from './opportunity-extra-texts.ts';
import { requirementsTexts } from './requirements-texts.ts';

/** Where something is on the web, and what it is. */
export function LinkForm({ problemId, opener, close }: { problemId: string; opener: string; close: () => void }) {
  const t = useTexts(opportunityExtraTexts).evidence;
  const words = useTexts(requirementsTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [[url, title], setDraft] = useState(['', '']);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const add = useAsk(addLink);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = [
      ...(/^https?:\/\/\S+$/i.test(url.trim()) ? [] : [{ field: `${id}-url`, message: t.urlNeeded }]),
      ...(title.trim() === '' ? [{ field: `${id}-title`, message: t.titleNeeded }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0) return;
    await add
      .mutateAsync({ params: { problemId }, body: { url: url.trim(), title: title.trim() } })
      .then(close, (error: Error) => setProblems([{ field: null, message: error.message }]));
  };
  const errorAt = (field: string) => problems.find((problem) => problem.field === `${id}-${field}`)?.message;
  return (
    <form className="stack sheet" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={`${id}-url`}
        type="url"
        label={t.url}
        description={t.urlHint}
        maxLength={2000}
        value={url}
        error={errorAt('url')}
        ref={first}
        onChange={(event) => setDraft([event.currentTarget.value, title])}
      />
      <TextInput
        id={`${id}-title`}
        label={t.linkTitle}
        maxLength={200}
        value={title}
        error={errorAt('title')}
        onChange={(event) => setDraft([url, event.currentTarget.value])}
      />
      <div className="row">
        <Button type="submit" loading={add.isPending}>
          {words.keep}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
