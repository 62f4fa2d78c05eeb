import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'

const program = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
)
export const hasLibreOffice = program !== undefined

/** Takes every formula's cached value out, so that whatever is read back was calculated by LibreOffice itself. */
export function withoutCachedValues(book: Uint8Array): Uint8Array {
  const files = unzipSync(book)
  for (const [name, bytes] of Object.entries(files))
    if (name.startsWith('xl/worksheets/'))
      files[name] = strToU8(strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))
  return zipSync(files)
}

/** Recalculates a workbook and gives the cells of one sheet (from 1) as texts with all digits. */
export function recalculate(book: Uint8Array, sheet = 1): readonly (readonly string[])[] {
  // filter options: comma, double quote, UTF-8, from line 1, …, cell contents not as shown, …, sheet number
  const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,${sheet}`
  const text = new TextDecoder().decode(convert(withoutCachedValues(book), 'xlsx', filter))
  return Papa.parse<string[]>(text, { skipEmptyLines: false }).data
}

/** The file as LibreOffice saves it in another format: ods, xls, xlsx, html, or a format with its filter. */
export function convert(book: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  if (!program) throw new Error('LibreOffice is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-office-'))
  try {
    const input = join(folder, `book.${from}`)
    writeFileSync(input, book)
    const target = join(folder, 'out')
    const run = spawnSync(
      program,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--norestore',
        '--convert-to',
        to,
        '--outdir',
        target,
        input,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    const [output] = existsSync(target) ? readdirSync(target) : []
    if (output === undefined) throw new Error(`LibreOffice wrote nothing: ${run.stderr}`)
    return new Uint8Array(readFileSync(join(target, output)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
