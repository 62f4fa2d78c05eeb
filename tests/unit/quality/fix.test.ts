import { describe, expect, test } from 'vitest'
import type { CheckId, FixId, Subject } from '../../../src/quality/check.ts'
import { editsOf } from '../../../src/quality/fix.ts'
import { found, subjectOf } from './lists.ts'

/** What a fix writes: per column `row: value`, rows from 1. */
function fixed(
  subject: Subject,
  check: CheckId,
  fix: FixId,
  more: { find?: string; text?: string } = {},
) {
  const [finding] = found(subject, check)
  if (!finding) throw new Error(`no finding ${check}`)
  return editsOf(subject, finding, { fix, ...more }).map(({ rows, cells }) =>
    rows.map((row, i) => `${row + 1}: ${String(cells[i]?.value)}`),
  )
}

describe('mending a finding', () => {
  test('numbers beyond a scale come to its ends, or become missing', async () => {
    const subject = await subjectOf('客户名称,NPS\n甲,11\n乙,10\n丙,-2\n丁,7\n戊,8\n己,9\n')
    expect(fixed(subject, 'offScale', 'clamp')).toEqual([['1: 10', '3: 0']])
    expect(fixed(subject, 'offScale', 'clear')).toEqual([['1: null', '3: null']])
  })

  test('a text is replaced as if it were typed, everywhere or where it stands', async () => {
    const subject = await subjectOf(
      '客户名称,累计金额\n甲,面议\n乙,100\n丙,待报价\n丁,200\n戊,面议\n己,5\n庚,6\n',
    )
    expect(fixed(subject, 'unreadable', 'replace', { text: '1.2万' })).toEqual([
      ['1: 12000', '3: 12000', '5: 12000'],
    ])
    expect(fixed(subject, 'unreadable', 'replace', { find: '待报价', text: '300' })).toEqual([
      ['3: 300'],
    ])
    // what cannot be read again stays what it is: nothing to change where the text is the same
    expect(fixed(subject, 'unreadable', 'replace', { find: '面议', text: '面议' })).toEqual([])
  })

  test('signs, shares and dates', async () => {
    const subject = await subjectOf(
      '客户名称,累计金额,复购率,首次购买日期,最近购买日期\n' +
        '甲,-3,85,2025-02-01,2025-01-01\n乙,4,40%,2024-01-01,2027-01-01\n丙,5,8500%,2024-01-01,2025-01-01\n丁,5,30%,2024-01-01,2025-01-01\n戊,5,30%,2024-01-01,2025-01-01\n',
    )
    expect(fixed(subject, 'negative', 'absolute')).toEqual([['1: 3']])
    expect(fixed(subject, 'percentOver', 'hundredth')[0]).toContain('3: 0.85')
    // days since 1970-01-01 by `date -d … +%s` ÷ 86,400: 2026-03-01 = 20513, 2025-01-01 = 20089, 2025-02-01 = 20120
    expect(fixed(subject, 'future', 'asOf')).toEqual([['2: 20513']])
    expect(fixed(subject, 'lastBeforeFirst', 'swap')).toEqual([['1: 20120'], ['1: 20089']])
  })

  test('writings become the most frequent one', async () => {
    const subject = await subjectOf(
      '客户名称,地区\n甲,华东\n乙,华东\n丙,华东区\n丁,华北\n戊,华 东\n己,华北\n',
    )
    expect(fixed(subject, 'variants', 'unify')).toEqual([['3: 华东', '5: 华东']])
  })

  test('a fix that a finding does not offer writes nothing', async () => {
    const subject = await subjectOf('客户名称,累计金额\n甲,-3\n乙,4\n丙,5\n')
    expect(fixed(subject, 'negative', 'swap')).toEqual([])
  })
})
