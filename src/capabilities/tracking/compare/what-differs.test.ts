import { expect, test } from 'vitest';
import { whatDiffers } from './what-differs.ts';

const run = (name: string, value: number, params: Readonly<Record<string, string>>) => ({
  id: name,
  name,
  value,
  params: new Map(Object.entries(params)),
});

test('DS2 of few runs it is told where the best stands alone, and nothing that they share', () => {
  const runs = [
    run('a', 0.7, { depth: '3', kind: 'tree', seed: '1', eta: '0.1' }),
    run('b', 0.9, { depth: '8', kind: 'tree', seed: '2', eta: '0.1' }),
    run('c', 0.8, { depth: '3', kind: 'tree', seed: '2', eta: '0.2', extra: 'x' }),
    run('d', 0.6, { depth: '5', kind: 'tree', seed: '2', eta: '0.1' }),
  ];
  const found = whatDiffers(runs, false);
  expect(found).toMatchObject({ best: { name: 'b' }, differing: 4, along: [] });
  expect(found?.differences).toEqual([{ key: 'depth', best: '8', others: ['3', '5'] }]);
  // Where less is better another is the best, and what it has not is told too.
  expect(whatDiffers(runs, true)?.best.name).toBe('d');
  expect(whatDiffers(runs.slice(0, 1), false)).toBeNull();
});

test('DS2 of many runs it is told what goes along with being better, and not what chance explains', () => {
  const noise = (n: number) => ((n * 7919) % 101) / 101;
  const runs = Array.from({ length: 60 }, (_, n) =>
    run(`r${n}`, 0.5 + 0.005 * (n % 20) + (n % 3 === 0 ? 0.2 : 0) + 0.01 * noise(n), {
      depth: String(n % 20),
      kind: n % 3 === 0 ? 'boosted' : 'linear',
      seed: String(Math.round(noise(n * 31) * 1000)),
      id: `own-${n}`,
    }),
  );
  const higher = whatDiffers(runs, false)?.along ?? [];
  expect(higher.map(({ key }) => key)).toEqual(['kind', 'depth']);
  expect(higher[0]).toEqual({ kind: 'class', key: 'kind', best: 'boosted' });
  const rho = higher[1]?.kind === 'number' ? higher[1].rho : 0;
  expect(rho).toBeGreaterThan(0.4);
  const lower = whatDiffers(runs, true)?.along ?? [];
  expect(lower[0]).toEqual({ kind: 'class', key: 'kind', best: 'linear' });
  expect(lower[1]).toMatchObject({ kind: 'number', key: 'depth', rho: -rho });
});

test('DS2 ties share their ranks: what is the same everywhere goes along with nothing', () => {
  const runs = Array.from({ length: 20 }, (_, n) =>
    run(`r${n}`, n % 2, { depth: String(n % 2 === 0 ? 1 : n), same: '1' }),
  );
  expect(whatDiffers(runs, false)?.along.map(({ key }) => key)).toEqual(['depth']);
  expect(
    whatDiffers(
      runs.map((each) => ({ ...each, value: 1 })),
      false,
    )?.along,
  ).toEqual([]);
});
