import './decision.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { UncountedRoles, useRoleNames } from '../../identity/web/index.tsx';
import type { Gate, ShownProposal } from '../contract.ts';
import { DecisionForm } from './decision-form.tsx';
import { decisionTexts } from './decision-texts.ts';
import { GateEvidence } from './gate-evidence.tsx';
import { gatePageTexts } from './gate-page-texts.ts';
import { ProposalPart } from './proposal-part.tsx';
import { SignForm, WithdrawButton } from './sign-form.tsx';
import type { StationProps } from './station-props.ts';

type GateShownProps = Pick<StationProps, 'problemId' | 'setField'> & {
  gate: Gate;
  goWithin?: (field: string | null) => void;
};

/** A gate that is not decided yet: its evidence, what is on the table, and what this person can do about it. */
export function OpenGate({ gate, problemId, setField, ...rest }: GateShownProps) {
  const may = useMay(problemId);
  const texts = useTexts(gatePageTexts);
  const { proposal, isAlone, yourRoles } = gate;
  const mayPropose = may('gate.propose');
  return (
    <div className="stack stack--wide">
      <Policy gate={gate} />
      <GateEvidence {...{ gate, problemId, ...rest }} />
      <UncountedRoles problemId={problemId} />
      {proposal && !isAlone ? <OnTheTable {...{ gate, proposal, problemId, setField, mayPropose }} /> : null}
      {mayPropose && (proposal === null || isAlone) ? (
        <DecisionForm {...{ gate, problemId, setField }} isAsked={false} />
      ) : null}
      {mayPropose || yourRoles.length > 0 ? null : <p className="quiet">{texts.noPart}</p>}
    </div>
  );
}

type OnTheTableProps = GateShownProps & { proposal: ShownProposal; mayPropose: boolean };

/** The proposal with its signatures, one's own signature, and another proposal in its place. */
function OnTheTable({ gate, proposal, problemId, setField, mayPropose }: OnTheTableProps) {
  const texts = useTexts(gatePageTexts);
  const [isProposing, setProposing] = useState(false);
  return (
    <>
      <ProposalPart {...{ gate, proposal }} />
      {gate.yourRoles.length > 0 ? <SignForm key={proposal.id} {...{ gate, proposal, problemId }} /> : null}
      {mayPropose ? (
        <div className="row">
          <WithdrawButton {...{ gate, proposal, problemId }} />
          <Button aria-expanded={isProposing} onClick={() => setProposing(!isProposing)}>
            {texts.proposeAgain}
          </Button>
        </div>
      ) : null}
      {isProposing ? <DecisionForm {...{ gate, problemId, setField }} isAsked /> : null}
    </>
  );
}

function Policy({ gate: { policy, rule, isAlone } }: { gate: Gate }) {
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const roles = useRoleNames();
  const named = (which: typeof rule.roles) => formats.list(which.map((role) => roles[role]));
  return (
    <p className="small quiet">
      {isAlone
        ? texts.alone
        : texts.policy({ name: policy.name, roles: named(rule.roles), deciders: named(rule.deciders) })}
    </p>
  );
}

/** After a no-go: a result to be read; deciding anew is there for who asks for it. */
export function Reopening({ gate, problemId, setField }: GateShownProps) {
  const t = useTexts(decisionTexts);
  const may = useMay(problemId);
  const [isAsked, setAsked] = useState(false);
  if (!may('gate.propose')) return null;
  if (!gate.isAlone && gate.proposal) return <OpenGate {...{ gate, problemId, setField }} />;
  if (isAsked) return <DecisionForm {...{ gate, problemId, setField, isAsked }} />;
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{t.askReopen}</Button>
    </div>
  );
}

function useMay(problemId: string): (permission: string) => boolean {
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  return (permission) => mine.data?.permissions.includes(permission) ?? false;
}
