import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Webhook } from '../contract.ts';
import { EventKindsField } from './event-kinds-field.tsx';
import { webhookTexts } from './texts.ts';

export type WebhookDraft = Pick<Webhook, 'name' | 'url' | 'types' | 'includesPrivate' | 'includesWords'>;
export const emptyWebhook: WebhookDraft = {
  name: '',
  url: '',
  types: null,
  includesPrivate: false,
  includesWords: false,
};

const fields = { name: 'webhook-name', url: 'webhook-url', types: 'webhook-types' } as const;

interface WebhookFormProps {
  start: WebhookDraft;
  /** what the button says that sends it */
  action: string;
  opener: string;
  send: (draft: WebhookDraft) => Promise<unknown>;
  cancel?: () => void;
}

/** What a webhook is asked: its name, where it is, and of which events it hears. */
export function WebhookForm({ start, action, opener, send, cancel }: WebhookFormProps) {
  const t = useTexts(webhookTexts).form;
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isSending, setSending] = useState(false);
  const first = useOpenedForm<HTMLInputElement>(opener);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const wrong = (): FieldProblem[] => [
    ...(draft.name.trim() === '' ? [{ field: fields.name, message: t.nameMissing }] : []),
    ...(draft.url.trim() === '' ? [{ field: fields.url, message: t.urlMissing }] : []),
    ...(draft.types?.length === 0 ? [{ field: fields.types, message: t.typesMissing }] : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrong();
    setProblems(found);
    if (found.length > 0) return;
    setSending(true);
    send({ ...draft, name: draft.name.trim(), url: draft.url.trim() })
      .catch((error: Error) => setProblems([{ field: null, message: error.message }]))
      .finally(() => setSending(false));
  };
  return (
    <form className="stack stack--wide webhook__form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextInput
        id={fields.name}
        label={t.name}
        description={t.nameHint}
        maxLength={100}
        maw={420}
        value={draft.name}
        error={problemOf(fields.name)}
        ref={first}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        id={fields.url}
        type="url"
        label={t.url}
        description={t.urlHint}
        maxLength={2000}
        spellCheck={false}
        value={draft.url}
        error={problemOf(fields.url)}
        onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <EventKindsField
        id={fields.types}
        types={draft.types}
        error={problemOf(fields.types)}
        choose={(types) => setDraft({ ...draft, types })}
      />
      <Checkbox
        label={t.private}
        description={t.privateHint}
        checked={draft.includesPrivate}
        onChange={(event) => setDraft({ ...draft, includesPrivate: event.currentTarget.checked })}
      />
      <Checkbox
        label={t.words}
        description={t.wordsHint}
        checked={draft.includesWords}
        onChange={(event) => setDraft({ ...draft, includesWords: event.currentTarget.checked })}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSending}>
          {action}
        </Button>
        {cancel ? <Button onClick={cancel}>{t.cancel}</Button> : null}
      </div>
    </form>
  );
}
