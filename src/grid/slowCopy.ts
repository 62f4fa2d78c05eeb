import { cellsCopied, mostWithTable, textColumns } from './clipboard.ts'
import type { Selected } from './selection.ts'
import type { GridCopied, GridCopyMade } from './source.ts'
import type { Surface } from './surface.ts'

const mostCopied = 5_000_000 // cells: a million rows of five columns are about 60 MB of text

interface Wanted {
  readonly copied: GridCopied
  readonly cut: boolean
  readonly headers: boolean
  /** Takes away what was cut. */
  readonly clear: () => void
}

interface Ready {
  readonly wanted: Wanted
  readonly selected: Selected
  readonly made: GridCopyMade
  readonly text: string
  readonly html: string
}

/**
 * Copies what is not here at once. Up to 200,000 cells go through a copy event of our own once they are ready, for the sake
 * of the table beside the tabs: a browser that is given one later cleans it up on the page's thread, which took 10 s for a
 * million cells. More than that goes as text alone, promised to the browser, so that any time may pass.
 */
export class SlowCopy {
  readonly #surface: Surface
  #control: AbortController | null = null
  #ready: Ready | null = null

  constructor(surface: Surface) {
    this.#surface = surface
  }

  /** Ends what is being copied; false = nothing is. */
  stop(): boolean {
    if (!this.#control) return false
    this.#control.abort()
    this.#control = null
    return true
  }

  /** Puts on the clipboard what is ready for it; false = nothing is. */
  give(data: DataTransfer, cut: boolean): boolean {
    const ready = this.#ready
    this.#ready = null
    const isMeant = ready?.selected === this.#surface.selected && ready.wanted.cut === cut
    if (!ready || !isMeant || !ready.made.isStill()) return false
    data.setData('text/plain', ready.text)
    if (ready.html !== '') data.setData('text/html', ready.html)
    this.#finish(ready.wanted, ready.made)
    return true
  }

  /** False = it is too much, or the source knows no other way. */
  start(wanted: Wanted): boolean {
    const { source } = this.#surface
    const cells = cellsCopied(wanted.copied)
    if (!source.copyLater || cells > mostFor(this.#surface)) return false
    this.stop()
    this.#ready = null
    const control = new AbortController()
    this.#control = control
    const made = source.copyLater(wanted.copied, {
      cut: wanted.cut,
      headers: wanted.headers,
      table: cells <= mostWithTable,
      texts: textColumns(source, wanted.copied),
      signal: control.signal,
    })
    const work = cells <= mostWithTable ? this.#byEvent(wanted, made) : this.#promised(wanted, made)
    void work.finally(() => {
      if (this.#control === control) this.#control = null
    })
    return true
  }

  async #byEvent(wanted: Wanted, coming: Promise<GridCopyMade>): Promise<void> {
    const { selected, editor, words } = this.#surface
    const made = await coming.catch(() => null) // its source said why
    if (!made) return
    const [text, html] = await Promise.all([made.text.text(), made.html?.text() ?? ''])
    this.#ready = { wanted, selected, made, text, html }
    const isFree = editor.state === 'closed' && document.activeElement === editor.input
    const isSame = selected === this.#surface.selected
    const taken = isFree && isSame && document.execCommand(wanted.cut ? 'cut' : 'copy')
    if (!taken) this.#surface.note(words.copyAgain ?? words.tooLarge)
  }

  async #promised(wanted: Wanted, coming: Promise<GridCopyMade>): Promise<void> {
    const { words } = this.#surface
    let isMade = false
    const text = coming.then((made) => {
      isMade = true
      return made.text
    })
    text.catch(() => {}) // told below
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
      this.#finish(wanted, await coming)
    } catch {
      await coming.catch(() => {})
      if (isMade) this.#surface.note(words.copyRefused ?? words.tooLarge)
    }
  }

  #finish(wanted: Wanted, made: GridCopyMade): void {
    made.done()
    if (!wanted.cut) return
    const { words } = this.#surface
    if (made.isStill()) wanted.clear()
    else if (words.cutChanged) this.#surface.note(words.cutChanged)
  }
}

/** How many cells can be copied here: more where the browser takes a promise of them. */
export function mostFor({ source }: Pick<Surface, 'source'>): number {
  const takesPromises = 'ClipboardItem' in window && 'clipboard' in navigator
  return source.copyLater && takesPromises ? mostCopied : mostWithTable
}
