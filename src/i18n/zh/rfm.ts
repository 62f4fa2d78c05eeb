import type { Detail } from '../../core/error.ts'
import type { MeasureId } from '../../models/rfm/measures.ts'
import type { SegmentWord } from '../../models/rfm/segment.ts'
import type { RfmSettings } from '../../models/rfm/settings.ts'
import { list } from '../detail.ts'
import { many } from './facts.ts'

export const segmentLabels: Readonly<Record<SegmentWord, string>> = {
  'segment.keyValue': '重要价值客户',
  'segment.keyDevelop': '重要发展客户',
  'segment.keyKeep': '重要保持客户',
  'segment.keyWinBack': '重要挽留客户',
  'segment.plainValue': '一般价值客户',
  'segment.plainDevelop': '一般发展客户',
  'segment.plainKeep': '一般保持客户',
  'segment.plainWinBack': '一般挽留客户',
  'segment.champions': '冠军客户',
  'segment.loyal': '忠诚客户',
  'segment.potentialLoyalist': '潜在忠诚客户',
  'segment.new': '新客户',
  'segment.promising': '有潜力的新客户',
  'segment.needAttention': '需要关注',
  'segment.aboutToSleep': '即将沉睡',
  'segment.cannotLose': '不能流失',
  'segment.atRisk': '有风险',
  'segment.hibernating': '沉睡中',
  'segment.lost': '已流失',
  'segment.others': '其他',
}

const measures: Readonly<Record<MeasureId, { readonly letter: string; readonly name: string }>> = {
  recency: { letter: 'R', name: '最近购买' },
  frequency: { letter: 'F', name: '购买次数' },
  monetary: { letter: 'M', name: '消费金额' },
}
const byId = new Map(Object.entries(measures))
const measureOf = (detail: Detail) => {
  const { letter, name } = byId.get(String(detail['measure'])) ?? measures.monetary
  return `${name}（${letter}）`
}
const whoOf = (detail: Detail) => (detail['source'] === 'list' ? '位客户' : '笔订单')

/** RFM: how recently, how often, for how much; scores, segments and their rules. */
export const rfm = {
  measures,
  /** What a segment is, in plain words. */
  says: {
    'segment.keyValue': '近、勤、多：最近买过，买得勤，花得多',
    'segment.keyDevelop': '最近买过，花得多，次数还少',
    'segment.keyKeep': '买得勤，花得多，最近没来',
    'segment.keyWinBack': '花得多，次数少，最近没来',
    'segment.plainValue': '最近买过，买得勤，花得不多',
    'segment.plainDevelop': '最近买过，次数少，花得不多',
    'segment.plainKeep': '买得勤，花得不多，最近没来',
    'segment.plainWinBack': '三样都不高于平均',
    'segment.champions': '最近买过，买得最勤，花得最多',
    'segment.loyal': '最近买过，买得最勤，花得不算多',
    'segment.potentialLoyalist': '最近买过，已经买过几次',
    'segment.new': '刚买过，次数还少',
    'segment.promising': '不久前买过，次数还少',
    'segment.needAttention': '买得不少，有一阵没来了',
    'segment.aboutToSleep': '次数少，有一阵没来了',
    'segment.cannotLose': '以前买得勤、花得多，很久没来',
    'segment.atRisk': '以前买得勤，很久没来',
    'segment.hibernating': '次数少，较久没来',
    'segment.lost': '次数少，最久没来',
    'segment.others': '不符合任何一条规则',
  } satisfies Record<SegmentWord, string> as Readonly<Record<SegmentWord, string>>,
  segments: { eleven: '11 类', eight: '8 类', own: '自定' } satisfies Record<
    RfmSettings['segments'],
    string
  >,
  segmentsLabel: '客群分法',
  levels: (levels: number) => `${levels} 档`,
  methods: {
    quantile: '按分位打分',
    cutPoints: '按给定的分界打分',
    rPackage: '按 R 语言 rfm 包的规则打分',
  } satisfies Record<RfmSettings['method'], string>,
  scored: (count: string) => `${count} 位客户有分`,
  rules: '客群规则',
  heat: {
    title: '最近购买 × 购买次数',
    hint: '右上角最好；点一格看这些客户',
    shade: '颜色',
    by: { customers: '人数', average: '人均金额' },
    recency: (score: number) => `R ${score}`,
    frequency: (score: number) => `F ${score}`,
    recent: '最近',
    long: '最久',
    seldom: '最少',
    often: '最多',
    cell: (r: number, f: number, count: string, money: string) =>
      `R ${r}，F ${f}：${count} 位，人均 ${money}`,
    none: (r: number, f: number) => `R ${r}，F ${f}：没有客户`,
  },
  list: {
    title: '客群',
    hint: '点一行看这些客户',
    segment: '客群',
    customers: '客户',
    share: '占客户数',
    revenue: '占金额',
    order: '客单价',
    recency: '平均多少天前买过',
    open: (name: string) => `看“${name}”的客户`,
    means: (days: string, orders: string, money: string) =>
      `高低以平均为界：${days} 天前买过、买 ${orders} 次、花 ${money}`,
  },
  classes: {
    title: '每一分是什么意思',
    hint: '分数只在这份名单里比较，名单变了，分也会变',
    score: '分',
    range: {
      recency: '多少天前买过',
      frequency: '买过几次',
      monetary: '花了多少',
    } satisfies Record<MeasureId, string>,
    average: '平均每次花多少',
    customers: '客户',
    span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    empty: '没有客户',
  },
  cuts: {
    title: '给定的分界',
    lead: '每行从左到右由小到大填；正好等于分界的客户，归右边一档。',
    levels: '打几档分',
    score: (score: number) => `${score} 分`,
    at: (measure: string, index: number) => `${measure}的第 ${index} 个分界`,
    propose: '按分位填',
    save: '用这些分界',
    faults: {
      count: (count: number) => `要有 ${count} 个分界`,
      notNumber: (index: number) => `第 ${index} 个分界还没有填`,
      notAscending: (index: number) => `第 ${index} 个分界要比前一个大`,
    },
  },
  editor: {
    title: '自定客群',
    lead: '从上往下看，客户归入第一条符合的规则；都不符合的归入“其他”。',
    name: '名称',
    nameAt: (index: number) => `第 ${index} 条的名称`,
    from: (measure: string, index: number) => `第 ${index} 条：${measure}从`,
    to: (measure: string, index: number) => `第 ${index} 条：${measure}到`,
    customers: '客户',
    up: (name: string) => `把“${name}”上移`,
    down: (name: string) => `把“${name}”下移`,
    remove: (name: string) => `删除“${name}”`,
    unnamed: '未命名',
    added: (index: number) => `客群 ${index}`,
    add: '添加规则',
    start: '换成现成的 11 类',
    save: '用这些客群',
    most: (count: number) => `最多 ${count} 条规则`,
    covered: (taken: string, all: string) => `${all} 种分数组合里，${taken} 种有规则`,
    clean: '没有空缺、重叠或用不上的规则',
    cell: (r: number, f: number, m: number) => `R${r} F${f} M${m}`,
    findings: {
      none: '还没有规则：所有客户都归入“其他”。',
      gaps: (count: string, example: string, customers: string) =>
        `${count} 种组合没有规则，归入“其他”，如 ${example}；现有 ${customers} 位客户。`,
      overlap: (first: string, second: string, count: string, example: string) =>
        `“${first}”和“${second}”有 ${count} 种组合重叠，如 ${example}；归排在前面的“${first}”。`,
      unreachable: (name: string, behind: string) =>
        `“${name}”永远轮不到：它的组合都先被${behind}拿走了。`,
      outside: (name: string, measure: string, levels: number) =>
        `“${name}”的${measure}超出了 1 到 ${levels}。`,
      reversed: (name: string, measure: string) =>
        `“${name}”的${measure}从大到小写反了，谁也不符合。`,
      sameName: (name: string) => `有两条规则都叫“${name}”，算作同一个客群。`,
      noName: (index: number) => `第 ${index} 条规则没有名称。`,
    },
    quote: (names: readonly string[]) => names.map((name) => `“${name}”`).join('、'),
    more: (count: string) => `还有 ${count} 处重叠`,
  },
}

