import type { SheetColumn, SheetWrite } from '../engine/views.ts'
import type { GridFill, GridRange } from '../grid/source.ts'
import { packSlowly, packTexts } from './packedTexts.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { queryShown, rowsSeen } from './sheetSeen.ts'

type Texts = readonly (readonly string[])[]

/** Blocks that are written at once: pasted, filled, emptied. The engine finds the rows, so that any number will do. */
export class SheetWrites {
  readonly #sheet: SheetOwner
  #filled: number | null = null // revision that the last fill led to

  constructor(sheet: SheetOwner) {
    this.#sheet = sheet
  }

  /** Texts laid on a block that is a multiple of them. */
  async lay(range: GridRange, texts: Texts): Promise<boolean> {
    const isLong = texts.length * (texts[0]?.length ?? 0) > 20_000
    const packed = isLong ? await packSlowly(texts) : packTexts(texts)
    return this.#write([range], 'paste', { kind: 'texts', texts: packed })
  }

  spread(ranges: readonly GridRange[], text: string): Promise<boolean> {
    return this.#write(ranges, 'paste', { kind: 'text', text })
  }

  clear(ranges: readonly GridRange[], cut: boolean): Promise<boolean> {
    return this.#write(ranges, cut ? 'cut' : 'clear', { kind: 'text', text: '' })
  }

  async fill(from: GridRange, to: GridRange, how: GridFill, instead: boolean): Promise<boolean> {
    const before = instead && this.#filled !== null ? { instead: this.#filled } : {}
    const content = { kind: 'fill', ...this.#fillOf(from, to, how) } as const
    return this.#write([to], 'fill', content, before)
  }

  /** What the cell of a fill that is farthest from its source would hold. */
  async fillTip(from: GridRange, to: GridRange, how: GridFill) {
    const { client, notices } = this.#sheet
    const row = to.bottom > from.bottom ? to.bottom : to.top
    const x = (to.right > from.right ? to.right : to.left) - to.left
    try {
      const fill = this.#fillOf(from, to, how)
      return await client.view('filling', {
        query: queryShown(this.#sheet),
        fill,
        corner: { row, x },
      })
    } catch (error) {
      notices.fail(error)
      return null
    }
  }

  #fillOf(from: GridRange, to: GridRange, how: GridFill) {
    const columns = this.#columns(from).map((column) => column?.id ?? null)
    return {
      source: { from: from.top, to: from.bottom + 1, columns },
      left: from.left - to.left,
      how,
    }
  }

  #columns({ left, right }: GridRange): (SheetColumn | undefined)[] {
    return Array.from(
      { length: right - left + 1 },
      (_, at) => this.#sheet.columns.at(left + at)?.column,
    )
  }

  /** Columns that are worked out are left alone, and it is said why. */
  async #write(
    ranges: readonly GridRange[],
    origin: SheetWrite['origin'],
    content: SheetWrite['content'],
    more: { readonly instead?: number } = {},
  ): Promise<boolean> {
    const { project } = this.#sheet
    const query = queryShown(this.#sheet)
    const blocks = ranges.map((range) => ({
      from: range.top,
      to: range.bottom + 1,
      columns: this.#columns(range).map((column) => (column?.editable ? column.id : null)),
      ...rowsSeen(this.#sheet, range),
    }))
    this.#sayLeft(ranges.flatMap((range) => this.#columns(range)))
    if (blocks.every(({ columns }) => columns.every((id) => id === null))) return false
    const done = await project.write({ query, origin, blocks, content, ...more })
    this.#filled = origin === 'fill' && done?.isOther ? done.revision : null
    return done !== null
  }

  #sayLeft(columns: readonly (SheetColumn | undefined)[]): void {
    const { words } = this.#sheet.locale
    const left = columns.filter((column) => column && !column.editable)
    if (left.length === 0) return
    const isFigure = left.some((column) => column && !column.id.startsWith('$'))
    const isFormula = left.some((column) => column?.formula != null)
    const ofFigure = isFormula ? words.formulas.calculated : words.tables.calculatedHint
    this.#sheet.notices.hint(isFigure ? ofFigure : words.sheet.computed)
  }
}
