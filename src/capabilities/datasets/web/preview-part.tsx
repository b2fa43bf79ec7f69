import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import type { Preview } from '../contract.ts';
import { previewTexts } from './preview-texts.ts';
import { readingTexts } from './reading-texts.ts';
import type { Looked } from './use-preview.ts';

interface PreviewPartProps {
  looked: Looked;
  /** of the file that was looked at */
  name: string;
  /** other files that are brought in with it */
  others: number;
}

/** The first rows as they would be kept, before anything is kept. */
export function PreviewPart({ looked: { preview, problem }, name, others }: PreviewPartProps) {
  const t = useTexts(previewTexts);
  const formats = useFormats();
  return (
    <section className="stack stack--tight" aria-busy={preview === null && problem === null} aria-live="polite">
      <h4>{t.title({ name })}</h4>
      {problem === null ? null : <p className="data-asked">{problem}</p>}
      {preview === null && problem === null ? (
        <>
          <p className="small quiet">{t.looking}</p>
          <Loading lines={3} />
        </>
      ) : null}
      {preview === null || problem !== null ? null : (
        <>
          <Rows preview={preview} />
          {preview.skipped > 0 ? (
            <p className="small data-asked">{t.skipped({ count: formats.number(preview.skipped) })}</p>
          ) : null}
          {preview.isWhole ? null : <p className="small quiet">{t.head}</p>}
          {others > 0 ? <p className="small quiet">{t.others({ count: others })}</p> : null}
        </>
      )}
    </section>
  );
}

function Rows({ preview: { columns, rows } }: { preview: Preview }) {
  const t = useTexts(previewTexts);
  const notes = useTexts(readingTexts).column;
  const formats = useFormats();
  const label = rows.length === 0 ? t.none : t.rows({ rows: rows.length });
  return (
    <Scrollable label={label} className="data-preview">
      <table className="table">
        <caption className="small quiet">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ name, type, note, emptied = 0 }) => (
              <th key={name} scope="col">
                {name}
                <span className="small quiet data-preview__type">{type}</span>
                {note === undefined ? null : (
                  <span className="data-mark data-mark--warn small">{notes.shortNotes[note]}</span>
                )}
                {emptied === 0 ? null : (
                  <span className="data-mark data-mark--warn small">
                    {notes.refused({ count: formats.number(emptied) })}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, place) => (
                <td key={columns[place]?.name ?? place}>{value ?? <em className="quiet">{t.empty}</em>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
