import type { Locale } from '../../platform/text/locale.ts';
import type { Block } from './one-page-frame.ts';

/** A page by itself: no script, nothing fetched, and its own rules for paper. */
export function toHtml(blocks: readonly Block[], { language, title }: { language: Locale; title: string }): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(writeBlock),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'sentence':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'words':
      return `<blockquote>${escapeHtml(block.text.trim())}</blockquote>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return writeTable(block);
    case 'seal':
      return `<footer>${block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>`;
  }
}

function writeTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const top = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows
    .map(([name = '', ...cells]) => {
      const rest = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
      return `<tr><th scope="row">${escapeHtml(name)}</th>${rest}</tr>`;
    })
    .join('');
  return `<table><thead><tr>${top}</tr></thead><tbody>${body}</tbody></table>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const style = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a2430; font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #c9d1da; }
h3 { font-size: 1rem; margin: 1.1rem 0 .25rem; }
p, ul, blockquote, table { margin: .35rem 0; }
blockquote { margin-left: 0; padding-left: .75rem; border-left: 3px solid #c9d1da; white-space: pre-wrap; }
ul { padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; font-weight: 400; border-bottom: 1px solid #e3e8ee; }
thead th { font-weight: 600; }
td, thead th + th { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; }
footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid #c9d1da; color: #4a5866; font-size: .8rem; }
footer p { margin: 0; }
@page { size: A4; margin: 15mm; }
@media print {
  body { font-size: 10pt; line-height: 1.35; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 1rem; }
  h1, h2, h3 { break-after: avoid; }
  table, li, footer { break-inside: avoid; }
}
`;
