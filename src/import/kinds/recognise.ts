import type { ColumnRole } from '../../table/column.ts'
import type { TableKind } from '../../table/kind.ts'
import { meaningOf } from '../../table/roles.ts'
import { kinds } from './index.ts'
import { type ColumnFacts, headerForm, type KindPart } from './kind.ts'
import { systemOf } from './systems/index.ts'
import type { SystemExport, SystemId } from './systems/system.ts'

export interface Recognised {
  readonly kind: TableKind
  readonly system: SystemId | null
  /** Per column; null = as its header and cells alone say. */
  readonly roles: readonly (ColumnRole | null)[]
}

const enough = 5 // points

/**
 * What the rows of a table are, from its headers and the look of its columns. An export of a known system is what
 * that system says; a kind chosen by hand wins over both.
 */
export function recognise(columns: readonly ColumnFacts[], chosen?: TableKind): Recognised {
  const system = systemOf(columns.map(({ name }) => name))
  const kind = chosen ?? system?.kind ?? bestKind(columns)
  const named = system?.kind === kind ? rolesOfSystem(system, columns) : []
  return {
    kind,
    system: system?.id ?? null,
    roles: rolesOfKind(kind, columns, named),
  }
}

/** `named`: roles that are settled already, by place. */
export function rolesOfKind(
  kind: TableKind,
  columns: readonly ColumnFacts[],
  named: readonly (ColumnRole | null)[] = [],
): readonly (ColumnRole | null)[] {
  if (kind === 'customers') return columns.map((column, at) => named[at] ?? customerRole(column))
  const claimed = claims(kinds.get(kind), columns, named)
  return columns.map((column, at) => named[at] ?? claimed[at] ?? besideRole(column))
}

function bestKind(columns: readonly ColumnFacts[]): TableKind {
  const against = customerPoints(columns)
  let best: TableKind = 'customers'
  let most = enough - 1
  for (const part of kinds.all) {
    const points = pointsFor(part, columns) - against
    if (points > most) {
      best = part.id
      most = points
    }
  }
  return best
}

function pointsFor(part: KindPart, columns: readonly ColumnFacts[]): number {
  const roles = claims(part, columns, [])
  if (!part.needs.every((some) => roles.some((role) => role !== null && some.includes(role))))
    return 0
  const forms = columns.map(({ name }) => headerForm(name))
  const met = new Map<ColumnRole, number>()
  roles.forEach((role, at) => {
    const rule = part.rules.find((each) => each.role === role && each.header.test(forms[at] ?? ''))
    if (role && rule) met.set(role, Math.max(met.get(role) ?? 0, rule.points))
  })
  const words = forms.filter((form, at) => roles[at] === null && part.words.test(form)).length
  return (
    [...met.values()].reduce((sum, points) => sum + points, 0) +
    Math.min(3, words) +
    comeAgain(columns, roles)
  )
}

/** Customers who come several times: what happened to them, not who they are. */
function comeAgain(columns: readonly ColumnFacts[], roles: readonly (ColumnRole | null)[]): number {
  const whose = columns.filter((_, at) => roles[at] === 'key' || roles[at] === 'name')
  return whose.some(({ repeats: often }) => often()) ? 2 : 0
}

const ofCustomers =
  /最近|最后|末次|上次|首次|累计|历史|年度|月均|客单价|生命周期|客户(等级|级别|类别|来源|状态)|会员等级|年(采购|消费|营业)|(购买|订单|消费|交易|投诉|下单|拜访)(次数|数|频率|频次|笔数)|^last(?!name)|^first(order|purchase|visit)|lifetime|total(spent|orders|purchases|spend)|(orders?|purchase)count|numberof|recency|frequency|tenure|^tier$|churn|生日|birthday/

/** What only a list of customers has: sums over all that happened, and a number that no two rows share. */
function customerPoints(columns: readonly ColumnFacts[]): number {
  const summing = columns.filter(({ name }) => ofCustomers.test(headerForm(name))).length
  return Math.min(6, summing * 2)
}

/** Role by rule; each role but the answers and texts once, to the column that the earliest rule names. */
function claims(
  part: KindPart,
  columns: readonly ColumnFacts[],
  named: readonly (ColumnRole | null)[],
): (ColumnRole | null)[] {
  const roles: (ColumnRole | null)[] = columns.map(() => null)
  const taken = new Set<string>(named.flatMap((role) => (role ? [slotOf(role)] : [])))
  const forms = columns.map(({ name }) => headerForm(name))
  for (const { role, header } of part.rules) {
    columns.forEach((column, at) => {
      if (roles[at] || named[at] || taken.has(slotOf(role))) return
      if (!header.test(forms[at] ?? '') || !canBe(role, column)) return
      roles[at] = role
      if (role !== 'answer') taken.add(slotOf(role))
    })
  }
  return roles
}

/** One amount only: of the row, or of the whole order. */
const slotOf = (role: ColumnRole): string => (role === 'total' ? 'amount' : role)

/** 客户 holds names or numbers. */
const isWords = (text: string) => !/\d/.test(text)

function canBe(
  role: ColumnRole,
  { name, inferred: { reading, filled, examples } }: ColumnFacts,
): boolean {
  if (filled === 0) return true
  switch (role) {
    case 'when':
      return reading === 'date'
    case 'amount':
    case 'total':
    case 'refund':
    case 'discount':
    case 'cost':
    case 'profit':
    case 'quantity':
    case 'price':
      return reading === 'number' || reading === 'money'
    case 'answer':
      return reading === 'rating' || reading === 'number'
    case 'cancelled':
    case 'closed':
      return reading === 'date'
    case 'key':
      return reading !== 'date' && !(headerForm(name) === '客户' && examples.every(isWords))
    default:
      return true
  }
}

/** Who it was, and what stands beside: there are no measures, numbers or tiers of customers among records. */
function besideRole({ name, inferred }: ColumnFacts): ColumnRole | null {
  const meaning = meaningOf(name)
  if (isEmail(name, inferred.reading)) return 'email'
  if (meaning.role === 'phone' && inferred.reading === 'phone') return 'phone'
  switch (inferred.role) {
    case 'key':
    case 'name':
    case 'measure':
    case 'referrer':
      return 'other'
    case 'tier':
      return 'group'
    default:
      return null
  }
}

function customerRole({ name, inferred }: ColumnFacts): ColumnRole | null {
  return inferred.role === 'other' && isEmail(name, inferred.reading) ? 'email' : null
}

function isEmail(header: string, reading: string): boolean {
  return reading === 'text' && /(邮箱|邮件|mail)(地址|address)?$/.test(headerForm(header))
}

function rolesOfSystem(
  { roles, derived = [], madeGroups = [] }: SystemExport,
  columns: readonly ColumnFacts[],
): (ColumnRole | null)[] {
  const byForm = new Map(roles.map(([header, role]) => [headerForm(header), role]))
  const taken = new Set<ColumnRole>()
  const names = new Set(columns.map(({ name }) => name))
  const isDerived = ({ name, group }: ColumnFacts) =>
    derived.some((pattern) => {
      const found = pattern.exec(name)
      if (found === null) return false
      const [, from] = found
      return from === undefined || names.has(from) || madeGroups.includes(group ?? '')
    })
  return columns.map((column) => {
    const { name } = column
    if (isDerived(column)) return 'note'
    const role = byForm.get(headerForm(name)) ?? null
    if (role === 'key' || role === 'record' || role === 'when') {
      if (taken.has(role)) return null
      taken.add(role)
    }
    return role
  })
}
