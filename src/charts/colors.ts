/** Chart.js and canvases need plain colours: a probe element reads tokens as the theme in force gives them. */
export interface Palette {
  color(token: string): string
  readonly font: string
}

/**
 * Reads tokens below `host`, so that tier colours of its [data-tiers] are known; `theme` forces one, for pictures.
 * Read again when theme or contrast changes.
 */
export function paletteOf(host: Element, theme: 'light' | null = null): Palette {
  const read = (token: string): string => {
    const probe = document.createElement('span')
    probe.style.color = `var(${token})`
    if (theme) probe.style.colorScheme = theme
    probe.hidden = true
    host.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
  const known = new Map<string, string>()
  return {
    font: getComputedStyle(host).fontFamily,
    color(token) {
      let color = known.get(token)
      if (color === undefined) known.set(token, (color = read(token)))
      return color
    },
  }
}

/** The same colour, see-through. Computed colours come as rgb(…), oklab(…) or color(…): mixing is the browser's work. */
export function faded(color: string, share: number): string {
  return `color-mix(in srgb, ${color} ${share * 100}%, transparent)`
}

/** Calls back when colours may have changed: the page's theme, the system's, or contrast. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
