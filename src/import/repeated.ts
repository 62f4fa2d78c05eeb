import { matchForm } from '../table/parse/normalise.ts'
import { rawText } from '../table/parse/rawText.ts'
import type { Cells } from '../table/raw.ts'
import { hashOf, hashStart, hashWith } from './textHash.ts'

const shownRows = 1_000
const shownTexts = 5

/** Cells of a column that should name each row: the empty ones, and texts that come more than once. */
export interface Repeated {
  readonly blanks: Places
  readonly repeats: Places & {
    readonly texts: number // different texts that come more than once
    readonly examples: readonly string[]
  }
}
interface Places {
  readonly count: number
  readonly first: readonly number[] // places, at most 1,000; of repeats the second and later ones
}

/** By hash, in arrays of numbers: a set of a million forms takes a second and a hundred megabytes. */
export function repeated(cells: Cells): Repeated {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, cells.length * 1.5)))
  const slots = new Int32Array(size * 2) // the first place of a form, counted from 1, and its hash
  const twice = new Uint8Array(size)
  const blanks = { count: 0, first: [] as number[] }
  const repeats = { count: 0, first: [] as number[], texts: 0, examples: [] as string[] }
  const formAt = (place: number) => matchForm(rawText(cells.at(place) ?? null))
  for (let place = 0; place < cells.length; place++) {
    const text = rawText(cells.at(place) ?? null)
    if (text === '') {
      add(blanks, place)
      continue
    }
    const hash = hashOfForm(text)
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    for (;;) {
      const first = (slots[slot * 2] as number) - 1
      if (first < 0) {
        slots[slot * 2] = place + 1
        slots[slot * 2 + 1] = hash
        break
      }
      if (slots[slot * 2 + 1] === hash && formAt(first) === matchForm(text)) {
        add(repeats, place)
        if (twice[slot] === 0 && repeats.examples.length < shownTexts) repeats.examples.push(text)
        if (twice[slot] === 0) repeats.texts++
        twice[slot] = 1
        break
      }
      slot = (slot + 1) & (size - 1)
    }
  }
  return { blanks, repeats }
}

function add(places: { count: number; first: number[] }, place: number): void {
  if (places.first.length < shownRows) places.first.push(place)
  places.count++
}

/** `hashOf(matchForm(text))`; of ASCII without blanks and common Han without making the form. */
function hashOfForm(text: string): number {
  let hash = hashStart
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter > 0x20 && letter < 0x7f)
      hash = hashWith(hash, letter >= 0x41 && letter <= 0x5a ? letter + 32 : letter)
    else if (letter >= 0x4e00 && letter < 0xa000) hash = hashWith(hash, letter)
    else return hashOf(matchForm(text))
  }
  return hash
}
