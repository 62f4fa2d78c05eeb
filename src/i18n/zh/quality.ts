import type { Detail } from '../../core/error.ts'
import type { CheckId, Dimension, FixId } from '../../quality/check.ts'
import type { Together } from '../../quality/merging.ts'
import type { Sameness } from '../../quality/pairing.ts'
import { list } from '../detail.ts'
import { count, decimal, share } from '../format.ts'

interface Said {
  readonly title: string
  readonly help: string
}
type Say = (detail: Detail) => Said

const many = (detail: Detail, key = 'count') => count('zh', Number(detail[key] ?? 0))
const name = (detail: Detail, key = 'column') => String(detail[key] ?? '')
const number = (detail: Detail, key: string) => decimal('zh', Number(detail[key] ?? 0))
const such = (detail: Detail, most = 3) => {
  const texts = list(detail, 'examples').slice(0, most)
  return texts.length === 0 ? '' : `如${texts.map((text) => `“${text}”`).join('')}。`
}

/** The quality page: what is wrong with the list, how to mend it, who stands in it twice. */
export const quality = {
  loading: '正在检查名单…',
  score: '数据质量分',
  scoreOf: (score: string) => `${score} 分，满分 100`,
  scoreHelp:
    '每列的分：100 个格子里，填了、读得懂、又没有问题的有几个；备注、标签等可以不填的列，只看填了的格子。总分按各列在分级里的权重平均，编号、名称和电话合起来占指标的四分之一。“提示”不扣分。',
  scoreWhy: '怎么算',
  noScore: '还没有可以评分的列',
  summary: (errors: string, warnings: string, infos: string) =>
    `${errors} 项要改，${warnings} 项要看，${infos} 项提示`,
  completeness: '分级数据完整度',
  completenessOf: (complete: string, customers: string) =>
    `${complete} 位的指标都有数，共 ${customers} 位`,
  duplicatesShort: '重复的客户',
  groups: (groups: string) => `${groups} 组`,
  levels: { error: '要改', warning: '要看', info: '提示' },
  dimensions: {
    completeness: '完整',
    validity: '有效',
    uniqueness: '唯一',
    consistency: '一致',
    plausibility: '合理',
  } satisfies Record<Dimension, string> as Record<Dimension, string>,

  // findings
  findings: '发现的问题',
  noneTitle: '没有发现问题',
  noneHelp: '每一格都读得懂，各列之间也没有矛盾。',
  customers: (customers: string) => `${customers} 位客户`,
  value: (value: string, of: string, share: string) =>
    `${of} ${value}${share === '' ? '' : `，占 ${share}`}`,
  show: '看这些客户',
  fix: '修改…',
  toDuplicates: '去合并',
  more: (rest: string) => `再看 ${rest} 项`,
  filter: (what: string, column: string) => (column === '' ? what : `${column}：${what}`),
  shorts: {
    unreadable: '读不出来',
    missing: '空缺',
    incomplete: '指标没填全',
    keyBlank: '没有编号',
    nameBlank: '没有名称',
    keyDuplicate: '编号重复',
    digitsLost: '丢了位数',
    masked: '打了星号',
    offScale: '超出范围',
    tooLarge: '数太大',
    percentOver: '超过 100%',
    mixedCurrency: '别的货币',
    negative: '负数',
    ancient: '日期太早',
    future: '晚于基准日',
    lastBeforeFirst: '先后颠倒',
    valueBelowYear: '低于一年的消费',
    outlier: '离群值',
    variants: '写法不一',
    sharedPhone: '一个电话多位客户',
    manyPhones: '一家多个电话',
    duplicates: '可能重复',
  } satisfies Record<CheckId, string> as Record<CheckId, string>,
  checks: {
    unreadable: (d) => ({
      title: `${name(d)}：${many(d)} 格读不出来`,
      help: `${such(d)}先当作空缺，原文还在格子里。`,
    }),
    missing: (d) => ({
      title: `${name(d)}：${many(d)} 位客户空缺，占 ${share('zh', Number(d['share'] ?? 0))}`,
      help: '分级时按这一项的空缺处理；知道的请补上。',
    }),
    incomplete: (d) => ({
      title: `${many(d)} 位客户的指标没有填全，占 ${share('zh', Number(d['share'] ?? 0))}`,
      help: '空缺的指标按各自的规则处理；数据完整度写在得分旁边和导出的表里。',
    }),
    keyBlank: (d) => ({
      title: `${many(d)} 位客户没有${name(d)}`,
      help: '再次导入、关联订单时，只能靠名称和电话对上。',
    }),
    nameBlank: (d) => ({
      title: `${many(d)} 行没有${name(d)}`,
      help: '请补上，或删去这些行。',
    }),
    keyDuplicate: (d) => ({
      title: `${name(d)}：${many(d, 'keys')} 个编号重复，涉及 ${many(d)} 行`,
      help: `${such(d)}是同一位的请合并，不是的请改编号。`,
    }),
    digitsLost: (d) => ({
      title: `${name(d)}：${many(d)} 个号码丢了末尾几位`,
      help: `${such(d)}无法复原；请在原表里把这一列设为文本，再导入一次。`,
    }),
    masked: (d) => ({
      title: `${name(d)}：${many(d)} 个号码打了星号`,
      help: '不影响分级；查重复、对订单时用不上。',
    }),
    offScale: (d) => ({
      title: `${name(d)}：${many(d)} 个值不在 ${number(d, 'low')} 到 ${number(d, 'high')} 之间`,
      help: `${such(d)}请核对；收到范围内，或当作空缺。`,
    }),
    tooLarge: (d) => ({
      title: `${name(d)}：${many(d)} 格的数超过一千万亿`,
      help: `${such(d)}位数存不全，先当作空缺，原文还在格子里；若是编号，请把这一列的类型改为编码。`,
    }),
    percentOver: (d) => ({
      title: `${name(d)}：${many(d)} 个比例超过 100%`,
      help: `${such(d)}多半是 85 写成了 8500%。`,
    }),
    mixedCurrency: (d) => ({
      title: `${name(d)}：${many(d)} 格是别的货币（${list(d, 'currencies').join('、')}）`,
      help: `这一列是 ${name(d, 'unit')}，数字没有换算；请换算后再填。`,
    }),
    negative: (d) => ({
      title: `${name(d)}：${many(d)} 个负数`,
      help: `${such(d)}金额和次数不会小于 0；退款请另放一列。`,
    }),
    ancient: (d) => ({
      title: `${name(d)}：${many(d)} 个日期早于 ${name(d, 'before')}`,
      help: `${such(d)}多半是系统填的，或年份写错。`,
    }),
    future: (d) => ({
      title: `${name(d)}：${many(d)} 个日期晚于分析基准日`,
      help: `${such(d)}基准日是 ${name(d, 'asOf')}；请看看是日期错了，还是基准日该往后。`,
    }),
    lastBeforeFirst: (d) => ({
      title: `${many(d)} 位客户的“${name(d, 'last')}”早于“${name(d, 'first')}”`,
      help: '两个日期多半填反了。',
    }),
    valueBelowYear: (d) => ({
      title: `${many(d)} 位客户的${name(d, 'lifetime')}低于一年的消费`,
      help: `${name(d, 'frequency')} × ${name(d, 'spend')}已超过它，三个数里总有一个不对。`,
    }),
    outlier: (d) => ({
      title: `${name(d)}：${many(d)} 个值远离其他客户`,
      help: `${such(d)}一般在 ${number(d, 'low')} 到 ${number(d, 'high')} 之间；可能多写或少写了零。`,
    }),
    variants: (d) => ({
      title: `${name(d)}：${many(d)} 格是同一个词的另一种写法`,
      help: list(d, 'examples').slice(0, 3).join('；'),
    }),
    sharedPhone: (d) => ({
      title: `${many(d, 'phones')} 个电话用在不同的客户上，涉及 ${many(d)} 位`,
      help: `${such(d)}最多的一个用在 ${many(d, 'most')} 位客户上。`,
    }),
    manyPhones: (d) => ({
      title: `${many(d, 'names')} 家客户各有几个电话，涉及 ${many(d)} 行`,
      help: `${such(d)}可能是几个联系人，也可能是同一家填了几次。`,
    }),
    duplicates: (d) => ({
      title: `${many(d, 'groups')} 组客户可能重复，涉及 ${many(d)} 行`,
      help: `${Number(d['certain'] ?? 0) === 0 ? '都要您看过再定。' : `其中 ${many(d, 'certain')} 组可以确定。`}合并后原来的每一行都留着，随时可以拆开。`,
    }),
  } satisfies Record<CheckId, Say> as Record<CheckId, Say>,

  // mending
  fixing: {
    title: '修改',
    how: '怎样改',
    fixes: {
      replace: '改为…',
      clear: '清空，当作空缺',
      clamp: '收到范围内',
      absolute: '去掉负号',
      swap: '对调两个日期',
      asOf: '改为分析基准日',
      hundredth: '除以 100',
      unify: '统一成最常见的写法',
    } satisfies Record<FixId, string> as Record<FixId, string>,
    only: '只改写着',
    all: (kinds: string) => `全部（${kinds} 种）`,
    textOf: (text: string, cells: string) => `${text === '' ? '（空）' : text}（${cells} 格）`,
    by: '改为',
    byHint: '和在格子里输入一样读',
    preview: '预览',
    cells: (cells: string) => `会改 ${cells} 格`,
    nothing: '没有要改的格子',
    first: (shown: string) => `先看前 ${shown} 位`,
    customer: '客户',
    before: '现在',
    after: '改后',
    empty: '空',
    unreadable: '读不出来',
    run: (cells: string) => `改 ${cells} 格`,
    done: (cells: string) => `已改 ${cells} 格`,
    undo: '撤销',
    gone: '这个问题已经没有了',
  },

  // columns
  columns: {
    title: '各列的质量',
    name: '列名',
    score: '质量分',
    filled: '已填',
    parsed: '读得懂',
    distinct: '种类',
    range: '范围',
    outliers: '离群',
    examples: '举例',
    weight: (share: string) => `占指标权重 ${share}`,
    atLeast: (count: string) => `≥ ${count}`,
    to: (from: string, to: string) => `${from} 至 ${to}`,
    against: (parts: readonly string[]) => parts.join('，'),
    part: (dimension: string, cells: string) => `${dimension} ${cells} 格`,
    clean: '没有问题',
  },

  // duplicates
  duplicates: {
    title: '重复的客户',
    none: '没有发现重复的客户',
    intro: '先看清楚再合并；合并后原来的每一行都留着，可以拆开。',
    certain: '确定',
    likely: '可能',
    reasons: {
      key: '编号相同',
      phone: '电话相同',
      email: '邮箱相同',
      name: '名称相同',
      firm: '名称只差公司形式或字形',
      near: '名称差一个字',
    } satisfies Record<Sameness, string> as Record<Sameness, string>,
    column: '列',
    keep: '留下',
    same: (columns: string) => `另有 ${columns} 列内容相同`,
    more: (members: string) => `还有 ${members} 行`,
    merge: '合并…',
    mergeCertain: (groups: string) => `合并确定的 ${groups} 组`,
    mergeCertainTitle: '合并确定重复的客户',
    mergeCertainHelp: (groups: string, rows: string) =>
      `${groups} 组各留一行，名单里少 ${rows} 行。留下编号在、填得最全的一行；它空着的格子由其他行补上，两边都有的以留下的为准。一步可以撤销，以后也能逐组拆开。`,
    mergeTitle: '合并为一位客户',
    mergeHelp: '选留下哪一行；再看各列取哪一个。',
    takeOf: (column: string) => `“${column}”取`,
    together: {
      sum: '合计',
      largest: '最大',
      smallest: '最小',
    } satisfies Record<Together, string> as Record<Together, string>,
    latest: '最晚',
    earliest: '最早',
    togetherText: (how: string, text: string) => `${how} ${text}`,
    empty: '空',
    tier: (name: string, tier: string) => `${name} 人工调为 ${tier}`,
    tiers: (kept: string) => `以留下的一行为准：${kept}`,
    noTier: '留下的一行没有人工调级，会接过来',
    run: '合并',
    done: (rows: string) => `已合并，名单里少 ${rows} 行`,
    undo: '撤销',
    show: '看这些客户',
    page: (from: string, to: string, all: string) => `第 ${from}–${to} 组，共 ${all} 组`,
    previous: '上一页',
    next: '下一页',
  },
  merges: {
    title: '合并过的客户',
    into: (keep: string, rows: readonly string[]) => `${keep} ← ${rows.join('、')}`,
    at: (date: string) => `合并于 ${date}`,
    cells: (cells: string) => `补上或改了 ${cells} 格`,
    cell: (column: string, before: string, after: string) => `${column}：${before} → ${after}`,
    apart: '拆开',
    apartOf: (keep: string) => `拆开“${keep}”`,
    done: (keep: string) => `已拆开“${keep}”`,
    page: (from: string, to: string, all: string) => `第 ${from}–${to} 次，共 ${all} 次`,
  },
}
