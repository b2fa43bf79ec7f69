import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { readConnection, removeConnection, type Source } from '../contract.ts';
import { sayConnection } from './connection-draft.ts';
import { ConnectionForm } from './connection-form.tsx';
import { connectionTexts } from './connection-texts.ts';
import { SourceFetch } from './source-fetch.tsx';

interface SourceConnectionProps {
  source: Source;
  problemId: string;
}

/** How Peil fetches a source by itself, for whoever may change it; a rejected one is not fetched. */
export function SourceConnection({ source, problemId }: SourceConnectionProps) {
  const t = useTexts(connectionTexts);
  const [isOpen, setOpen] = useState(false);
  const params = { problemId, sourceId: source.id };
  const query = useAnswer(readConnection, { params });
  const remove = useAsk(removeConnection);
  const opener = `connect-${source.id}`;
  if (source.state === 'rejected' && !source.hasConnection) return null;
  const forget = () =>
    void remove.mutateAsync({ params }).then(
      () => say(t.removed),
      (error: Error) => say(error.message),
    );
  return (
    <AwaitQuery query={query} lines={1}>
      {({ connection, hasSecret }) => {
        const form = { problemId, sourceId: source.id, sourceKind: source.kind, connection, hasSecret, opener };
        if (isOpen) return <ConnectionForm {...form} close={() => setOpen(false)} />;
        const toForm = (
          <Button id={opener} onClick={() => setOpen(true)}>
            {connection === null ? t.open : t.change}
            <span className="unseen"> {source.title}</span>
          </Button>
        );
        if (connection === null) return <div>{toForm}</div>;
        return (
          <div className="stack stack--tight data-connection">
            <p className="small">
              {t.reached} <code>{sayConnection(connection)}</code>
              {hasSecret ? `, ${t.withSecret}` : ''}
            </p>
            {source.state === 'rejected' ? null : <SourceFetch {...{ source, problemId }} />}
            <div className="row">
              {toForm}
              <button type="button" className="button-plain link small" onClick={forget}>
                {t.remove}
                <span className="unseen"> {source.title}</span>
              </button>
            </div>
          </div>
        );
      }}
    </AwaitQuery>
  );
}
