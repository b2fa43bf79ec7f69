import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import type { GateId, Outcome } from '../../decisions/contract.ts';
import { useMe, usePeople } from '../../identity/web/index.tsx';
import { decideGate, type Gate, proposeDecision } from '../contract.ts';
import { ChangedEvidence } from './changed-evidence.tsx';
import { ConditionsFields } from './conditions-fields.tsx';
import { type DecisionDraft, readDecision } from './decision-draft.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';
import { PeopleFields } from './people-fields.tsx';
import type { StationProps } from './station-props.ts';
import { type SeenEvidence, useSeenEvidence } from './use-seen-evidence.ts';

const redirectKinds = ['process_change', 'rule', 'buy', 'nothing', 'other'] as const;

const empty: DecisionDraft = {
  outcome: null,
  reasons: '',
  redirectKind: 'process_change',
  redirectText: '',
  reviewDate: '',
  lessons: '',
  conditions: [],
  people: [],
};

interface DecisionFormProps extends Pick<StationProps, 'problemId' | 'setField'> {
  gate: Gate;
  /** it came in place of the button that asked for it, and so has the focus */
  isAsked: boolean;
}

/** Taking the decision: which, why, and who stands for it. It is bound to the evidence as it was when it was begun. */
export function DecisionForm({ gate, problemId, setField, isAsked }: DecisionFormProps) {
  const t = useTexts(decisionTexts);
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) first.current?.focus();
  }, [isAsked]);
  const idOf = (field: string) => `${id}-${field}`;
  const known = useKnownPeople();
  const [only, ...others] = gate.allowedOutcomes;
  const [typed, setTyped] = useState<DecisionDraft>({
    ...empty,
    outcome: others.length === 0 ? (only ?? null) : null,
  });
  const evidence = useSeenEvidence(gate.snapshotHash);
  const words = useOutcomeWords(gate);
  const draft = whatCanStand(typed, {
    outcomes: gate.allowedOutcomes,
    mine: known.mine,
    // A go in formulation waits for the data first; after that for the gate that comes next.
    blocks: gate.gate === 'g2' ? 'g3' : gate.gate === 'g3' ? 'g4' : 'g2',
  });
  const change = (part: Partial<DecisionDraft>) => {
    setTyped({ ...draft, ...part });
    evidence.begin();
  };
  const { problems, record, isSaving } = useRecording({
    gate,
    problemId,
    idOf,
    known: known.byName,
    evidence,
    stay: () => setField(undefined),
  });
  const errorAt = (field: string) => problems.find((problem) => problem.field === idOf(field))?.message;
  return (
    <form className="stack stack--wide decision-form" noValidate onSubmit={(event) => void record(event, draft)}>
      <h3>{words.title}</h3>
      <ErrorSummary problems={problems} />
      <ChangedEvidence changed={evidence.changed} />
      <OutcomeChoice
        id={idOf('outcome')}
        outcomes={gate.allowedOutcomes}
        error={errorAt('outcome')}
        {...{ draft, change, words }}
      />
      <Textarea
        ref={first}
        id={idOf('reasons')}
        label={t.reasons}
        description={t.reasonsHint}
        error={errorAt('reasons')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        value={draft.reasons}
        onChange={(event) => change({ reasons: event.currentTarget.value })}
      />
      {draft.outcome === 'no_go' ? <RedirectFields {...{ draft, change, idOf, errorAt }} /> : null}
      {draft.outcome === 'defer' ? (
        <TextInput
          id={idOf('reviewDate')}
          type="date"
          maw={220}
          label={t.reviewDate}
          error={errorAt('reviewDate')}
          value={draft.reviewDate}
          onChange={(event) => change({ reviewDate: event.currentTarget.value })}
        />
      ) : null}
      {draft.outcome === 'conditional_go' ? (
        <ConditionsFields
          gate={gate.gate}
          problemId={problemId}
          conditions={draft.conditions}
          change={(conditions) => change({ conditions })}
          {...{ idOf, errorAt }}
        />
      ) : null}
      {namesPeople(gate) ? (
        <PeopleFields
          people={draft.people}
          meaning={draft.outcome === null ? '' : t.meanings[draft.outcome]}
          known={[...known.byName.keys()]}
          change={(people) => change({ people })}
          {...{ idOf, errorAt }}
        />
      ) : null}
      <div>
        <Button type="submit" variant="filled" loading={isSaving}>
          {words.confirm(draft.outcome)}
        </Button>
      </div>
    </form>
  );
}

/** Alone, people without an account are named beside the decision; in a team, who signs is who stands for it. */
const namesPeople = ({ isAlone, gate }: Gate): boolean => isAlone && gate !== 'g0';

/** A go at G0 accepts the opportunity, at G1 and G2 it freezes a level. In a team a decision is proposed first. */
function useOutcomeWords({ gate, isAlone }: Gate) {
  const t = useTexts(decisionTexts);
  const { g0, later, propose, putOnTable, proposed } = useTexts(gatePageTexts);
  const own: Partial<OutcomeWords> = gate === 'g2' || gate === 'g3' ? later[gate] : gate === 'g0' ? acceptance(g0) : {};
  return {
    title: isAlone ? t.decide : propose,
    outcome: (outcome: Outcome) => own.outcomes?.[outcome] ?? t.outcomes[outcome],
    confirm: (outcome: Outcome | null) => {
      if (!isAlone) return putOnTable;
      return own.confirm?.[outcome ?? 'none'] ?? t.confirm[outcome ?? 'none'];
    },
    recorded: (outcome: Outcome) => {
      if (!isAlone) return proposed;
      return own.recorded?.[outcome] ?? t.recorded[outcome];
    },
  };
}

