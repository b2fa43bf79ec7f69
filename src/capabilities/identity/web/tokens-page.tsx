import './identity.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { listTokens, revokeToken } from '../contract.ts';
import { accountTexts } from './account-texts.ts';
import { thenTell } from './then-tell.ts';
import { useMe } from './use-session.ts';

type Token = Answer<typeof listTokens>['tokens'][number];

/** The tokens with which programs act in your name. */
export function TokensPage() {
  const t = useTexts(accountTexts).tokens;
  const query = useAnswer(listTokens, {});
  const isPersonal = useMe()?.mode === 'personal';
  const hasSome = (query.data?.tokens.length ?? 0) > 0;
  return (
    <Page title={t.title} lead={t.lead} action={hasSome ? <NewToken /> : null} width="reading">
      {isPersonal ? <p className="note">{t.personal}</p> : null}
      <AwaitQuery query={query}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <Empty title={t.empty} body={t.emptyBody} action={<NewToken />} />
          ) : (
            <ul className="plain-list entries">
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </AwaitQuery>
    </Page>
  );
}

function NewToken() {
  const t = useTexts(accountTexts).tokens;
  return (
    <Button component={Link} to="/tokens/new" variant="filled" leftSection={<Icon name="plus" />}>
      {t.new}
    </Button>
  );
}

function TokenRow({ token }: { token: Token }) {
  const t = useTexts(accountTexts).tokens;
  const formats = useFormats();
  const ago = useAgo();
  const revoke = useAsk(revokeToken);
  const { name, scope, createdAt, lastUsedAt, expiresAt } = token;
  const ending = expiresAt === null ? t.never : formats.date(expiresAt);
  const [openedAt] = useState(Date.now);
  const isOver = expiresAt !== null && expiresAt <= openedAt;
  const revokeIt = () =>
    thenTell(revoke.mutateAsync({ params: { tokenId: token.id } }), () => say(t.revoked({ name })));
  return (
    <li className={isOver ? 'entry entry--quiet' : 'entry'}>
      <div className="stack stack--tight">
        <p className="entry__name">{name}</p>
        <p className="small quiet">
          {t.scope} {t.scopes[scope]} · {t.made}: {formats.date(createdAt)} · {t.used}:{' '}
          {lastUsedAt === null ? t.never : ago(lastUsedAt)} ·{' '}
          {isOver ? t.expired({ date: ending }) : `${t.expires}: ${ending}`}
        </p>
      </div>
      <Button loading={revoke.isPending} onClick={revokeIt}>
        {t.revoke}
        <span className="unseen"> {name}</span>
      </Button>
    </li>
  );
}
