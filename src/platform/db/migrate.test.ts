import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import type { AnyDb } from './database.ts';
import { migrate, NewerDataError, type SchemaStep } from './migrate.ts';

const creates = (name: string): SchemaStep => ({
  name,
  up: async (db) => {
    await db.schema.createTable(`t_${name}`).addColumn('id', 'text').execute();
  },
});

async function tables(db: AnyDb): Promise<string[]> {
  const found = await db.introspection.getTables();
  return found.map((table) => table.name).sort();
}

describeEachDatabase('house migrate', (kit) => {
  async function onEmpty(work: (database: Parameters<typeof migrate>[0]) => Promise<void>) {
    const { database, remove } = await kit.openEmpty();
    try {
      await work(database);
    } finally {
      await remove();
    }
  }

  test('house each step is done once, in order', () =>
    onEmpty(async (database) => {
      expect(await migrate(database, [creates('0001'), creates('0002')])).toEqual(['0001', '0002']);
      expect(await migrate(database, [creates('0001'), creates('0002')])).toEqual([]);
      expect(await migrate(database, [creates('0001'), creates('0002'), creates('0003')])).toEqual(['0003']);
      expect(await tables(database.reader)).toEqual(['t_0001', 't_0002', 't_0003']);
    }));

  test('house data of a newer Peil is refused with what to do', () =>
    onEmpty(async (database) => {
      await migrate(database, [creates('0001'), creates('0002')]);
      const older = migrate(database, [creates('0001')]);
      await expect(older).rejects.toThrow(NewerDataError);
      await expect(older).rejects.toThrow(/knows 0002.*Start the newer Peil/);
    }));

  test('house a migration that fails half-way leaves nothing', () =>
    onEmpty(async (database) => {
      const broken: SchemaStep = {
        name: '0002',
        up: async (db) => {
          await db.schema.createTable('half').addColumn('id', 'text').execute();
          await sql`select * from nowhere`.execute(db);
        },
      };
      await expect(migrate(database, [creates('0001'), broken])).rejects.toThrow('nowhere');
      expect(await tables(database.reader)).toEqual([]);
      expect(await migrate(database, [creates('0001'), creates('0002')])).toEqual(['0001', '0002']);
    }));
});
