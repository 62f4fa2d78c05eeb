import { make } from './dom.ts'

/** What the grid says itself: politely to a screen reader, and as a note on the sheet where all should read it. */
export class Speech {
  readonly #region = make('div', 'grid-live', 'status')
  #timer: ReturnType<typeof setTimeout> | undefined
  #readBy = 0

  constructor(root: HTMLElement) {
    this.#region.setAttribute('aria-live', 'polite')
    root.append(this.#region)
  }

  /** The last of several in quick succession is said, once there was time to read a note. */
  say(text: string): void {
    const left = this.#readBy - performance.now()
    this.#after(Math.max(250, left), () => this.#write(text, false))
  }

  note(text: string): void {
    this.#write(text, true)
    this.#readBy = performance.now() + 3000
    this.#after(6000, () => this.#write('', false))
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #write(text: string, seen: boolean): void {
    this.#region.textContent = text
    this.#region.classList.toggle('seen', seen)
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, ms)
  }
}
