import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  type Alternative,
  type AlternativeList,
  editAlternative,
  orderAlternatives,
  type RankedOption,
  removeAlternative,
  restoreAlternative,
} from '../contract.ts';
import { AlternativeForm } from './alternative-form.tsx';
import { MoveUp } from '../../../web/kit/form/move-up.tsx';
import { requirementsTexts } from './requirements-texts.ts';
import type { StationProps } from './station-props.ts';
import { weighingTexts } from './weighing-texts.ts';

interface AlternativeRowProps extends Pick<StationProps, 'problemId' | 'isReadOnly'> {
  alternative: Alternative;
  list: AlternativeList;
}

/** One alternative: what it is, and what it is worth against doing nothing and against today. */
export function AlternativeRow({ problemId, isReadOnly, alternative, list }: AlternativeRowProps) {
  const t = useTexts(weighingTexts).alternatives;
  const words = useTexts(requirementsTexts);
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editAlternative);
  const orderAll = useAsk(orderAlternatives);
  const params = { problemId, alternativeId: alternative.id };
  const remove = useRemoval(params);
  const editor = `edit-${alternative.id}`;
  if (isEditing) {
    return (
      <li className="key-result">
        <AlternativeForm
          start={alternative}
          opener={editor}
          version={alternative.version}
          currency={list.ranking?.currency}
          save={(body, version) => edit.mutateAsync({ params, body, version })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  const { name, kind, description } = alternative;
  return (
    <li className="key-result">
      <p>
        <strong>{name}</strong> <span className="quiet">{t.kinds[kind]}</span>
      </p>
      {description ? <p className="prose">{description}</p> : null}
      <Worth alternative={alternative} list={list} />
      <div className="row small">
        {isReadOnly ? null : (
          <>
            <button id={editor} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {words.edit}
              <span className="unseen"> {name}</span>
            </button>
            <MoveUp
              what={name}
              id={alternative.id}
              ids={list.alternatives.map((each) => each.id)}
              order={(ids) => orderAll.mutateAsync({ params: { problemId }, body: { ids } })}
            />
            <button type="button" className="button-plain link" onClick={remove}>
              {words.remove}
              <span className="unseen"> {name}</span>
            </button>
          </>
        )}
        <Talk
          problemId={problemId}
          anchor={{ kind: 'valued_alternative', id: alternative.id, field: null }}
          label={name}
        />
      </div>
    </li>
  );
}

function Worth({ alternative: { id, missing }, list: { ranking } }: Pick<AlternativeRowProps, 'alternative' | 'list'>) {
  const t = useTexts(weighingTexts).alternatives;
  const formats = useFormats();
  if (missing.length > 0) {
    const fields = formats.list(missing.map((field) => t.fields[field]));
    return <p className="small key-result__missing">{t.missing({ fields })}</p>;
  }
  if (!ranking) return null;
  const option = ranking.options.find((each) => each.alternativeId === id);
  if (!option) return <p className="small key-result__missing">{t.yesNoOnly}</p>;
  return (
    <ul className="plain-list small worth">
      <Net range={option.overNothing} currency={ranking.currency} sentence={t.overNothing} />
      <Net range={option.overToday} currency={ranking.currency} sentence={t.overToday} />
    </ul>
  );
}

interface NetProps {
  range: RankedOption['overNothing'];
  currency: string;
  sentence: (p: { amount: string }) => string;
}

function Net({ range, currency, sentence }: NetProps) {
  const t = useTexts(weighingTexts).alternatives;
  const formats = useFormats();
  if (!range) return null;
  const signed = (exact: string) => `${Number(exact) > 0 ? '+' : ''}${formats.money(exact, currency)}`;
  const amount =
    range.low === range.high
      ? signed(range.likely)
      : t.range({ amount: signed(range.likely), low: signed(range.low), high: signed(range.high) });
  return <li className={Number(range.likely) < 0 ? 'worth--loss' : undefined}>{sentence({ amount })}</li>;
}

function useRemoval(params: { problemId: string; alternativeId: string }): () => void {
  const t = useTexts(weighingTexts).alternatives;
  const remove = useAsk(removeAlternative);
  const restore = useAsk(restoreAlternative);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
