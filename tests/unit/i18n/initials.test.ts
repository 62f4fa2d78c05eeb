import { expect, test } from 'vitest'
import { initials } from '../../../src/i18n/initials.ts'

test('each Chinese character gives the initial of its pinyin', () => {
  // pinyin by the Xinhua dictionary: chè xiāo, shāi xuǎn, àn zhào, yǐn cáng, mián fèi, zì dòng liè kuān
  const known = { 撤销: 'cx', 筛选: 'sx', 按照: 'az', 隐藏: 'yc', 免费: 'mf', 自动列宽: 'zdlk' }
  for (const [text, expected] of Object.entries(known)) expect(initials(text)).toBe(expected)
  expect(initials('导出 CSV')).toBe('dc csv')
})
