import type { Cell, Mark } from '../column.ts'

/** The ways in which reading a cell can end. */

export const blank: Cell = { value: null, original: null, mark: 'plain' }

/** A missing mark (暂无, N/A): no value; the word stays to be seen. */
export const missing = (original: string): Cell => ({ value: null, original, mark: 'plain' })

export const failed = (original: string): Cell => ({ value: null, original, mark: 'error' })

/** The written value says all that was written. */
export const said = (value: number | boolean | string): Cell => ({
  value,
  original: null,
  mark: 'plain',
})

/** The value is not all that was written. */
export const noted = (
  value: number | boolean | string,
  original: string,
  mark: Mark = 'plain',
): Cell => ({ value, original, mark })
