import './identity.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { listUsers, type User } from '../contract.ts';
import { AdministratorsOnly } from './administrators-only.tsx';
import { peopleTexts } from './people-texts.ts';
import { PersonActions } from './person-actions.tsx';
import { shownName } from './shown-name.ts';
import { identityTexts } from './texts.ts';
import { useMe } from './use-session.ts';

/** The people of the organisation, for administrators. */
export function PeoplePage() {
  const t = useTexts(peopleTexts);
  const identity = useTexts(identityTexts);
  const me = useMe();
  if (me?.mode === 'personal') {
    return (
      <Page title={t.title} lead={identity.personal} width="reading">
        <p>{t.personal}</p>
        <div>
          <Button component={Link} to="/installation" variant="filled">
            {t.toInstallation}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <AdministratorsOnly>
      <Team />
    </AdministratorsOnly>
  );
}

const pageSize = 100;
type Status = User['status'] | '';

function Team() {
  const t = useTexts(peopleTexts);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const [status, setStatus] = useState<Status>('');
  const found = useUsers(text, status);
  if (found.error && !found.data) {
    return (
      <Page title={t.title}>
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead} action={<InviteButton />}>
      <Filter {...{ typed, setTyped, status, setStatus }} />
      {found.data ? <Users found={found} /> : <Loading />}
    </Page>
  );
}

function Users({ found }: { found: ReturnType<typeof useUsers> }) {
  const t = useTexts(peopleTexts);
  const users = found.data?.pages.flatMap((page) => page.users) ?? [];
  if (users.length === 0) return <p>{t.nobody}</p>;
  return (
    <div className="stack">
      <output className="small quiet">{t.count({ count: found.data?.pages[0]?.total ?? 0 })}</output>
      <ul className="plain-list entries">
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <div>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function useUsers(text: string, status: Status) {
  const query = { ...(text === '' ? {} : { q: text }), ...(status === '' ? {} : { status }) };
  return useInfiniteQuery({
    queryKey: [listUsers.id, { query }, 'pages'],
    queryFn: ({ pageParam }) => call(listUsers, { query: { ...query, limit: pageSize, offset: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.users.length, 0);
      return shown < last.total && last.users.length > 0 ? shown : null;
    },
    placeholderData: (before) => before,
  });
}

function InviteButton() {
  const t = useTexts(peopleTexts);
  return (
    <Button component={Link} to="/people/invite" variant="filled" leftSection={<Icon name="plus" />}>
      {t.invite}
    </Button>
  );
}

interface FilterProps {
  typed: string;
  setTyped: (text: string) => void;
  status: Status;
  setStatus: (status: Status) => void;
}

const statuses = ['active', 'invited', 'inactive', 'erased'] as const;

function Filter({ typed, setTyped, status, setStatus }: FilterProps) {
  const t = useTexts(peopleTexts);
  const identity = useTexts(identityTexts);
  return (
    <search className="row filters">
      <TextInput
        label={t.search}
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        label={t.status}
        value={status}
        data={[
          { value: '', label: t.everybody },
          ...statuses.map((value) => ({ value, label: identity.statuses[value] })),
        ]}
        onChange={(event) => setStatus(event.currentTarget.value as Status)}
      />
    </search>
  );
}

function UserRow({ user }: { user: User }) {
  const t = useTexts(peopleTexts);
  const identity = useTexts(identityTexts);
  const formats = useFormats();
  const isMe = useMe()?.id === user.id;
  const { status, organisationRole, email, createdAt } = user;
  const isHere = status === 'active';
  const facts = [
    ...(email === null ? [] : [email]),
    identity.organisationRoles[organisationRole],
    ...(isHere ? [] : [identity.statuses[status]]),
    t.since({ date: formats.date(createdAt) }),
  ];
  return (
    <li className={`entry entry--kept${isHere ? '' : ' entry--quiet'}`}>
      <div className="stack stack--tight">
        <p className="entry__name">
          {shownName(user, identity)} {isMe ? <span className="entry__tag">{t.you}</span> : null}
        </p>
        <p className="small quiet">{facts.join(' · ')}</p>
      </div>
      {status === 'erased' ? null : <PersonActions user={user} isMe={isMe} />}
    </li>
  );
}
