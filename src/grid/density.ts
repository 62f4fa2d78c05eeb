import { make } from './dom.ts'

export interface Density {
  readonly row: number
  readonly head: number
  readonly group: number
}

/** Row heights are tokens; an element of each height tells when density, pointer or theme changed them. */
export function watchDensity(root: HTMLElement, changed: (density: Density) => void): () => void {
  const probes = ['row', 'head', 'group'].map((name) => make('i', `grid-probe grid-probe-${name}`))
  root.append(...probes)
  const read = (at: number, otherwise: number) => {
    const probe = probes[at]
    return (probe ? parseFloat(getComputedStyle(probe).height) : 0) || otherwise
  }
  const tell = () => changed({ row: read(0, 28), head: read(1, 28), group: read(2, 24) })
  const observer = new ResizeObserver(tell)
  for (const probe of probes) observer.observe(probe)
  tell()
  return () => observer.disconnect()
}
