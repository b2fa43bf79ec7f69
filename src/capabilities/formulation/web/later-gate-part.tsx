import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import type { LaterGate } from '../../decisions/contract.ts';
import { type Gate, readGate } from '../contract.ts';
import { DecisionRecord } from './decision-record.tsx';
import { OpenGate, Reopening } from './gate-part.tsx';
import { gatePageTexts } from './gate-page-texts.ts';
import type { StationProps } from './station-props.ts';

type LaterGateProps = Pick<StationProps, 'problemId' | 'setField'> & { gate: LaterGate };

/** A gate after the go: what it asks, what lies on its table, and what was decided there. */
export function LaterGatePart({ gate, ...props }: LaterGateProps) {
  const query = useAnswer(readGate, { params: { problemId: props.problemId, gate } });
  return (
    <AwaitQuery query={query} lines={3}>
      {(data) => <Shown {...props} name={gate} gate={data} />}
    </AwaitQuery>
  );
}

function Shown({ gate, name, ...props }: Omit<LaterGateProps, 'gate'> & { name: LaterGate; gate: Gate }) {
  const texts = useTexts(gatePageTexts);
  const { lastDecision, allowedOutcomes, opensAfter } = gate;
  return (
    <section className="stack stack--wide gate" id={`gate-${name}`} aria-labelledby={`gate-${name}-title`}>
      <div className="stack stack--tight">
        <h3 id={`gate-${name}-title`}>{texts.gates[name].name}</h3>
        <p className="quiet">{texts.gates[name].about}</p>
      </div>
      {opensAfter === null ? null : <p className="note">{texts.opensAfter({ gate: texts.gateNames[opensAfter] })}</p>}
      {lastDecision ? <DecisionRecord decision={lastDecision} problemId={props.problemId} /> : null}
      {allowedOutcomes.includes('defer') ? <OpenGate key={lastDecision?.id} {...{ gate, ...props }} /> : null}
      {allowedOutcomes.includes('reopen') ? <Reopening {...{ gate, ...props }} /> : null}
    </section>
  );
}
