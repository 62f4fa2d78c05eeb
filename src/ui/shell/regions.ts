const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])'
const last = new WeakMap<Element, HTMLElement>()

/** F6: to the next region ([data-region], in page order), back to where one was in it. */
export function stepRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    // the inner regions of a place stand for it
    (region) => region.checkVisibility() && !region.querySelector('[data-region]'),
  )
  if (regions.length === 0) return
  const active = document.activeElement
  const at = regions.findIndex((region) => region.contains(active))
  const from = regions[at]
  if (from && active instanceof HTMLElement) last.set(from, active)
  const step = backwards ? -1 : 1
  for (let turn = 1; turn <= regions.length; turn++) {
    const start = at < 0 && backwards ? 0 : at
    const region = regions[(start + step * turn + regions.length * 2) % regions.length]
    if (region && enter(region)) return
  }
}

function enter(region: HTMLElement): boolean {
  const known = last.get(region)
  const target =
    known?.isConnected && known.checkVisibility()
      ? known
      : [...region.querySelectorAll<HTMLElement>(focusable)].find((one) => one.checkVisibility())
  target?.focus()
  return target !== undefined && document.activeElement === target
}
