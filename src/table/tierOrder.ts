/** Families of tier names, best first, without 客户, 会员, 卡 behind them. Only a proposal: the user is asked. */
const ladders: readonly (readonly string[])[] = [
  ['至尊', '黑钻', '黑金', '钻石', '铂金', '白金', '黄金', '金', '白银', '银', '青铜', '铜', '铁'],
  ['diamond', 'platinum', 'gold', 'silver', 'bronze', 'standard', 'basic'],
  ['svip', 'vip', '战略', '核心', '重点', '重要', '优质', '一般', '普通', '潜在', '低价值', '流失'],
  ['最高', '高', '较高', '中', '较低', '低', '最低'],
  ['high', 'medium', 'low'],
  ['特大', '大', '中', '小', '微'],
  ['large', 'medium', 'small'],
  ['特级', '一级', '二级', '三级', '四级', '五级', '六级', '七级', '八级', '九级'],
  ['特等', '一等', '二等', '三等', '四等', '五等'],
  ['甲', '乙', '丙', '丁', '戊'],
]

/** S before A, A+ before A before A-, AAA before AA: tiers whose order is plain. */
const letter = /^(?:s{1,3}|([a-z])\1{0,2}[+-]?)$/i

/** Whether nobody needs to be asked: letters alone. */
export function orderIsPlain(names: readonly string[]): boolean {
  return names.every((name) => letter.test(name))
}

/** Names of tiers, best first: as told, then as they are usually ranked, then by the alphabet. */
export function tierOrder(
  names: readonly string[],
  told: readonly string[] = [],
): readonly string[] {
  const rest = names.filter((name) => !told.includes(name))
  const first = told.filter((name) => names.includes(name))
  const places = placesIn(rest.map(stem))
  const order = rest.map((name, at) => ({ name, place: places[at] ?? Infinity }))
  order.sort((a, b) => a.place - b.place || byAlphabet(a.name, b.name))
  return [...first, ...order.map(({ name }) => name)]
}

const byAlphabet = (a: string, b: string) => a.localeCompare(b, 'zh')

function stem(name: string): string {
  const short = name.toLowerCase().replace(/(?:客户|会员|用户|卡|牌|等级)+$/, '')
  return short === '' ? name : short
}

/** By the family that knows most of the names; letters and numbered names by themselves. */
function placesIn(stems: readonly string[]): readonly (number | undefined)[] {
  const ranked = [...ladders.map((ladder) => stems.map((name) => placeIn(ladder, name)))]
  ranked.push(stems.map(letterPlace), stems.map(numberedPlace))
  const known = (places: readonly (number | undefined)[]) =>
    places.filter((place) => place !== undefined).length
  return ranked.reduce((best, places) => (known(places) > known(best) ? places : best))
}

function placeIn(ladder: readonly string[], name: string): number | undefined {
  const at = ladder.indexOf(name)
  return at < 0 ? undefined : at
}

function letterPlace(name: string): number | undefined {
  if (!letter.test(name)) return undefined
  const first = name.startsWith('s') ? -1 : name.charCodeAt(0) - 97
  const sign = name.endsWith('+') ? -1 : name.endsWith('-') ? 1 : 0
  const repeats = name.replace(/[+-]/, '').length
  return first * 100 - repeats * 10 + sign
}

/** V3 before V2, VIP5 before VIP1: the number rises with the tier. */
function numberedPlace(name: string): number | undefined {
  const found = /^(?:v|vip|lv|level ?)(\d{1,2})$/.exec(name)
  return found ? -Number(found[1]) : undefined
}
