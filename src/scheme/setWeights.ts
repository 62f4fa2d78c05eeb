import { AppError } from '../core/error.ts'
import { groupsOf } from './groups.ts'
import type { Judgement, Scheme } from './scheme.ts'

/** Weights of several criteria and groups at once, and the answers that they came from; null = as they were. */
export interface SetWeights {
  readonly criteria: readonly { readonly id: string; readonly weight: number }[]
  readonly groups: readonly { readonly id: string; readonly weight: number }[]
  readonly judgements?: readonly Judgement[] | null
}

/** Refused as a whole where one of them is not there or no weight. Answers about what is gone are dropped. */
export function setWeights(scheme: Scheme, { criteria, groups, judgements }: SetWeights): Scheme {
  const next: Scheme = { ...scheme, criteria: weighed(scheme.criteria, criteria) }
  const own = groupsOf(scheme)
  const withGroups = groups.length > 0 ? { ...next, groups: weighed(own, groups) } : next
  if (!judgements) return withGroups
  const living = new Set([...scheme.criteria, ...own].map(({ id }) => id))
  for (const { ratio } of judgements)
    if (!(ratio > 0 && Number.isFinite(ratio))) refuse('judgement')
  const kept = judgements.filter(({ first, second }) => living.has(first) && living.has(second))
  return { ...withGroups, judgements: kept }
}

function weighed<T extends { readonly id: string; readonly weight: number }>(
  all: readonly T[],
  set: readonly { readonly id: string; readonly weight: number }[],
): readonly T[] {
  const weights = new Map(set.map(({ id, weight }) => [id, weight]))
  for (const [id, weight] of weights) {
    if (!all.some((one) => one.id === id)) refuse('not found')
    if (!(weight >= 0 && Number.isFinite(weight))) refuse('weight')
  }
  return all.map((one) => {
    const weight = weights.get(one.id)
    return weight === undefined ? one : { ...one, weight }
  })
}

function refuse(reason: string): never {
  throw new AppError('command.invalid', { reason })
}
