/** What a column's filter says on its chip, and what the kinds of conditions are called. */
export const conditions = {
  more: (name: string, from: string) => `${name} > ${from}`,
  less: (name: string, to: string) => `${name} < ${to}`,
  inside: (name: string, from: string, to: string) => `${name}：大于 ${from} 且小于 ${to}`,
  outside: (name: string, from: string, to: string) => `${name}：不在 ${from} 到 ${to} 之间`,
  is: (name: string, value: string) => `${name} = ${value}`,
  isNot: (name: string, value: string) => `${name} ≠ ${value}`,
  starts: (name: string, text: string) => `${name}：开头是“${text}”`,
  ends: (name: string, text: string) => `${name}：结尾是“${text}”`,
  equals: (name: string, text: string) => `${name}：等于“${text}”`,
  lacks: (name: string, text: string) => `${name}：不包含“${text}”`,
  startsNot: (name: string, text: string) => `${name}：开头不是“${text}”`,
  endsNot: (name: string, text: string) => `${name}：结尾不是“${text}”`,
  equalsNot: (name: string, text: string) => `${name}：不等于“${text}”`,
  aboveMean: (name: string) => `${name}：高于平均值`,
  belowMean: (name: string) => `${name}：低于平均值`,
  largestShare: (name: string, percent: number) => `${name}：最大的 ${percent}%`,
  smallestShare: (name: string, percent: number) => `${name}：最小的 ${percent}%`,
  /** Of the as-of date: this one, the last, the next; else how many before (negative: after). */
  period: (name: string, unit: 'day' | 'week' | 'month' | 'quarter' | 'year', back: number) =>
    `${name}：${periods[unit](back)}`,
  periodName: (unit: 'day' | 'week' | 'month' | 'quarter' | 'year', back: number) =>
    periods[unit](back),
  year: (name: string, year: number) => `${name}：${year} 年`,
  recent: (name: string, days: number) => `${name}：截止日前 ${days} 天内`,
  longAgo: (name: string, days: number) => `${name}：截止日前超过 ${days} 天`,
}

/** `names`: the one before, the present one, the next. */
const named =
  (names: readonly [string, string, string], counter: string) =>
  (back: number): string =>
    names[1 - back] ?? `${back > 0 ? '前' : '后'}第 ${Math.abs(back)} ${counter}`
const periods = {
  day: named(['截止日前一天', '截止日当天', '截止日后一天'], '天'),
  week: named(['上周', '本周', '下周'], '周'),
  month: named(['上月', '本月', '下月'], '个月'),
  quarter: named(['上季度', '本季度', '下季度'], '个季度'),
  year: named(['去年', '今年', '明年'], '年'),
}
