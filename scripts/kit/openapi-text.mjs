import { openApiDocument } from '../../src/platform/http/openapi.ts';
import { routes } from '../../src/server/capabilities.ts';
import { version } from '../../src/server/version.ts';

/** The document that the server answers at /openapi.json. */
export function openApiText() {
  const endpoints = routes.map(({ endpoint }) => endpoint);
  return `${JSON.stringify(openApiDocument(endpoints, { version }), null, 2)}\n`;
}
