import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { describeType, typesByArea } from '../../audit/web/index.tsx';
import { webhookTexts } from './texts.ts';

interface EventKindsProps {
  id: string;
  /** null: every event */
  types: readonly string[] | null;
  error: string | undefined;
  choose: (types: string[] | null) => void;
}

/** Every event, or only the kinds that are chosen, in the words of the audit trail. */
export function EventKindsField({ id, types, error, choose }: EventKindsProps) {
  const t = useTexts(webhookTexts).form;
  // Whoever looks at "every event" for a moment finds back what was chosen.
  const [chosen, setChosen] = useState<readonly string[]>(types ?? []);
  const choosing = (next: readonly string[]) => {
    setChosen(next);
    choose([...next]);
  };
  return (
    <Radio.Group
      id={id}
      label={t.which}
      error={error}
      value={types === null ? 'every' : 'only'}
      onChange={(value) => (value === 'every' ? choose(null) : choosing(chosen))}
    >
      <div className="stack stack--tight">
        <Radio value="every" label={t.every} />
        <Radio value="only" label={t.only} />
        {types === null ? null : <Kinds chosen={chosen} choose={choosing} />}
      </div>
    </Radio.Group>
  );
}

function Kinds({ chosen, choose }: { chosen: readonly string[]; choose: (types: readonly string[]) => void }) {
  const t = useTexts(webhookTexts).form;
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const isWanted = (type: string) => type.includes(wanted) || describeType(type, locale).toLowerCase().includes(wanted);
  const areas = [...typesByArea(locale)]
    .map(([area, types]) => ({ area, types: types.filter(isWanted) }))
    .filter((each) => each.types.length > 0);
  const toggle = (type: string, isOn: boolean) =>
    choose(isOn ? [...chosen, type] : chosen.filter((each) => each !== type));
  return (
    <div className="stack stack--tight">
      <TextInput
        type="search"
        label={t.find}
        value={typed}
        maw={360}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <output className="small quiet">{t.chosen({ count: chosen.length })}</output>
      {areas.length === 0 ? <p>{t.nothing}</p> : null}
      <section className="webhook__kinds" aria-label={t.kinds} hidden={areas.length === 0}>
        {areas.map(({ area, types }) => (
          <fieldset key={area} className="webhook__area">
            <legend>{area}</legend>
            <div className="stack stack--tight">
              {types.map((type) => (
                <Checkbox
                  key={type}
                  label={describeType(type, locale)}
                  description={type}
                  checked={chosen.includes(type)}
                  onChange={(event) => toggle(type, event.currentTarget.checked)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </section>
    </div>
  );
}
