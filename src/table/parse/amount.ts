import { takeCurrency } from './currency.ts'
import { exact, shifted } from './exact.ts'
import { jiao } from './jiao.ts'
import { numeral, numeralSigns } from './numerals.ts'
import { separated } from './separated.ts'

/** One number with what stands around it. */
export interface Amount {
  readonly value: number
  readonly scale: number // the bare 万, k … behind the digits, already multiplied in; 1 = none
  readonly currency: string | null // ISO 4217
  readonly percent: boolean // value is already the fraction
  readonly counter: string | null // 次, 天 …
  readonly spoken: boolean // 3万5 as 35,000, 500元/次: the number alone says less than the text
  readonly assumed: boolean // the text alone leaves it open
}

/** Words that count things. One that is not listed makes the text no number: better asked than wrong. */
const counters = new Set(
  (
    '次 回 趟 单 笔 件 个 人 名 位 家 户 台 套 辆 张 份 箱 瓶 盒 包 袋 条 项 只 支 本 吨 公斤 千克 斤 克 kg g 升 l ' +
    '米 m2 平方米 平米 亩 公里 千米 km 厘米 cm 天 日 周 星期 个月 月 季度 季 年 岁 周岁 小时 分钟 秒 h min s 分 点 级 度 ' +
    'times time orders order days day weeks week months month years year hours hour pcs people points pts x'
  ).split(' '),
)

const scales = new Map([
  ['k', 3],
  ['w', 4],
  ['m', 6],
  ['mn', 6],
  ['mio', 6],
  ['million', 6],
  ['thousand', 3],
  ['b', 9],
  ['bn', 9],
  ['billion', 9],
])

const core = new RegExp(
  `^(?:[\\d${numeralSigns}](?:[\\d.,'’ 点${numeralSigns}]*[\\d${numeralSigns}])?\\.?|\\.\\d+)`,
)
const han = new RegExp(`[${numeralSigns}]`)

/** One amount, as `plain` text: ¥1,200.50 · -3万5 · (1,200) · USD 1.2k · 12% · 5次 · 5元5角. Null = not one. */
export function amount(text: string, decimal: '.' | ','): Amount | null {
  const small = /[元圆块]/.test(text) ? jiao(text) : null
  if (!small) return simpleAmount(text, decimal)
  const yuan = simpleAmount(small.yuan, decimal)
  if (!yuan || !Number.isInteger(yuan.value) || yuan.value < 0) return null
  return { ...yuan, value: exact(yuan.value + small.share), spoken: true }
}

function simpleAmount(text: string, decimal: '.' | ','): Amount | null {
  let rest = text
  let negative = false
  const bracketed = /^([^\d()]*)\(([^()]+)\)([^\d()]*)$/.exec(rest)
  if (bracketed) {
    negative = true
    rest = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`.trim()
  }
  let signed = false
  const takeSign = () => {
    if (!/^[+-]/.test(rest)) return
    if (signed || bracketed) rest = ''
    signed = true
    negative ||= rest.startsWith('-')
    rest = rest.slice(1).trimStart()
  }
  takeSign()
  let currency: string | null = null
  const fraction = /^([百千万])分之/.exec(rest)?.[1]
  const hundredths =
    fraction === undefined ? 0 : fraction === '百' ? -2 : fraction === '千' ? -3 : -4
  if (hundredths !== 0) rest = rest.slice(3)
  const front = takeCurrency(rest, 'before')
  if (front) {
    currency = front.code
    rest = front.rest
    const again = takeCurrency(rest, 'before') // RMB¥500
    if (again && (again.code === currency || again.code === 'CNY')) rest = again.rest
    if (!bracketed) takeSign()
  }
  const digits = core.exec(rest)?.[0]
  if (digits === undefined) return null
  const tail = tailOf(rest.slice(digits.length).trim(), currency)
  if (!tail || (tail.minus && (signed || bracketed))) return null
  const percent = hundredths !== 0 || tail.percent !== 0
  if (percent && tail.currency !== null) return null
  const power = tail.power + (hundredths || tail.percent)
  const number = numberOf(digits, decimal, power)
  if (!number) return null
  const { value } = number
  return {
    value: (negative || tail.minus) && value !== 0 ? -value : value,
    scale: number.scale === 1 && tail.power === 0 ? 1 : exact(number.scale * 10 ** tail.power),
    currency: tail.currency,
    percent,
    counter: tail.counter,
    spoken: number.spoken || tail.each,
    assumed: number.assumed || tail.assumed,
  }
}

/** The number × 10^power, rounded once. */
function numberOf(text: string, decimal: '.' | ',', power: number) {
  if (!han.test(text)) {
    const read = separated(text, decimal)
    if (!read) return null
    return {
      value: Number(`${read.digits}e${power}`),
      assumed: read.assumed,
      spoken: false,
      scale: 1,
    }
  }
  let assumed = false
  const read = numeral(text, (run) => {
    const part = separated(run.trim(), decimal)
    assumed ||= part?.assumed ?? false
    return part && Number(part.digits)
  })
  return read && { ...read, value: shifted(read.value, power), assumed }
}

interface Tail {
  readonly power: number
  readonly currency: string | null
  readonly percent: number // power of ten: -2 for %, -3 for ‰, 0 = none
  readonly counter: string | null
  readonly minus: boolean
  readonly each: boolean // 元/次
  readonly assumed: boolean
}

/** What stands behind the digits: scale, currency, percent sign or counter, 整, a minus sign. Null = something else. */
function tailOf(text: string, before: string | null): Tail | null {
  let rest = text
  let power = 0
  let assumed = false
  const word = /^[a-z]+/i.exec(rest)?.[0]
  const size = word === undefined ? undefined : scales.get(word.toLowerCase())
  if (word !== undefined && size !== undefined) {
    power = size
    assumed = word === 'm' && before === null // metres, minutes and months are written like this
    rest = rest.slice(word.length).trimStart()
  }
  const behind = takeCurrency(rest, 'after')
  // ¥500元 and US$ 5 USD name it twice; two different ones are an error
  if (
    behind &&
    before !== null &&
    before !== behind.code &&
    !(before === 'CNY' && behind.code === 'JPY')
  )
    return null
  if (behind) rest = behind.rest
  rest = rest.replace(/^[整正]/, '')
  const each = /^\/(?:次|单|笔|人|位|件|个)$/.test(rest)
  if (each) rest = ''
  const minus = rest === '-'
  if (minus) rest = ''
  let percent = 0
  let counter: string | null = null
  if (/^(?:%|pct|percent|per cent|个?百分点)$/i.test(rest)) percent = -2
  else if (rest === '‰') percent = -3
  else if (counters.has(rest.toLowerCase())) counter = rest
  else if (rest !== '') return null
  return { power, currency: behind?.code ?? before, percent, counter, minus, each, assumed }
}
