import './variants.css';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Variant, VariantDifference, VariantSettings } from '../contract.ts';
import { VariantActions } from './variant-actions.tsx';
import { variantTexts } from './variant-texts.ts';

type Row = Pick<VariantDifference, 'what' | 'key'>;

interface VariantsTableProps {
  variants: readonly Variant[];
  problemId: string;
  mayLog: boolean;
  change: (variant: Variant) => void;
}

/** Variants side by side: what each is trained on, and where that is another than with its parent. */
export function VariantsTable({ variants, problemId, mayLog, change }: VariantsTableProps) {
  const t = useTexts(variantTexts);
  const formats = useFormats();
  const nameOf = new Map(variants.map(({ id, name }) => [id, name]));
  const keys = [...new Set(variants.flatMap(({ settings }) => settings.params.map(({ key }) => key)))];
  const rows: Row[] = [
    { what: 'segment', key: null },
    { what: 'window', key: null },
    { what: 'data', key: null },
    ...keys.map((key) => ({ what: 'param' as const, key })),
  ];
  const labelOf = ({ what, key }: Row) => (what === 'param' ? t.rows.param({ key: key ?? '' }) : t.rows[what]);
  return (
    <Scrollable label={t.title}>
      <table className="variants">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            {variants.map(({ id, name, parentId }) => (
              <th key={id} scope="col">
                {name}
                {parentId === null ? null : (
                  <span className="variants__from small quiet">{t.from({ name: nameOf.get(parentId) ?? '' })}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.rows.runs}</th>
            {variants.map(({ id, runs }) => (
              <td key={id}>{formats.number(runs, 0)}</td>
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={`${row.what} ${row.key}`}>
              <th scope="row">{labelOf(row)}</th>
              {variants.map((variant) => (
                <Cell key={variant.id} row={row} variant={variant} />
              ))}
            </tr>
          ))}
          {variants.some(({ note }) => note !== '') ? (
            <tr>
              <th scope="row">{t.rows.note}</th>
              {variants.map(({ id, note }) => (
                <td key={id}>{note}</td>
              ))}
            </tr>
          ) : null}
          {mayLog ? (
            <tr className="not-printed">
              <th scope="row">
                <span className="unseen">{t.change}</span>
              </th>
              {variants.map((variant) => (
                <td key={variant.id}>
                  <VariantActions {...{ problemId, variant }} change={() => change(variant)} />
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
    </Scrollable>
  );
}

function Cell({ row, variant }: { row: Row; variant: Variant }) {
  const t = useTexts(variantTexts);
  const windowOf = useWindow();
  const { settings, parentId, differences } = variant;
  const difference =
    parentId === null ? undefined : differences.find((one) => one.what === row.what && one.key === row.key);
  const shown = (text: string | null) => text ?? (row.what === 'segment' ? t.everything : t.unsaid);
  const own = row.what === 'window' ? windowOf(settings) : valueOf(settings, row);
  if (!difference) return <td className={own === null ? 'quiet' : undefined}>{shown(own)}</td>;
  const before =
    row.what === 'window' && difference.parent !== null ? windowOf(bounds(difference.parent)) : difference.parent;
  const title = t.another({ parent: shown(before) });
  return (
    <td className="variants__another">
      <span aria-hidden="true">≠ </span>
      {shown(own)}
      <span className="variants__before small quiet">{title}</span>
    </td>
  );
}

function valueOf(settings: VariantSettings, { what, key }: Row): string | null {
  if (what === 'param') return settings.params.find((param) => param.key === key)?.value ?? null;
  return what === 'segment' ? settings.segment : settings.data;
}

type Window = Pick<VariantSettings, 'windowFrom' | 'windowTo'>;

function bounds(window: string): Window {
  const [from = '..', to = '..'] = window.split('/');
  return { windowFrom: from === '..' ? null : from, windowTo: to === '..' ? null : to };
}

function useWindow(): (window: Window) => string | null {
  const t = useTexts(variantTexts).window;
  const formats = useFormats();
  return ({ windowFrom, windowTo }) => {
    if (windowFrom !== null && windowTo !== null)
      return t.both({ from: formats.date(windowFrom), to: formats.date(windowTo) });
    if (windowFrom !== null) return t.from({ from: formats.date(windowFrom) });
    return windowTo === null ? null : t.to({ to: formats.date(windowTo) });
  };
}
