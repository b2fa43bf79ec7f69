import './chart.css';
import { lazy, Suspense, useId, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Scrollable } from '../layout/scrollable.tsx';
import { kitTexts } from '../texts.ts';
import type { Picture } from './picture.ts';

const Draw = lazy(() => import('./draw.tsx').then((module) => ({ default: module.Draw })));

/** A chart: its title says what it has found, and behind it are the figures as a table. */
export function Chart({ picture }: { picture: Picture }) {
  const t = useTexts(kitTexts).chart;
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart__head">
        <h4 id={id}>{picture.title}</h4>
        {picture.note ? <p className="small quiet">{picture.note}</p> : null}
      </figcaption>
      <div className={isTable ? 'chart__drawing chart__drawing--printed-only' : 'chart__drawing'}>
        <Suspense fallback={<div className="chart__waiting" style={{ height: picture.height }} aria-busy="true" />}>
          <Draw picture={picture} />
        </Suspense>
      </div>
      {isTable ? <PictureTable picture={picture} /> : null}
      <button
        type="button"
        className="button-plain link small not-printed"
        aria-expanded={isTable}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? t.asChart : t.asTable}
        <span className="unseen"> {picture.title}</span>
      </button>
    </figure>
  );
}

function PictureTable({ picture: { title, table } }: { picture: Picture }) {
  return (
    <Scrollable label={title}>
      <table className="table">
        <thead>
          <tr>
            {table.head.map((name, index) => (
              <th key={name} scope="col" className={index === 0 ? undefined : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key="name" scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.head[index]} className="number">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
