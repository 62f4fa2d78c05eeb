import type { Cell } from '../models/rfm/cell.ts'
import type { Levels } from '../models/rfm/levels.ts'
import type { SegmentFinding } from '../models/rfm/lint.ts'
import type { SegmentName } from '../models/rfm/segment.ts'
import type { Words } from './zh.ts'

export function segmentName(name: SegmentName, words: Words): string {
  return 'text' in name ? name.text : words.models.labels[name.word]
}

/** What is to be said of a list of rules, in one sentence. `names`: of the rules, by place. */
export function findingText(
  finding: SegmentFinding,
  about: {
    readonly names: readonly string[]
    readonly levels: Levels
    readonly others: string // customers without a rule
  },
  words: Words,
  count: (value: number) => string,
): string {
  const { findings, cell, quote, unnamed } = words.rfm.editor
  const name = (at: number) => about.names[at]?.trim() || unnamed
  const example = ({ recency, frequency, monetary }: Cell) => cell(recency, frequency, monetary)
  switch (finding.code) {
    case 'none':
      return findings.none
    case 'gaps':
      return findings.gaps(count(finding.cells), example(finding.example), about.others)
    case 'overlap': {
      const [first, second] = finding.rules
      return findings.overlap(
        name(first),
        name(second),
        count(finding.cells),
        example(finding.example),
      )
    }
    case 'unreachable':
      return findings.unreachable(name(finding.rule), quote(finding.behind.map(name)))
    case 'outside':
      return findings.outside(
        name(finding.rule),
        words.rfm.measures[finding.measure].name,
        about.levels,
      )
    case 'reversed':
      return findings.reversed(name(finding.rule), words.rfm.measures[finding.measure].name)
    case 'sameName':
      return findings.sameName(name(finding.rules[0]))
    case 'noName':
      return findings.noName(finding.rule + 1)
  }
}
