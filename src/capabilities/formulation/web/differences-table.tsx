import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Difference } from '../../decisions/contract.ts';
import type { Level } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { nameOfPlace, writtenValue } from './name-of-place.ts';

interface DifferencesTableProps {
  label: string;
  /** heads of the two columns */
  before: string;
  after: string;
  differences: readonly Difference[];
  snapshot: Level['snapshot'];
}

/** Places of the evidence in which two states differ, each by its name. */
export function DifferencesTable({ label, before, after, differences, snapshot }: DifferencesTableProps) {
  const t = useTexts(decisionTexts);
  const locale = useLocale();
  return (
    <Scrollable label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.path}>
              <th scope="row">{nameOfPlace(each.path, snapshot, locale)}</th>
              <td>{writtenValue(each.before, locale)}</td>
              <td>{writtenValue(each.after, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
