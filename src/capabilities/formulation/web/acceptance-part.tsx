import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type Gate, readGate } from '../contract.ts';
import { DecisionRecord } from './decision-record.tsx';
import { OpenGate } from './gate-part.tsx';
import { gatePageTexts } from './gate-page-texts.ts';
import type { StationProps } from './station-props.ts';

/** Gate G0, at the end of the opportunity: is this a problem worth the work? */
export function AcceptancePart(props: Pick<StationProps, 'problemId' | 'setField'>) {
  const gate = useAnswer(readGate, { params: { problemId: props.problemId, gate: 'g0' } });
  return (
    <AwaitQuery query={gate} lines={3}>
      {(data) => <Acceptance {...props} gate={data} />}
    </AwaitQuery>
  );
}

function Acceptance({ gate, ...props }: Pick<StationProps, 'problemId' | 'setField'> & { gate: Gate }) {
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const { lastDecision, allowedOutcomes } = gate;
  const isAccepted = lastDecision?.outcome === 'go' || lastDecision?.outcome === 'conditional_go';
  const isOpen = allowedOutcomes.includes('defer');
  return (
    <section className="stack stack--wide gate" id="gate-g0">
      <h3>{texts.gates.g0.name}</h3>
      {isAccepted ? null : <p className="quiet">{texts.gates.g0.about}</p>}
      {lastDecision && isAccepted ? (
        <details>
          <summary>{texts.gates.g0.accepted({ date: formats.date(lastDecision.at) })}</summary>
          <DecisionRecord decision={lastDecision} problemId={props.problemId} />
        </details>
      ) : null}
      {lastDecision && !isAccepted ? <DecisionRecord decision={lastDecision} problemId={props.problemId} /> : null}
      {isOpen ? <OpenGate {...{ gate, ...props }} goWithin={(field) => props.setField(field ?? undefined)} /> : null}
    </section>
  );
}
