import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The files that the examples count in, as the npm package ships them: flights of the US Bureau of Transportation
 * Statistics, wildlife strikes reported to the FAA, and the weather of NOAA, all of them works of the US government.
 */
export type DataFile = 'flights-3m.parquet' | 'birdstrikes.csv' | 'seattle-weather.csv';

export function dataFile(name: DataFile): string {
  const manifest = findPackageJSON('vega-datasets', import.meta.url);
  if (!manifest) throw new Error('the package vega-datasets is not installed: run npm ci');
  return join(dirname(manifest), 'data', name);
}
