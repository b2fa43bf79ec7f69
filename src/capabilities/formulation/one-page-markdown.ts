import type { Block } from './one-page-frame.ts';

/** Markdown in which everything that people wrote stays text: no link, no heading, no HTML comes out of it. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeLine(block.text)}`;
    case 'sentence':
      return escapeLine(block.text);
    case 'words':
      return writeWords(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeLine(item)}`).join('\n');
    case 'table':
      return [block.head, block.head.map((_, at) => (at === 0 ? '---' : '---:')), ...block.rows]
        .map((cells, row) => `| ${cells.map((cell) => (row === 1 ? cell : escapeLine(cell))).join(' | ')} |`)
        .join('\n');
    case 'seal':
      return `---\n\n${block.lines.map(escapeLine).join('\\\n')}`;
  }
}

/** As a quotation: its own line breaks are kept, and nothing in it can end it. */
function writeWords(text: string): string {
  const lines = text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => escapeLine(line));
  return lines
    .map((line, at) => (line === '' ? '>' : `> ${line}${(lines[at + 1] ?? '') === '' ? '' : '\\'}`))
    .join('\n');
}

/** One line of plain text, so that Markdown shows exactly that text. */
export function escapeLine(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*[\r\n]\s*/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&$^@!]/g, (sign) => `\\${sign}`)
    .replaceAll(/:(?=\/\/)/g, () => '\\:')
    .replaceAll(/www\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/^[-+=:]/, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, (_, number: string, sign: string) => `${number}\\${sign}`);
}
