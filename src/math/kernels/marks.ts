import { classes } from './kernel.ts'

// Classes of scores that are wanted: 1 in their places.

/** No class is wanted yet. */
export const marks = (): Uint8Array => new Uint8Array(classes + 2)

/** The classes that are marked, rising. */
export function markedIn(wanted: Uint8Array): number[] {
  const found: number[] = []
  for (let at = wanted.indexOf(1); at >= 0; at = wanted.indexOf(1, at + 1)) found.push(at)
  return found
}

export const covers = (all: Uint8Array, some: Uint8Array): boolean =>
  markedIn(some).every((at) => all[at] === 1)

/** How many scores are in the classes that are marked, by their counts. */
export function countIn(counts: Uint32Array, wanted: Uint8Array): number {
  let count = 0
  for (const at of markedIn(wanted)) count += counts[at] as number
  return count
}

/** How many scores are in those of the classes that are above `own`; `atLeast`: in each class or a higher one. */
export function countAbove(own: number, marked: readonly number[], atLeast: Uint32Array): number {
  let count = 0
  for (const at of marked)
    if (at > own) count += (atLeast[at] as number) - (atLeast[at + 1] as number)
  return count
}

/** The classes a point above and below these. */
export function pointAway(of: Uint8Array): Uint8Array {
  const away = marks()
  const point = classes / 100
  for (const at of markedIn(of)) {
    if (at >= point) away[at - point] = 1
    if (at + point <= classes) away[at + point] = 1
  }
  return away
}
