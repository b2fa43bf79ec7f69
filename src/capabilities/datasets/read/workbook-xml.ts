import type { Readable } from 'node:stream';
import sax, { type QualifiedTag, type SAXParser, type Tag } from 'sax';
import { AppError } from '../../../platform/errors/app-error.ts';
import { readErrors } from './errors.ts';

export interface XmlSeen {
  /** names without their prefix */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Parts of a workbook are a dozen deep. */
const deepest = 64;

/**
 * Reads one part of a workbook piece by piece. A document type is refused as soon as it begins: workbooks have none, and
 * entities that stand for entities are how a small file fills a memory.
 */
export async function readXml(content: Readable, name: string, seen: XmlSeen): Promise<void> {
  const pieces = xmlPieces(content, name, seen);
  while (!(await pieces.next()).done);
}

/** As `readXml`, stopping after each piece, so that what was seen can be passed on. */
export async function* xmlPieces(content: Readable, name: string, seen: XmlSeen): AsyncGenerator<undefined> {
  const parser = parserFor(name, seen);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of content) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw noDoctype(name);
      parser.write(text);
      yield undefined;
    }
    parser.close();
  } catch (error) {
    if (error instanceof AppError || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw readErrors.brokenWorkbook({ name, reason: firstLine(error as Error) });
  } finally {
    content.destroy();
  }
  yield undefined;
}

function parserFor(name: string, seen: XmlSeen): SAXParser {
  let depth = 0;
  const fail = (error: Error) => {
    throw error;
  };
  const text = (piece: string) => seen.text?.(piece);
  return Object.assign(sax.parser(true), {
    onerror: fail,
    ondoctype: () => fail(noDoctype(name)),
    onopentag: (tag: Tag | QualifiedTag) => {
      depth += 1;
      if (depth > deepest) throw readErrors.brokenWorkbook({ name, reason: `parts more than ${deepest} deep` });
      seen.open?.(localName(tag.name), tag.attributes as Readonly<Record<string, string>>);
    },
    onclosetag: (tag: string) => {
      depth -= 1;
      seen.close?.(localName(tag));
    },
    ontext: text,
    oncdata: text,
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const noDoctype = (name: string): AppError =>
  readErrors.brokenWorkbook({ name, reason: 'it declares a document type, which a workbook never does' });
const firstLine = ({ message }: Error): string => message.split('\n')[0] ?? '';
