import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { eraseVersion, type Version } from '../contract.ts';
import { versionTexts } from './version-texts.ts';

const opener = 'erase-version';

/** What cannot be undone says so before. */
export function ErasePart({ problemId, version }: { problemId: string; version: Version }) {
  const t = useTexts(versionTexts).erase;
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <EraseForm {...{ problemId, version }} close={() => setAsking(false)} />;
  return (
    <div>
      <Button id={opener} onClick={() => setAsking(true)}>
        {t.open}
      </Button>
    </div>
  );
}

function EraseForm({ problemId, version, close }: { problemId: string; version: Version; close: () => void }) {
  const t = useTexts(versionTexts).erase;
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const erase = useAsk(eraseVersion);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem(t.reasonNeeded);
    const params = { problemId, versionId: version.id };
    erase.mutateAsync({ params, body: { reason: reason.trim() } }).then(
      () => say(t.done),
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit}>
      <h2>{t.title}</h2>
      <p className="note">{t.explain}</p>
      <Textarea
        label={t.reason}
        autosize
        minRows={2}
        maxLength={1000}
        ref={first}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={erase.isPending}>
          {t.yes}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
