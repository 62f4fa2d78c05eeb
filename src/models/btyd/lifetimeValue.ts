export const monthDays = 30

/**
 * Purchases expected over the coming months, each month's worth less by `discount` a month, paid at its end:
 * Σ (E[X(k·month)] − E[X((k − 1)·month)])/(1 + discount)^k. Times expected spend it is the lifetime value (the definition of
 * Python's `lifetimes`). A last month that is not whole counts with its part, discounted at its own end.
 */
export function discountedPurchases(
  expected: (ahead: number) => number,
  ahead: number,
  month: number,
  discount: number,
): number {
  if (discount === 0) return expected(ahead)
  let before = 0
  let sum = 0
  for (let k = 1; before < ahead && k <= 1200; k++) {
    const end = Math.min(k * month, ahead)
    sum += (expected(end) - expected(before)) / Math.pow(1 + discount, end / month)
    before = end
  }
  return sum
}

/** 客单价 × 年频次 × 毛利率 × 年限. Money at the end of each year where it is discounted; part of a year counts in part. */
export function formulaValue(
  orderValue: number,
  ordersPerYear: number,
  margin: number,
  years: number,
  discount = 0,
): number {
  const worth = discount === 0 ? years : -Math.expm1(-years * Math.log1p(discount)) / discount
  return orderValue * ordersPerYear * margin * worth
}

/**
 * Margin-retention value m·r/(1 + d − r), where the first margin comes a period from now; m·(1 + d)/(1 + d − r) where it
 * comes now (Gupta & Lehmann 2003). NaN unless 0 ≤ r ≤ 1 and d ≥ 0; ∞ where nobody leaves and nothing is discounted.
 */
export function retentionValue(
  margin: number,
  retention: number,
  discount: number,
  first: 'now' | 'later',
): number {
  if (!(retention >= 0 && retention <= 1 && discount >= 0)) return NaN
  const periods = (first === 'now' ? 1 + discount : retention) / (1 + discount - retention)
  return margin * periods
}
