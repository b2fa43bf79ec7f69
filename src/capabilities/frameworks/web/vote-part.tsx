import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { useMe, usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import {
  type Approach,
  frameworkNames,
  type Vote,
  type VoteChoice,
  voteChoices,
  voteOnApproach,
  withdrawVote,
} from '../contract.ts';
import { approachTexts } from './approach-texts.ts';

interface VotePartProps {
  problemId: string;
  approach: Approach;
  mayVote: boolean;
}

/** Who votes how, by role, with the reasons; and one's own vote. */
export function VotePart({ problemId, approach, mayVote }: VotePartProps) {
  const t = useTexts(approachTexts).board;
  const [isVoting, setVoting] = useState(false);
  const me = useMe();
  const mine = approach.votes.find(({ userId }) => userId === me?.id);
  return (
    <div className="stack stack--tight small">
      <p className="overline">{t.votes}</p>
      <Tally votes={approach.votes} />
      {isVoting ? (
        <VoteForm {...{ problemId, approach, mine }} close={() => setVoting(false)} />
      ) : mayVote ? (
        <div>
          <button
            id={`vote-${approach.id}`}
            type="button"
            className="button-plain link"
            onClick={() => setVoting(true)}
          >
            {t.vote}
            <span className="unseen"> {approach.title}</span>
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Tally({ votes }: { votes: readonly Vote[] }) {
  const t = useTexts(approachTexts).board;
  const names = useTexts(frameworkNames).votes;
  const roles = useRoleNames();
  const people = usePeopleNames();
  const formats = useFormats();
  if (votes.length === 0) return <p className="quiet">{t.noVotes}</p>;
  const reasons = votes.filter(({ reason }) => reason.trim() !== '');
  return (
    <>
      <p className="tally">
        {voteChoices.map((choice) => {
          const given = votes.filter((vote) => vote.choice === choice).map(({ role }) => roles[role]);
          if (given.length === 0) return null;
          return <span key={choice}>{t.tally({ choice: names[choice], roles: formats.list(given) })}</span>;
        })}
      </p>
      {reasons.map(({ userId, role, choice, reason }) => (
        <p key={userId} className="prose">
          {people.get(userId) ?? '…'} ({roles[role]}, {names[choice]}): {reason}
        </p>
      ))}
    </>
  );
}

interface VoteFormProps {
  problemId: string;
  approach: Approach;
  mine: Vote | undefined;
  close: () => void;
}

interface VoteDraft {
  /** null: the first that one holds */
  role: Vote['role'] | null;
  choice: VoteChoice;
  reason: string;
}

const newVote: VoteDraft = { role: null, choice: 'for', reason: '' };

function VoteForm({ problemId, approach, mine, close }: VoteFormProps) {
  const t = useTexts(approachTexts).board;
  const names = useTexts(frameworkNames).votes;
  const roleNames = useRoleNames();
  const id = useId();
  const held = useAnswer(getMineInProblem, { params: { problemId } }).data?.roles ?? [];
  const [{ role, choice, reason }, setVote] = useState<VoteDraft>(() => mine ?? newVote);
  const put = (part: Partial<VoteDraft>) => setVote({ role, choice, reason, ...part });
  const vote = useAsk(voteOnApproach);
  const withdraw = useAsk(withdrawVote);
  const params = { problemId, approachId: approach.id };
  const as = role ?? held[0];
  const finish = (work: Promise<unknown>) => void work.then(close, (error: Error) => say(error.message));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (as) finish(vote.mutateAsync({ params, body: { role: as, choice, reason } }));
  };
  if (!as) return <p>{t.noRole}</p>;
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <NativeSelect
        label={t.role}
        value={as}
        data={held.map((value) => ({ value, label: roleNames[value] }))}
        onChange={(event) => put({ role: event.currentTarget.value as Vote['role'] })}
      />
      <fieldset className="plain-fieldset">
        <legend className="overline">{t.choice}</legend>
        <div className="row">
          {voteChoices.map((each) => (
            <Radio
              key={each}
              name={`${id}-choice`}
              label={names[each]}
              checked={choice === each}
              onChange={() => put({ choice: each })}
            />
          ))}
        </div>
      </fieldset>
      <Textarea
        label={t.reason}
        autosize
        minRows={1}
        maxLength={2000}
        value={reason}
        onChange={(event) => put({ reason: event.currentTarget.value })}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={vote.isPending}>
          {t.keepVote}
        </Button>
        {mine ? <Button onClick={() => finish(withdraw.mutateAsync({ params }))}>{t.withdraw}</Button> : null}
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
