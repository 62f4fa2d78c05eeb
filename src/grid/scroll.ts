/**
 * From the scroll bar to the place in the sheet. Browsers clamp an element's height (Chromium: 33,554,428 device px,
 * at 150 % scaling 22.4 M CSS px), so the scroll area stops at `cap`, which is safe up to a scaling of 8.3
 * (a zoom of 500 % on a screen of 150 %).
 * Near both ends the two move together, so that the first and the last row are always reached exactly.
 */
export interface ScrollMap {
  readonly content: number // px of all rows
  readonly area: number // px of the scroll area, at most `cap`
  readonly view: number // px of rows on show
}

export const cap = 4_000_000
const exactEnd = 20_000 // px at each end that move 1:1

export const scrollMap = (content: number, view: number): ScrollMap => ({
  content,
  area: Math.min(content, cap),
  view,
})

export const lastTop = (map: ScrollMap): number => Math.max(0, map.content - map.view)
export const lastScroll = (map: ScrollMap): number => Math.max(0, map.area - map.view)
const clamp = (map: ScrollMap, top: number) => Math.min(lastTop(map), Math.max(0, top))

/** Place in the sheet for a position of the scroll bar. */
export function topAt(map: ScrollMap, scroll: number): number {
  if (map.area === map.content) return clamp(map, scroll)
  const end = Math.min(exactEnd, lastScroll(map) / 4)
  if (scroll <= end) return clamp(map, scroll)
  if (scroll >= lastScroll(map) - end) return clamp(map, lastTop(map) - lastScroll(map) + scroll)
  return end + ((scroll - end) * (lastTop(map) - 2 * end)) / (lastScroll(map) - 2 * end)
}

/** Position of the scroll bar for a place in the sheet; undoes `topAt`. */
export function scrollAt(map: ScrollMap, top: number): number {
  if (map.area === map.content) return clamp(map, top)
  const end = Math.min(exactEnd, lastScroll(map) / 4)
  if (top <= end) return Math.max(0, top)
  if (top >= lastTop(map) - end)
    return Math.min(lastScroll(map), lastScroll(map) - lastTop(map) + top)
  return end + ((top - end) * (lastScroll(map) - 2 * end)) / (lastTop(map) - 2 * end)
}

/** The scroll bar went from `before` to `now`: small steps (wheel, touch) move 1:1, jumps (thumb) in proportion. */
export function follow(map: ScrollMap, top: number, before: number, now: number): number {
  if (map.area === map.content) return clamp(map, now)
  const step = now - before
  return Math.abs(step) < 3 * map.view ? clamp(map, top + step) : topAt(map, now)
}

/** After steps 1:1 the thumb has run ahead: true when it stands at an end that the sheet has not reached. */
export const ranAhead = (map: ScrollMap, top: number, scroll: number): boolean =>
  (scroll <= 0 && top > 1) || (scroll >= lastScroll(map) - 1 && top < lastTop(map) - 1)
