import { NativeSelect } from '@mantine/core';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { placesOf, useDraft } from './draft-context.ts';
import { EditorGroup } from './editor-group.tsx';
import { FigureField } from './figure-field.tsx';
import { nameOfFigure } from './name-of-figure.ts';
import { nameOfPath } from './name-of-path.ts';
import { AddButton, RemoveButton } from './optional-part.tsx';
import { partsTexts } from './parts-texts.ts';
import { TextField } from './plain-fields.tsx';
import {
  figuresChanged,
  placesChanged,
  placesToChange,
  promoteScenario,
  scenarioNameAt,
  withChange,
  withoutChange,
} from './scenario-draft.ts';

const most = 8;

/** Named variants of the figures; the model itself is the base case. */
export function ScenariosFields() {
  const t = useTexts(partsTexts);
  const { draft, listAt, put, isReadOnly } = useDraft();
  const scenarios = listAt('scenarios');
  if (isReadOnly && scenarios.length === 0) return null;
  const remove = (index: number) =>
    put('scenarios', scenarios.length === 1 ? undefined : scenarios.toSpliced(index, 1));
  return (
    <EditorGroup title={t.scenarios.title} hint={t.scenarios.hint}>
      {placesOf('scenarios', scenarios).map((path, index) => (
        <div key={path} className="listed stack">
          <Scenario index={index} />
          <RemoveButton
            words={t.remove({ what: scenarioNameAt(draft, index, t.scenarios.unnamed) })}
            remove={() => remove(index)}
          />
        </div>
      ))}
      {scenarios.length < most ? (
        <AddButton
          words={t.add({ what: t.scenarios.what })}
          add={() => put('scenarios', [...scenarios, { changes: {} }])}
        />
      ) : null}
    </EditorGroup>
  );
}

function Scenario({ index }: { index: number }) {
  const t = useTexts(partsTexts);
  const locale = useLocale();
  const { draft, replace, isReadOnly } = useDraft();
  const name = scenarioNameAt(draft, index, t.scenarios.unnamed);
  const promote = () => {
    replace(promoteScenario(draft, index, t.scenarios.formerBase));
    say(t.scenarios.promoted({ name }), () => replace(draft));
  };
  return (
    <>
      <TextField path={`scenarios.${index}.name`} label={t.scenarios.name} />
      <TextField path={`scenarios.${index}.note`} label={t.scenarios.note} />
      {placesChanged(draft, index).map((place) => (
        <div key={place} className="stack stack--tight">
          {figuresChanged(draft, index, place).map((figure) => (
            <FigureField
              key={figure.path}
              {...figure}
              path={`scenarios.${index}.changes.${figure.path}`}
              label={nameOfFigure(figure, draft, locale)}
            />
          ))}
          <RemoveButton
            words={t.scenarios.asBefore({ what: nameOfPath(place, draft, locale) })}
            remove={() => replace(withoutChange(draft, index, place))}
          />
        </div>
      ))}
      <AddChange index={index} />
      {isReadOnly ? null : (
        <div>
          <button type="button" className="button-plain link small" onClick={promote}>
            {t.scenarios.promote({ name })}
          </button>
        </div>
      )}
    </>
  );
}

function AddChange({ index }: { index: number }) {
  const t = useTexts(partsTexts).scenarios;
  const locale = useLocale();
  const { draft, replace, isReadOnly } = useDraft();
  const places = placesToChange(draft, index);
  if (isReadOnly || places.length === 0) return null;
  return (
    <NativeSelect
      label={t.differs}
      maw={460}
      value=""
      data={[
        { value: '', label: t.choose },
        ...places.map((value) => ({ value, label: nameOfPath(value, draft, locale) })),
      ]}
      onChange={(event) => {
        const place = event.currentTarget.value;
        if (place !== '') replace(withChange(draft, index, place));
      }}
    />
  );
}
