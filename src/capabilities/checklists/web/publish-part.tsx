import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { compareChecklistVersions, type Draft, publishChecklistTemplate } from '../contract.ts';
import { ChangesList } from './changes-list.tsx';
import { templateTexts } from './template-texts.ts';

/** What the next version changes, and the one button that makes it so. */
export function PublishPart({ draft }: { draft: Draft }) {
  const t = useTexts(templateTexts);
  const changes = useAnswer(compareChecklistVersions, { query: { from: draft.basedOn } });
  const publish = useAsk(publishChecklistTemplate);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const number = draft.basedOn + 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === '') return setProblem(t.noteNeeded);
    setProblem(null);
    const onSuccess = () => say(t.published({ number }));
    const onError = (error: Error) => setProblem(error.message);
    publish.mutate({ body: { note: note.trim() }, version: draft.version }, { onSuccess, onError });
  };
  return (
    <section className="stack sheet" aria-labelledby="publish-title">
      <h2 id="publish-title">{t.publishTitle}</h2>
      <p className="quiet">{t.publishBody({ number })}</p>
      <AwaitQuery query={changes}>{(shown) => <ChangesList changes={shown} />}</AwaitQuery>
      <form className="stack item__form" noValidate onSubmit={submit}>
        <Textarea
          label={t.note}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={note}
          error={problem}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="filled" loading={publish.isPending}>
            {t.publish({ number })}
          </Button>
        </div>
      </form>
    </section>
  );
}
