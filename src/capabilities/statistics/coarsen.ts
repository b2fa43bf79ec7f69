const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Neighbouring cells of all sides counted together until each holds about its share of the first: by it alone, as the
 * others are compared with it.
 */
export function coarsen(sides: readonly (readonly number[])[], cells: number): number[][] {
  const [first = []] = sides;
  const share = sumOf(first) / cells;
  const coarse = sides.map((): number[] => []);
  let held = 0;
  let isOpen = false;
  first.forEach((count, cell) => {
    coarse.forEach((side, index) => {
      const own = sides[index]?.[cell] ?? 0;
      if (isOpen) side[side.length - 1] = (side.at(-1) ?? 0) + own;
      else side.push(own);
    });
    held += count;
    isOpen = held < share * (coarse[0]?.length ?? 1) - 1e-9;
  });
  return coarse;
}
