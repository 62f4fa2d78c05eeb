import { seeded } from '../../src/core/random.ts'
import type { LinkedRecords, ModelInput } from '../../src/models/model.ts'
import { type RecordKind } from '../../src/table/kind.ts'
import { isoDay } from '../../src/table/parse/calendar.ts'
import { inputOf, records, table } from '../unit/models/given.ts'

/** Customers with all that may have happened to them; each history lacks, or overdoes, something. */
export interface History {
  readonly name: string
  readonly input: ModelInput
  readonly parts: Parts
}

interface Parts {
  readonly customers: number
  readonly list: boolean // the customers' own list has figures
  readonly lines: Readonly<Partial<Record<RecordKind, Lines>>>
}
interface Lines {
  readonly roles: string
  readonly rows: readonly string[]
}

const asOf = '2024-06-30'
const today = 19_904 // 2024-06-30

interface Wish {
  readonly customers?: number
  readonly perCustomer?: number // records of each kind, on average
  readonly list?: boolean
  readonly none?: boolean // no tables of records at all
  readonly nobody?: boolean // records are nobody's
  readonly days?: 'missing' | 'later' | 'same'
  readonly amounts?: 'missing' | 'negative'
  readonly bare?: boolean // only what a kind cannot do without
}

function history(name: string, seed: number, wish: Wish): History {
  const { customers = 12, perCustomer = 6, list = false } = wish
  const random = seeded(seed)
  const upTo = (count: number) => Math.floor(random() * count)
  const among = (texts: readonly string[]) => texts[upTo(texts.length)] ?? '-'
  const number = () => {
    const value = (upTo(20_000) / 100).toFixed(2)
    if (wish.amounts === 'missing') return '-'
    return wish.amounts === 'negative' ? `-${value}` : random() < 0.1 ? '-' : value
  }
  const dayOf = (back: number) => {
    if (wish.days === 'missing' || (wish.days === undefined && random() < 0.05)) return '-'
    if (wish.days === 'later') return isoDay(today + 1 + back)
    return isoDay(wish.days === 'same' ? today : today + 20 - back)
  }
  const amount = Math.round(customers * perCustomer)
  const whose = () => (wish.nobody ? -1 : random() < 0.05 ? -1 : upTo(customers))
  const orders = Array.from({ length: amount }, (_, at) => {
    const head = `${whose()} O${at} ${dayOf(upTo(700))}`
    const status = among(['已完成', '已完成', '已完成', '已取消', '已退款'])
    const shop = among(['网店', '门店', '-'])
    return Array.from({ length: 1 + upTo(3) }, () => {
      const money = number()
      const back = random() < 0.1 ? money.replace('-', '') || '-' : '-'
      return `${head} ${money} ${back} ${number()} ${number()} ${status} ${among(['茶', '杯', '-'])} ${shop}`
    })
  }).flat()
  const several = (make: (at: number) => string) =>
    Array.from({ length: amount }, (_, at) => `${whose()} ${make(at)}`)
  const lines: Parts['lines'] = {
    orders: wish.bare
      ? { roles: 'when amount', rows: several(() => `${dayOf(upTo(700))} ${number()}`) }
      : {
          roles: 'record when amount refund discount cost status category channel',
          rows: orders,
        },
    interactions: wish.bare
      ? { roles: 'when', rows: several(() => dayOf(upTo(300))) }
      : {
          roles: 'record when channel',
          rows: several((at) => `I${at} ${dayOf(upTo(300))} ${among(['电话', '上门', '-'])}`),
        },
    service: wish.bare
      ? { roles: 'when', rows: several(() => dayOf(upTo(300))) }
      : {
          roles: 'record when closed status group',
          rows: several(
            (at) =>
              `S${at} ${dayOf(100 + upTo(300))} ${dayOf(upTo(120))} ${among(['处理中', '已解决', '-'])} ${among(['投诉', '咨询'])}`,
          ),
        },
    // one answer a day at most: of two the later row would count
    survey: {
      roles: 'record when answer=NPS answer=满意度',
      rows: Array.from({ length: wish.nobody ? 0 : Math.min(amount, customers * 40) }, (_, at) => {
        const customer = at % customers
        return `${customer} A${at} ${dayOf(at * 9)} ${upTo(11)} ${1 + upTo(5)}`
      }).filter((row, at, all) => {
        const [customer, , day] = row.split(' ')
        return (
          all.findIndex(
            (other) => other.startsWith(`${customer} `) && other.split(' ')[2] === day,
          ) === at
        )
      }),
    },
  }
  return built(name, { customers, list, lines: wish.none ? {} : lines })
}

function built(name: string, parts: Parts): History {
  const own = ['lastPurchase', 'orderCount', 'frequency', 'totalSpend', 'spendPerOrder'] as const
  const list = table(
    'customers',
    `key name phone referrer${parts.list ? ' when measure measure measure measure' : ''}`,
    ...Array.from(
      { length: parts.customers },
      (_, at) =>
        `C${at} 客户${at} 1380000${String(at).padStart(4, '0')} ${at % 3 === 0 ? `C${at + 1}` : '-'}` +
        (parts.list ? ` ${isoDay(today - at * 7)} ${at % 5} ${at % 4} ${at * 10} ${at + 1}` : ''),
    ),
  )
  const linked = Object.entries(parts.lines).map(
    ([kind, { roles, rows }]): [string, LinkedRecords] => [
      kind,
      records(kind as RecordKind, roles, ...rows),
    ],
  )
  const input = inputOf({
    customers: list,
    asOf,
    records: Object.fromEntries(linked),
    own: parts.list ? Object.fromEntries(own.map((measure, at) => [measure, `c${4 + at}`])) : {},
  })
  return { name, input, parts }
}

/** The same records in another order of rows. */
export function shuffled({ name, parts }: History): History {
  const random = seeded(77)
  const lines = Object.entries(parts.lines).map(([kind, { roles, rows }]) => {
    const keys = rows.map(() => random())
    const order = rows.map((_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
    return [kind, { roles, rows: order.map((at) => rows[at] ?? '') }] as const
  })
  return built(name, { ...parts, lines: Object.fromEntries(lines) })
}

export const histories: readonly History[] = [
  history('some of everything', 1, {}),
  history('many customers', 2, { customers: 400, perCustomer: 2 }),
  history('no tables of records', 3, { none: true }),
  history('a list with its own figures, no records', 4, { none: true, list: true }),
  history('tables without rows', 5, { perCustomer: 0 }),
  history('no days', 6, { days: 'missing' }),
  history('no amounts', 7, { amounts: 'missing' }),
  history('credit notes only', 8, { amounts: 'negative' }),
  history('everything after the as-of date', 9, { days: 'later' }),
  history('everything on one day', 10, { days: 'same' }),
  history('one customer', 11, { customers: 1, perCustomer: 30 }),
  history('nobody’s records', 12, { nobody: true }),
  history('only what a kind cannot do without', 13, { bare: true }),
  history('no customers', 14, { customers: 0 }),
]
