import { TextInput } from '@mantine/core';
import { useTypedNumber } from '../../../web/kit/form/use-typed-number.ts';
import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useDraft } from './draft-context.ts';
import { editorTexts } from './editor-texts.ts';
import { classNameAt, decisionNameAt } from './name-of-path.ts';
import { SourceField } from './plain-fields.tsx';

/** Of each kind of case, which share gets each decision, in per cent; each row adds up to 100: of today, or as expected. */
export function RatesField({ of: whose }: { of: 'today' | 'expected' }) {
  const path = `${whose}.rates`;
  const locale = useLocale();
  const t = editorTexts[locale];
  const { draft, listAt, problemAt } = useDraft();
  const decisions = listAt('decisions').map((_, index) => decisionNameAt(draft, index, t));
  return (
    <Scrollable label={t.groups[whose]}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.className}</th>
            {decisions.map((name, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two decisions may still have one name
              <th key={index} scope="col">
                {name} (%)
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listAt('classes').map((_, truth) => {
            const name = classNameAt(draft, truth, t);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- two classes may still have one name
              <tr key={truth}>
                <th scope="row">{name}</th>
                {decisions.map((decision, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two decisions may still have one name
                  <td key={index}>
                    <Rate path={`${path}.${truth}.${index}`} label={t.rateOf({ truth: name, decision })} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="estimate__error">{problemAt(path)}</p>
      <SourceField path={`${whose}.source`} label={t.groups[whose]} />
    </Scrollable>
  );
}

/** `seen` is a shorter name beside it, where no table has it as the head of a column. */
export function Rate({ path, label, seen }: { path: string; label: string; seen?: string }) {
  const { at, put, isReadOnly } = useDraft();
  const { typed, type, mistake } = useTypedNumber({
    value: at(path),
    kind: 'share',
    change: (value) => put(path, value),
  });
  return (
    <TextInput
      aria-label={label}
      label={seen}
      inputMode="decimal"
      w={mistake === undefined ? 96 : 200}
      disabled={isReadOnly}
      value={typed}
      error={mistake}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
