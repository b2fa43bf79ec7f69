import './webhooks.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { AdministratorsOnly } from '../../identity/web/index.tsx';
import { listWebhooks, type Webhook } from '../contract.ts';
import { stateOf } from './state-of.ts';
import { webhookTexts } from './texts.ts';

/** Every address that is told of what happens, for administrators. */
export function WebhooksPage() {
  return (
    <AdministratorsOnly>
      <Webhooks />
    </AdministratorsOnly>
  );
}

function Webhooks() {
  const t = useTexts(webhookTexts);
  const query = useAnswer(listWebhooks, {});
  const hasSome = (query.data?.webhooks.length ?? 0) > 0;
  return (
    <Page title={t.title} lead={t.lead} action={hasSome ? <Add /> : null}>
      <AwaitQuery query={query}>
        {({ webhooks }) =>
          webhooks.length === 0 ? (
            <Empty title={t.empty} body={t.emptyBody} action={<Add />} />
          ) : (
            <ul className="plain-list">
              {webhooks.map((webhook) => (
                <Row key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </AwaitQuery>
    </Page>
  );
}

function Add() {
  const t = useTexts(webhookTexts);
  return (
    <Button component={Link} to="/settings/webhooks/new" variant="filled" leftSection={<Icon name="plus" />}>
      {t.add}
    </Button>
  );
}

function Row({ webhook }: { webhook: Webhook }) {
  const t = useTexts(webhookTexts);
  const { id, name, url, types, includesPrivate, includesWords, waiting } = webhook;
  const state = stateOf(webhook);
  const facts = [
    types === null ? t.every : t.some({ count: types.length }),
    ...(includesPrivate ? [t.privateToo] : []),
    ...(includesWords ? [t.wordsToo] : []),
    ...(waiting > 0 ? [t.waiting({ count: waiting })] : []),
  ];
  return (
    <li className="listing stack stack--tight">
      <p>
        <Link to="/settings/webhooks/$webhookId" params={{ webhookId: id }} className="webhook__name">
          {name}
        </Link>{' '}
        <span className={`webhook__state webhook__state--${state}`}>{t.states[state]}</span>
      </p>
      <p className="small webhook__url">{url}</p>
      <p className="small quiet">{facts.join(' · ')}</p>
    </li>
  );
}
