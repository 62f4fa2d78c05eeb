/** What a file may hold. Larger ones are refused with a reason before they can take the tab's memory. */
export const limits = {
  workbookBytes: 50 * 2 ** 20,
  textBytes: 256 * 2 ** 20, // V8 strings end at 512 MB, and UTF-16 doubles ASCII
  columns: 500,
  rows: 1_048_576, // of Excel
  cells: 30_000_000, // of one sheet
  wholeCells: 8_000_000, // of a file that SheetJS makes an object a cell of
  area: 120_000_000, // cells between the first and the last, filled or not, where nearly all are empty
  characters: 256 * 2 ** 20, // in the texts of one sheet
  zipEntries: 2_000,
  /** Inflated. A sheet of 500,000 × 12 has 240 MB; what SheetJS reads, it takes as one string. */
  streamed: { entry: 800 * 2 ** 20, total: 1_200 * 2 ** 20 },
  whole: { entry: 200 * 2 ** 20, total: 400 * 2 ** 20 },
  zipRatio: 200, // inflated ÷ packed, asked of entries above 20 MB only: small XML packs better than that
} as const

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}
