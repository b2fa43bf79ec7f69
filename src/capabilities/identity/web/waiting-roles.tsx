import { Button } from '@mantine/core';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { confirmProblemRole, type listPeopleOfProblem, refuseProblemRole } from '../contract.ts';
import type { ProblemRole } from '../permissions.ts';
import { shownName } from './shown-name.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { thenTell } from './then-tell.ts';
import { usePeople } from './use-people.ts';
import { useMe } from './use-session.ts';

type Member = Answer<typeof listPeopleOfProblem>['people'][number];

interface WaitingRolesProps {
  problemId: string;
  people: readonly Member[];
  /** may give roles here, and so confirm those of others */
  mayGive: boolean;
}

/** Roles that somebody gave themselves: a second person confirms or refuses; until then they do not count. */
export function WaitingRoles({ problemId, people, mayGive }: WaitingRolesProps) {
  const t = useTexts(signingTexts).waiting;
  const waiting = people.flatMap((member) => member.unconfirmed.map((role) => ({ member, role })));
  if (waiting.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="waiting-roles">
      <h4 id="waiting-roles">{t.title}</h4>
      <ul className="plain-list stack">
        {waiting.map(({ member, role }) => (
          <WaitingRole key={`${member.userId} ${role}`} {...{ problemId, people, mayGive, member, role }} />
        ))}
      </ul>
    </section>
  );
}

type WaitingRoleProps = WaitingRolesProps & { member: Member; role: ProblemRole };

function WaitingRole(props: WaitingRoleProps) {
  const { member, role, mayGive } = props;
  const t = useTexts(signingTexts).waiting;
  const identity = useTexts(identityTexts);
  const formats = useFormats();
  const isMine = useMe()?.id === member.userId;
  const date = formats.date(member.given.find((each) => each.role === role)?.at ?? 0);
  const words = { role: identity.roles[role], name: shownName(member, identity), date };
  return (
    <li className="stack stack--tight">
      <p>{isMine ? t.aboutYou(words) : t.about(words)}</p>
      {isMine ? (
        <WhoCan {...props} />
      ) : mayGive ? (
        <Judge {...props} words={words} />
      ) : (
        <p className="small quiet">{t.notYou}</p>
      )}
    </li>
  );
}

/** Why one does not confirm one's own, and whom to ask. */
function WhoCan({ people, member }: WaitingRoleProps) {
  const t = useTexts(signingTexts).waiting;
  const identity = useTexts(identityTexts);
  const formats = useFormats();
  const everybody = usePeople().data ?? [];
  const here = people.filter(
    ({ roles, status }) => status === 'active' && roles.some((each) => each === 'sme' || each === 'sponsor'),
  );
  const administrators = everybody.filter(
    ({ organisationRole, status }) => organisationRole === 'admin' && status === 'active',
  );
  const named = [
    ...here.map((each) => ({ id: each.userId, name: shownName(each, identity) })),
    ...administrators.map((each) => ({ id: each.id, name: shownName(each, identity) })),
  ].filter(({ id }) => id !== member.userId);
  const names = [...new Map(named.map(({ id, name }) => [id, name])).values()];
  return (
    <p className="small quiet">
      {t.ownWhy} {names.length > 0 ? t.whoCan({ names: formats.list(names) }) : t.nobodyCan}
    </p>
  );
}

function Judge({ problemId, member, role, words }: WaitingRoleProps & { words: { name: string; role: string } }) {
  const t = useTexts(signingTexts).waiting;
  const confirm = useAsk(confirmProblemRole);
  const refuse = useAsk(refuseProblemRole);
  const params = { problemId, userId: member.userId, role };
  const isBusy = confirm.isPending || refuse.isPending;
  return (
    <div className="row">
      <Button
        aria-label={t.confirm(words)}
        disabled={isBusy}
        onClick={() => thenTell(confirm.mutateAsync({ params }), () => say(t.confirmed(words)))}
      >
        {t.confirmShort}
      </Button>
      <Button
        aria-label={t.refuse(words)}
        disabled={isBusy}
        onClick={() => thenTell(refuse.mutateAsync({ params }), () => say(t.refused(words)))}
      >
        {t.refuseShort}
      </Button>
    </div>
  );
}
