import { exact } from './exact.ts'
import { smallNumber } from './numerals.ts'

const d = '[\\d一二三四五六七八九壹贰叁肆伍陆柒捌玖两]'
const parts = new RegExp(`^(.+?)(元|圆|块钱?)(?:(${d})([角毛])?)?(?:零?(${d})分)?[整正]?$`)

/**
 * Yuan with jiao and fen: 12元5角, 5块5, 陆角柒分. The text of the yuan goes on to `amount`, the rest is a share of one.
 * Null: no such thing stands behind the yuan.
 */
export function jiao(text: string): { readonly yuan: string; readonly share: number } | null {
  const found = parts.exec(text)
  if (!found) return null
  const [, yuan = '', unit = '', tenth, , hundredth] = found
  if (tenth === undefined && hundredth === undefined) return null
  const share = (smallNumber(tenth ?? '0') ?? 0) / 10 + (smallNumber(hundredth ?? '0') ?? 0) / 100
  return { yuan: yuan + unit.charAt(0), share: exact(share) }
}
