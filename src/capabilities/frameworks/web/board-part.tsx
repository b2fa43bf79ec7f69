import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type Board, createApproach, type Suggestion, takeSuggestions } from '../contract.ts';
import { ApproachCard } from './approach-card.tsx';
import { ApproachForm, emptyApproach } from './approach-form.tsx';
import { approachTexts } from './approach-texts.ts';
import { ProsAndCons } from './pros-and-cons.tsx';

interface BoardPartProps {
  problemId: string;
  board: Board;
  mayWrite: boolean;
  mayVote: boolean;
}

const opener = 'add-approach';

/** Kinds of models and other routes as cards, side by side; and what is usually worth weighing for this task. */
export function BoardPart({ problemId, board, mayWrite, mayVote }: BoardPartProps) {
  const t = useTexts(approachTexts).board;
  const [isAdding, setAdding] = useState(false);
  const create = useAsk(createApproach);
  return (
    <section className="stack" aria-labelledby="board-title">
      <h3 id="board-title">{t.title}</h3>
      <p className="quiet">{t.lead}</p>
      {board.approaches.length === 0 && board.isOpen ? <p>{t.empty}</p> : null}
      {isAdding ? (
        <ApproachForm
          start={emptyApproach}
          opener={opener}
          save={(body) => create.mutateAsync({ params: { problemId }, body })}
          close={() => setAdding(false)}
        />
      ) : mayWrite ? (
        <div>
          <Button id={opener} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      ) : null}
      {board.approaches.length === 0 ? null : (
        <ul className="board plain-list">
          {board.approaches.map((approach) => (
            <ApproachCard key={approach.id} {...{ problemId, approach, mayWrite, mayVote }} />
          ))}
        </ul>
      )}
      {board.suggestions.length > 0 ? <Suggestions {...{ problemId, board, mayWrite }} /> : null}
    </section>
  );
}

function Suggestions({ problemId, board, mayWrite }: Omit<BoardPartProps, 'mayVote'>) {
  const t = useTexts(approachTexts).board;
  // Once there is something on the board it has the room.
  const [isOpen, setOpen] = useState(board.approaches.length === 0);
  return (
    <section className="stack stack--tight" aria-labelledby="suggestions-title">
      <h4 id="suggestions-title">
        <button type="button" className="button-plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {board.task === '' ? t.suggestionsAny : t.suggestions} ({board.suggestions.length}){' '}
          <Icon name={isOpen ? 'down' : 'right'} size={14} />
        </button>
      </h4>
      {board.task === '' && isOpen ? <p className="small quiet">{t.noTask}</p> : null}
      {isOpen ? (
        <ul className="suggestions plain-list">
          {board.suggestions.map((suggestion) => (
            <SuggestionRow key={suggestion.key} {...{ problemId, suggestion, mayWrite }} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function SuggestionRow({
  problemId,
  suggestion: { key, title, idea, pros, cons },
  mayWrite,
}: {
  problemId: string;
  suggestion: Suggestion;
  mayWrite: boolean;
}) {
  const t = useTexts(approachTexts).board;
  const take = useAsk(takeSuggestions);
  const put = () =>
    void take.mutateAsync({ params: { problemId }, body: { keys: [key] } }).catch((error: Error) => say(error.message));
  return (
    <li className="suggestion stack stack--tight">
      <h5>{title}</h5>
      <p className="small">{idea}</p>
      <ProsAndCons pros={pros} cons={cons} />
      {mayWrite ? (
        <div>
          <Button loading={take.isPending} onClick={put}>
            {t.take}
            <span className="unseen"> {title}</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}
