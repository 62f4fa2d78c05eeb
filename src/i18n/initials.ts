const collator = new Intl.Collator('zh')

/** The first characters of pinyin order under each initial; no syllable begins with i, u or v. */
const firsts: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拿'],
  ['o', '哦'],
  ['p', '啪'],
  ['q', '期'],
  ['r', '然'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '挖'],
  ['x', '夕'],
  ['y', '压'],
  ['z', '匝'],
]

/** Pinyin initials of a text, by the browser's own order: 撤销 → cx. Other characters stay, in lower case. */
export function initials(text: string): string {
  let result = ''
  for (const character of text.toLowerCase()) {
    const found = /\p{Script=Han}/u.test(character)
      ? firsts.findLast(([, first]) => collator.compare(first, character) <= 0)
      : undefined
    result += found?.[0] ?? character
  }
  return result
}
