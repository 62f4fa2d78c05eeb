/** Scores run from 1 to so many. */
export const levelChoices = [3, 4, 5] as const
export type Levels = (typeof levelChoices)[number]

const perCell = 4

/** The most levels at which a combination of three scores has four customers on average: 5 from 500, 4 from 256. */
export function levelsFor(customers: number): Levels {
  if (customers >= perCell * 5 ** 3) return 5
  return customers >= perCell * 4 ** 3 ? 4 : 3
}
