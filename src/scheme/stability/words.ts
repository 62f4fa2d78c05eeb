import { matchForm } from '../../table/parse/normalise.ts'
import { tierName } from '../../table/parse/tier.ts'
import type { Tier, TierId } from '../scheme.ts'

/** The tier that a word of a list means: by name, without case and width, A级 and 等级A too, else by its label; null = none. */
export function tierMeant(word: string, tiers: readonly Tier[]): TierId | null {
  const form = matchForm(word)
  if (form === '') return null
  const short = matchForm(tierName(word))
  const found =
    tiers.find(({ name }) => matchForm(name) === form) ??
    tiers.find(({ name }) => matchForm(name) === short || matchForm(tierName(name)) === short) ??
    tiers.find(({ label }) => matchForm(label) === form)
  return found?.id ?? null
}

/** As exports write it: B×2, on the way to B for two reviews. */
export const pendingText = (tier: string, reviews: number) => `${tier}×${reviews}`

/** The way back; null = it says nothing of the kind. */
export function pendingMeant(
  text: string,
  tiers: readonly Tier[],
): { readonly tier: TierId; readonly reviews: number } | null {
  const parts = /^(.+?)\s*[×xX*]\s*(\d{1,3})$/u.exec(text.normalize('NFKC').trim())
  const tier = parts && tierMeant(parts[1] ?? '', tiers)
  const reviews = Number(parts?.[2] ?? 0)
  return tier && reviews > 0 ? { tier, reviews } : null
}
