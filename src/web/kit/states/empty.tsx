import './states.css';
import type { ReactNode } from 'react';
import { StillWater } from './still-water.tsx';

/** Nothing here yet: says what will be here, and offers the one thing that begins it. */
export function Empty({ title, body, action }: { title: string; body: string; action?: ReactNode }) {
  return (
    <div className="state">
      <StillWater />
      <h2>{title}</h2>
      <p className="quiet">{body}</p>
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