/** What a gate says otherwise than G1. */
interface OutcomeWords {
  outcomes: Partial<Record<Outcome, { name: string; hint: string }>>;
  confirm: Partial<Record<Outcome | 'none', string>>;
  recorded: Partial<Record<Outcome, string>>;
}

const acceptance = (g0: (typeof gatePageTexts)['en']['g0']): OutcomeWords => ({
  outcomes: { go: g0.outcome },
  confirm: { go: g0.confirm },
  recorded: { go: g0.recorded },
});

/** The draft with somebody in it; an outcome that can no longer be chosen is not chosen. */
function whatCanStand(
  { outcome, people, conditions, ...rest }: DecisionDraft,
  { outcomes, mine, blocks }: { outcomes: readonly Outcome[]; mine: string; blocks: GateId },
): DecisionDraft {
  return {
    ...rest,
    outcome: outcome !== null && outcomes.includes(outcome) ? outcome : null,
    conditions: conditions.length > 0 ? conditions : [{ key: 1, text: '', due: '', blocks, ownerId: '' }],
    people: people.length > 0 ? people : [{ name: mine, role: 'sponsor', meaning: '' }],
  };
}

interface Recording {
  gate: Gate;
  problemId: string;
  idOf: (field: string) => string;
  known: ReadonlyMap<string, string>;
  evidence: SeenEvidence;
  /** keeps this station open, wherever the problem stands after the decision */
  stay: () => void;
}

function useRecording({ gate, problemId, idOf, known, evidence, stay }: Recording) {
  const locale = useLocale();
  const decide = useAsk(decideGate);
  const propose = useAsk(proposeDecision);
  const words = useOutcomeWords(gate);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const record = async (event: FormEvent, draft: DecisionDraft) => {
    event.preventDefault();
    const body = readDecision(draft, { locale, idOf, known });
    if (Array.isArray(body)) return setProblems(body);
    setProblems([]);
    stay();
    try {
      const params = { problemId, gate: gate.gate };
      const { people, ...terms } = body;
      const named = namesPeople(gate) ? { people } : {};
      if (gate.isAlone) await decide.mutateAsync({ params, body: { ...terms, ...named, snapshotHash: evidence.hash } });
      else await propose.mutateAsync({ params, body: terms });
      evidence.done();
      say(words.recorded(body.outcome));
    } catch (error) {
      evidence.refused(error);
      setProblems([{ field: null, message: error instanceof Error ? error.message : String(error) }]);
    }
  };
  return { problems, record, isSaving: decide.isPending || propose.isPending };
}

/** People who sign in here, by name, and oneself. */
function useKnownPeople(): { byName: ReadonlyMap<string, string>; mine: string } {
  const people = usePeople();
  const me = useMe();
  const byName = new Map((people.data ?? []).map(({ name, id }) => [name, id]));
  if (me) byName.set(me.name, me.id);
  return { byName, mine: me?.name ?? '' };
}

interface PartProps {
  draft: DecisionDraft;
  change: (part: Partial<DecisionDraft>) => void;
}

function OutcomeChoice({
  id,
  outcomes,
  error,
  draft,
  change,
  words,
}: PartProps & {
  id: string;
  outcomes: readonly Outcome[];
  error: string | undefined;
  words: ReturnType<typeof useOutcomeWords>;
}) {
  const t = useTexts(decisionTexts);
  return (
    <Radio.Group label={t.outcome} error={error} value={draft.outcome} onChange={(value) => change({ outcome: value })}>
      <div className="stack stack--tight">
        {outcomes.map((outcome, index) => (
          <Radio
            key={outcome}
            value={outcome}
            {...(index === 0 ? { id } : {})}
            label={words.outcome(outcome).name}
            description={words.outcome(outcome).hint}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function RedirectFields({
  draft,
  change,
  idOf,
  errorAt,
}: PartProps & { idOf: (field: string) => string; errorAt: (field: string) => string | undefined }) {
  const texts = useTexts(gatePageTexts);
  const t = useTexts(decisionTexts);
  return (
    <>
      <NativeSelect
        label={t.redirectKind}
        maw={360}
        value={draft.redirectKind}
        data={redirectKinds.map((value) => ({ value, label: t.redirectKinds[value] }))}
        onChange={(event) => change({ redirectKind: event.currentTarget.value as DecisionDraft['redirectKind'] })}
      />
      <Textarea
        id={idOf('redirectText')}
        label={t.redirectText}
        error={errorAt('redirectText')}
        autosize
        minRows={3}
        maxLength={5000}
        value={draft.redirectText}
        onChange={(event) => change({ redirectText: event.currentTarget.value })}
      />
      <Textarea
        label={texts.lessons}
        description={texts.lessonsHint}
        autosize
        minRows={2}
        maxLength={10_000}
        value={draft.lessons}
        onChange={(event) => change({ lessons: event.currentTarget.value })}
      />
    </>
  );
}
