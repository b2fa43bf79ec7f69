import { expect, test } from 'vitest';
import { kindOf, readTable } from './artifact-kind.ts';

test('DS1 a file is shown by what its name says, and what could run is not', () => {
  const kinds = ['a.PNG', 'report.html', 'eval.json', 'rows.parquet', 'MLmodel', 'model.pkl', 'x.js', 'noname'].map(
    kindOf,
  );
  expect(kinds).toEqual(['image', 'html', 'table', 'parquet', 'model', 'other', 'other', 'other']);
});

test('DS1 a table is read as clients log it, and as separated values', () => {
  expect(readTable('eval.json', '{"columns":["id","score"],"data":[[1,0.5],["b",null]]}')).toEqual({
    columns: ['id', 'score'],
    rows: [
      ['1', '0.5'],
      ['b', null],
    ],
  });
  expect(readTable('x.json', '{"a":1}')).toBeNull();
  expect(readTable('x.json', '{"columns":')).toBeNull();
  expect(readTable('x.csv', 'a,b\r\n"1,5","x"\n2,y')).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['1,5', 'x'],
      ['2', 'y'],
    ],
  });
  expect(readTable('x.csv', 'only one column\nx')).toBeNull();
  const long = `a,b\n${'1,2\n'.repeat(500)}`;
  expect(readTable('x.csv', long)?.rows).toHaveLength(50);
});
