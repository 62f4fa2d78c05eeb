import { exact } from './exact.ts'
import { smallNumber } from './numerals.ts'

const sizes = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text.split(';').flatMap((part) => {
      const [names = '', times = '1', by = '1'] = part.trim().split(/[=/]/)
      return names.split(' ').map((name) => [name, Number(times) / Number(by)] as const)
    }),
  )

/** Sizes of units that measure the same; the first family that has both is taken. */
const families = [
  // days: a week has seven
  sizes(
    '周 星期 week weeks=7;天 日 day days=1;小时 h hour hours=1/24;分钟 min=1/1440;秒 s=1/86400',
  ),
  // years: by the usual round numbers, not by the calendar
  sizes(
    '年 岁 周岁 year years=1;季度 季=1/4;个月 月 month months=1/12;周 星期 week weeks=1/52;天 日 day days=1/365',
  ),
  sizes('吨 t=1000;kg 公斤 千克=1;斤=1/2;g 克=1/1000'),
  sizes('km 公里 千米=1000;米 m=1;cm 厘米=1/100'),
]

/** 18个月 in a column of years is 1.5, 2周 among days 14, 10斤 among kilograms 5. Null: not of one kind. */
export function inUnit(value: number, unit: string, wanted: string): number | null {
  const [from, to] = [unit.toLowerCase(), wanted.toLowerCase()]
  const family = families.find((sizes) => sizes.has(from) && sizes.has(to))
  if (!family) return null
  return Number((value * ((family.get(from) ?? 1) / (family.get(to) ?? 1))).toPrecision(12))
}

/** Years of 1年半 and 2年3个月. */
export function mixedYears(text: string): number | null {
  const found = /^(.{1,4})年(?:(半)|零?(.{1,3}?)个?月)$/.exec(text)
  const whole = found && smallNumber(found[1] ?? '')
  if (!found || whole === null) return null
  const months = found[2] === undefined ? smallNumber(found[3] ?? '') : 6
  return months === null ? null : exact(whole + months / 12)
}

/** 半年, 半天, 1个半月: halves of what is counted. */
export function halves(text: string): { readonly value: number; readonly counter: string } | null {
  const [, unit] = /^半个?(年|月|小时|天|日|周|斤|公斤)$/.exec(text) ?? []
  if (unit !== undefined) return { value: 0.5, counter: unit === '月' ? '个月' : unit }
  const found = /^(.{1,3}?)个半(月|小时)$/.exec(text)
  const whole = found && smallNumber(found[1] ?? '')
  if (!found || whole === null) return null
  return { value: exact(whole + 0.5), counter: found[2] === '月' ? '个月' : '小时' }
}
