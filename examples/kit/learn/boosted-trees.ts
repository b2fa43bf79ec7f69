import { type Cases, chance, columnsOf, type Learnt } from './cases.ts';

interface Options {
  features: readonly string[];
  /** questions that a tree asks one after the other, at most */
  depth: number;
  /** how much of what a tree found is taken over */
  rate: number;
  /** how strongly what a leaf says is held back */
  ridge: number;
}

type Tree = { says: number } | { feature: string; below: number; yes: Tree; no: Tree };

/** So many values of a field are told apart. */
const mostBins = 32;

/** Small trees, each learning what those before it left (Friedman, 2001; by first and second derivatives). */
export function* boostedTrees(cases: Cases, options: Options): Generator<Learnt, never> {
  const { truth } = cases;
  const grower = growerOf(cases, options);
  const late = truth.reduce((sum, is) => sum + is, 0);
  const begin = Math.log(late / (truth.length - late));
  const logits = new Float64Array(truth.length).fill(begin);
  const trees: Tree[] = [];
  for (;;) {
    for (const [row, is] of truth.entries()) {
      const said = chance(logits[row] ?? 0);
      grower.slope[row] = said - is;
      grower.spread[row] = said * (1 - said);
    }
    trees.push(grower.grow(logits));
    yield learnt(begin, [...trees]);
  }
}

function learnt(begin: number, trees: readonly Tree[]): Learnt {
  return {
    score: ({ columns, truth }) =>
      Float64Array.from(truth, (_, row) => {
        let logit = begin;
        for (const tree of trees) logit += ask(tree, columns, row);
        return chance(logit);
      }),
    content: { begin, trees },
  };
}

function ask(tree: Tree, columns: Cases['columns'], row: number): number {
  let node = tree;
  while ('feature' in node) node = (columns[node.feature]?.[row] ?? 0) < node.below ? node.yes : node.no;
  return node.says;
}

interface Split {
  field: number;
  bin: number;
  gain: number;
}

function growerOf(cases: Cases, { features, depth, rate, ridge }: Options) {
  const columns = columnsOf(cases, features);
  const cuts = columns.map(cutsOf);
  const bins = columns.map((column, field) => Uint8Array.from(column, (value) => binOf(value, cuts[field] ?? [])));
  const slope = new Float64Array(cases.truth.length);
  const spread = new Float64Array(cases.truth.length);
  const worth = (first: number, second: number) => first ** 2 / (second + ridge);

  /** Every question about one field, with what it gains. */
  function splitsBy(field: number, rows: Uint32Array): Split[] {
    const [first, second] = [slope, spread].map((values) => addUp(values, rows, bins[field])) as [Sums, Sums];
    const [all, allSpread] = [sum(first), sum(second)];
    let [left, leftSpread] = [0, 0];
    return (cuts[field] ?? []).map((_, bin) => {
      left += first[bin] ?? 0;
      leftSpread += second[bin] ?? 0;
      const gain = worth(left, leftSpread) + worth(all - left, allSpread - leftSpread) - worth(all, allSpread);
      return { field, bin, gain };
    });
  }

  /** The question that tells most apart, if any does. */
  function bestSplit(rows: Uint32Array): Split | null {
    const all = bins.flatMap((_, field) => splitsBy(field, rows));
    return all.reduce<Split | null>((best, each) => (each.gain > (best?.gain ?? 1e-9) ? each : best), null);
  }

  function growFrom(rows: Uint32Array, left: number, logits: Float64Array): Tree {
    const split = left > 0 ? bestSplit(rows) : null;
    if (!split) return leaf(rows, logits);
    const own = bins[split.field];
    const isBelow = (row: number) => (own?.[row] ?? 0) <= split.bin;
    return {
      feature: features[split.field] ?? '',
      below: cuts[split.field]?.[split.bin] ?? 0,
      yes: growFrom(rows.filter(isBelow), left - 1, logits),
      no: growFrom(
        rows.filter((row) => !isBelow(row)),
        left - 1,
        logits,
      ),
    };
  }

  function leaf(rows: Uint32Array, logits: Float64Array): Tree {
    let [first, second] = [0, 0];
    for (const row of rows) {
      first += slope[row] ?? 0;
      second += spread[row] ?? 0;
    }
    const says = (-rate * first) / (second + ridge);
    for (const row of rows) logits[row] = (logits[row] ?? 0) + says;
    return { says };
  }

  const all = Uint32Array.from(cases.truth, (_, row) => row);
  /** Grows one tree from slope and spread, and adds what it says to the logits. */
  return { slope, spread, grow: (logits: Float64Array) => growFrom(all, depth, logits) };
}

type Sums = Float64Array;

/** Values of these rows added up by the bins of a field. */
function addUp(values: Float64Array, rows: Uint32Array, own: Uint8Array | undefined): Sums {
  const sums = new Float64Array(mostBins);
  for (const row of rows) {
    const bin = own?.[row] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + (values[row] ?? 0);
  }
  return sums;
}

/** Between equal shares of the cases; a value that many have is in one bin. */
function cutsOf(column: Float64Array): number[] {
  const sorted = column.toSorted();
  const cuts = Array.from(
    { length: mostBins - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / mostBins)],
  );
  return [...new Set(cuts)].filter((cut) => cut !== undefined && cut > (sorted[0] ?? 0)) as number[];
}

/** The number of cuts at or below a value. */
function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value >= (cuts[bin] ?? 0)) bin += 1;
  return bin;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
