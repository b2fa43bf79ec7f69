/** The verdict on one figure: whether it keeps its limit, or that it has none. */
export function verdictOn({ value, limit }) {
  if (!limit) return 'stated';
  const kept = 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
  return kept ? 'kept' : 'MISSED';
}

const limitText = ({ limit }) => {
  if (!limit) return '';
  return 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
};

/** Three significant digits, and whole numbers in full. */
const numberText = (value) =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

/** A table in plain text: bench, figure, value with its unit, limit, verdict. */
export function tableOf(figures) {
  const head = ['bench', 'figure', 'value', 'limit', 'verdict'];
  const rows = figures.map((figure) => [
    figure.bench,
    figure.name,
    `${numberText(figure.value)} ${figure.unit}`,
    limitText(figure),
    verdictOn(figure),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
