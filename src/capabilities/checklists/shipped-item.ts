import type { TemplateItem } from './template-contract.ts';

/** An item that comes with Peil, in both languages; its key begins with its role. */
export type ShippedItem = Pick<TemplateItem, 'gate' | 'title' | 'help' | 'source'> & { key: string };
