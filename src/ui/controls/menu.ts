import type { IconName } from './icons.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  /** A 36×24 drawing before the label, and a sentence below it: for choices that need explaining. */
  readonly drawing?: string
  readonly says?: string
  readonly key?: string // shown at the right, such as Ctrl Z
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Given: the item is one choice of several, with a check mark at the chosen one. */
  readonly chosen?: boolean
  readonly lineBefore?: boolean
  readonly run: () => void
}

/** An open or closed `MenuList`. */
export interface MenuHandle {
  show(): void
}

const gap = 4

/** Where a menu of a button stands: below it, above where there is more room; never outside the window. */
export function placeMenu(menu: HTMLElement, button: DOMRect, align: 'start' | 'end'): void {
  const below = innerHeight - button.bottom - gap
  const up = below < 220 && button.top > below
  const style = menu.style
  style.top = up ? 'auto' : `${button.bottom + gap}px`
  style.bottom = up ? `${innerHeight - button.top + gap}px` : 'auto'
  const width = menu.offsetWidth // 0 while it is not shown yet
  const side =
    align === 'end' && width > button.right - gap
      ? 'start'
      : align === 'start' && button.left + width > innerWidth - gap
        ? 'end'
        : align
  const room = side === align ? button : new DOMRect(gap, 0, innerWidth - 2 * gap, 0)
  style.left = side === 'start' ? `${Math.max(gap, room.left)}px` : 'auto'
  style.right = side === 'end' ? `${Math.max(gap, innerWidth - room.right)}px` : 'auto'
  style.maxHeight = `${(up ? button.top : below) - 2 * gap}px`
}

/** The item that a key goes to: arrows round the ends, Home, End, first letter. null = not a key of menus. */
export function menuTarget(key: string, labels: readonly string[], at: number): number | null {
  const last = labels.length - 1
  if (last < 0) return null
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1 || key === ' ') return null
  const letter = key.toLocaleLowerCase()
  for (let step = 1; step <= labels.length; step++) {
    const index = (at + step) % labels.length
    if (labels[index]?.toLocaleLowerCase().startsWith(letter)) return index
  }
  return null
}
