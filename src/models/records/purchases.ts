/**
 * Orders that count, one entry an order, in no order; what was cancelled, voided or refunded in full is not among them.
 * An entry whose amount is below 0 is a credit note: it takes from the money and is no purchase.
 */
export interface Purchases {
  readonly customers: Int32Array // row id; −1 = nobody's
  readonly days: Float64Array // since 1970-01-01; NaN = not known
  readonly amounts: Float64Array // net of refunds; NaN = not known
  readonly unit: string | null // of the amounts, as `Column.unit`
}
