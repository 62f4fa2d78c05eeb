import type { Detail, ErrorCode } from '../../core/error.ts'
import type { IssueCode } from '../../core/issue.ts'
import { share } from '../format.ts'
import { list } from '../detail.ts'
import { many, name, quoted, such } from './facts.ts'
import { formulaErrors } from './formulas.ts'
import { forecastIssues } from './forecasts.ts'
import { groupIssues } from './groups.ts'
import { lintIssues } from './lint.ts'
import { rules } from './rules.ts'
import { rfmIssues } from './rfm.ts'
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

const plain =
  (title: string, help: string): Say =>
  () => ({ title, help })

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
  'command.invalid': plain('这一步做不了。', '什么都没有改动。'),
  'job.cancelled': plain('已取消。', '什么都没有改动。'),
  'engine.dead': plain('计算部分停了。', '已保存的数据不受影响；请刷新页面。'),
}

const effect = (detail: Detail) =>
  rules.effects[name(detail, 'effect') as keyof typeof rules.effects]?.name ?? ''

export const issues: Record<IssueCode, Say> = {
  ...valueIssues,
  'column.unreadable': (d) => ({
    title: `${name(d)}：${many(d)} 格无法识别`,
    help: `${such(d)}先当作缺失，表里标红。`,
  }),
  'column.vagueFrequency': (d) => ({
    title: `${name(d)}：${many(d)} 格说不出次数`,
    help: `${such(d)}先当作缺失；改成“每月一次”这样的写法就能评分。`,
  }),
  'column.approximate': (d) => ({
    title: `${name(d)}：${many(d)} 格是约数`,
    help: `${such(d)}按其中的数计算，原文保留。`,
  }),
  'column.range': (d) => ({
    title: `${name(d)}：${many(d)} 格是一个范围`,
    help: `${such(d)}按中间值计算，原文保留。`,
  }),
  'column.assumed': (d) => ({
    title: `${name(d)}：${many(d)} 格按本列多数的写法识别`,
    help: `${such(d)}请看看是否合适。`,
  }),
  'column.dateOrderUnsure': (d) => ({
    title: `${name(d)}：${many(d)} 个日期分不清日和月`,
    help: '像 3/5/2024 这样的写法有两种读法；可在类型里另选日期次序。',
  }),
  'column.mixedCurrency': (d) => ({
    title: `${name(d)}：混有 ${list(d, 'currencies').join('、')} 几种货币`,
    help: '数字没有换算；请先统一成一种货币。',
  }),
  'column.missing': (d) => ({
    title: `${name(d)}：${many(d)} 格空缺`,
    help: '空缺不当 0；分级时按这一项的空缺处理。',
  }),
  'column.masked': (d) => ({
    title: `${name(d)}：${many(d)} 个号码打了星号`,
    help: '照原样保留，不影响分级。',
  }),
  'column.digitsLost': (d) => ({
    title: `${name(d)}：${many(d)} 个编号丢了末尾几位`,
    help: '文件里已成 1.38E+10 这样的写法，无法复原；请在 Excel 里把该列设为文本再导出。',
  }),
  'column.future': (d) => ({
    title: `${name(d)}：${many(d)} 个日期晚于分析基准日`,
    help: '按 0 天前计算；请看看基准日或日期是否写错。',
  }),
  'column.cellErrors': (d) => ({
    title: `${name(d)}：${many(d)} 格是 Excel 的错误值`,
    help: `${such(d)}先当作缺失，原文保留。`,
  }),
  'column.hasTiers': (d) => ({
    title: `${name(d)}：表里已有等级`,
    help: '原有等级留作对照，不参与计算。',
  }),
  'rows.totals': (d) => ({
    title: `${many(d)} 行是合计，不导入`,
    help:
      list(d, 'rows').length > 0 ? `第 ${list(d, 'rows').join('、')} 行。` : '需要时可以改为导入。',
  }),
  'rows.notes': (d) => ({
    title: `${many(d)} 行是表尾的说明，不导入`,
    help: `第 ${list(d, 'rows').join('、')} 行。`,
  }),
  'rows.ragged': (d) => ({
    title: `${many(d)} 行的格数和表头不同`,
    help: '少的补空，多的另成一列，没有丢弃。',
  }),
  'rows.blankKeys': (d) => ({
    title: `${name(d)}：${many(d)} 位客户没有编号`,
    help: '照样分级；再次导入时对不上这些客户。',
  }),
  'keys.duplicate': (d) => ({
    title: `${name(d)}：${many(d)} 个编号重复`,
    help: `${such(d)}每行仍算一位客户。`,
  }),
  'names.duplicate': (d) => ({
    title: `${many(d)} 组客户重名`,
    help: `${such(d)}按不同的客户导入。`,
  }),
  ...tableIssues,
  ...recordNotes,
  ...rfmIssues,
  ...forecastIssues,
  'headers.duplicate': (d) => ({
    title: `${many(d)} 个列名重复`,
    help: `${such(d)}后面的加了序号。`,
  }),
  'headers.blank': (d) => ({
    title: `${many(d)} 列没有列名`,
    help: '先按位置取名，可以在这里改。',
  }),
  'sheet.hidden': (d) => ({
    title: `${many(d)} 张工作表是隐藏的`,
    help: `${quoted(d, 'names')}需要时可在“工作表”里选。`,
  }),
  'sheet.hiddenRows': (d) => ({
    title: `${many(d)} 行在文件里是隐藏的`,
    help: '也会导入；不需要的请先在 Excel 里删去。',
  }),
  'sheet.filteredRows': (d) => ({
    title: `${many(d)} 行在文件里被筛选掉了`,
    help: '也会导入；只要筛出来的，请先在 Excel 里把它们复制到新表。',
  }),
  'encoding.unsure': (d) => ({
    title: `编码是猜的：${name(d, 'encoding')}`,
    help: '如果预览里有乱码，请换一种编码。',
  }),
  'text.unclosedQuote': (d) => ({
    title: `第 ${many(d, 'row')} 行有一个没有结束的引号`,
    help: '这一行按原样读入；请检查文件。',
  }),
  ...severalIssues,
  ...stageIssues,
  ...groupIssues,
  'text.cut': (d) => ({
    title: `${many(d)} 格超过 32,767 个字，导出时截断`,
    help: 'Excel 的一格放不下更多；表里仍是全文。',
  }),
  ...lintIssues,
  'scheme.noCriteria': plain('还没有指标，无法评分。', '请添加至少一项指标。'),
  'scheme.noWeight': plain('所有权重都是 0，无法评分。', '请至少给一项权重。'),
  'scheme.cutoffsNotDescending': (d) => ({
    title: `分数线没有从高到低：${list(d, 'tiers').join('、') || name(d, 'tiers')}`,
    help: '请让每一级的分数线低于上一级。',
  }),
  'scheme.tierUnreachable': (d) => ({
    title: `没有客户能到 ${name(d, 'tier')} 级`,
    help: '请调整它的分数线，或删去这一级。',
  }),
  'criterion.columnMissing': (d) => ({
    title: `${name(d, 'criterion')}：对应的列不在了`,
    help: '这一项不计；请换一列或移除它。',
  }),
  'criterion.noValues': (d) => ({
    title: `${name(d, 'criterion')}：一个可用的值都没有`,
    help: '这一项不计，其余指标分担它的权重。',
  }),
  'criterion.constant': (d) => ({
    title: `${name(d, 'criterion')}：所有客户都是 ${name(d, 'value')}`,
    help: '它分不出高低，对排名没有作用。',
  }),
  'criterion.missingShare': (d) => ({
    title: `${name(d, 'criterion')}：${many(d)} 位客户空缺，占 ${share('zh', Number(d['share'] ?? 0))}`,
    help: '空缺较多，请看看这一项的空缺处理是否合适。',
  }),
  'criterion.bandsNotAscending': (d) => ({
    title: `${name(d, 'criterion')}：分档没有从低到高`,
    help: '请让每一档的起点高于前一档。',
  }),
  'criterion.pointsNotAscending': (d) => ({
    title: `${name(d, 'criterion')}：折线的点没有从低到高`,
    help: '请让每个点的数值大于前一个点。',
  }),
  'criterion.targetTurned': (d) => ({
    title: `${name(d, 'criterion')}：目标的上限小于下限`,
    help: '请把目标范围改成从小到大。',
  }),
  'tiering.tiesAtEdge': (d) => ({
    title: `同分客户超出名额 ${many(d)} 位`,
    help: '得分相同的客户总在同一级，所以比名额多。',
  }),
  'tiering.valuesAsZero': (d) => ({
    title: `${name(d)}：${many(d)} 位客户空缺或不大于 0`,
    help: '按金额占比定级时当作 0，归最后一级。',
  }),
  'tiering.noValue': (d) => ({
    title: `${name(d)}：合计是 0，分不出等级`,
    help: '所有客户都归最后一级；请换一列金额，或换一种定级方法。',
  }),
  'tiering.valueColumnMissing': plain(
    '按金额占比定级，但没有金额列。',
    '所有客户都归最后一级；请选一列金额，或换一种定级方法。',
  ),
  'rule.columnMissing': (d) => ({
    title: `一条规则（${effect(d)}）的列不在了`,
    help: '这条规则不起作用；请修改或删除它。',
  }),
  'rule.tierGone': (d) => ({
    title: `一条规则（${effect(d)}）的等级已删去`,
    help: '这条规则不起作用；请修改或删除它。',
  }),
  'stability.bufferRests': plain(
    '现在的定级方法用不了缓冲区，它不起作用。',
    '缓冲区只用于按分数线、按比例、按名额。',
  ),
  'stability.noReference': plain(
    '已打开稳定性设置，但还没有上次的等级可比。',
    '现在按算出的等级；请在“稳定性”里载入上次的等级。',
  ),
  'stability.overQuota': (d) => ({
    title: `${name(d, 'tier')} 级比名额多出 ${many(d)} 位`,
    help: '因为有客户按稳定性设置暂留原级。',
  }),
  'stability.tierGone': (d) => ({
    title: `${many(d)} 位客户上次的等级已删去`,
    help: '这些客户直接用算出的等级。',
  }),
  'stability.sinceUnknown': (d) => ({
    title: `${many(d)} 位客户不知道上次定级的日期`,
    help: '“最短停留”管不到这些客户。',
  }),
  'override.beatsVeto': (d) => ({
    title: `${many(d)} 条人工调级高过一票否决`,
    help: '人工调级优先；请确认是否合适。',
  }),
  'override.unknownCustomer': (d) => ({
    title: `${many(d)} 条人工调级找不到客户`,
    help: '先留着；客户再次出现时生效。',
  }),
  'override.tierGone': (d) => ({
    title: `${many(d)} 条人工调级的等级已删去`,
    help: '按算出的等级显示；请重新指定。',
  }),
  'customer.valueBelowYear': (d) => ({
    title: `${many(d)} 位客户的生命周期价值低于一年的消费`,
    help: `${quoted(d)}：购买频率 × 单次消费金额已超过生命周期价值，请核对。`,
  }),
}
