import './decision.css';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useSave } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import { laterGates } from '../../decisions/contract.ts';
import { type Alternatives, type Gate, readAlternatives, readGate, writeAlternatives } from '../contract.ts';
import { ConditionsPart } from './conditions-part.tsx';
import { DecisionRecord } from './decision-record.tsx';
import { decisionTexts } from './decision-texts.ts';
import { EarlierDecisions } from './earlier-decisions.tsx';
import { OpenGate, Reopening } from './gate-part.tsx';
import { gatePageTexts } from './gate-page-texts.ts';
import { LaterGatePart } from './later-gate-part.tsx';
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
  const { lastDecision, allowedOutcomes } = gate;
  const { problemId, isReadOnly } = props;
  const isGo = isOneOf(lastDecision, ['go', 'conditional_go']);
  const later = laterGates.filter((each) => gate.laterGates.includes(each));
  return (
    <div className="stack stack--wide">
      {allowedOutcomes.includes('defer') ? <Asked problemId={problemId} /> : null}
      {isGo
        ? later.map((each) => <LaterGatePart key={each} gate={each} {...{ problemId, setField: props.setField }} />)
        : null}
      {lastDecision ? <DecisionRecord decision={lastDecision} problemId={problemId} /> : null}
      {isGo ? <LevelPart problemId={problemId} /> : null}
      <ConditionsPart {...{ problemId, isReadOnly }} />
      <AlternativesPart {...props} />
      <Deciding key={lastDecision?.id} {...{ gate, ...props }} />
      <EarlierDecisions problemId={problemId} shown={lastDecision?.id ?? null} />
    </div>
  );
}

/** What is decided here, and the page on which all of it can be read in a minute. */
function Asked({ problemId }: Pick<StationProps, 'problemId'>) {
  const t = useTexts(decisionTexts);
  const { readOnePage } = useTexts(gatePageTexts);
  return (
    <div>
      <p className="lead">{t.question}</p>
      <p>
        <Link to="/problems/$problemId/one-page" params={{ problemId }}>
          {readOnePage}
        </Link>
      </p>
    </div>
  );
}

const isOneOf = (decision: Gate['lastDecision'], outcomes: readonly string[]): boolean =>
  decision !== null && outcomes.includes(decision.outcome);

/** What can still be decided here: the gate itself, or reopening after a no-go. */
function Deciding({ gate, problemId, setField }: StationProps & { gate: Gate }) {
  const { allowedOutcomes } = gate;
  const goWithin = (field: string | null) =>
    void (field === 'alternatives' && document.getElementById(alternativesId)?.focus());
  if (allowedOutcomes.length === 0) return null;
  if (allowedOutcomes.every((outcome) => outcome === 'reopen')) return <Reopening {...{ gate, problemId, setField }} />;
  return <OpenGate {...{ gate, problemId, setField, goWithin }} />;
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
