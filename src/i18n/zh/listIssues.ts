import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { many, name, quoted, such } from './facts.ts'

/** What was noticed while a list was read, or is written. */
export const listIssues = {
  'column.unreadable': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格无法识别`,
    help: `${such(d)}先当作缺失，表里标红。`,
  }),
  'column.tooLarge': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格的数超过一千万亿`,
    help: `${such(d)}位数存不全，先当作缺失，原文保留；若是编号，请把类型改为编码。`,
  }),
  'column.vagueFrequency': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格说不出次数`,
    help: `${such(d)}先当作缺失；改成“每月一次”这样的写法就能评分。`,
  }),
  'column.approximate': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格是约数`,
    help: `${such(d)}按其中的数计算，原文保留。`,
  }),
  'column.range': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格是一个范围`,
    help: `${such(d)}按中间值计算，原文保留。`,
  }),
  'column.assumed': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格按本列多数的写法识别`,
    help: `${such(d)}请看看是否合适。`,
  }),
  'column.dateOrderUnsure': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 个日期分不清日和月`,
    help: '像 3/5/2024 这样的写法有两种读法；可在类型里另选日期次序。',
  }),
  'column.mixedCurrency': (d: Detail) => ({
    title: `${name(d)}：混有 ${list(d, 'currencies').join('、')} 几种货币`,
    help: '数字没有换算；请先统一成一种货币。',
  }),
  'column.missing': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格空缺`,
    help: '空缺不当 0；分级时按这一项的空缺处理。',
  }),
  'column.masked': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 个号码打了星号`,
    help: '照原样保留，不影响分级。',
  }),
  'column.digitsLost': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 个编号丢了末尾几位`,
    help: '文件里已成 1.38E+10 这样的写法，无法复原；请在 Excel 里把该列设为文本再导出。',
  }),
  'column.future': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 个日期晚于分析基准日`,
    help: '按 0 天前计算；请看看基准日或日期是否写错。',
  }),
  'column.cellErrors': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格是 Excel 的错误值`,
    help: `${such(d)}先当作缺失，原文保留。`,
  }),
  'column.hasTiers': (d: Detail) => ({
    title: `${name(d)}：表里已有等级`,
    help: '原有等级留作对照，不参与计算。',
  }),
  'rows.totals': (d: Detail) => ({
    title: `${many(d)} 行是合计，不导入`,
    help:
      list(d, 'rows').length > 0 ? `第 ${list(d, 'rows').join('、')} 行。` : '需要时可以改为导入。',
  }),
  'rows.notes': (d: Detail) => ({
    title: `${many(d)} 行是表尾的说明，不导入`,
    help: `第 ${list(d, 'rows').join('、')} 行。`,
  }),
  'rows.ragged': (d: Detail) => ({
    title: `${many(d)} 行的格数和表头不同`,
    help: '少的补空，多的另成一列，没有丢弃。',
  }),
  'rows.blankKeys': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 位客户没有编号`,
    help: '照样分级；再次导入时对不上这些客户。',
  }),
  'keys.duplicate': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 个编号重复`,
    help: `${such(d)}每行仍算一位客户。`,
  }),
  'names.duplicate': (d: Detail) => ({
    title: `${many(d)} 组客户重名`,
    help: `${such(d)}按不同的客户导入。`,
  }),
  'headers.duplicate': (d: Detail) => ({
    title: `${many(d)} 个列名重复`,
    help: `${such(d)}后面的加了序号。`,
  }),
  'headers.blank': (d: Detail) => ({
    title: `${many(d)} 列没有列名`,
    help: '先按位置取名，可以在这里改。',
  }),
  'sheet.hidden': (d: Detail) => ({
    title: `${many(d)} 张工作表是隐藏的`,
    help: `${quoted(d, 'names')}需要时可在“工作表”里选。`,
  }),
  'sheet.hiddenRows': (d: Detail) => ({
    title: `${many(d)} 行在文件里是隐藏的`,
    help: '也会导入；不需要的请先在 Excel 里删去。',
  }),
  'sheet.filteredRows': (d: Detail) => ({
    title: `${many(d)} 行在文件里被筛选掉了`,
    help: '也会导入；只要筛出来的，请先在 Excel 里把它们复制到新表。',
  }),
  'encoding.unsure': (d: Detail) => ({
    title: `编码是猜的：${name(d, 'encoding')}`,
    help: '如果预览里有乱码，请换一种编码。',
  }),
  'text.unclosedQuote': (d: Detail) => ({
    title: `第 ${many(d, 'row')} 行有一个没有结束的引号`,
    help: '这一行按原样读入；请检查文件。',
  }),
  'text.cut': (d: Detail) => ({
    title: `${many(d)} 格超过 32,767 个字，导出时截断`,
    help: 'Excel 的一格放不下更多；表里仍是全文。',
  }),
  'customer.valueBelowYear': (d: Detail) => ({
    title: `${many(d)} 位客户的生命周期价值低于一年的消费`,
    help: `${quoted(d)}：购买频率 × 单次消费金额已超过生命周期价值，请核对。`,
  }),
}
