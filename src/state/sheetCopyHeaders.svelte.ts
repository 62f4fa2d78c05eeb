import type { Sheet } from './sheet.svelte.ts'
import { cellsIn, mostCopied } from './sheetCopy.svelte.ts'

/** The selected block with the names of its columns above it. */
export async function copyWithHeaders(sheet: Sheet): Promise<void> {
  const { range, columns, locale, notices } = sheet
  const { sheet: words, sheetTools, shell } = locale.words
  if (cellsIn(range) > mostCopied) return notices.say(words.tooLarge)
  const ids = columns.placed.slice(range.left, range.right + 1).map(({ column }) => column.id)
  const asked = sheet.client.view('copy', {
    query: sheet.query,
    from: range.top,
    to: range.bottom + 1,
    columns: ids,
    header: true,
    titles: ids.map((id) => columns.title(id)),
  })
  try {
    await write(asked)
    notices.say(sheetTools.clipboard.copied)
  } catch {
    await asked.catch((error: unknown) => notices.fail(error))
    notices.say(shell.bug.notCopied)
  }
}

/** The text may come after the press: some browsers then take only a promise of it. */
async function write(asked: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await asked)
  const text = asked.then((plain) => new Blob([plain], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
}
