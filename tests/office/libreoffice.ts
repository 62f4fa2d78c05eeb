import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'

const program = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
)
export const hasLibreOffice = program !== undefined
/** Of tests that run at once and wait for the same start, in ms. */
export const timeout = 240_000

/** Takes every formula's cached value out, so that whatever is read back was calculated by LibreOffice itself. */
export function withoutCachedValues(book: Uint8Array): Uint8Array {
  const files = unzipSync(book)
  for (const [name, bytes] of Object.entries(files))
    if (name.startsWith('xl/worksheets/'))
      files[name] = strToU8(strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))
  return zipSync(files)
}

/**
 * Recalculates a workbook and gives the cells of its first sheet as texts with all digits. A start of LibreOffice takes a second:
 * what is asked for while it runs waits for the next one, all together.
 */
export function recalculate(book: Uint8Array): Promise<readonly (readonly string[])[]> {
  return new Promise((resolve, reject) => {
    waiting.push({ book, resolve, reject })
    if (!isRunning) void runAll()
  })
}

interface Asked {
  readonly book: Uint8Array
  resolve(sheet: readonly (readonly string[])[]): void
  reject(error: unknown): void
}
const waiting: Asked[] = []
let isRunning = false
const together = 250 // ms that others may take to ask as well

async function runAll(): Promise<void> {
  isRunning = true
  while (waiting.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, together))
    const asked = waiting.splice(0)
    try {
      const texts = await recalculated(asked.map(({ book }) => withoutCachedValues(book)))
      asked.forEach(({ resolve }, at) =>
        resolve(Papa.parse<string[]>(texts[at] ?? '', { skipEmptyLines: false }).data),
      )
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
  isRunning = false
}

// filter options: comma, double quote, UTF-8, from line 1, …, cell contents not as shown, …, sheet number
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1'

async function recalculated(books: readonly Uint8Array[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-office-'))
  try {
    const inputs = books.map((_, at) => join(folder, `${at}.xlsx`))
    books.forEach((book, at) => writeFileSync(inputs[at] as string, book))
    const target = join(folder, 'out')
    const run = spawn(named(), argumentsOf(folder, asCsv, target, inputs), { timeout: 240_000 })
    let said = ''
    run.stderr.on('data', (text) => (said += text))
    await once(run, 'close')
    const outputs = existsSync(target) ? readdirSync(target) : []
    return books.map((_, at) => {
      const name = outputs.find((one) => one === `${at}.csv` || one.startsWith(`${at}-`))
      if (name === undefined) throw new Error(`LibreOffice wrote nothing: ${said}`)
      return readFileSync(join(target, name), 'utf8')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function named(): string {
  if (!program) throw new Error('LibreOffice is not installed')
  return program
}

function argumentsOf(folder: string, to: string, target: string, inputs: readonly string[]) {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  return [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', target, ...inputs]
}

/** The file as LibreOffice saves it in another format: ods, xls, xlsx, html, or a format with its filter. */
export function convert(book: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-office-'))
  try {
    const input = join(folder, `book.${from}`)
    writeFileSync(input, book)
    const target = join(folder, 'out')
    const run = spawnSync(named(), argumentsOf(folder, to, target, [input]), {
      encoding: 'utf8',
      timeout: 120_000,
    })
    const [output] = existsSync(target) ? readdirSync(target) : []
    if (output === undefined) throw new Error(`LibreOffice wrote nothing: ${run.stderr}`)
    return new Uint8Array(readFileSync(join(target, output)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
