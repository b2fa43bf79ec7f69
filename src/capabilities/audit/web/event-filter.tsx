import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { describeType, typesByArea } from './describe-event.ts';
import { type EventChoice, isCrossed } from './event-choice.ts';
import type { Names } from './names.ts';
import { auditTexts } from './texts.ts';

interface EventFilterProps {
  names: Names;
  choice: EventChoice;
  choose: (choice: EventChoice) => void;
}

/** Which events are shown; the choice stands in the address, so that it can be shared. */
export function EventFilter({ names, choice, choose }: EventFilterProps) {
  const t = useTexts(auditTexts).filter;
  const set = (field: keyof EventChoice, value: string) => {
    const { [field]: _, ...rest } = choice;
    choose(value === '' ? rest : { ...rest, [field]: value });
  };
  return (
    <fieldset className="filter">
      <legend className="filter__legend">{t.legend}</legend>
      <div className="filter__fields">
        <NativeSelect
          label={t.problem}
          value={choice.problem ?? ''}
          data={[
            { value: '', label: t.all },
            ...withChosen(
              names.problems.map(({ id, title }) => ({ value: id, label: title })),
              choice.problem,
            ),
          ]}
          onChange={(event) => set('problem', event.currentTarget.value)}
        />
        <TypeSelect type={choice.type} set={(type) => set('type', type)} />
        <NativeSelect
          label={t.person}
          value={choice.person ?? ''}
          data={[
            { value: '', label: t.anybody },
            ...withChosen(
              names.people.map(({ id, name }) => ({ value: id, label: name })),
              choice.person,
            ),
          ]}
          onChange={(event) => set('person', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t.from}
          value={choice.from ?? ''}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t.until}
          value={choice.until ?? ''}
          error={isCrossed(choice) ? t.crossed : undefined}
          onChange={(event) => set('until', event.currentTarget.value)}
        />
        {Object.keys(choice).length > 0 ? <Button onClick={() => choose({})}>{t.clear}</Button> : null}
      </div>
    </fieldset>
  );
}

function TypeSelect({ type, set }: { type: string | undefined; set: (type: string) => void }) {
  const t = useTexts(auditTexts).filter;
  const locale = useLocale();
  const groups = [...typesByArea(locale)];
  const isKnown = type === undefined || groups.some(([, types]) => types.includes(type));
  return (
    <NativeSelect label={t.type} value={type ?? ''} onChange={(event) => set(event.currentTarget.value)}>
      <option value="">{t.anything}</option>
      {isKnown ? null : <option value={type}>{type}</option>}
      {groups.map(([area, types]) => (
        <optgroup key={area} label={area}>
          {types.map((each) => (
            <option key={each} value={each}>
              {describeType(each, locale)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

/** What an address asks for stays chosen, also where its name is not known here. */
function withChosen(options: { value: string; label: string }[], chosen: string | undefined) {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: chosen }];
}
