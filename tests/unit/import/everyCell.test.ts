import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type Job, type Progress, createJob } from '../../../src/core/job.ts'
import { seeded } from '../../../src/core/random.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { delimited, guessNewline } from '../../../src/import/text/delimited.ts'
import { type RawSheet, cellOf } from '../../../src/import/importer.ts'
import { buildTable, openSource, planImport } from '../../../src/import/read.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { customersCsv } from '../../bench/customers.ts'
import { asOf, encode, opened } from './sources.ts'

// Every cell is compared with what PapaParse 5 makes of the same text.

const words = ['华东', '华北', '', 'a "b" c', '张,三', '第一行\n第二行', '  ', 'x']
const endings = ['\n', '\r\n']

/** 20,000 records of 8 fields: codes, words that repeat, texts that do not, quotes, commas, line breaks, empty cells. */
function listText(rows: number, newline: string | null): string {
  const random = seeded(7)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const cell = (text: string) =>
    /[",\r\n]/.test(text) || random() < 0.05 ? `"${text.replaceAll('"', '""')}"` : text
  let text = `编号,名称,地区,说明,金额,日期,备注,空${newline ?? '\n'}`
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2000)))
    const fields = [
      `C${String(row).padStart(7, '0')}`,
      `客户${Math.floor(random() * 1e6)}${pick(['', '有限公司', '"连锁"'])}`,
      pick(words),
      row % 3 === 0 ? `长长的说明，第 ${row} 行，${pick(words)}，完` : pick(words),
      (random() * 1e5).toFixed(2),
      day.toISOString().slice(0, 10),
      random() < 0.9 ? '' : pick(words),
      '',
    ]
    text += fields.map(cell).join(',') + (newline ?? pick(endings))
  }
  return text
}

const papaRows = (text: string, newline: '\n' | '\r' = '\n', delimiter = ',') =>
  Papa.parse<string[]>(text, { delimiter, newline })

/** With line ends of both kinds PapaParse leaves a CR in the last field. */
const withoutReturn = (rows: readonly string[][]) =>
  rows.map((row) =>
    row.map((field, at) => (at < row.length - 1 ? field : field.replace(/\r+$/, ''))),
  )

async function inPieces(
  text: string,
  size: number,
  delimiter: string | null = ',',
): Promise<RawSheet> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) {
      await Promise.resolve()
      yield text.slice(at, at + size)
    }
  }
  const content = {
    kind: 'text',
    head: text.slice(0, 65_536),
    length: text.length,
    pieces,
  } as const
  const reading = await delimited.read(content, { delimiter }, createJob())
  return reading.sheets[0] as RawSheet
}

/** A text file holds texts only. */
function textIn(sheet: RawSheet, row: number, column: number): string {
  const cell = cellOf(sheet, row, column) ?? ''
  if (typeof cell !== 'string') throw new Error('no text')
  return cell
}

/** The first cell that differs, as a sentence; '' = none. */
function difference(sheet: RawSheet, rows: readonly string[][]): string {
  for (const [row, fields] of rows.entries())
    for (let column = 0; column < Math.max(fields.length, sheet.columns.length); column++) {
      const cell = cellOf(sheet, row, column) ?? ''
      const want = fields[column] ?? ''
      if (cell !== want)
        return `row ${row} column ${column}: ${JSON.stringify(cell)}, not ${JSON.stringify(want)}`
    }
  return ''
}

