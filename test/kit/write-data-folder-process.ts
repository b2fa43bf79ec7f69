import { join } from 'node:path';
import { version } from '../../src/server/version.ts';
import { fixturesFolder, writeFixture } from './data-folder-fixture.ts';

/**
 * `node test/kit/write-data-folder-process.ts` writes the fixture of this version. At a release, once; before it, whenever a schema
 * step changes that no release has had yet. The fixture of a released version is never written again.
 */
await writeFixture(join(fixturesFolder, version));
