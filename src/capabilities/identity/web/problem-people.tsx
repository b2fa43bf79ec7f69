import './identity.css';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem, giveProblemRole, listPeopleOfProblem, takeProblemRole } from '../contract.ts';
import { type ProblemRole, problemRoles } from '../permissions.ts';
import { ProblemDelegations } from './delegations-part.tsx';
import { peopleTexts } from './people-texts.ts';
import { shownName } from './shown-name.ts';
import { signingTexts } from './signing-texts.ts';
import { thenTell } from './then-tell.ts';
import { identityTexts } from './texts.ts';
import { usePeople } from './use-people.ts';
import { useMe } from './use-session.ts';
import { WaitingRoles } from './waiting-roles.tsx';

type Member = Answer<typeof listPeopleOfProblem>['people'][number];

/** Who is who in one problem; roles are given and taken by who may. */
export function ProblemPeople({ problemId }: { problemId: string }) {
  const t = useTexts(peopleTexts).problem;
  const identity = useTexts(identityTexts);
  const formats = useFormats();
  const isPersonal = useMe()?.mode === 'personal';
  const query = useAnswer(listPeopleOfProblem, { params: { problemId } });
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  if (isPersonal) return <p className="quiet">{t.holdsAll}</p>;
  const mayGive = mine.data?.permissions.includes('problem.team') ?? false;
  return (
    <AwaitQuery query={query} lines={3}>
      {({ people }) => {
        const vacant = problemRoles.filter((role) => !people.some((member) => member.roles.includes(role)));
        return (
          <div className="stack">
            {people.length === 0 ? <p>{t.empty}</p> : null}
            <WaitingRoles {...{ problemId, people, mayGive }} />
            <ul className="plain-list entries">
              {people.map((member) => (
                <MemberRow key={member.userId} {...{ member, problemId, mayGive }} />
              ))}
            </ul>
            {vacant.length > 0 ? (
              <p className="small quiet">
                {t.vacant({ roles: formats.list(vacant.map((role) => identity.roles[role])) })}
              </p>
            ) : null}
            {mayGive ? <GiveRole problemId={problemId} members={people} /> : <p className="small quiet">{t.whoMay}</p>}
            <ProblemDelegations problemId={problemId} mine={mine.data?.roles ?? []} />
          </div>
        );
      }}
    </AwaitQuery>
  );
}

interface MemberRowProps {
  member: Member;
  problemId: string;
  mayGive: boolean;
}

function MemberRow({ member, problemId, mayGive }: MemberRowProps) {
  const identity = useTexts(identityTexts);
  const name = shownName(member, identity);
  const isHere = member.status === 'active';
  return (
    <li className={isHere ? 'entry' : 'entry entry--quiet'}>
      <p className="entry__name">
        {name} {isHere ? null : <span className="entry__tag">{identity.statuses[member.status]}</span>}
      </p>
      <div className="roles">
        {member.roles.map((role) => (
          <HeldRole
            key={role}
            {...{ role, name, problemId, mayGive }}
            userId={member.userId}
            isWaiting={member.unconfirmed.includes(role)}
          />
        ))}
      </div>
    </li>
  );
}

interface HeldRoleProps {
  role: ProblemRole;
  name: string;
  userId: string;
  problemId: string;
  mayGive: boolean;
  /** somebody else must confirm it first */
  isWaiting: boolean;
}

function HeldRole({ role, name, userId, problemId, mayGive, isWaiting }: HeldRoleProps) {
  const t = useTexts(peopleTexts).problem;
  const { roles } = useTexts(identityTexts);
  const signing = useTexts(signingTexts).waiting;
  const give = useAsk(giveProblemRole);
  const take = useAsk(takeProblemRole);
  const params = { problemId, userId, role };
  const words = { role: roles[role], name };
  const undo = () => thenTell(give.mutateAsync({ params }), () => say(t.given(words)));
  const mark = isWaiting ? <em className="role__mark">{signing.mark}</em> : null;
  const look = isWaiting ? 'role role--waiting' : 'role';
  if (!mayGive)
    return (
      <span className={`${look} role--held`}>
        {roles[role]} {mark}
      </span>
    );
  return (
    <span className={look}>
      {roles[role]} {mark}
      <button
        type="button"
        className="button-plain role__take"
        aria-label={t.take(words)}
        title={t.take(words)}
        disabled={take.isPending}
        onClick={() => thenTell(take.mutateAsync({ params }), () => say(t.taken(words), undo))}
      >
        ×
      </button>
    </span>
  );
}

function GiveRole({ problemId, members }: { problemId: string; members: readonly Member[] }) {
  const t = useTexts(peopleTexts).problem;
  const identity = useTexts(identityTexts);
  const everybody = usePeople();
  const [userId, setUserId] = useState('');
  const [role, setRole] = useState('');
  const give = useAsk(giveProblemRole);
  const [problem, setProblem] = useState<string | null>(null);
  const people = (everybody.data ?? []).filter(({ status }) => status === 'active' || status === 'invited');
  const held = members.find((member) => member.userId === userId)?.roles ?? [];
  const choices = problemRoles.filter((each) => !held.includes(each));
  const chosen = choices.find((each) => each === role);
  const person = people.find(({ id }) => id === userId);
  const giveIt = () => {
    setProblem(chosen && person ? null : t.needPerson);
    if (!chosen || !person) return;
    const onSuccess = () => {
      say(t.given({ role: identity.roles[chosen], name: person.name }));
      setRole('');
    };
    const params = { problemId, userId, role: chosen };
    give.mutate({ params }, { onSuccess, onError: (error) => setProblem(error.message) });
  };
  if (everybody.data && people.length === 0) return <p className="quiet">{t.nobodyToChoose}</p>;
  const none = { value: '', label: t.choose };
  return (
    <div className="stack stack--tight">
      <div className="give-role">
        <NativeSelect
          label={t.person}
          value={userId}
          data={[none, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setUserId(event.currentTarget.value)}
        />
        <NativeSelect
          label={t.role}
          value={chosen ?? ''}
          data={[none, ...choices.map((value) => ({ value, label: identity.roles[value] }))]}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <Button loading={give.isPending} onClick={giveIt}>
          {t.give}
        </Button>
      </div>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
