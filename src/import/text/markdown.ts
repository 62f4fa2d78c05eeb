import { AppError } from '../../core/error.ts'
import { ColumnWriter } from './columnWriter.ts'
import type { Importer } from '../importer.ts'

const dashes = ':?-{2,}:?|:-:?|-:'
const rule = new RegExp(`^\\s*\\|?(\\s*(${dashes})\\s*\\|)*\\s*(${dashes})\\s*\\|?\\s*$`)

/** A pipe table, as pasted from a document or a chat: rule lines, code fences and quotation marks around it are dropped. */
export const markdown: Importer = {
  id: 'markdown',
  accepts(content) {
    if (content.kind !== 'text') return false
    const unquoted = unquoter(content.head)
    return linesOf(content.head)
      .slice(0, 60)
      .some((line) => isRule(unquoted(line)))
  },
  async read(content, _options, job) {
    if (content.kind !== 'text') throw new AppError('file.notTable')
    const writer = new ColumnWriter()
    let rest = ''
    let taken = 0
    let ruled = false
    const unquoted = unquoter(content.head)
    const write = (line: string) => {
      const bare = unquoted(line)
      // a later row of `--` says that nothing is known
      if (isRule(bare) && (!ruled || bare.includes('---'))) {
        ruled = true
        return
      }
      if (/^\s*(```|~~~)/.test(bare)) return
      writer.row(cellsOf(bare))
    }
    for await (const piece of content.pieces()) {
      const lines = linesOf(rest + piece)
      rest = lines.pop() ?? ''
      for (const line of lines) write(line)
      taken += piece.length
      await job.checkpoint({ step: 'parse', done: taken, total: content.length })
    }
    if (rest !== '') write(rest)
    // rows of a pipe table end where their writer stopped: that says nothing
    return { sheets: [{ ...writer.sheet('', []), widths: null }], delimiter: '|' }
  },
}

const isRule = (line: string) => rule.test(line) && line.includes('|')

/** Takes the marks of a quoted message away, if every line has one. */
function unquoter(head: string): (line: string) => string {
  const lines = linesOf(head).filter((line) => line.trim() !== '')
  if (!lines.every((line) => /^\s*>/.test(line))) return (line) => line
  return (line) => line.replace(/^\s*>\s?/, '')
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/)

/** `\|` is a pipe within a cell (GFM 4.10). Outer pipes make no cells; nor do trailing ones. */
function cellsOf(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
  while (cells.length > 1 && cells[cells.length - 1] === '') cells.pop()
  return cells
}
