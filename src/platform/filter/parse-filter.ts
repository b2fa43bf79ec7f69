import { filterErrors } from './errors.ts';
import { type Comparison, fieldOf, type Filter, type Operator } from './filter.ts';
import type { FilterNeed } from './filter-needs.ts';
import { readWords, type Word } from './read-words.ts';

/** So deep may parentheses stand in one another: no reader follows more, and no stack is asked for more. */
const deepest = 50;
/** What databases take of one statement, with room to spare. */
const mostComparisons = 200;
const mostListed = 10_000;

/**
 * Reads `metrics.auc > 0.8 and (params.kind = 'tree' or tags.team like 'n%')`. AND binds closer than OR; an AND at the end is
 * tolerated, as clients leave one. An empty text asks nothing: null. Throws `filter.bad_filter` with the place.
 */
export function parseFilter(text: string): Filter | null {
  if (text === '') return null;
  const read = readWords(text);
  if ('unreadable' in read) throw refusal(text, read.unreadable, 'word');
  const reader = new Reader(text, read.words);
  const filter = reader.either(0);
  reader.end();
  return filter;
}

export function refusal(filter: string, position: number, need: FilterNeed): Error {
  return filterErrors.badFilter({ filter, position, need });
}

class Reader {
  readonly #text: string;
  readonly #words: readonly Word[];
  #next = 0;
  #comparisons = 0;

  constructor(text: string, words: readonly Word[]) {
    this.#text = text;
    this.#words = words;
  }

  either(depth: number): Filter {
    const parts = [this.#all(depth)];
    while (this.#takeKeyword('OR')) parts.push(this.#all(depth));
    return joined('or', parts);
  }

  end(): void {
    if (this.#peek()) throw this.#expected('end');
  }

  #all(depth: number): Filter {
    const parts = [this.#one(depth)];
    while (this.#takeKeyword('AND')) {
      if (!this.#peek()) break;
      parts.push(this.#one(depth));
    }
    return joined('and', parts);
  }

  #one(depth: number): Filter {
    if (depth > deepest) throw this.#expected('shallower');
    if (this.#takeKeyword('NOT')) return { kind: 'not', part: this.#one(depth + 1) };
    if (!this.#takeMark('(')) return this.#comparison();
    const inner = this.either(depth + 1);
    if (!this.#takeMark(')')) throw this.#expected('close');
    return inner;
  }

  #comparison(): Comparison {
    this.#comparisons++;
    if (this.#comparisons > mostComparisons) throw this.#expected('fewer');
    const name = this.#peek();
    const [prefix, key] = this.#nameOf(name);
    const field = fieldOf(prefix, key);
    if (!field) throw this.#expected('prefix');
    this.#next++;
    const operator = this.#operator();
    const value = this.#value(operator);
    return { kind: 'compare', ...field, operator, value, position: name?.at ?? 0 };
  }

  /** A name in quotes looks like a value. */
  #nameOf(word: Word | undefined): [string | null, string] {
    if (word?.kind === 'name') return [word.prefix, word.key];
    if (word?.kind === 'string') return [null, word.value];
    throw this.#expected('name');
  }

  #operator(): Operator {
    const word = this.#peek();
    if (word?.kind === 'operator') {
      this.#next++;
      return word.text as Operator;
    }
    if (this.#takeKeyword('LIKE')) return 'LIKE';
    if (this.#takeKeyword('ILIKE')) return 'ILIKE';
    if (this.#takeKeyword('IN')) return 'IN';
    if (this.#takeKeyword('NOT')) {
      if (this.#takeKeyword('IN')) return 'NOT IN';
      throw this.#expected('operator');
    }
    if (this.#takeKeyword('IS')) {
      const isNot = this.#takeKeyword('NOT');
      if (this.#takeKeyword('NULL')) return isNot ? 'IS NOT NULL' : 'IS NULL';
      throw this.#expected('operator');
    }
    throw this.#expected('operator');
  }

  #value(operator: Operator): Comparison['value'] {
    if (operator === 'IS NULL' || operator === 'IS NOT NULL') return null;
    if (operator === 'IN' || operator === 'NOT IN') return this.#list();
    const word = this.#peek();
    if (word?.kind !== 'number' && word?.kind !== 'string') throw this.#expected('value');
    this.#next++;
    return word.value;
  }

  #list(): string[] {
    if (!this.#takeMark('(')) throw this.#expected('list');
    const values: string[] = [];
    do {
      const word = this.#peek();
      if (word?.kind !== 'string') throw this.#expected('list');
      if (values.length === mostListed) throw this.#expected('fewer');
      values.push(word.value);
      this.#next++;
    } while (this.#takeMark(','));
    if (!this.#takeMark(')')) throw this.#expected('close');
    return values;
  }

  #peek(): Word | undefined {
    return this.#words[this.#next];
  }

  #takeKeyword(text: string): boolean {
    return this.#take('keyword', text);
  }

  #takeMark(text: string): boolean {
    return this.#take('mark', text);
  }

  #take(kind: 'keyword' | 'mark', text: string): boolean {
    const word = this.#peek();
    if (word?.kind !== kind || word.text !== text) return false;
    this.#next++;
    return true;
  }

  #expected(need: FilterNeed): Error {
    return refusal(this.#text, this.#peek()?.at ?? this.#text.length, need);
  }
}

function joined(kind: 'and' | 'or', parts: readonly Filter[]): Filter {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}
