/** Scales whose order is known, best first. Compared without case. */
const scales: readonly (readonly string[])[] = [
  ['true', 'false'],
  ['S', 'A', 'B', 'C', 'D', 'E', 'F'],
  ['高', '中', '低'],
  ['很高', '高', '较高', '中', '一般', '较低', '低', '很低'],
  ['high', 'medium', 'low'],
  ['high', 'mid', 'low'],
  ['大', '中', '小'],
  ['大型', '中型', '小型', '微型'],
  ['优', '良', '中', '差'],
  ['优秀', '良好', '一般', '较差', '差'],
  ['强', '中', '弱'],
  ['非常满意', '满意', '一般', '不满意', '非常不满意'],
  ['钻石', '铂金', '黄金', '白银', '青铜', '普通'],
  ['diamond', 'platinum', 'gold', 'silver', 'bronze'],
  ['重点', '一般', '普通'],
  ['two year', 'one year', 'month-to-month'],
]

/** `A级`, `a 类`, `等级A` mean A. */
function plain(word: string): string {
  const bare = word.normalize('NFKC').trim().toLowerCase()
  return bare.length === 1 ? bare : bare.replace(/^等级\s*|\s*(级客户|类客户|级|类|客户)$/g, '')
}

/** The same words, best first, where all of them stand on one known scale; else null. */
export function orderOfWords(words: readonly string[]): readonly string[] | null {
  if (words.length < 2) return null
  for (const scale of scales) {
    const place = new Map(scale.map((word, at) => [plain(word), at]))
    const places = words.map((word) => place.get(plain(word)))
    if (places.some((at) => at === undefined)) continue
    return words
      .map((word, i) => ({ word, at: places[i] ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
  }
  return null
}
