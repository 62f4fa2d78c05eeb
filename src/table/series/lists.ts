/** Words that follow one another in a ring. Excel has most of them as built-in lists, in Chinese and in English. */
const hanDigits = [...'一二三四五六七八九十', '十一', '十二']
const weekdays = [...'一二三四五六日']
const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months =
  'January February March April May June July August September October November December'.split(' ')
const upTo = (count: number, write: (nth: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at + 1))

const rings: readonly (readonly string[])[] = [
  weekdays.map((day) => `周${day}`),
  weekdays.map((day) => `星期${day}`),
  weekdays.map((day) => `礼拜${day}`),
  [...weekdays.slice(0, 6).map((day) => `星期${day}`), '星期天'],
  [...weekdays.slice(0, 6).map((day) => `周${day}`), '周天'],
  hanDigits.map((nth) => `${nth}月`),
  upTo(12, (nth) => `${String(nth)}月`),
  upTo(12, (nth) => `${String(nth)}月份`),
  upTo(4, (nth) => `第${hanDigits[nth - 1] ?? ''}季`),
  upTo(4, (nth) => `第${hanDigits[nth - 1] ?? ''}季度`),
  upTo(4, (nth) => `${hanDigits[nth - 1] ?? ''}季度`),
  upTo(4, (nth) => `第${String(nth)}季度`),
  upTo(4, (nth) => `${String(nth)}季度`),
  upTo(4, (nth) => `Q${String(nth)}`),
  upTo(4, (nth) => `Qtr ${String(nth)}`),
  upTo(4, (nth) => `Quarter ${String(nth)}`),
  upTo(4, (nth) => `${String(nth)}Q`),
  [...'甲乙丙丁戊己庚辛壬癸'],
  [...'子丑寅卯辰巳午未申酉戌亥'],
  ['正月', ...hanDigits.slice(1, 11).map((nth) => `${nth}月`), '腊月'],
  english,
  english.map((day) => day.slice(0, 3)),
  months,
  months.map((month) => month.slice(0, 3)),
]

export interface Ring {
  readonly words: readonly string[]
  readonly write: (word: string) => string // in the case that was met
}

const asIs = (word: string) => word
const upper = (word: string) => word.toUpperCase()
const lower = (word: string) => word.toLowerCase()

/** The first ring that holds all of these words; null = none does. */
export function ringOf(texts: readonly string[]): Ring | null {
  const [first = ''] = texts
  for (const write of [asIs, upper, lower]) {
    const words = rings.find((ring) =>
      texts.every((text) => ring.some((one) => write(one) === text)),
    )
    if (words && words.some((one) => write(one) === first)) return { words, write }
  }
  return null
}
