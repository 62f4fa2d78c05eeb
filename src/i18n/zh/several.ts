import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'

const many = (detail: Detail, name = 'count') => count('zh', Number(detail[name] ?? 0))

/** Several files and sheets in one import: facts about them. */
export const severalIssues = {
  'parts.once': (d: Detail) => ({
    title: `${many(d)} 行在几份里都有，只取一次`,
    help: '客户合成一行，后面的内容优先，空格子不覆盖；一模一样的记录只算一条。',
  }),
  'parts.kept': (d: Detail) => ({
    title: `${many(d)} 行在几份里都有，都导入`,
    help: '同一位客户会占几行；可以改成“合成一行”。',
  }),
  'parts.gaps': (d: Detail) => ({
    title: `${many(d)} 份缺少部分列`,
    help: `没有的列：${list(d, 'columns').join('、')}（${list(d, 'parts').join('、')}）；这些格子留空。`,
  }),
}
