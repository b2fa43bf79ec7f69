import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMailServer, keepMailPassword, sendTestMail } from '../contract.ts';
import { notificationTexts } from './texts.ts';

type Server = Answer<typeof getMailServer>;

/** For administrators: by which server mail goes, its password, and whether it works. */
export function MailServer() {
  const t = useTexts(notificationTexts);
  const query = useAnswer(getMailServer, {});
  return (
    <section className="stack" aria-labelledby="mail-server-title">
      <h2 id="mail-server-title">{t.server.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {(server) => (server.isConfigured ? <Configured server={server} /> : <p>{t.mail.notConfigured}</p>)}
      </AwaitQuery>
    </section>
  );
}

function Configured({ server }: { server: Server }) {
  const t = useTexts(notificationTexts).server;
  const { host, port, security, user, from, password } = server;
  return (
    <>
      <p className="quiet">{t.lead}</p>
      <dl className="facts">
        <dt>{t.host}</dt>
        <dd>{`${host ?? ''}:${port}`}</dd>
        <dt>{t.security}</dt>
        <dd>{t.securities[security]}</dd>
        <dt>{t.from}</dt>
        <dd>{from}</dd>
        <dt>{t.user}</dt>
        <dd>{user ?? t.nobody}</dd>
        <dt>{t.password}</dt>
        <dd>{t.passwords[password]}</dd>
      </dl>
      {user !== null && password !== 'configured' ? <Password isKept={password === 'kept'} /> : null}
      <TestMail />
    </>
  );
}

function Password({ isKept }: { isKept: boolean }) {
  const t = useTexts(notificationTexts).server;
  const keep = useAsk(keepMailPassword);
  const [typed, setTyped] = useState('');
  const onError = (error: Error) => say(error.message);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      setTyped('');
      say(t.kept);
    };
    keep.mutate({ body: { password: typed } }, { onSuccess, onError });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <PasswordInput
        label={t.newPassword}
        description={t.newPasswordHint}
        maw={420}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={keep.isPending} disabled={typed === ''}>
          {t.keep}
        </Button>
        {isKept ? (
          <Button
            onClick={() => keep.mutate({ body: { password: null } }, { onSuccess: () => say(t.forgotten), onError })}
          >
            {t.forget}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function TestMail() {
  const t = useTexts(notificationTexts).server;
  const test = useAsk(sendTestMail);
  return (
    <div className="stack stack--tight">
      <div>
        <Button
          loading={test.isPending}
          onClick={() => test.mutate({}, { onSuccess: ({ to }) => say(t.tested({ to })) })}
        >
          {t.test}
        </Button>
      </div>
      {test.error ? (
        <p className="field-problem" role="alert">
          {test.error.message}
        </p>
      ) : null}
    </div>
  );
}
