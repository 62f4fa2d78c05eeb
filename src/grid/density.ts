import { make } from './dom.ts'

/** Sizes that follow the text size: px, rows and headers whole px of the screen; `scale` 1 = text of 16 px. */
export interface Density {
  readonly row: number
  readonly head: number
  readonly group: number
  readonly scale: number
}

const usualText = 16 // px

/** So that the edge between two rows is as sharp as between any others. */
const whole = (height: number) => {
  const ratio = devicePixelRatio || 1
  return Math.max(1, Math.round(height * ratio)) / ratio
}

/** Row heights are tokens; an element of each height tells when density, text size, pointer or theme changed them. */
export function watchDensity(root: HTMLElement, changed: (density: Density) => void): () => void {
  const names = ['row', 'head', 'group', 'text']
  const probes = names.map((name) => make('i', `grid-probe grid-probe-${name}`))
  root.append(...probes)
  const read = (at: number, otherwise: number) => {
    const probe = probes[at]
    return (probe ? parseFloat(getComputedStyle(probe).height) : 0) || otherwise
  }
  const tell = () => {
    const row = whole(read(0, 28))
    root.style.setProperty('--grid-row', `${String(row)}px`)
    changed({
      row,
      head: whole(read(1, 28)),
      group: whole(read(2, 24)),
      scale: read(3, usualText) / usualText,
    })
  }
  const observer = new ResizeObserver(tell)
  for (const probe of probes) observer.observe(probe)
  addEventListener('resize', tell) // a page zoom gives px of the screen another size
  tell()
  return () => {
    observer.disconnect()
    removeEventListener('resize', tell)
  }
}
