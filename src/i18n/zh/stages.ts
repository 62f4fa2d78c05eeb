import type { Detail } from '../../core/error.ts'
import { many, name } from './facts.ts'

/** 生命周期, 流失预警 and 问卷: their pages. */
export const stages = {
  customers: '客户数',
  share: '占比',
  amount: '金额',
  period: '时间',
  month: (year: string, month: string) => `${year} 年 ${month} 月`,
  quarter: (year: string, quarter: string) => `${year} 年第 ${quarter} 季度`,
  showInSheet: (label: string) => `在表里看“${label}”的客户`,
  lifecycle: {
    now: '各阶段的客户和金额',
    nowHint: (repeat: string, share: string) => `复购客户占 ${repeat}，带来 ${share} 的金额`,
    nowHintCount: (repeat: string) => `复购客户占 ${repeat}`,
    byCustomers: '占客户数',
    byAmount: '占金额',
    stage: '阶段',
    time: '各阶段一年来的变化',
    timeHint: (before: string, now: string) => `流失的占比从 ${before} 到 ${now}`,
    timeNone: '购买记录不到两个月，还看不出变化。',
    asToday: '按今天的天数界限往回算；没买过的客户不在内',
  },
  churn: {
    typical: { month: '每月流失率', quarter: '每季流失率' },
    typicalHelp: (count: string) => `${count} 期合计：流失的 ÷ 期初的客户`,
    yearly: '折合一年流失',
    yearlyHelp: (years: string) => `照这样，客户平均停留 ${years} 年`,
    high: '高风险客户',
    ofJudged: (share: string) => `占还没流失的客户的 ${share}`,
    amount: '高风险客户的金额',
    ofAmount: (share: string) => `占还没流失的客户的 ${share}`,
    flagged: '流失率',
    flaggedHelp: (column: string, lost: string, customers: string) =>
      `按“${column}”一列：${customers} 位里流失 ${lost} 位`,
    rates: '各期流失率',
    ratesHint: (share: string, lost: string, customers: string) =>
      `最近一期 ${share}：期初 ${customers} 位，流失 ${lost} 位`,
    atStart: '期初客户',
    lost: '流失',
    rate: '流失率',
    net: '金额留存（NRR）',
    gross: '不计增购（GRR）',
    revenueHint: 'NRR、GRR：上一期买过的客户，这一期的金额是上一期的几成；GRR 不计多买的部分',
    reasons: '为什么有风险',
    reasonsHint: (reason: string, count: string) => `最多的是“${reason}”，${count} 位`,
    reason: '原因',
    highOf: '其中高风险',
    nobody: '没有中、高风险的客户。',
    notInSheet: '“风险原因”一列没有加入客户表，所以不能从这里去看。',
    cohorts: '同期客户的留存',
    cohortsHint: { month: '每行是同一个月首次购买的客户', quarter: '每行是同一季度首次购买的客户' },
    cohort: '首次购买',
    size: '人数',
    later: {
      month: (count: string) => `${count} 个月后`,
      quarter: (count: string) => `${count} 季后`,
    },
    cell: (share: string, count: string) => `${share}，${count} 位`,
    unfinished: '每行最后一格的那一期还没过完，数会偏低',
    asCounts: '看人数',
    asShares: '看比例',
  },
  survey: {
    nps: '净推荐值（NPS）',
    npsHelp: (answers: string, margin: string) => `${answers} 份回答，可能有 ±${margin} 的偶然误差`,
    promoters: '推荐者',
    promotersHelp: '9–10 分',
    detractors: '贬损者',
    detractorsHelp: '0–6 分',
    csat: '满意率（CSAT）',
    csatHelp: {
      points: (answers: string, from: string, most: string) =>
        `${answers} 份回答里打 ${from} 分以上的，满分 ${most}`,
      yes: (answers: string) => `${answers} 份回答里答“是”的`,
    },
    mean: '平均分',
    meanHelp: (most: string) => `满分 ${most}`,
    groups: '推荐类型',
    groupsHint: (score: string, promoters: string, detractors: string) =>
      `${promoters} − ${detractors} = ${score}`,
    group: '类型',
    answers: '回答数',
    npsTrend: 'NPS 的变化',
    csatTrend: '满意率的变化',
    trendHint: (last: string, answers: string) => `最近一期 ${last}，${answers} 份回答`,
    trendNone: '回答不到两期，或没有日期，还看不出变化。',
    byTier: '各等级的回答',
    byTierHint: '每位客户取最近一次回答',
    tier: '等级',
    ungraded: '没有等级',
    fromList: '取自客户表里的列，每位客户一份回答',
  },
}

