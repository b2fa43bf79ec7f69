import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ValueResult } from '../contract.ts';
import { verdictSentence } from '../index.ts';
import { partsResultTexts } from './parts-result-texts.ts';

/** The scenarios in one table, each with what it says in words. */
export function ScenarioTable({ result: { scenarios, currency } }: { result: ValueResult }) {
  const t = useTexts(partsResultTexts).scenarios;
  const locale = useLocale();
  const formats = useFormats();
  if (!scenarios) return null;
  return (
    <section className="stack">
      <h3>{t.title}</h3>
      <Scrollable label={t.title}>
        <table className="table table--top">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col" className="number">
                {t.net}
              </th>
              <th scope="col" className="number">
                {t.chance}
              </th>
              <th scope="col">{t.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {scenarios.map(({ name, netPerYear, chancePositive, verdict }) => (
              <tr key={name ?? ''}>
                <th scope="row">{name ?? t.baseCase}</th>
                <td className="number">{formats.money(Math.round(Number(netPerYear)), currency)}</td>
                <td className="number">{formats.chance(chancePositive)}</td>
                <td className="table__words">{verdictSentence(verdict, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </section>
  );
}
