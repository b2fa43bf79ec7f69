import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Euros } from '../contract.ts';
import { writeMoney } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

/** What the model brings over every other way, with bounds; the champion among them. */
export function AgainstTable({ euros: { against, champion, currency } }: { euros: Euros }) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const money = writeMoney(useLocale(), currency);
  const ways = against.map(({ kind, perMonth, ...rest }) => ({ name: t.kinds[kind], is: money(perMonth), ...rest }));
  const { kinds } = t;
  const rival = champion && {
    ...champion,
    name: kinds.champion({ run: champion.runName, cases: formats.number(champion.cases) }),
    // On the cases that both have: the value on all of its own would be another question.
    is: '–',
  };
  return (
    <div className="stack stack--tight">
      <h4>{t.against}</h4>
      <Scrollable label={t.against}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{t.way}</th>
              {[t.perMonth, t.more, t.bounds].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...(rival ? [rival] : []), ...ways].map(({ name, is, difference, low, high }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{is}</td>
                <td className="number">{money(difference)}</td>
                <td className="number">
                  {money(low)} – {money(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
