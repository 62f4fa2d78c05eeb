/** First and last day per customer; NaN = none. */
export interface Span {
  readonly first: Float64Array
  readonly last: Float64Array
}

export class Latest {
  readonly span: Span

  constructor(customers: number) {
    const none = () => new Float64Array(customers).fill(NaN)
    this.span = { first: none(), last: none() }
  }

  /** True where nothing later is known of the customer; days that are missing come before all others. */
  add(customer: number, day: number): boolean {
    const { first, last } = this.span
    const before = last[customer] ?? NaN
    if (Number.isNaN(day)) return Number.isNaN(before)
    if (!((first[customer] ?? NaN) <= day)) first[customer] = day
    if (before > day) return false
    last[customer] = day
    return true
  }
}
