import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { refresh } from '../../../web/kit/query/refresh.ts';
import { kitTexts } from '../../../web/kit/texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { deleteWebhook, rotateWebhookSecret, type Webhook } from '../contract.ts';
import { webhookTexts } from './texts.ts';

/** A new secret, and the end of a webhook: what is seldom done, at the foot of its page. */
export function SecretPart({ webhook }: { webhook: Webhook }) {
  const t = useTexts(webhookTexts);
  const kit = useTexts(kitTexts);
  const rotate = useAsk(rotateWebhookSecret);
  const [secret, setSecret] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const { id, name } = webhook;
  const close = () => setSecret(null);
  return (
    <section className="stack" aria-labelledby="secret-title">
      <h2 id="secret-title">{t.secret.heading}</h2>
      <p>{t.secret.rotateHint}</p>
      <div className="row">
        <Button
          loading={rotate.isPending}
          onClick={() =>
            rotate.mutate(
              { params: { webhookId: id } },
              { onSuccess: (made) => setSecret(made.secret), onError: (error) => say(error.message) },
            )
          }
        >
          {t.secret.rotate}
        </Button>
        <Button onClick={() => setLeaving(true)}>{t.remove}</Button>
      </div>
      <Modal
        opened={secret !== null}
        onClose={close}
        closeOnClickOutside={false}
        size="lg"
        title={t.secret.title}
        closeButtonProps={{ 'aria-label': kit.close }}
      >
        <div className="stack">
          <p>{t.secret.lead}</p>
          <CopyField label={t.secret.label({ name })} text={secret ?? ''} />
          <div>
            <Button variant="filled" onClick={close}>
              {t.secret.done}
            </Button>
          </div>
        </div>
      </Modal>
      {isLeaving ? <Leaving webhook={webhook} close={() => setLeaving(false)} /> : null}
    </section>
  );
}

/** Nobody can bring it back, so it asks first. */
function Leaving({ webhook: { id, name }, close }: { webhook: Webhook; close: () => void }) {
  const t = useTexts(webhookTexts);
  const kit = useTexts(kitTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isGoing, setGoing] = useState(false);
  // First away from its page, which would ask for what is no longer there.
  const go = async () => {
    setGoing(true);
    try {
      await call(deleteWebhook, { params: { webhookId: id } });
      await navigate({ to: '/settings/webhooks' });
      say(t.removed({ name }));
      void refresh(client);
    } catch (error) {
      setProblem((error as Error).message);
      setGoing(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t.removeTitle({ name })} closeButtonProps={{ 'aria-label': kit.close }}>
      <div className="stack">
        <p>{t.removeBody}</p>
        {problem === null ? null : (
          <p className="note" role="alert">
            {problem}
          </p>
        )}
        <div className="row">
          <Button variant="filled" loading={isGoing} onClick={() => void go()}>
            {t.remove}
          </Button>
          <Button data-autofocus onClick={close}>
            {t.form.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
