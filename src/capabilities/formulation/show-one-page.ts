import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { Difference } from '../decisions/contract.ts';
import { findDifferences, hashSnapshot, listDecisionsOf } from '../decisions/index.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import { layOutOnePage } from './one-page-blocks.ts';
import { gatherOnePage, namesOnPage } from './one-page-content.ts';
import type { Block } from './one-page-frame.ts';
import type { KeptPage, OnePage, OnePageContent, OnePageVersion } from './one-page-contract.ts';
import { toHtml } from './one-page-html.ts';
import { toMarkdown } from './one-page-markdown.ts';
import { getVersion } from './one-page-versions.ts';
import { getProblem } from './problem-queries.ts';

/** What a page says, in the pieces that every form of it writes. */
export interface LaidOut {
  blocks: Block[];
  content: OnePageContent;
  hash: string;
  language: Locale;
}
interface Asked {
  problemId: string;
  language?: Locale;
}

/** The page of a problem as it stands. */
export async function showOnePage(ctx: Context, asked: Asked): Promise<OnePage> {
  return writeOnePage(await layOutCurrent(ctx, asked));
}

/** A version as it was kept; only names that were erased since are gone from it. */
export async function showKeptPage(ctx: Context, asked: Asked & { number: number }): Promise<KeptPage> {
  const { version, ...laidOut } = await layOutKept(ctx, asked);
  return { ...writeOnePage(laidOut), ...version };
}

export async function layOutCurrent(ctx: Context, { problemId, language = ctx.locale }: Asked): Promise<LaidOut> {
  const content = await gatherOnePage(ctx, ctx.db, { problemId, evaluate: evaluateEvidence });
  return layOut(ctx.db, { content, hash: hashSnapshot(content).hash, language });
}

export async function layOutKept(
  ctx: Context,
  { problemId, number, language = ctx.locale }: Asked & { number: number },
): Promise<LaidOut & { version: OnePageVersion }> {
  await getProblem(ctx.db, problemId);
  const { content, ...version } = await getVersion(ctx.db, { problemId, number });
  return { ...(await layOut(ctx.db, { content, hash: version.hash, language })), version };
}

async function layOut(db: AnyDb, page: Omit<LaidOut, 'blocks'>): Promise<LaidOut> {
  const { content, language } = page;
  const decisions = await listDecisionsOf(db, content.problemId);
  const names = await namesOnPage(db, content, { decisions, language });
  return { ...page, blocks: layOutOnePage({ ...page, names }) };
}

function writeOnePage({ blocks, content, hash, language }: LaidOut): OnePage {
  return {
    hash,
    language,
    markdown: toMarkdown(blocks),
    html: toHtml(blocks, { language, title: content.title }),
    generatedFrom: content,
  };
}

/** What the version `number` says otherwise than `other`, or than the version before it. */
export async function compareOnePages(
  { db }: Pick<Context, 'db'>,
  { problemId, number, other = number - 1 }: { problemId: string; number: number; other?: number },
): Promise<{ from: number | null; to: number; differences: Difference[] }> {
  await getProblem(db, problemId);
  const { content } = await getVersion(db, { problemId, number });
  if (other === 0) return { from: null, to: number, differences: [] };
  const before = await getVersion(db, { problemId, number: other });
  return { from: other, to: number, differences: findDifferences(before.content, content) };
}
