import type { Layout } from './columns.ts'
import type { Editor } from './editor.ts'
import type { Extent, Place, Selected } from './selection.ts'
import type { GridBox, GridEdits, GridRange, GridSource, GridWords } from './source.ts'
import type { Viewport } from './viewport.ts'

/** What keys and pointer act on. */
export interface Surface {
  readonly source: GridSource
  readonly edits: GridEdits
  readonly words: GridWords
  readonly editor: Editor
  readonly viewport: Viewport
  readonly layout: Layout
  readonly gutter: number
  readonly rowHeight: number
  readonly extent: Extent
  readonly selected: Selected
  /** Shows `follow` if given: the place that moved. */
  select(selected: Selected, follow?: Partial<Place>): void
  /** Ends the editor and hands on what was typed; false = nothing was open. */
  commit(): boolean
  edit(): void
  note(text: string): void
  say(text: string): void
  preview(range: GridRange | null): void
  resize(column: number, width: number): void
  /** Tells the owner how wide a column now is. */
  resized(column: number): void
  fit(column: number): void
  /** The place on the page where a menu of the active cell belongs. */
  corner(): { readonly x: number; readonly y: number }
  /** Where the active cell stands on the page. */
  boxNow(): GridBox
  schedule(): void
  draw(): void
}
