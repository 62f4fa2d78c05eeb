/** Day numbers count from 1970-01-01, cells in Excel's 1900 system. */
export const serialOf = (day: number): number => day + 25_569
