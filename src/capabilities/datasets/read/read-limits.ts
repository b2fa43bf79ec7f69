const mega = 1024 * 1024;

/** What a file may ask of this machine. */
export const readLimits = {
  /** one line of text, or one record where a text holds line breaks */
  line_bytes: 64 * mega,
  columns: 2000,
  /** a name is shown on pages, and kept with every version */
  nameLength: 200,
  /** what a packed file may become */
  unpacked_bytes: 16 * 1024 * mega,
  /** beyond the first 64 MB a file that grows more than this while it is unpacked is no data */
  unpackedRatio: 300,
  ratioCountsFrom_bytes: 64 * mega,
  /** levels of lists and records in one another */
  jsonDepth: 100,
  /** as Excel itself has it */
  sheetRows: 1_048_576,
  /** the texts of a workbook are held while it is read */
  sharedTexts_bytes: 128 * mega,
  /** how long reading one file may take */
  duration_ms: 30 * 60_000,
};
