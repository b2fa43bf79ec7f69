import { existsSync } from 'node:fs';
import { readers, suppliers } from '../../.dependency-cruiser.mjs';
import { at } from './root.mjs';

const begin = '<!-- generated from .dependency-cruiser.mjs by npm run generate -->';
const end = '<!-- end of what is generated -->';

const isThere = (name) => existsSync(at('src', 'capabilities', name));

/** Suppliers that another supplier brings along anyway are left out of the picture: it shows the shortest way down. */
function direct(name) {
  const own = suppliers[name].filter(isThere);
  const reached = new Set(own.flatMap((supplier) => [...below(supplier)]));
  return own.filter((supplier) => !reached.has(supplier));
}

function below(name, seen = new Set()) {
  for (const supplier of suppliers[name].filter(isThere)) {
    if (seen.has(supplier)) continue;
    seen.add(supplier);
    below(supplier, seen);
  }
  return seen;
}

function diagram() {
  const capabilities = Object.keys(suppliers).filter(isThere);
  const lines = [
    'flowchart TD',
    '  server --> capabilities',
    '  subgraph capabilities',
    ...capabilities.map((name) => `    ${name}`),
    ...capabilities.flatMap((name) => direct(name).map((supplier) => `    ${name} --> ${supplier}`)),
    ...readers.filter(isThere).map((name) => `    ${name}["${name} (reads all)"]`),
    '  end',
    '  web --> contracts["contract.ts of each capability"]',
    '  cli --> contracts',
    '  contracts --- capabilities',
    '  capabilities --> platform',
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

/** The text with its picture replaced, or with one at the end where it had none. */
export function withDiagram(text) {
  const made = `${begin}\n\n${diagram()}\n\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from >= 0 && to > from) return text.slice(0, from) + made + text.slice(to + end.length);
  return `${text.trimEnd()}\n\n## The capabilities that are there, and their suppliers\n\n${made}\n`;
}
