import type { ModelChoice } from '../../models/model.ts'
import type { CommandOf, Plan } from './contract.ts'

/** Decides something about a model; what it then comes to is worked out in the same step by the engine. */
export const setModel: Plan<CommandOf<'setModel'>> = ({ models }, { model, set }) => {
  const before = models?.[model] ?? null
  const choice: ModelChoice | null = set && {
    ...before,
    ...set,
    ...(set.settings && { settings: { ...before?.settings, ...set.settings } }),
  }
  return JSON.stringify(before) === JSON.stringify(choice)
    ? []
    : [{ kind: 'setModel', model, choice }]
}
