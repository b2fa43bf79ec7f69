import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** 3 million US flights, January to June 2001 (date, delay, distance, origin, destination), as the npm package ships them. */
export function flightsFile(): string {
  const manifest = findPackageJSON('vega-datasets', import.meta.url);
  if (!manifest) throw new Error('the package vega-datasets is not installed: run npm ci');
  return join(dirname(manifest), 'data', 'flights-3m.parquet');
}
