/** Today's date where the user is, `YYYY-MM-DD`. */
export function localDate(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export const instant = (): string => new Date().toISOString()

export const instantAgo = (ms: number): string => new Date(Date.now() - ms).toISOString()
