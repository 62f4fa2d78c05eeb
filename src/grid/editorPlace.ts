import type { Chips } from './chips.ts'
import type { Choices } from './choices.ts'
import type { DateButton } from './dateButton.ts'
import { px } from './dom.ts'
import type { Box } from './marks.ts'

interface Room {
  readonly width: number
  readonly height: number
}

/** Where the textarea stands: over its cell, and while it is open large enough for its text; the rest stands by it. */
export class EditorPlace {
  readonly #input: HTMLTextAreaElement
  readonly #chips: Chips
  readonly #choices: Choices
  readonly #dates: DateButton
  #box: Box = { left: 0, top: 0, width: 0, height: 0 }
  #room: Room = { width: 0, height: 0 }
  #below: Box = this.#box // what the choices stand under

  constructor(input: HTMLTextAreaElement, chips: Chips, choices: Choices, dates: DateButton) {
    this.#input = input
    this.#chips = chips
    this.#choices = choices
    this.#dates = dates
  }

  /** Where the cell is on show; `room` is the size of the sheet. */
  set(box: Box, room: Room): void {
    this.#box = box
    this.#room = room
  }

  /** Over the cell, as large as it. */
  stand(): void {
    this.#put(this.#box)
  }

  /** Wide enough for its text, over the neighbours; from the edge of the sheet on it wraps and grows down. */
  grow(): void {
    this.#input.classList.toggle('in-chips', this.#chips.open)
    if (this.#chips.open) {
      const { input, box } = this.#chips.place(this.#box, this.#room)
      this.#put(input)
      this.#below = box
      return
    }
    this.#put(this.#box)
    const widest = Math.max(this.#box.width, this.#room.width - this.#box.left - 8)
    const needed = this.#input.scrollWidth + 4
    if (needed > this.#box.width + 4) this.#input.style.width = px(Math.min(widest, needed))
    const wraps = needed > widest || this.#input.value.includes('\n')
    this.#input.classList.toggle('wrapped', wraps)
    if (wraps) {
      const highest = Math.max(this.#box.height, this.#room.height - this.#box.top - 8)
      const tall = Math.max(this.#box.height, this.#input.scrollHeight + 4)
      this.#input.style.height = px(Math.min(highest, tall))
    }
    this.#dates.place(this.#box, this.#input.offsetWidth)
  }

  placeChoices(): void {
    const { left, top, width, height } = this.#below
    this.#choices.place(left, top, top + height, width, this.#room.height)
  }

  #put({ left, top, width, height }: Box): void {
    this.#input.style.transform = `translate(${px(left)},${px(top)})`
    this.#below = this.#box
    this.#fit(width, height)
  }

  #fit(width: number, height: number): void {
    this.#input.style.width = px(width)
    this.#input.style.height = px(height)
    this.#input.classList.remove('wrapped')
  }
}
