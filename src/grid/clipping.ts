import { disjoint, placeIn, rangesOf, told } from './blocks.ts'
import { accepting, accepts, cellsCopied, copyTo, pasteInto, textsOf } from './clipboard.ts'
import { block, rangeOf, single } from './selection.ts'
import { mostFor, SlowCopy } from './slowCopy.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'
import { parseTsv, rowsOfTsv, squared, type Texts } from './tsv.ts'

const mostAtOnce = 200_000 // letters
const slice = 12 // ms

/** Copy, cut and paste. */
export class Clipping {
  readonly #surface: Surface
  readonly #slow: SlowCopy
  #headers = false

  constructor(surface: Surface) {
    this.#surface = surface
    this.#slow = new SlowCopy(surface)
    const { input } = surface.editor
    input.addEventListener('copy', (event) => this.#copy(event, false))
    input.addEventListener('cut', (event) => this.#copy(event, true))
    input.addEventListener('paste', (event) => this.#paste(event))
  }

  /** From a menu or a key: the browser lets a page copy by itself while somebody presses something. */
  copy(headers: boolean): void {
    this.#surface.editor.focus()
    this.#headers = headers
    document.execCommand('copy')
    this.#headers = false
  }

  /** Writes a block of texts, as a paste does; one text goes into every selected cell. */
  write(texts: Texts): void {
    const surface = this.#surface
    const { source, edits, words, selected } = surface
    const [only] = texts[0] ?? []
    if (only !== undefined && texts.length === 1 && texts[0]?.length === 1) return this.spread(only)
    const range = selected.others.length > 0 ? rangeOf(single(selected.active)) : rangeOf(selected)
    const note = (text: string) => surface.note(text)
    const written = pasteInto(texts, range, source, edits, words, note)
    if (written) surface.select(block(written, placeIn(written)), {})
  }

  pasteText(text: string): void {
    if (text !== '') this.write(squared(parseTsv(text)))
  }

  /** One text into all blocks. */
  spread(text: string): void {
    const { source, edits, selected } = this.#surface
    const ranges = accepting(source, edits, disjoint(rangesOf(selected)))
    if (ranges.length > 0) edits.spread(ranges, text)
  }

  erase(): void {
    const { source, edits, selected } = this.#surface
    const ranges = accepting(source, edits, disjoint(rangesOf(selected)))
    if (ranges.length > 0) edits.clear(ranges, false)
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    const surface = this.#surface
    if (surface.editor.state !== 'closed' || !event.clipboardData) return
    event.preventDefault()
    if (surface.extent.rows === 0) return
    const { copied, range, ranges } = told(surface.selected)
    if (!copied || (cut && ranges.length > 1)) {
      surface.note(surface.words.apart ?? surface.words.tooLarge)
      return
    }
    const { clipboardData: data } = event
    const headers = this.#headers
    if (this.#slow.give(data, cut)) return
    const clear = () => this.#clearCut(range)
    if (copyTo(data, surface.source, copied, cut, headers)) {
      this.#slow.stop()
      if (cut) clear()
      return
    }
    if (this.#slow.start({ copied, cut, headers, clear })) return
    const most = mostFor(surface)
    const isTooMuch = cellsCopied(copied) > most
    surface.note((isTooMuch && surface.words.copyTooLarge?.(most)) || surface.words.tooLarge)
  }

  /** Ends a copy that takes a while; false = there is none. */
  stop(): boolean {
    return this.#slow.stop()
  }

  #clearCut(range: GridRange): void {
    const { source, edits } = this.#surface
    if (accepts(source, edits, range)) edits.clear([range], true)
  }

  #paste(event: ClipboardEvent): void {
    const surface = this.#surface
    if (surface.editor.state !== 'closed' || !event.clipboardData) return
    event.preventDefault()
    event.stopPropagation()
    const text = event.clipboardData.getData('text/plain')
    if (text.length > mostAtOnce) {
      void this.#pasteLong(text)
      return
    }
    const texts = textsOf(event.clipboardData)
    if (texts) this.write(texts)
  }

  /** In slices, so that the page goes on; where somebody went on meanwhile, nothing is pasted elsewhere. */
  async #pasteLong(text: string): Promise<void> {
    const { selected } = this.#surface
    const rows: (readonly string[])[] = []
    let until = performance.now() + slice
    for (const row of rowsOfTsv(text)) {
      rows.push(row)
      if (rows.length % 256 !== 0 || performance.now() < until) continue
      await new Promise((done) => setTimeout(done))
      until = performance.now() + slice
    }
    if (this.#surface.selected === selected) this.write(squared(rows))
  }
}
