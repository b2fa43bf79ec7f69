import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { putModelAlias, removeModelAlias, type ShownRegisteredModel } from '../contract.ts';
import { modelTexts } from './model-texts.ts';

interface PartProps {
  model: ShownRegisteredModel;
  mayLog: boolean;
}

/** The aliases of a model: put on a version, moved, taken off. */
export function AliasesPart({ model: { name, aliases, versions }, mayLog }: PartProps) {
  const t = useTexts(modelTexts);
  const take = useAsk(removeModelAlias);
  const takeOff = (alias: string) =>
    void take
      .mutateAsync({ params: { name, alias } })
      .then(() => say(t.taken({ alias })))
      .catch((error: Error) => say(error.message));
  return (
    <section className="stack" aria-labelledby="model-aliases">
      <h2 id="model-aliases">{t.aliases}</h2>
      {aliases.length === 0 ? <p className="quiet">{t.noAliases}</p> : null}
      <ul className="plain-list">
        {aliases.map(({ alias, number }) => (
          <li key={alias} className="row">
            <span>{t.aliasOf({ alias, number })}</span>
            {mayLog ? (
              <button type="button" className="button-plain link small" onClick={() => takeOff(alias)}>
                {t.take}
                <span className="unseen"> {alias}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayLog && versions.length > 0 ? <AliasForm name={name} numbers={versions.map(({ number }) => number)} /> : null}
    </section>
  );
}

function AliasForm({ name, numbers }: { name: string; numbers: readonly number[] }) {
  const t = useTexts(modelTexts);
  const [alias, setAlias] = useState('');
  const [number, setNumber] = useState(String(numbers[0] ?? 1));
  const [error, setError] = useState<string | null>(null);
  const put = useAsk(putModelAlias);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (alias.trim() === '') return setError(t.needed);
    setError(null);
    return void put
      .mutateAsync({ params: { name, alias: alias.trim() }, body: { number: Number(number) } })
      .then(() => {
        setAlias('');
        say(t.putDone({ alias: alias.trim(), number: Number(number) }));
      })
      .catch((refused: Error) => setError(refused.message));
  };
  return (
    <form className="row model-alias" onSubmit={submit}>
      <TextInput
        label={t.alias}
        description={t.aliasHint}
        error={error}
        value={alias}
        onChange={(event) => setAlias(event.currentTarget.value)}
      />
      <NativeSelect
        label={t.number}
        data={numbers.map(String)}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit" loading={put.isPending}>
        {t.put}
      </Button>
    </form>
  );
}
