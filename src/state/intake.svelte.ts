import type { ImportSource } from '../import/plan.ts'
import type { ImportTarget, Importing } from './importing.svelte.ts'
import type { Page } from './page.ts'

/** Where files and pasted cells come in, on whatever screen they are dropped. */
export class Intake {
  /** Dropped on an open project: waiting for the answer, new project or replace. */
  asked = $state.raw<readonly ImportSource[] | null>(null)
  /** The dialog that cells are pasted into. */
  pasting = $state(false)
  /** Opens the file chooser; set by the page's one file input. */
  openChooser: () => void = () => {}
  #picking: ImportTarget | null = null
  readonly #page: Page
  readonly #importing: Importing

  constructor(page: Page, importing: Importing) {
    this.#page = page
    this.#importing = importing
  }

  /** Lets the user choose files; `target` says at once what they are for. */
  choose(target: ImportTarget | null): void {
    this.#picking = target
    this.openChooser()
  }

  files(files: Iterable<File>): void {
    const target = this.#picking
    this.#picking = null
    this.offer(
      Array.from(files, (file) => ({ kind: 'file', file, name: file.name }) as const),
      target,
    )
  }

  text(text: string): void {
    this.offer([{ kind: 'text', text, name: this.#page.locale.words.start.pastedName }])
  }

  offer(sources: readonly ImportSource[], target: ImportTarget | null = null): void {
    if (sources.length === 0) return
    if (this.#page.places.current.kind === 'importing') this.#importing.add(sources)
    else if (target !== null || !this.#page.project.isOpen)
      this.#importing.begin(sources, target ?? 'new')
    else this.asked = sources
  }

  answer(target: ImportTarget | null): void {
    const sources = this.asked
    this.asked = null
    if (sources && target) this.#importing.begin(sources, target)
  }
}

/** A table, rather than a word that someone pastes by chance. */
export function looksLikeTable(text: string): boolean {
  return /\S/.test(text) && /[\n\t|]/.test(text.trim())
}
