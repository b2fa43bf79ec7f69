import './decision.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useSave } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import {
  type Alternatives,
  type Gate,
  type GateItem,
  readAlternatives,
  readGate,
  writeAlternatives,
} from '../contract.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionRecord } from './decision-record.tsx';
import { decisionTexts } from './decision-texts.ts';
import { EarlierDecisions } from './earlier-decisions.tsx';
import { LevelPart } from './level-part.tsx';
import type { StationProps } from './station-props.ts';

const alternativesId = 'alternatives';

/** Go or no-go: what is still open, what else was considered, and the decision with its reasons and names. */
export function DecisionStation(props: StationProps) {
  const { problemId } = props;
  const gate = useAnswer(readGate, { params: { problemId, gate: 'g1' } });
  return <AwaitQuery query={gate}>{(data) => <GateParts {...props} gate={data} />}</AwaitQuery>;
}

function GateParts({ gate, ...props }: StationProps & { gate: Gate }) {
  const t = useTexts(decisionTexts);
  const { lastDecision } = gate;
  const isDecided = lastDecision !== null && (lastDecision.outcome === 'go' || lastDecision.outcome === 'no_go');
  return (
    <div className="stack stack--wide">
      {isDecided ? null : <p className="lead">{t.question}</p>}
      {lastDecision ? <DecisionRecord decision={lastDecision} /> : null}
      {lastDecision?.outcome === 'go' ? <LevelPart problemId={props.problemId} /> : null}
      {isDecided ? null : <Evidence {...{ gate, problemId: props.problemId }} />}
      <AlternativesPart {...props} />
      <TakeDecision key={lastDecision?.id} {...{ gate, ...props }} />
      <EarlierDecisions problemId={props.problemId} shown={lastDecision?.id ?? null} />
    </div>
  );
}

/** The form for who may decide; for the others, who that is. */
function TakeDecision({ gate, problemId, setField, mayDecide }: StationProps & { gate: Gate }) {
  const t = useTexts(decisionTexts);
  const [isAsked, setAsked] = useState(false);
  const { allowedOutcomes } = gate;
  if (allowedOutcomes.length === 0) return null;
  if (!mayDecide) return <p className="quiet">{t.notYours}</p>;
  // A no-go is a result to be read: deciding anew is there for who asks for it.
  if (!isAsked && allowedOutcomes.every((outcome) => outcome === 'reopen')) {
    return (
      <div>
        <Button onClick={() => setAsked(true)}>{t.askReopen}</Button>
      </div>
    );
  }
  return <DecisionForm {...{ gate, problemId, setField, isAsked }} />;
}

/** What a go needs: what is there, and what is open with a way to answer it. */
function Evidence({ gate, problemId }: { gate: Gate; problemId: string }) {
  const t = useTexts(decisionTexts);
  return (
    <section className="stack">
      <h3>{t.evidence}</h3>
      <p>{gate.openItems === 0 ? t.allThere : t.open({ count: gate.openItems })}</p>
      <ul className="plain-list evidence">
        {gate.items.map((item) => (
          <EvidenceItem key={item.id} {...{ item, problemId }} />
        ))}
      </ul>
    </section>
  );
}

function EvidenceItem({ item: { isDone, message, station, field }, problemId }: { item: GateItem; problemId: string }) {
  const t = useTexts(decisionTexts);
  return (
    <li className={`evidence__item${isDone ? ' evidence__item--done' : ''}`}>
      <span className="evidence__mark" aria-hidden="true">
        {isDone ? '✓' : '○'}
      </span>
      <span>
        {message} <span className="unseen">({isDone ? t.done : t.notThere})</span>
      </span>
      {isDone ? null : (
        <Link
          to="/problems/$problemId/{-$station}"
          params={{ problemId, station }}
          search={{ field: field ?? 'first' }}
          className="small"
          // Where it leads within this station, asking once more changes no address.
          onClick={() => field === 'alternatives' && document.getElementById(alternativesId)?.focus()}
        >
          {t.answer}
          <span className="unseen"> {message}</span>
        </Link>
      )}
    </li>
  );
}

function AlternativesPart({ problemId, field, isReadOnly }: StationProps) {
  const t = useTexts(decisionTexts);
  const query = useAnswer(readAlternatives, { params: { problemId } });
  return (
    <AwaitQuery query={query} lines={2}>
      {(alternatives) =>
        isReadOnly ? (
          <section className="stack">
            <h3>{t.alternatives}</h3>
            <p className="prose">{alternatives.text || t.noAlternatives}</p>
            <TalkOfAlternatives problemId={problemId} />
          </section>
        ) : (
          <AlternativesText {...{ problemId, field, alternatives }} />
        )
      }
    </AwaitQuery>
  );
}

function AlternativesText({
  problemId,
  field,
  alternatives,
}: Pick<StationProps, 'problemId' | 'field'> & { alternatives: Alternatives }) {
  const t = useTexts(decisionTexts);
  const write = useSave(writeAlternatives, readAlternatives);
  const text = useAutosave({
    saved: alternatives.text,
    version: alternatives.version,
    save: async (value, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { text: value }, version })).version,
    theirs: (given) => (typeof given === 'string' ? given : ((given as { text?: string } | null)?.text ?? '')),
  });
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field === 'alternatives') input.current?.focus();
  }, [field]);
  return (
    <section className="question">
      <AutosavedText text={text} id={alternativesId} label={t.alternatives} hint={t.alternativesHint} ref={input} />
      <TalkOfAlternatives problemId={problemId} />
    </section>
  );
}

function TalkOfAlternatives({ problemId }: { problemId: string }) {
  const t = useTexts(decisionTexts);
  return (
    <Talk problemId={problemId} anchor={{ kind: 'alternative', id: problemId, field: null }} label={t.alternatives} />
  );
}
