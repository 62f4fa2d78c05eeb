import type { ColumnRole } from '../../../table/column.ts'
import { list, type SystemExport } from './system.ts'

const results = list(
  '得分,系统等级,距上一级差距,人工等级,调级原因,数据完整度,稳定后等级,定级日期,待定,评定日期,上次等级,上次第几级,上次定级日期,上次待定等级,上次待定次数,Score,Computed tier,Points to next tier,Tier by hand,Reason,Completeness,Settled tier,Tier since,Pending,Reviewed on,Earlier tier,Earlier tier since,Earlier pending tier,Earlier pending reviews',
)
// with a comma of its own
const place = 'Earlier tier, place'
const tiers = ['等级', 'Tier']
const note = (header: string): readonly [string, ColumnRole] => [header, 'note']

/** Our own files, in both languages: what an earlier review found is kept beside, and nobody is graded by it. */
export const tiersheet: SystemExport = {
  id: 'tiersheet',
  kind: 'customers',
  verified: true,
  needs: [
    ['得分', 'Score'],
    ['系统等级', 'Computed tier'],
    ['数据完整度', 'Completeness'],
  ],
  headers: [...tiers, ...results, place],
  atLeast: 5,
  roles: [...tiers.map((header) => [header, 'tier'] as const), ...results.map(note), note(place)],
  derived: [
    /^(.+)得分$/,
    /^(.+): points$/,
    /^.+（(?:计分值|名次分|处理后|得分 0 至 1)）$/,
    /^.+ \((?:value scored|by rank|prepared|score 0 to 1)\)$/,
    /（维度分）$| \(group score\)$/,
    /^同(.+)(?:客户数|得分更高的人数|金额更大的客户占的金额（十亿分之几）)$/,
    /^Customers of the same (.+)$/,
    /^Of these with a higher score$/,
    /^Value of the same (.+) held by larger ones \(billionths\)$/,
  ],
  madeGroups: ['得分明细', 'Points'], // of a workbook; criteria may be named otherwise than their columns
}
