/** What may stand behind the digits of a typed number, in Chinese and in short forms of English: 3万, 1.2亿, 50k. */
export const numerals: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  k: 1e3,
  m: 1e6,
}

/** Of an amount: it may follow any number and says nothing more. */
export const yuan = '元'
