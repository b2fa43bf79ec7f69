import './figure.css';
import { Popover } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

interface FigureProps {
  /** what it is, as people say it */
  label: string;
  value: string;
  unit: string;
  /** what it came from */
  source: string;
  /** when, or by what moment's figures */
  computed: string;
  /** which version of what made it */
  by: string;
  /** stands in what opens, below the facts */
  more?: ReactNode;
  children?: ReactNode;
}

/** A number that can be opened: its unit, its source, when it was computed, and by which version. */
export function Figure({ label, value, unit, source, computed, by, more, children }: FigureProps) {
  const t = useTexts(kitTexts).figure;
  const id = useId();
  return (
    <div className="figure">
      <div id={`${id}-label`} className="figure__label">
        {label}
      </div>
      <Popover position="bottom-start" width={300} trapFocus={false} returnFocus>
        <Popover.Target>
          <button
            type="button"
            className="button-plain figure__value"
            aria-labelledby={`${id}-label ${id}-value`}
            title={t.about({ what: label })}
          >
            <span id={`${id}-value`}>{value}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t.about({ what: label })}>
          <dl className="facts small figure__facts">
            <dt>{t.unit}</dt>
            <dd>{unit}</dd>
            <dt>{t.source}</dt>
            <dd>{source}</dd>
            <dt>{t.computed}</dt>
            <dd>{computed}</dd>
            <dt>{t.by}</dt>
            <dd>{by}</dd>
          </dl>
          {more}
        </Popover.Dropdown>
      </Popover>
      {children ? <div className="small quiet">{children}</div> : null}
    </div>
  );
}
