import './webhooks.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { AdministratorsOnly } from '../../identity/web/index.tsx';
import { createWebhook } from '../contract.ts';
import { webhookTexts } from './texts.ts';
import { emptyWebhook, WebhookForm } from './webhook-form.tsx';

/** Asks where, and shows the secret this once. */
export function NewWebhookPage() {
  return (
    <AdministratorsOnly>
      <NewWebhook />
    </AdministratorsOnly>
  );
}

function NewWebhook() {
  const t = useTexts(webhookTexts);
  const create = useAsk(createWebhook);
  const [created, setCreated] = useState<Answer<typeof createWebhook> | null>(null);
  const above = (
    <p className="small">
      <Link to="/settings/webhooks">{t.back}</Link>
    </p>
  );
  if (created) {
    const { webhook, secret } = created;
    return (
      <Page key="created" title={t.secret.title} lead={t.secret.lead} width="reading">
        <CopyField label={t.secret.label({ name: webhook.name })} text={secret} />
        <div>
          <Button
            variant="filled"
            renderRoot={(props) => (
              <Link to="/settings/webhooks/$webhookId" params={{ webhookId: webhook.id }} {...props} />
            )}
          >
            {t.secret.done}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page key="new" title={t.add} above={above} width="reading">
      <WebhookForm
        start={emptyWebhook}
        action={t.form.create}
        opener=""
        send={(body) => create.mutateAsync({ body }).then(setCreated)}
      />
    </Page>
  );
}
