import type { Detail } from '../../core/error.ts'
import type { LinkedBy, UnlinkedReason } from '../../table/link.ts'
import type { TableKind } from '../../table/kind.ts'
import { list } from '../detail.ts'
import { count } from '../format.ts'

/** Several files, sheets and kinds of tables in one import. */
export const several = {
  use: '导入为',
  off: '不导入',
  entry: (kind: string, rows: string, size: string) => `${kind} · ${rows} 行 · ${size}`,
  entryOff: (rows: string) => `${rows} 行 · 不导入`,
  files: (kinds: string) => `${kinds} 份合成一张表`,
  joined: (kinds: string, name: string) => `${kinds} 份表头相同，已合成一张表：${name}`,
  part: '分开',
  partRows: (rows: string) => `${rows} 行`,
  takeOut: (name: string) => `把“${name}”分出来`,
  unite: (name: string) => `和“${name}”合成一张`,
  clash: (kind: string, name: string) => `${kind}只取一份，现在取“${name}”。`,
  clashHint: '这份要换上去，就选“导入为”；两份都要，就合成一张：按列名对齐，同一位客户合成一行。',
  alike: (sheets: string) => `同样表头的 ${sheets} 张表一起导入`,
  partsTitle: '合成这张表的',
  repeats: '几份里都有的',
  repeatsCustomers: (rows: string) => ({
    once: `${rows} 位，合成一行`,
    keep: `${rows} 位，各占一行`,
  }),
  repeatsRecords: (rows: string) => ({
    once: `${rows} 行一样，只算一次`,
    keep: `${rows} 行一样，都保留`,
  }),
  latestWins: '按名称里的日期排先后，后面的内容优先，空格子不覆盖。',
  origin: '加一列“来源”',
  originName: '来源',
  link: {
    title: '怎样对上客户',
    by: (kinds: readonly string[], by: readonly string[]) =>
      `${kinds.join('、')}按${by.join('、')}对到客户`,
    names: { key: '编号', email: '邮箱', phone: '电话', name: '名称' } satisfies Record<
      LinkedBy,
      string
    > as Record<LinkedBy, string>,
    matched: (kind: string) => `${kind}对上`,
    unmatched: (rows: string) => `对不上的 ${rows} 行`,
    show: '查看',
    hide: '收起',
    reasons: {
      unnamed: '没写是哪位客户',
      unknown: '名单里没有',
      ambiguous: '名单里有几位',
    } satisfies Record<UnlinkedReason, string> as Record<UnlinkedReason, string>,
    noName: '（空）',
    made: (customers: string, kind: string) => `没有客户名单：按${kind}得出 ${customers} 位客户`,
    merge: (kind: string, added: string, updated: string, same: string) =>
      `${kind}：新增 ${added} 行，更新 ${updated} 行，已有 ${same} 行`,
    busy: '正在对客户…',
  },
  kinds: {
    customers: '客户',
    orders: '订单',
    interactions: '往来',
    service: '服务单',
    survey: '问卷',
  } satisfies Record<TableKind, string> as Record<TableKind, string>,
  counted: {
    customers: (rows: string) => `${rows} 位客户`,
    orders: (rows: string) => `${rows} 行订单`,
    interactions: (rows: string) => `${rows} 行往来记录`,
    service: (rows: string) => `${rows} 行服务记录`,
    survey: (rows: string) => `${rows} 份问卷`,
  } satisfies Record<TableKind, (rows: string) => string> as Record<
    TableKind,
    (rows: string) => string
  >,
  confirm: (parts: readonly string[]) => `导入 ${both(parts)}`,
  confirmUpdate: (parts: readonly string[]) => `更新名单，导入 ${both(parts)}`,
  nothing: '没有要导入的表',
  compare: {
    page: (from: string, to: string, all: string) => `第 ${from}–${to} 处，共 ${all} 处`,
    earlier: '前面的',
    later: '后面的',
    edited: '手工改过',
    editedTitle: '手工改过的格子',
    editedCells: (cells: string) => `${cells} 格手工改过，和文件里不同`,
    editedHint: '上次导入之后在表里改的；没有改过的格子照常更新。',
    editedTake: '以文件为准',
    editedKeep: '保留手工改的',
  },
}

/** 甲、乙和丙 */
function both(parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('、')}和 ${last}`
}

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
