import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { usePeopleNames, useReaders } from '../../identity/web/index.tsx';
import { editContract } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { contractTexts } from './texts.ts';

/** Who sees to it, and which columns tell of people. */
export function SettingsPart({ problemId, contract }: PartProps) {
  const t = useTexts(contractTexts);
  const readers = useReaders(problemId);
  const names = usePeopleNames();
  const edit = useAsk(editContract);
  // What is typed stays while others change the contract; what nobody typed follows it.
  const [typed, setTyped] = useState<{ ownerId?: string; personal?: string }>({});
  const { ownerId = contract.ownerId ?? '', personal = contract.personal.join('\n') } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = personal.split('\n').map((line) => line.trim());
    const body = { ownerId: ownerId === '' ? null : ownerId, personal: lines.filter((line) => line !== '') };
    const params = { problemId, datasetId: contract.datasetId };
    edit.mutate(
      { params, body, version: contract.version },
      {
        onSuccess: () => {
          setTyped({});
          say(t.kept);
        },
        onError: (error) => say(error.message),
      },
    );
  };
  // Who sees to it now keeps that until somebody else is chosen, also when they can see the problem no more.
  const now = contract.ownerId;
  const gone = now !== null && !readers.some(({ id }) => id === now) ? [{ id: now, name: names.get(now) ?? now }] : [];
  const people = [...gone, ...readers].map(({ id: value, name: label }) => ({ value, label }));
  const options = [{ value: '', label: t.nobody }, ...people];
  return (
    <section className="stack" aria-labelledby="owner-title">
      <h2 id="owner-title">{t.ownerTitle}</h2>
      <form className="stack contract__form" noValidate onSubmit={submit}>
        <NativeSelect
          label={t.owner}
          value={ownerId}
          data={options}
          onChange={(event) => setTyped({ ...typed, ownerId: event.currentTarget.value })}
        />
        <Textarea
          label={t.personal}
          description={t.personalHelp}
          autosize
          minRows={2}
          maxRows={8}
          value={personal}
          onChange={(event) => setTyped({ ...typed, personal: event.currentTarget.value })}
        />
        <div>
          <Button type="submit" loading={edit.isPending}>
            {t.keepSettings}
          </Button>
        </div>
      </form>
    </section>
  );
}
