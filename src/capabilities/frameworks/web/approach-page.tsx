import './frameworks.css';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ConversationClosed } from '../../conversation/web/index.tsx';
import { type Problem, readProblem } from '../../formulation/contract.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { listRecords, readBoard, readSelection } from '../contract.ts';
import { approachTexts } from './approach-texts.ts';
import { BoardPart } from './board-part.tsx';
import { SelectionPart } from './selection-part.tsx';

/** Which way is worth trying, and what to build or buy it with: the board, the selection, and what was decided. */
export function ApproachPage() {
  const { problemId } = useParams({ from: '/problems/$problemId/approach' });
  const t = useTexts(approachTexts);
  const problem = useAnswer(readProblem, { params: { problemId } });
  return (
    <Page
      title={t.title}
      tabTitle={problem.data ? `${t.tab}: ${problem.data.title}` : t.title}
      lead={t.lead}
      above={
        <p className="small">
          <Link to="/problems/$problemId/{-$station}" params={{ problemId }}>
            {problem.data?.title ?? t.back}
          </Link>{' '}
          <span className="quiet">/</span> <Link to="/frameworks">{t.catalogue}</Link>
        </p>
      }
    >
      <AwaitQuery query={problem}>{(shown) => <Parts problem={shown} />}</AwaitQuery>
    </Page>
  );
}

function Parts({ problem }: { problem: Problem }) {
  const t = useTexts(approachTexts);
  const params = { problemId: problem.id };
  const board = useAnswer(readBoard, { params });
  const selection = useAnswer(readSelection, { params });
  const mine = useAnswer(getMineInProblem, { params });
  const isStopped = problem.stoppedBy !== null;
  const permissions = mine.data?.permissions ?? [];
  const may = (permission: string) => !isStopped && (board.data?.isOpen ?? false) && permissions.includes(permission);
  const mayWrite = may('problem.write');
  return (
    <ConversationClosed value={isStopped}>
      <Watch problemId={problem.id} />
      <AwaitQuery query={board} lines={6}>
        {(shown) => (
          <>
            {shown.closedBecause === null ? null : <p className="note">{shown.closedBecause}</p>}
            {shown.isOpen && mine.data && !mayWrite ? <p className="note">{t.readOnly}</p> : null}
            <BoardPart problemId={problem.id} board={shown} mayWrite={mayWrite} mayVote={may('approach.vote')} />
          </>
        )}
      </AwaitQuery>
      <AwaitQuery query={selection} lines={8}>
        {(shown) => (
          <SelectionPart
            problemId={problem.id}
            selection={shown}
            approaches={board.data?.approaches ?? []}
            mayWrite={mayWrite}
            mayDecide={may('framework.decide')}
          />
        )}
      </AwaitQuery>
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
      <h2 id="watch-title">{t.watch}</h2>
      <ul className="plain-list">
        {alarms.map(({ entryKey, mark, sentence }) => (
          <li key={`${entryKey} ${mark}`}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
