import type axe from 'axe-core'
import axeScript from 'axe-core/axe.min.js?raw'

/** What axe has against the page, or a part of it. */
export async function found(part: Element | null = document.body): Promise<string[]> {
  if (!('axe' in window)) {
    const script = document.createElement('script')
    script.textContent = axeScript
    document.head.append(script)
  }
  const checker = (window as unknown as { axe: typeof axe }).axe
  const { violations } = await checker.run(part ?? document.body, {
    rules: { region: { enabled: false } },
  })
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)
}
