import type { Detail, ErrorCode } from '../../core/error.ts'
import type { IssueCode } from '../../core/issue.ts'
import { many, plain } from './facts.ts'
import { formulaErrors } from './formulas.ts'
import { forecastIssues } from './forecasts.ts'
import { groupIssues } from './groups.ts'
import { lintIssues } from './lint.ts'
import { listIssues } from './listIssues.ts'
import { rfmIssues } from './rfm.ts'
import { schemeIssues } from './schemeIssues.ts'
import { severalIssues } from './several.ts'
import { stageIssues } from './stages.ts'
import { referenceErrors } from './referenceErrors.ts'
import { recordNotes } from './recordNotes.ts'
import { tableIssues } from './tables.ts'
import { valueIssues } from './values.ts'

/** What could not be done, and why: one sentence each, then what to do. Every code has its words; the types demand it. */
export interface Problem {
  readonly title: string
  readonly help: string
}
type Say = (detail: Detail) => Problem

export const errors: Record<ErrorCode, Say> = {
  'file.empty': plain('这个文件是空的。', '请检查是否选错了文件。'),
  'file.picture': plain(
    '没找到表格：这是一张图片，不是 Excel 文件。',
    '请放入 Excel、WPS 或 CSV 文件。',
  ),
  'file.document': plain(
    '没找到表格：这是一份文档，不是 Excel 文件。',
    '请把表格复制出来粘贴，或另存为 Excel 文件。',
  ),
  'file.password': plain('这个文件加了密码。', '请在 Excel 里去掉密码再放入。'),
  'file.damaged': plain('这个文件已损坏，读不完整。', '请在 Excel 里打开并另存一份，再放入。'),
  'file.notTable': plain('没找到表格。', '请放入 Excel、WPS、CSV 或 JSON 文件。'),
  'file.notJson': (d) => ({
    title: `这个 JSON 文件从第 ${many(d, 'line')} 行起读不懂。`,
    help: '请重新导出一份，或导出为 CSV，再放入。',
  }),
  'file.headerOnly': plain('只有表头，没有客户。', '请检查是否选错了工作表。'),
  'file.tooLarge': (d) => ({
    title: `文件太大：${String(d['what'] ?? '')}`,
    help: '请拆成几份，或只留需要的列，再放入。',
  }),
  'file.tooManyColumns': (d) => ({
    title: `列太多：${String(d['columns'])} 列，最多 ${String(d['limit'])} 列。`,
    help: '请删去用不到的列，再放入。',
  }),
  'file.timeout': plain('这个文件读了太久，已停下。', '请在 Excel 里另存为 CSV，再放入。'),
  'paste.empty': plain('剪贴板里没有表格。', '请在 Excel 里选中单元格，复制，再粘贴。'),
  'storage.full': plain('未能保存：浏览器的空间不足。', '请导出备份，再删去用不到的项目。'),
  'storage.newer': plain('这些数据由更新的版本保存。', '请刷新页面，换用新版本；数据没有改动。'),
  'storage.damaged': plain('有一部分保存的数据已损坏。', '完好的部分已打开；请导出一份备份。'),
  'storage.unavailable': plain('浏览器不允许在本机保存。', '仍可使用；关闭页面前请导出。'),
  'storage.superseded': plain('程序已更新。', '请刷新页面。'),
  'storage.otherTab': plain(
    '这个项目正在另一个窗口里编辑，这里只能看。',
    '请在那个窗口里改；或关掉那个窗口，再刷新本页。',
  ),
  'storage.lost': plain(
    '浏览器断开或清除了本机的存储。',
    '打开的项目还在这个页面里：请先导出一份，再刷新。',
  ),
  ...referenceErrors,
  ...formulaErrors,
  'project.missing': plain('没有这个项目。', '它可能已在另一个窗口里删除。'),
  'command.invalid': (d) => ({
    title:
      d['reason'] === 'too many rows'
        ? `一张表最多 ${many(d, 'limit')} 行，放不下这么多。`
        : '这一步做不了。',
    help: '什么都没有改动。',
  }),
  'job.cancelled': plain('已取消。', '什么都没有改动。'),
  'engine.dead': plain('计算部分停了。', '已保存的数据不受影响；请刷新页面。'),
}

export const issues: Record<IssueCode, Say> = {
  ...valueIssues,
  ...listIssues,
  ...tableIssues,
  ...recordNotes,
  ...rfmIssues,
  ...forecastIssues,
  ...severalIssues,
  ...stageIssues,
  ...groupIssues,
  ...lintIssues,
  ...schemeIssues,
}
