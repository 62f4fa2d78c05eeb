import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { Importer, RawSheet } from '../importer.ts'
import { JsonCursor } from './jsonCursor.ts'
import { JsonRows } from './jsonRows.ts'

/**
 * A list of objects or of lists, one such list or several inside an object, or an object a line. Objects inside objects
 * become columns a.b, what lies deeper stays JSON text.
 */
export const json: Importer = {
  id: 'json',
  accepts: (content) => content.kind === 'text' && looksJson(content.head),
  async read(content, _options, job) {
    if (content.kind !== 'text') throw new AppError('file.notTable')
    let text = ''
    for await (const piece of content.pieces()) text += piece
    const cursor = new JsonCursor(text)
    const sheets = isLines(text)
      ? [await readLines(cursor, job)]
      : await readLists(cursor, '', 0, job)
    if (sheets.length === 0) throw new AppError('file.notTable')
    if (cursor.peek() !== '') cursor.fail()
    return { sheets, delimiter: null }
  },
}

/** Begins with a key or a list of something. Lists of delimited text begin with brackets, too: [1] x,y. */
function looksJson(head: string): boolean {
  return (
    /^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(head) ||
    /^\s*\[\s*(\{\s*["}]|\[\s*(["[{\]\d-]|null|true|false)|"(?:[^"\\]|\\.)*"\s*[,\]]|\]\s*$)/.test(
      head,
    ) ||
    isWhole(head)
  )
}

function isWhole(head: string): boolean {
  if (head.length >= 65_536 || !/^\s*[[{]/.test(head)) return false
  try {
    JSON.parse(head)
    return true
  } catch {
    return false
  }
}

/** A second object or list after the first: one a line (ndjson, jsonl). */
function isLines(text: string): boolean {
  const head = new JsonCursor(text.slice(0, 2 ** 20))
  try {
    head.skip()
    return /[[{]/.test(head.peek())
  } catch {
    return false // longer than that, or no JSON: then reading says where
  }
}

async function readLines(cursor: JsonCursor, job: Job): Promise<RawSheet> {
  const rows = new JsonRows('')
  while (cursor.peek() !== '') {
    rows.add(cursor)
    if (rows.count % 256 === 0) await job.checkpoint(progressOf(cursor))
  }
  return rows.sheet()
}

const deepestList = 3

/** The lists in an object: `{ "code": 0, "data": { "list": [ … ] } }`, or several of them, a sheet each. */
async function readLists(
  cursor: JsonCursor,
  name: string,
  depth: number,
  job: Job,
): Promise<RawSheet[]> {
  const first = cursor.peek()
  if (first === '[') {
    const sheet = await readList(cursor, name, job)
    return sheet ? [sheet] : []
  }
  if (first !== '{' || depth >= deepestList) {
    cursor.skip()
    return []
  }
  const sheets: RawSheet[] = []
  cursor.enter('{')
  for (let item = 0; cursor.next('}', item === 0); item++) {
    const key = cursor.key()
    sheets.push(...(await readLists(cursor, key, depth + 1, job)))
  }
  return sheets
}

/** null = a list of something else. */
async function readList(cursor: JsonCursor, name: string, job: Job): Promise<RawSheet | null> {
  const rows = new JsonRows(name)
  const from = cursor.at
  cursor.enter('[')
  while (cursor.next(']', rows.count === 0)) {
    if (!/[[{]/.test(cursor.peek())) {
      cursor.at = from
      cursor.skip()
      return null
    }
    rows.add(cursor)
    if (rows.count % 256 === 0) await job.checkpoint(progressOf(cursor))
  }
  return rows.count === 0 && name !== '' ? null : rows.sheet()
}

const progressOf = ({ at, text }: JsonCursor) =>
  ({ step: 'parse', done: at, total: text.length }) as const
