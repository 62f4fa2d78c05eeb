import { matchForm } from '../table/parse/normalise.ts'
import { rawText } from '../table/parse/rawText.ts'
import type { Cells } from '../table/raw.ts'
import { hashOf, hashStart, hashWith } from './text/textHash.ts'

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

const rowsPerShare = 4_096 // a share's slots stay in the processor's cache
const isBlank = 1
const isRepeat = 2
const isSecond = 4 // the first repeat of its text
const hasRepeat = 8

/**
 * By hash, in arrays of numbers: a set of a million forms takes a second and a hundred megabytes. Places are dealt out by
 * hash first; slots for all of them at once would miss the cache at nearly every place.
 */
export function repeated(cells: Cells): Repeated {
  const { hashes, facts } = hashed(cells)
  const formAt = (place: number) => matchForm(rawText(cells.at(place) ?? null))
  for (const share of dealt(hashes)) markRepeats(share, hashes, facts, formAt)
  const blanks = { count: 0, first: [] as number[] }
  const repeats = { count: 0, first: [] as number[], texts: 0, examples: [] as string[] }
  for (let place = 0; place < facts.length; place++) {
    const fact = facts[place] as number
    if (fact & isBlank) add(blanks, place)
    if (fact & isRepeat) add(repeats, place)
    if (!(fact & isSecond)) continue
    if (repeats.texts < shownTexts) repeats.examples.push(rawText(cells.at(place) ?? null))
    repeats.texts++
  }
  return { blanks, repeats }
}

function hashed(cells: Cells): { readonly hashes: Int32Array; readonly facts: Uint8Array } {
  const hashes = new Int32Array(cells.length)
  const facts = new Uint8Array(cells.length)
  for (let place = 0; place < hashes.length; place++) {
    const text = rawText(cells.at(place) ?? null)
    if (text === '') facts[place] = isBlank
    else {
      const hash = hashOfForm(text)
      hashes[place] = hash ^ (hash >>> 15)
    }
  }
  return { hashes, facts }
}

/** The places in shares of equal low bits of the hash, rising in each. */
function dealt(hashes: Int32Array): Uint32Array[] {
  const shares = 2 ** Math.ceil(Math.log2(Math.max(1, hashes.length / rowsPerShare)))
  const ends = new Uint32Array(shares)
  for (let place = 0; place < hashes.length; place++)
    ends[(hashes[place] as number) & (shares - 1)]!++
  for (let share = 1; share < shares; share++) ends[share]! += ends[share - 1] as number
  const starts = ends.map((_, share) => (share === 0 ? 0 : (ends[share - 1] as number)))
  const next = starts.slice()
  const places = new Uint32Array(hashes.length)
  for (let place = 0; place < hashes.length; place++)
    places[next[(hashes[place] as number) & (shares - 1)]!++] = place
  return Array.from(starts, (start, share) => places.subarray(start, ends[share]))
}

/** Finds forms that come again within a share. */
function markRepeats(
  places: Uint32Array,
  hashes: Int32Array,
  facts: Uint8Array,
  formAt: (place: number) => string,
): void {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, places.length * 1.5)))
  const slots = new Int32Array(size) // the first place of a form, counted from 1
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number
    if (facts[place] === isBlank) continue
    const hash = hashes[place] as number
    let slot = (hash >>> 12) & (size - 1) // low bits are those of the share
    for (;;) {
      const first = (slots[slot] as number) - 1
      if (first < 0) {
        slots[slot] = place + 1
        break
      }
      if (hashes[first] === hash && formAt(first) === formAt(place)) {
        facts[place]! |= (facts[first] as number) & hasRepeat ? isRepeat : isRepeat | isSecond
        facts[first]! |= hasRepeat
        break
      }
      slot = (slot + 1) & (size - 1)
    }
  }
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
