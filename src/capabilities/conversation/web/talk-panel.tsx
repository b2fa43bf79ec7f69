import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { anchorKey, type Anchor, listThreads, openThread, type Thread } from '../contract.ts';
import { useIsClosed } from './closed-context.ts';
import { Composer } from './composer.tsx';
import { conversationTexts } from './texts.ts';
import { ThreadPart } from './thread-part.tsx';

interface TalkPanelProps {
  problemId: string;
  anchor: Anchor;
  label: string;
  close: () => void;
}

/** What is said about one thing: open threads first, resolved ones on demand, and where one begins another. */
export function TalkPanel({ problemId, anchor, label, close }: TalkPanelProps) {
  const t = useTexts(conversationTexts);
  const isClosed = useIsClosed();
  const { kind: anchorKind, id: anchorId, field } = anchor;
  const query = useAnswer(listThreads, {
    params: { problemId },
    query: { state: 'all', limit: 100, anchorKind, anchorId, ...(field === null ? {} : { anchorField: field }) },
  });
  return (
    <>
      <div className="row row--apart">
        <h4>{t.panel({ label })}</h4>
        <button type="button" className="button-plain link small" onClick={close}>
          {t.close}
        </button>
      </div>
      <AwaitQuery query={query} lines={3}>
        {({ threads }) => (
          <Threads {...{ problemId }} threads={threads.filter((each) => each.anchor.field === field)} />
        )}
      </AwaitQuery>
      {isClosed ? null : <Begin {...{ problemId, anchor }} />}
    </>
  );
}

function Threads({ problemId, threads }: { problemId: string; threads: readonly Thread[] }) {
  const t = useTexts(conversationTexts);
  const [isShown, setShown] = useState(false);
  const open = threads.filter(({ state }) => state === 'open');
  const resolved = threads.filter(({ state }) => state === 'resolved');
  const shown = isShown ? [...open, ...resolved] : open;
  return (
    <>
      {threads.length === 0 ? <p className="quiet">{t.nothingYet}</p> : null}
      {shown.map((thread) => (
        <ThreadPart key={thread.id} {...{ problemId, thread }} />
      ))}
      {resolved.length > 0 ? (
        <div>
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? t.hideResolved : t.showResolved({ count: resolved.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Begin({ problemId, anchor }: { problemId: string; anchor: Anchor }) {
  const t = useTexts(conversationTexts);
  const open = useAsk(openThread);
  const [isSteering, setSteering] = useState(false);
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const { roles = [], unconfirmed = [] } = mine.data ?? {};
  const maySteer = roles.includes('sme') && !unconfirmed.includes('sme');
  const kind = isSteering && maySteer ? 'steering' : 'remark';
  return (
    <Composer
      problemId={problemId}
      place={`${problemId}.${anchorKey(anchor)}`}
      send={(text) =>
        open.mutateAsync({ params: { problemId }, body: { anchor, kind, text } }).then(() => setSteering(false))
      }
      below={
        maySteer ? (
          <Checkbox
            checked={isSteering}
            label={t.steering}
            description={t.steeringHint}
            onChange={(event) => setSteering(event.currentTarget.checked)}
          />
        ) : null
      }
    />
  );
}
