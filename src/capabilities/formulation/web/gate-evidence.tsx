import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { PasswordField, usePeopleNames } from '../../identity/web/index.tsx';
import { type Gate, type GateItem, takeBackWaiver, waiveItem } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';

interface EvidenceProps {
  gate: Gate;
  problemId: string;
  /** goes to a field of this very station, where asking for it changes no address */
  goWithin?: (field: string | null) => void;
}

/** What a go needs: what is there, and what is open with a way to answer it; advice apart. */
export function GateEvidence({ gate, ...rest }: EvidenceProps) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const asked = gate.items.filter((item) => item.isAsked);
  const advised = gate.items.filter((item) => !item.isAsked && !item.isDone);
  const there = asked.filter((item) => item.isDone);
  const open = asked.filter((item) => !item.isDone);
  return (
    <section className="stack">
      <h3>{t.evidence}</h3>
      <p>{gate.openItems === 0 ? t.allThere : t.open({ count: gate.openItems })}</p>
      {open.length === 0 ? null : (
        <ul className="plain-list evidence">
          {open.map((item) => (
            <EvidenceItem key={item.id} {...{ item, gate, ...rest }} />
          ))}
        </ul>
      )}
      {there.length === 0 ? null : (
        <details>
          <summary>{texts.there({ count: there.length })}</summary>
          <ul className="plain-list evidence">
            {there.map((item) => (
              <EvidenceItem key={item.id} {...{ item, gate, ...rest }} />
            ))}
          </ul>
        </details>
      )}
      {advised.length > 0 ? (
        <details>
          <summary>{texts.advice({ count: advised.length })}</summary>
          <ul className="plain-list evidence">
            {advised.map((item) => (
              <EvidenceItem key={item.id} {...{ item, gate, ...rest }} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

type ItemProps = EvidenceProps & { item: GateItem };

function EvidenceItem({ item, gate, problemId, goWithin }: ItemProps) {
  const t = useTexts(decisionTexts);
  const { isDone, message, waiver } = item;
  const isOpen = !isDone && waiver === null;
  const mark = isDone ? '✓' : '–';
  return (
    <li className={`evidence__item${isOpen ? '' : ' evidence__item--done'}`}>
      <span className="evidence__mark" aria-hidden="true">
        {isOpen ? '○' : mark}
      </span>
      <div>
        {message} <span className="unseen">({isDone ? t.done : t.notThere})</span>
        {waiver ? <Waived {...{ item, gate, problemId, waiver }} /> : null}
        {item.youMayWaive && gate.proposal ? (
          <Waiving {...{ item, gate, problemId }} proposalId={gate.proposal.id} />
        ) : null}
      </div>
      {isOpen ? <AnswerLink {...{ item, problemId, goWithin }} /> : null}
    </li>
  );
}

function Waived({
  item,
  gate: { gate, proposal },
  problemId,
  waiver,
}: Omit<ItemProps, 'goWithin'> & { waiver: NonNullable<GateItem['waiver']> }) {
  const texts = useTexts(gatePageTexts);
  const names = usePeopleNames();
  const takeBack = useAsk(takeBackWaiver);
  const { waivedBy, onBehalfOf, reason } = waiver;
  const behalf = onBehalfOf === null ? '' : ` (${texts.onBehalf({ name: names.get(onBehalfOf) ?? '…' })})`;
  const ask = (proposalId: string) =>
    void takeBack.mutateAsync({ params: { problemId, gate, proposalId, item: item.id } }).then(
      () => say(texts.takenBack),
      (error: Error) => say(error.message),
    );
  return (
    <p className="small quiet">
      {texts.waived({ name: names.get(waivedBy) ?? '…', reason })}
      {behalf}{' '}
      {item.youMayTakeBack && proposal ? (
        <button id={waivingId(item)} type="button" className="button-plain link" onClick={() => ask(proposal.id)}>
          {texts.takeBack}
          <span className="unseen"> {item.message}</span>
        </button>
      ) : null}
    </p>
  );
}

function AnswerLink({
  item: { station, field, talk, message },
  problemId,
  goWithin,
}: { item: GateItem; problemId: string } & { goWithin: EvidenceProps['goWithin'] | undefined }) {
  const t = useTexts(decisionTexts);
  return (
    <Link
      to="/problems/$problemId/{-$station}"
      params={{ problemId, station }}
      search={talk === null ? { field: field ?? 'first' } : { talk }}
      className="small"
      onClick={() => goWithin?.(field)}
    >
      {t.answer}
      <span className="unseen"> {message}</span>
    </Link>
  );
}

/** Of the button with which an item is left open, and of the one in its place that asks for it again. */
const waivingId = (item: GateItem) => `waiving-${item.id}`;

type WaivingProps = Omit<ItemProps, 'goWithin'> & { proposalId: string };

/** A waiver takes a reason and a name: it is asked for where the item stands. */
function Waiving(props: WaivingProps) {
  const texts = useTexts(gatePageTexts);
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <WaiverForm {...props} close={() => setAsked(false)} />;
  return (
    <button id={waivingId(props.item)} type="button" className="button-plain link small" onClick={() => setAsked(true)}>
      {texts.waive}
      <span className="unseen"> {props.item.message}</span>
    </button>
  );
}

function WaiverForm({ item, gate, problemId, proposalId, close }: WaivingProps & { close: () => void }) {
  const texts = useTexts(gatePageTexts);
  const t = useTexts(decisionTexts);
  const id = useId();
  const first = useOpenedForm<HTMLTextAreaElement>(waivingId(item));
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const waive = useAsk(waiveItem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const params = { problemId, gate: gate.gate, proposalId };
    const given = password === '' ? {} : { password };
    waive
      .mutateAsync({ params, body: { item: item.id, reason, ...given } })
      .then(close, (error: Error) => setProblem(error.message));
  };
  return (
    <form className="stack waiver-form" aria-label={`${texts.waive} ${item.message}`} onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <Textarea
        ref={first}
        id={id}
        label={texts.waiveReason}
        description={texts.waiveAbout}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {gate.isAlone ? null : (
        <PasswordField
          id={`${id}-password`}
          label={texts.password}
          hint={texts.passwordHint}
          use="current-password"
          value={password}
          change={setPassword}
        />
      )}
      <div className="row">
        <Button type="submit" variant="filled" loading={waive.isPending} disabled={reason.trim() === ''}>
          {texts.waive}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
