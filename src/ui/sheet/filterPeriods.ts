import type { PeriodUnit } from '../../engine/views.ts'

interface Period {
  readonly value: string
  readonly unit: PeriodUnit
  readonly back: number
}

const units: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year']

const period = (unit: PeriodUnit, back: number): Period => ({
  value: `${unit} ${back}`,
  unit,
  back,
})

/** The present one of each kind, the one before and the next; and what is set, if it is none of them. */
export function periodChoices({ unit, back }: Omit<Period, 'value'>): readonly Period[] {
  const usual = units.flatMap((one) => [0, 1, -1].map((ago) => period(one, ago)))
  const set = period(unit, back)
  return usual.some(({ value }) => value === set.value) ? usual : [set, ...usual]
}
