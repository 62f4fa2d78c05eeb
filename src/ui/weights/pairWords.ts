import type { Words } from '../../i18n/translate.ts'

/** Steps of the slider: −8 = the first is 9 times as important, 0 = equally, 8 = the second. */
export const steps = 8

export const stepOf = (ratio: number): number =>
  ratio >= 1 ? -Math.round(ratio - 1) : Math.round(1 / ratio - 1)

export const ratioOf = (step: number): number => (step <= 0 ? 1 - step : 1 / (1 + step))

/** “购买频率比较重要（4 倍）”. */
export function pairWords(first: string, second: string, ratio: number, words: Words): string {
  const say = words.weighing
  const step = stepOf(ratio)
  const times = Math.abs(step)
  if (times === 0) return say.same
  return say.stronger(step < 0 ? first : second, say.strengths[times] ?? '', say.times(String(times + 1)))
}

/** Every pair once, in the order of the list. */
export function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, at) => items.slice(at + 1).map((second) => [first, second] as const))
}
