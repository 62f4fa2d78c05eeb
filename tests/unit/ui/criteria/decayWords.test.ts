import { describe, expect, test } from 'vitest'
import type { CriterionSummary } from '../../../../src/engine/views.ts'
import { criterionLine, directionOf } from '../../../../src/ui/criteria/criterionWords.ts'
import { shownScale } from '../../../../src/ui/criteria/preparedScale.ts'
import { criterion } from '../../../fixtures/gradingTables.ts'
import { words } from '../../words.ts'

const prepare = { winsorise: null, log: false, decay: 90 }
const summary = (set: Parameters<typeof criterion>[1]): CriterionSummary => ({
  criterion: criterion('x', { prepare, direction: 'lower', ...set }),
  columnName: 'x',
  columnType: 'date',
  reading: 'date',
  unit: null,
  share: 1,
  missing: 0,
  present: 3,
  bars: [],
  curve: [],
})
const line = (set: Parameters<typeof criterion>[1], language: 'zh' | 'en' = 'zh') =>
  criterionLine(summary(set), words[language], String, String)

describe('a date that fades, in words', () => {
  test('says the half-life once, and which way the days go', () => {
    const whole = { id: 'linear', worst: 0, best: 1 } as const
    expect(line({ scoring: whole })).toBe('距今天数 · 越近越好 · 每过 90 天，影响减半')
    expect(line({ scoring: whole }, 'en')).toContain('counts half as much every 90 days')
    expect(line({ scoring: { id: 'percentile' } })).toBe(
      '距今天数 · 越近越好 · 按名次 · 每过 90 天，影响减半',
    )
    // what is left rises as days fall: more left is better, so fewer days are
    expect(directionOf(whole, 'lower', prepare)).toBe('lower')
    expect(directionOf({ id: 'linear', worst: 1, best: 0 }, 'higher', prepare)).toBe('higher')
    const bands = { id: 'bands', below: 0, bands: [{ from: 0.5, utility: 1 }] } as const
    expect(directionOf(bands, 'lower', prepare)).toBe('lower')
    expect(directionOf(bands, 'lower', null)).toBe('higher')
  })

  test('parameters are shown in percent of what is left, and stand at days on the chart', () => {
    const scale = shownScale(summary({}))
    expect(scale.shown(0.25)).toBe(25)
    expect(scale.typed(25)).toBe(0.25)
    expect(scale.raw(0.25)).toBeCloseTo(180, 9)
    expect(scale.prepared(180)).toBeCloseTo(0.25, 12)
    expect(scale.raw(0)).toBe(Infinity)
  })
})
