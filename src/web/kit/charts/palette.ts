/** Colours of a chart, read from the tokens of the scheme that is shown. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  sheet: string;
  water: string;
  wash: string;
  waterLine: string;
  low: string;
  lowLine: string;
  font: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink'),
    quiet: token('ink-2'),
    line: token('line'),
    sheet: token('sheet'),
    water: token('water'),
    wash: token('water-wash'),
    waterLine: token('water-line'),
    low: token('low'),
    lowLine: token('low-line'),
    font: token('sans'),
  };
}

/** Between two colours such as #0d5b66: at 0 the one, at 1 the other. */
export function mixColours(one: string, other: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const others = parts(other);
  const mixed = parts(one).map((part, at) => Math.round(part + ((others[at] ?? part) - part) * share));
  return `rgb(${mixed.join(', ')})`;
}