describe('every cell of a text file', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['both', null],
  ])('with %s is PapaParse’s, in pieces of 997, 65,536 and all letters', async (_, newline) => {
    const text = listText(20_000, newline)
    const rows = withoutReturn(papaRows(text).data)
    for (const size of [997, 65_536, text.length]) {
      const sheet = await inPieces(text, size)
      expect(difference(sheet, rows)).toBe('')
      expect(sheet.rowCount).toBe(20_001)
      expect(sheet.issues).toEqual([])
      expect(Array.from(sheet.widths ?? []).every((width) => width === 8)).toBe(true)
    }
  })

  test('with CR alone', async () => {
    const text = listText(3_000, '\n').replaceAll('\n', '\r')
    expect(guessNewline(text.slice(0, 65_536))).toBe('\r')
    const sheet = await inPieces(text, 997)
    expect(difference(sheet, papaRows(text, '\r').data)).toBe('')
  })

  test('whatever the letters, as long as PapaParse finds no fault', async () => {
    const letter = fc.constantFrom(
      'a',
      'b',
      '客',
      ',',
      ',',
      '"',
      '"',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '""',
    )
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(letter, { maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        async (letters, size) => {
          const text = letters.join('')
          const newline = guessNewline(text)
          const { data, errors } = papaRows(text, newline)
          if (errors.some(({ type }) => type === 'Quotes')) return
          compared++
          const sheet = await inPieces(text, size)
          const rows = newline === '\n' ? withoutReturn(data) : data
          const ours = data.map((fields, row) =>
            fields.map((__, column) => textIn(sheet, row, column)),
          )
          expect(newline === '\n' ? withoutReturn(ours) : ours).toEqual(rows)
        },
      ),
      // a return inside quotes, in a file whose lines end in returns
      { numRuns: 3_000, examples: [[['"', '\r', '"', ' ', '\r'], 1]] },
    )
    expect(compared).toBeGreaterThan(500)
  })

  test('pieces of any size give the same cells where quotes are at fault', async () => {
    const letter = fc.constantFrom('a', '客', ',', '"', '"', '\n', ' ')
    await fc.assert(
      fc.asyncProperty(
        fc.array(letter, { maxLength: 50 }),
        fc.integer({ min: 1, max: 20 }),
        async (letters, size) => {
          const text = letters.join('')
          const whole = await inPieces(text, text.length || 1)
          const rows = Array.from({ length: whole.rowCount }, (_, row) =>
            whole.columns.map((__, column) => textIn(whole, row, column)),
          )
          const sheet = await inPieces(text, size)
          expect(difference(sheet, rows)).toBe('')
          expect(sheet.issues).toEqual(whole.issues)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('delimiters of any kind, and columns that end early or are wide', async () => {
    for (const delimiter of ['\t', ';', '|', '；', '||', 'a']) {
      const text = papaUnparse(delimiter)
      const sheet = await inPieces(text, 13, delimiter)
      expect(difference(sheet, papaRows(text, '\n', delimiter).data)).toBe('')
    }
  })

  test('characters cut by a slice of a GB18030 file come out whole', async () => {
    const text = listText(20_000, '\n')
    const rows = papaRows(text).data
    for (const shift of ['', 'x']) {
      const source = await opened(encode(shift + text, 'gb18030'))
      expect(source.encoding).toEqual({ encoding: 'gb18030', sure: true })
      const { sheets } = await source.read({ encoding: null, delimiter: ',' }, createJob())
      const [first, ...rest] = rows as [string[], ...string[][]]
      expect(
        difference(sheets[0] as RawSheet, [[shift + first[0], ...first.slice(1)], ...rest]),
      ).toBe('')
    }
  })

  test('a byte order mark is no part of the first cell', async () => {
    const source = await opened(`\ufeff${listText(10, '\n')}`)
    const { sheets } = await source.read({ encoding: null, delimiter: null }, createJob())
    expect(cellOf(sheets[0] as RawSheet, 0, 0)).toBe('编号')
  })
})

/** Texts that hold the delimiter, records of several widths, one column with more different texts than codes have. */
function papaUnparse(delimiter: string): string {
  const records = Array.from({ length: 300 }, (_, row) => [
    `n${row}`,
    row % 5 === 0 ? `x${delimiter}y` : '中',
    ...Array.from({ length: row % 7 }, (__, at) => (at % 2 ? '' : `w${at}`)),
    'z',
  ])
  return Papa.unparse(records, { delimiter, newline: '\n' })
}

test('more words than codes of two bytes can name are packed, and none is lost', async () => {
  const rows = Array.from({ length: 300_000 }, (_, row) => [`w${row % 70_000}`, `${row}`])
  const text = rows.map((row) => row.join(',')).join('\n')
  expect(difference(await inPieces(text, 1 << 18), rows)).toBe('')
})

test('a whole import keeps every cell: what a column writes is what PapaParse read', async () => {
  const text = customersCsv(20_000).slice(1)
  const source = await openSource({ kind: 'text', text, name: 'x.csv' }, createJob())
  const plan = await planImport(source, {}, asOf, createJob())
  const table = await buildTable(source, plan, {}, 'customers', createJob())
  const rows = papaRows(text).data.slice(1, 20_001)
  expect(table.rowCount).toBe(20_000)
  for (const [at, column] of table.columns.entries()) {
    const same = (row: number) => {
      const [have, want] = [writeCell(column, row), rows[row]?.[at] ?? '']
      return column.type === 'number' && want !== '' ? Number(have) === Number(want) : have === want
    }
    const wrong = rows.findIndex((_, row) => !same(row))
    expect({ column: column.name, wrong }).toEqual({ column: column.name, wrong: -1 })
  }
})

test('a table that was handed over can be built again: its values are read anew', async () => {
  const text = customersCsv(2_000)
  const source = await openSource({ kind: 'text', text, name: 'x.csv' }, createJob())
  const plan = await planImport(source, {}, asOf, createJob())
  const build = () => buildTable(source, plan, {}, 'customers', createJob())
  const first = await build()
  const second = await build()
  expect(second).toEqual(first)
  for (const [at, column] of second.columns.entries()) {
    const before = first.columns[at]
    if (column.type === 'text' && before?.type === 'text')
      expect(column.bytes.buffer === before.bytes.buffer).toBe(false)
    if (column.type === 'number' && before?.type === 'number')
      expect(column.values.buffer === before.values.buffer).toBe(false)
  }
})

describe('a long import', () => {
  const text = customersCsv(60_000)

  /** Hears of every step: reports come 12 ms apart, and code that other files have warmed may take less for one. */
  function hearing(see: (progress: Progress) => void, signal?: AbortSignal): Job {
    const job = createJob(signal, see)
    const checkpoint = (progress?: Progress) => {
      if (progress) see(progress)
      return job.checkpoint(progress)
    }
    return { ...job, checkpoint }
  }

  test('tells how far it has come, step by step', async () => {
    const told: Progress[] = []
    const job = hearing((progress) => told.push(progress))
    const file = new Blob([text])
    const source = await openSource({ kind: 'file', file, name: 'x.csv' }, job)
    await planImport(source, {}, asOf, job)
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['read', 'parse', 'type']))
    const parsed = told.filter(({ step }) => step === 'parse').map(({ done }) => done)
    expect(parsed).toEqual(parsed.toSorted((a, b) => a - b))
    expect(told.every(({ done, total }) => done <= total)).toBe(true)
  })

  test.each(['read', 'parse', 'type'] as const)(
    'cancelled while it is at “%s” leaves nothing behind',
    async (step) => {
      const workspace = openWorkspace()
      const stop = new AbortController()
      const job = hearing((progress) => {
        if (progress.step === step) stop.abort()
      }, stop.signal)
      const source = { kind: 'file', file: new Blob([text]), name: 'x.csv' } as const
      await expect(
        workspace.call('planImport', { source, choices: {} }, job),
      ).rejects.toMatchObject({ code: 'job.cancelled' })
      expect(await workspace.call('listProjects', null)).toEqual([])
      const { plan } = await workspace.importFile(source) // and it can be tried again
      expect(plan.rowCount).toBe(60_000)
      await workspace.close()
    },
  )
})

describe('what is hard to read', () => {
  const within = async (ms: number, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    expect(performance.now() - began).toBeLessThan(ms)
  }

  test('a quote that swallows 20 MB costs its line only, soon', async () => {
    const rest = '客户,"备注",500\n'.repeat(1_000_000)
    await within(3_000, async () => {
      const sheet = await inPieces(`名称,备注,金额\n张三,"没有结束,1\n${rest}`, 1 << 18)
      expect(sheet.rowCount).toBe(1_000_002)
      expect(sheet.issues.map(({ code }) => code)).toEqual(['text.unclosedQuote'])
      expect(cellOf(sheet, 1_000_001, 1)).toBe('备注')
    })
  })

  test('a hundred thousand pasted cells are planned soon', async () => {
    const text = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 10 }, (__, at) => (row === 0 ? `列${at}` : `${row * at}`)).join('\t'),
    ).join('\n')
    await within(3_000, async () => {
      const source = await openSource({ kind: 'text', text, name: '' }, createJob())
      expect((await planImport(source, {}, asOf, createJob())).rowCount).toBe(9_999)
    })
  })

  test('headers and words that name parts of objects are texts like others', async () => {
    const text = '__proto__,constructor,toString\n__proto__,constructor,hasOwnProperty\nx,y,z\n'
    const sheet = await inPieces(text, 5)
    expect(difference(sheet, papaRows(text).data)).toBe('')
    expect(Object.prototype).not.toHaveProperty('x')
  })
})