export const rfmFields = {
  'rfm.segments': {
    name: '客群分法',
    help: '11 类按分数归；8 类按高于还是低于平均归；自定按您写的规则归。',
    options: { eleven: '11 类', eight: '8 类（重要价值…）', own: '自定' },
  },
  'rfm.own': { name: '自定的客群规则' },
  'rfm.levels': {
    name: '打几档分',
    help: '自动：500 位以上打 5 档，256 位以上打 4 档，再少打 3 档。',
    options: { auto: '自动', '3': '3 档', '4': '4 档', '5': '5 档' },
  },
  'rfm.method': {
    name: '怎么打分',
    help: '按分位：各档人数尽量相等，同样的数值总是同样的分，换单位也不变。',
    options: {
      quantile: '按分位',
      cutPoints: '按给定的分界',
      rPackage: '同 R 语言的 rfm 包',
    },
  },
  'rfm.points': { name: '给定的分界' },
  'rfm.window': {
    name: '只看最近多少天的订单',
    help: '在这之前买过、之后没买的客户没有分。',
    empty: '全部订单',
  },
  'rfm.monetary': {
    name: '消费金额用',
    options: { total: '累计金额', average: '平均每次金额' },
  },
  'rfm.source': {
    name: '由什么算出',
    help: '客户表：用里面的最近购买、次数、金额三列。',
    options: { auto: '自动', orders: '订单', list: '客户表' },
  },
}

export const rfmIssues = {
  'rfm.cutPoints': () => ({
    title: '给定的分界不能用，改为按分位打分',
    help: '每样要有同样多的分界，从小到大，各不相同。',
  }),
  'rfm.undated': (d: Detail) => ({
    title: `${many(d)} ${whoOf(d)}没有日期，没有算进最近购买`,
    help: '补上日期，就会自动重算。',
  }),
  'rfm.later': (d: Detail) => ({
    title: `${many(d)} ${whoOf(d)}的日期在分析基准日之后，没有算进去`,
    help: '要算进去，请把分析基准日改晚。',
  }),
  'rfm.unscored': (d: Detail) => ({
    title: `${many(d)} 位客户没有分`,
    help: '他们在统计期内没有购买记录，R、F、M 和客群都留空。',
  }),
  'rfm.few': (d: Detail) => ({
    title: `只有 ${many(d)} 位客户可以打分，${many(d, 'levels')} 档分得有些粗`,
    help: '客户少的时候，一两位客户就会改变分界；结果请当作参考。',
  }),
  'rfm.emptyScores': (d: Detail) => ({
    title: `${measureOf(d)}没有人得 ${list(d, 'scores').join('、')} 分`,
    help:
      d['method'] === 'cutPoints'
        ? '没有客户落在这一段分界里。'
        : '很多客户的数值相同，同样的数值总是得同样的分，所以这一档空着。',
  }),
  'rfm.rescaled': (d: Detail) => ({
    title: `自定客群是按 ${many(d, 'from')} 档写的，现在是 ${many(d, 'to')} 档`,
    help: '规则已换算到现在的档数；打开“客群规则”可以看到换算后的样子。',
  }),
}
