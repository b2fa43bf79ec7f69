/** Rows of cells: for each feature the cell in which the row falls. */
export interface CellTable {
  /** how many cells each feature has */
  sizes: readonly number[];
  /** row by row, feature by feature */
  cells: Uint16Array;
  hits: Uint8Array;
}

export interface Logistic {
  intercept: number;
  /** one for each cell of each feature, features one after another */
  weights: Float64Array;
  offsets: readonly number[];
}

const steps = 120;
const rate = 0.1;
const [firstDecay, secondDecay, tiny] = [0.9, 0.999, 1e-8];

/**
 * A logistic regression on cells, each of which has a weight that is held back (ridge): simple, without chance, and able to
 * follow what is not a straight line. Full steps by the method of Kingma and Ba (2015).
 */
export function fitLogistic(table: CellTable, rows: readonly number[], ridge = 1): Logistic {
  const offsets = offsetsOf(table.sizes);
  const count = (offsets.at(-1) ?? 0) + (table.sizes.at(-1) ?? 0);
  const model: Logistic = { intercept: logOdds(table, rows), weights: new Float64Array(count), offsets };
  const gradient = new Float64Array(count + 1);
  const first = new Float64Array(count + 1);
  const second = new Float64Array(count + 1);
  for (let step = 1; step <= steps; step += 1) {
    gradientOf({ table, rows, model, ridge }, gradient);
    for (let at = 0; at <= count; at += 1) {
      const slope = gradient[at] ?? 0;
      const f = (first[at] = firstDecay * (first[at] ?? 0) + (1 - firstDecay) * slope);
      const s = (second[at] = secondDecay * (second[at] ?? 0) + (1 - secondDecay) * slope * slope);
      const move = (rate * (f / (1 - firstDecay ** step))) / (Math.sqrt(s / (1 - secondDecay ** step)) + tiny);
      if (at === count) model.intercept -= move;
      else model.weights[at] = (model.weights[at] ?? 0) - move;
    }
  }
  return model;
}

function offsetsOf(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    const offset = sum;
    sum += size;
    return offset;
  });
}

/** Half a case on either side, so that one class alone gives a number too. */
function logOdds({ hits }: CellTable, rows: readonly number[]): number {
  const positives = rows.reduce((sum, row) => sum + (hits[row] ?? 0), 0);
  return Math.log((positives + 0.5) / (rows.length - positives + 0.5));
}

interface Fitting {
  table: CellTable;
  rows: readonly number[];
  model: Logistic;
  ridge: number;
}

/** Of the mean loss; the last place is the intercept, which is not held back. */
function gradientOf({ table, rows, model, ridge }: Fitting, into: Float64Array): void {
  into.fill(0);
  const width = table.sizes.length;
  const last = into.length - 1;
  const share = 1 / Math.max(1, rows.length);
  for (const row of rows) {
    const miss = share * (chanceOf(scoreOf(model, table, row)) - (table.hits[row] ?? 0));
    for (let feature = 0; feature < width; feature += 1)
      add(into, (model.offsets[feature] ?? 0) + (table.cells[row * width + feature] ?? 0), miss);
    add(into, last, miss);
  }
  for (let at = 0; at < last; at += 1) add(into, at, share * ridge * (model.weights[at] ?? 0));
}

function add(into: Float64Array, place: number, value: number): void {
  into[place] = (into[place] ?? 0) + value;
}

/** In log-odds: the higher, the more likely a hit. */
export function scoreOf(model: Logistic, { sizes, cells }: CellTable, row: number): number {
  const width = sizes.length;
  let score = model.intercept;
  for (let feature = 0; feature < width; feature += 1)
    score += model.weights[(model.offsets[feature] ?? 0) + (cells[row * width + feature] ?? 0)] ?? 0;
  return score;
}

export const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));
