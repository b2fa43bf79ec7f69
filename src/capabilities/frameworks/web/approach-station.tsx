import './frameworks.css';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ConversationClosed } from '../../conversation/web/index.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { listRecords, readBoard, readSelection } from '../contract.ts';
import { approachTexts } from './approach-texts.ts';
import { BoardPart } from './board-part.tsx';
import { SelectionPart } from './selection-part.tsx';

interface ApproachStationProps {
  problemId: string;
  /** stopped by a no-go: nobody changes anything */
  isStopped: boolean;
}

/** The board, the selection and what was decided, each offered to who may. */
export function ApproachStation({ problemId, isStopped }: ApproachStationProps) {
  const t = useTexts(approachTexts);
  const params = { problemId };
  const board = useAnswer(readBoard, { params });
  const selection = useAnswer(readSelection, { params });
  const mine = useAnswer(getMineInProblem, { params });
  const permissions = mine.data?.permissions ?? [];
  const may = (permission: string) => !isStopped && (board.data?.isOpen ?? false) && permissions.includes(permission);
  const mayWrite = may('problem.write');
  return (
    <ConversationClosed value={isStopped}>
      <div className="stack stack--wide">
        <p className="quiet">
          {t.lead} <Link to="/frameworks">{t.catalogue}</Link>
        </p>
        <Watch problemId={problemId} />
        <AwaitQuery query={board} lines={6}>
          {(shown) => (
            <>
              {shown.closedBecause === null ? null : <p className="note">{shown.closedBecause}</p>}
              {shown.isOpen && mine.data && !mayWrite ? <p className="note">{t.readOnly}</p> : null}
              <BoardPart problemId={problemId} board={shown} mayWrite={mayWrite} mayVote={may('approach.vote')} />
            </>
          )}
        </AwaitQuery>
        <AwaitQuery query={selection} lines={8}>
          {(shown) => (
            <SelectionPart
              problemId={problemId}
              selection={shown}
              approaches={board.data?.approaches ?? []}
              mayWrite={mayWrite}
              mayDecide={may('framework.decide')}
            />
          )}
        </AwaitQuery>
      </div>
    </ConversationClosed>
  );
}

/** What has happened to what was chosen stands above everything else. */
function Watch({ problemId }: { problemId: string }) {
  const t = useTexts(approachTexts);
  const records = useAnswer(listRecords, { params: { problemId } });
  const alarms = (records.data?.records ?? []).flatMap((record) => record.alarms);
  if (alarms.length === 0) return null;
  return (
    <section className="note stack stack--tight" aria-labelledby="watch-title">
      <h3 id="watch-title">{t.watch}</h3>
      <ul className="plain-list">
        {alarms.map(({ entryKey, mark, sentence }) => (
          <li key={`${entryKey} ${mark}`}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
