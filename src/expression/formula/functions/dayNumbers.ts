export const firstDay = -25_567 // 1900-01-01
export const lastDay = 120_529 // 2299-12-31: what all databases reckon with

export const dateWithin = (day: number): boolean => day >= firstDay && day <= lastDay

const msPerDay = 86_400_000

/** Day number of the first of a month. */
export const monthStart = (year: number, month: number): number =>
  Date.UTC(year, month - 1, 1) / msPerDay

export const dateOf = (day: number): Date => new Date(Math.floor(day) * msPerDay)
