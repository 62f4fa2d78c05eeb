import type { Issue } from '../../core/issue.ts'
import { leastRepeaters, type Wanted } from './choose.ts'
import type { Forecast } from './forecast.ts'
import { dependent, leastSpenders } from './spend.ts'

/** What a reader of the forecast has to know of its limits. `observed`: days from the first purchase to the as-of day. */
export function diagnose(
  { choice, spend, customers, repeaters }: Forecast,
  {
    wanted,
    days,
    observed,
    priced,
  }: { wanted: Wanted; days: number; observed: number; priced: boolean },
): Issue[] {
  const issues: Issue[] = []
  const warn = (code: Issue['code'], detail: Issue['detail'] = {}) =>
    void issues.push({ code, level: 'warning', detail })
  const tell = (code: Issue['code'], detail: Issue['detail'] = {}) =>
    void issues.push({ code, level: 'info', detail })
  if (!choice) {
    warn('prediction.fewRepeaters', { count: repeaters, least: leastRepeaters })
    return issues
  }
  if (customers > repeaters)
    tell('prediction.oneTime', { count: customers - repeaters, total: customers })
  if (choice.model.id === 'nbd') warn('prediction.noDropout')
  else if (choice.model.id !== wanted && choice.model.id === 'paretoNbd') tell('prediction.pareto')
  if (choice.fit.outcome !== 'converged' && !choice.fit.atEdge) warn('prediction.notConverged')
  if (days > observed) warn('prediction.farAhead', { days, observed })
  if (!priced) return issues
  switch (spend.id) {
    case 'few':
      warn('prediction.fewSpenders', { count: spend.spenders, least: leastSpenders })
      break
    case 'unbounded':
      warn('prediction.spendUnbounded')
      break
    case 'gammaGamma':
      if (Math.abs(spend.correlation) > dependent)
        warn('prediction.spendDependent', { correlation: spend.correlation })
      if (spend.fit.outcome !== 'converged' && !spend.fit.atEdge) warn('prediction.notConverged')
  }
  return issues
}