const limits = (d: Detail) =>
  `超过 ${many(d, 'dormant')} 天没买算沉默，超过 ${many(d, 'lost')} 天算流失`

export const stageIssues = {
  'lifecycle.limitsFound': (d: Detail) => ({
    title: limits(d),
    help: `从 ${many(d, 'gaps')} 次再次购买的间隔得出：十次里有九次不超过这么多天，流失取它的两倍；可以在设置里改。`,
  }),
  'lifecycle.limitsUsual': (d: Detail) => ({
    title: limits(d),
    help: '再次购买太少，看不出平时的间隔，先用常见的天数；可以在设置里改。',
  }),
  'lifecycle.neverDormant': () => ({
    title: '没有客户会是沉默',
    help: '流失的界限不比沉默的长；请在设置里把流失的界限调大。',
  }),
  'lifecycle.fromList': () => ({
    title: '按客户表里的最近购买日期和订单数判断',
    help: '没有订单表，看不出每位客户的购买间隔和过去的变化；加入订单表后更准。',
  }),
  'lifecycle.unknown': (d: Detail) => ({
    title: `${many(d)} 位客户看不出阶段`,
    help: '买过，但日期或次数不全；先留空。',
  }),
  'churn.lost': (d: Detail) => ({
    title: `${many(d)} 位客户已经流失，不再判断风险`,
    help: '他们的生命周期阶段是“流失客户”，适合另做召回。',
  }),
  'churn.short': (d: Detail) => ({
    title: '购买记录太短，还算不出流失率',
    help: `要超过 ${many(d, 'days')} 天没买才算流失，记录至少要比这再长一期。`,
  }),
  'survey.notNps': (d: Detail) => ({
    title: `${name(d) || '这一题'}：不是 0–10 分，算不出 NPS`,
    help: `它的分值是 ${scale(d)}；改按满意率看：打最高两档的占多少。`,
  }),
  'survey.leftOut': (d: Detail) => ({
    title: `${name(d) || '这一题'}：${many(d)} 份回答不计`,
    help: '分值之外的数，或读不懂的内容；空着的本来就不算回答。',
  }),
  'survey.few': (d: Detail) => ({
    title: `${name(d) || '这一题'}：只有 ${many(d)} 份回答`,
    help: '太少，结果随个别人大起大落；先不要据此下结论。',
  }),
  'survey.scale': (d: Detail) => ({
    title: `${name(d) || '这一题'}：满意率按 ${scale(d)}计`,
    help:
      d['scale'] === 'yesNo'
        ? '答“是”的算满意。'
        : `${many(d, 'from')} 分以上算满意；分值认错了可以在设置里改。`,
  }),
}

const scale = (d: Detail) => scaleNames[String(d['scale'] ?? '') as keyof typeof scaleNames] ?? '—'

const scaleNames = {
  '0-10': '0–10 分',
  '1-10': '1–10 分',
  '1-7': '1–7 分',
  '1-5': '1–5 分',
  '0-100': '0–100 分',
  yesNo: '“是 / 否”',
}

const periodNames = { month: '按月', quarter: '按季度' }

/** Fields of these models' forms, by model and name. */
export const stageFields = {
  'lifecycle.by': {
    name: '按什么判断',
    help: '按购买间隔：每位客户和自己平时比；购买不到三天的仍按天数。',
    options: { days: '按天数', rhythm: '按各人的购买间隔' },
  },
  'lifecycle.dormantDays': {
    name: '多少天没买算沉默',
    help: '空着：十次再次购买里九次不超过的天数。',
  },
  'lifecycle.lostDays': { name: '多少天没买算流失', help: '空着：沉默天数的两倍。' },
  'lifecycle.dormantTimes': { name: '超过平时间隔几倍算沉默' },
  'lifecycle.lostTimes': { name: '超过平时间隔几倍算流失' },
  'churn.middleTimes': { name: '超过平时间隔几倍算中风险' },
  'churn.highTimes': { name: '超过平时间隔几倍算高风险' },
  'churn.leastDays': { name: '至少多少天没买才提醒', help: '常来的客户隔几天不来不算风险。' },
  'churn.complaints': { name: '没解决的投诉算高风险' },
  'churn.answers': { name: '最近评价差的算中风险' },
  'churn.period': { name: '流失率按', options: periodNames },
  'churn.flag': { name: '是否流失的列', help: '没有订单时，流失率按这一列算。' },
  'survey.nps': { name: '推荐意愿的题', help: '0–10 分：您有多愿意把我们推荐给别人。' },
  'survey.csat': { name: '满意度的题' },
  'survey.scale': { name: '满意度的分值', options: { auto: '自动识别', ...scaleNames } },
  'survey.period': { name: '变化按', options: periodNames },
}
