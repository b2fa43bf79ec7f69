import './webhooks.css';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { AdministratorsOnly } from '../../identity/web/index.tsx';
import { editWebhook, readWebhook, resumeWebhook, testWebhook, type Webhook } from '../contract.ts';
import { DeliveriesPart } from './deliveries-part.tsx';
import { SecretPart } from './secret-part.tsx';
import { SignaturePart } from './signature-part.tsx';
import { stateOf } from './state-of.ts';
import { webhookTexts } from './texts.ts';
import { WebhookForm } from './webhook-form.tsx';

/** One webhook: what it is told, what was sent, its secret, and how the receiver checks it. */
export function WebhookPage() {
  const { webhookId } = useParams({ strict: false });
  return <AdministratorsOnly>{webhookId === undefined ? null : <Asked webhookId={webhookId} />}</AdministratorsOnly>;
}

function Asked({ webhookId }: { webhookId: string }) {
  const query = useAnswer(readWebhook, { params: { webhookId } });
  return <AwaitQuery query={query}>{(webhook) => <Shown webhook={webhook} />}</AwaitQuery>;
}

function Shown({ webhook }: { webhook: Webhook }) {
  const t = useTexts(webhookTexts);
  const [isEditing, setEditing] = useState(false);
  const state = stateOf(webhook);
  const above = (
    <p className="small">
      <Link to="/settings/webhooks">{t.back}</Link>
    </p>
  );
  return (
    <Page title={webhook.name} above={above} action={state === 'on' ? <TestButton webhookId={webhook.id} /> : null}>
      {isEditing ? (
        <Edit webhook={webhook} close={() => setEditing(false)} />
      ) : (
        <Facts webhook={webhook} edit={() => setEditing(true)} />
      )}
      <DeliveriesPart webhookId={webhook.id} maySend={state === 'on'} />
      <SignaturePart />
      <SecretPart webhook={webhook} />
    </Page>
  );
}

function TestButton({ webhookId }: { webhookId: string }) {
  const t = useTexts(webhookTexts);
  const test = useAsk(testWebhook);
  return (
    <Button
      variant="filled"
      loading={test.isPending}
      onClick={() =>
        test.mutate(
          { params: { webhookId } },
          { onSuccess: () => say(t.tested), onError: (error) => say(error.message) },
        )
      }
    >
      {t.test}
    </Button>
  );
}

const opener = 'change-webhook';

function Facts({ webhook, edit }: { webhook: Webhook; edit: () => void }) {
  const t = useTexts(webhookTexts);
  const state = stateOf(webhook);
  const { url, types, includesPrivate, includesWords, waiting } = webhook;
  const facts = [
    types === null ? t.every : t.some({ count: types.length }),
    ...(includesPrivate ? [t.privateToo] : []),
    ...(includesWords ? [t.wordsToo] : []),
    ...(waiting > 0 ? [t.waiting({ count: waiting })] : []),
  ];
  return (
    <section className="stack">
      <p className="webhook__url">{url}</p>
      <p>
        <span className={`webhook__state webhook__state--${state}`}>{t.states[state]}</span>{' '}
        <span className="quiet">{facts.join(' · ')}</span>
      </p>
      <Standing webhook={webhook} />
      <div className="row">
        <Button id={opener} onClick={edit}>
          {t.change}
        </Button>
        <Switch webhook={webhook} />
      </div>
    </section>
  );
}

function Standing({ webhook }: { webhook: Webhook }) {
  const t = useTexts(webhookTexts);
  const formats = useFormats();
  const resume = useAsk(resumeWebhook);
  const { id, pausedAt, isActive } = webhook;
  if (!isActive) return <p className="note">{t.offNote}</p>;
  if (pausedAt === null) return null;
  return (
    <div className="note stack stack--tight">
      <p>{t.pausedNote({ since: formats.dateTime(pausedAt) })}</p>
      <div>
        <Button
          variant="filled"
          loading={resume.isPending}
          onClick={() =>
            resume.mutate(
              { params: { webhookId: id } },
              { onSuccess: () => say(t.resumed), onError: (error) => say(error.message) },
            )
          }
        >
          {t.resume}
        </Button>
      </div>
    </div>
  );
}

function Switch({ webhook: { id, isActive, version } }: { webhook: Webhook }) {
  const t = useTexts(webhookTexts);
  const edit = useAsk(editWebhook);
  const turn = () =>
    edit.mutate(
      { params: { webhookId: id }, body: { isActive: !isActive }, version },
      { onSuccess: () => say(isActive ? t.switchedOff : t.switchedOn), onError: (error) => say(error.message) },
    );
  return (
    <Button loading={edit.isPending} onClick={turn}>
      {isActive ? t.switchOff : t.switchOn}
    </Button>
  );
}

function Edit({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const t = useTexts(webhookTexts);
  const edit = useAsk(editWebhook);
  // The version as it was when the form was opened: what somebody else changed meanwhile is not overwritten unseen.
  const [{ id, name, url, types, includesPrivate, includesWords, version }] = useState(webhook);
  return (
    <WebhookForm
      start={{ name, url, types, includesPrivate, includesWords }}
      action={t.form.keep}
      opener={opener}
      cancel={close}
      send={(body) =>
        edit.mutateAsync({ params: { webhookId: id }, body, version }).then(() => {
          say(t.kept);
          close();
        })
      }
    />
  );
}
