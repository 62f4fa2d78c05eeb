import { initials } from '../../i18n/initials.ts'
import type { Tier } from '../../scheme/scheme.ts'

/** The first tier whose name, label or label's initials begin with the letters typed into its cell. */
export function tierNamed(tiers: readonly Tier[], typed: string): Tier | undefined {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return undefined
  return tiers.find(({ name, label }) =>
    [name, label, initials(label)].some((text) => text.toLowerCase().startsWith(wanted)),
  )
}
