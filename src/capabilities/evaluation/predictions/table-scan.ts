const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
/** Brackets and braces differ in one bit. */
const isOpening = (byte: number): boolean => (byte | 0x20) === 0x7b;
const isClosing = (byte: number): boolean => (byte | 0x20) === 0x7d;
const [lineFeed, carriageReturn, space] = [0x0a, 0x0d, 0x20];

/** So long is no list of names. */
const mostOfColumns_bytes = 1_000_000;

/**
 * Reads a table of `mlflow.log_table`, `{"columns": [...], "data": [[...], ...]}`, piece by piece: it holds the names and nothing
 * of the rows, however many there are. Whether a row is JSON at all is left to who reads the rows.
 */
export class TableScan {
  /** null until they are found */
  columns: string[] | null = null;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** of the whole object, whose value is being read */
  #key = '';
  /** what is kept of the key or the value being read */
  #kept: number[] = [];

  /** The object has ended. */
  get isWhole(): boolean {
    return this.#depth === 0 && !this.#isInText;
  }

  /** What is of rows in this piece, a row a line; the piece itself is written over. */
  push(piece: Buffer): Buffer {
    const rows: Buffer[] = [];
    let from = this.#isInRows ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      const wasInRows = this.#isInRows;
      this.#step(byte);
      if (wasInRows && this.#isInRows) piece[at] = this.#asInLines(byte);
      else if (this.#isInRows) from = at + 1;
      else if (wasInRows) {
        rows.push(piece.subarray(from, at));
        from = -1;
      }
    }
    if (from >= 0) rows.push(piece.subarray(from));
    return rows.length === 1 && rows[0] ? rows[0] : Buffer.concat(rows);
  }

  get #isInRows(): boolean {
    return this.#depth > 1 && this.#key === 'data';
  }

  /** Rows are told apart by a line feed, and by nothing else. */
  #asInLines(byte: number): number {
    if (this.#isInText) return byte;
    if (byte === comma && this.#depth === 2) return lineFeed;
    return byte === lineFeed || byte === carriageReturn ? space : byte;
  }

  #step(byte: number): void {
    if (this.#isInText) this.#stepInText(byte);
    else if (byte === quote) this.#isInText = true;
    else if (isOpening(byte)) this.#depth += 1;
    else if (isClosing(byte)) this.#depth -= 1;
    if (this.#depth > 1 && this.#key !== 'columns') return;
    if (!this.#isInText && this.#endsPart(byte)) return;
    if (this.#kept.length < mostOfColumns_bytes) this.#kept.push(byte);
  }

  #stepInText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isInText = false;
  }

  /** A key, a value, or the bracket that begins or ends the object. */
  #endsPart(byte: number): boolean {
    const isEdge = this.#depth === 0 || (this.#depth === 1 && this.#kept.length === 0 && isOpening(byte));
    if (this.#depth === 1 && byte === colon) {
      this.#key = String(JSON.parse(this.#takeKept()));
      return true;
    }
    if (!isEdge && !(this.#depth === 1 && byte === comma)) return false;
    this.#endValue();
    return true;
  }

  #endValue(): void {
    const text = this.#takeKept();
    if (this.#key === 'columns') {
      const names: unknown = JSON.parse(text);
      this.columns = Array.isArray(names) ? names.map(String) : [];
    }
    this.#key = '';
  }

  #takeKept(): string {
    const text = Buffer.from(this.#kept).toString();
    this.#kept = [];
    return text;
  }
}
