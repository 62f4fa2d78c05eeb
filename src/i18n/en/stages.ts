import type { Detail } from '../../core/error.ts'
import type { stageFields as fieldsOf, stageIssues as issuesOf } from '../zh/stages.ts'
import type { Words } from '../zh.ts'
import { many, name, one } from './facts.ts'

export const stages: Words['stages'] = {
  customers: 'Customers',
  share: 'Share',
  amount: 'Amount',
  period: 'Period',
  month: (year, month) => `${year}-${month.padStart(2, '0')}`,
  quarter: (year, quarter) => `${year} Q${quarter}`,
  showInSheet: (label) => `Show the customers of “${label}” in the sheet`,
  lifecycle: {
    now: 'Customers and amount by stage',
    nowHint: (repeat, share) => `Repeat buyers: ${repeat} of customers, ${share} of the amount`,
    nowHintCount: (repeat) => `Repeat buyers are ${repeat} of customers`,
    byCustomers: 'of customers',
    byAmount: 'of amount',
    stage: 'Stage',
    time: 'Stages over the last year',
    timeHint: (before, now) => `Churned: from ${before} to ${now}`,
    timeNone: 'Less than two months of purchases: no change to be seen yet.',
    asToday: 'Looked back with the limits of today; without those who never bought',
  },
  churn: {
    typical: { month: 'Monthly churn rate', quarter: 'Quarterly churn rate' },
    typicalHelp: (count) => `${count} periods together: lost ÷ customers at the start`,
    yearly: 'The same over a year',
    yearlyHelp: (years) => `At that rate customers stay ${years} years on average`,
    high: 'Customers at high risk',
    ofJudged: (share) => `${share} of those not churned`,
    amount: 'Their amount',
    ofAmount: (share) => `${share} of those not churned`,
    flagged: 'Churn rate',
    flaggedHelp: (column, lost, customers) => `By “${column}”: ${lost} of ${customers} churned`,
    rates: 'Churn rate by period',
    ratesHint: (share, lost, customers) =>
      `Latest period ${share}: ${lost} lost of ${customers} at its start`,
    atStart: 'At the start',
    lost: 'Lost',
    rate: 'Churn rate',
    net: 'Net revenue retention (NRR)',
    gross: 'Gross revenue retention (GRR)',
    revenueHint:
      'NRR, GRR: amount of the previous period’s customers now ÷ then; GRR leaves out what they bought more',
    reasons: 'Why there is a risk',
    reasonsHint: (reason, count) => `Most of all: ${reason.toLowerCase()}, ${count}`,
    reason: 'Reason',
    highOf: 'High risk',
    nobody: 'Nobody is at medium or high risk.',
    notInSheet:
      'The column “Reason for risk” is not in the list of customers, so it cannot be shown there.',
    cohorts: 'Retention by cohort',
    cohortsHint: {
      month: 'A row is the customers who first bought in that month',
      quarter: 'A row is the customers who first bought in that quarter',
    },
    cohort: 'First purchase',
    size: 'Customers',
    later: { month: (count) => `+${count} mo.`, quarter: (count) => `+${count} qtr.` },
    cell: (share, count) => `${share}, ${count}`,
    unfinished: 'The last cell of each row is of a period that is not over: it will still grow',
    asCounts: 'As counts',
    asShares: 'As shares',
  },
  survey: {
    nps: 'Net Promoter Score',
    npsHelp: (answers, margin) => `${answers} answers; chance alone may do ±${margin}`,
    promoters: 'Promoters',
    promotersHelp: 'answered 9–10',
    detractors: 'Detractors',
    detractorsHelp: 'answered 0–6',
    csat: 'Satisfied (CSAT)',
    csatHelp: {
      points: (answers, from, most) => `${from} or more out of ${most}, of ${answers} answers`,
      yes: (answers) => `answered yes, of ${answers} answers`,
    },
    mean: 'Mean',
    meanHelp: (most) => `out of ${most}`,
    groups: 'NPS groups',
    groupsHint: (score, promoters, detractors) => `${promoters} − ${detractors} = ${score}`,
    group: 'Group',
    answers: 'Answers',
    npsTrend: 'NPS over time',
    csatTrend: 'Satisfied over time',
    trendHint: (last, answers) => `Latest period ${last}, ${answers} answers`,
    trendNone: 'Less than two periods, or no dates: no change to be seen yet.',
    byTier: 'Answers by tier',
    byTierHint: 'the latest answer of each customer',
    tier: 'Tier',
    ungraded: 'No tier',
    fromList: 'From columns of the customer list, one answer each',
  },
}

const limits = (d: Detail) =>
  `Dormant after ${many(d, 'dormant')} days without purchase, churned after ${many(d, 'lost')}`

export const stageIssues: typeof issuesOf = {
  'lifecycle.limitsFound': (d) => ({
    title: limits(d),
    help: `From ${one(d, 'gap', 'gaps', 'gaps')} between purchases: nine in ten are no longer than that, churned is twice as long; both can be set.`,
  }),
  'lifecycle.limitsUsual': (d) => ({
    title: limits(d),
    help: 'Too few repeat purchases to learn the usual gap from: common limits for now; both can be set.',
  }),
  'lifecycle.neverDormant': () => ({
    title: 'Nobody can be dormant',
    help: 'The limit of churned is not beyond that of dormant; set it higher.',
  }),
  'lifecycle.fromList': () => ({
    title: 'Judged by last purchase and number of orders in the customer list',
    help: 'Without orders nothing is known of usual gaps and of the past; adding them makes it more exact.',
  }),
  'lifecycle.unknown': (d) => ({
    title: `No stage for ${one(d, 'customer', 'customers')}`,
    help: 'They bought, but dates or counts are missing; left empty.',
  }),
  'churn.lost': (d) => ({
    title: `${one(d, 'customer has', 'customers have')} churned and are not judged any more`,
    help: 'Their lifecycle stage is “Churned”: candidates for winning back.',
  }),
  'churn.short': (d) => ({
    title: 'Too little history for a churn rate',
    help: `A customer is lost after ${many(d, 'days')} days without purchase; records must be one period longer than that.`,
  }),
  'survey.notNps': (d) => ({
    title: `${name(d) || 'This question'}: not asked on 0–10, so there is no NPS`,
    help: `Its scale is ${scale(d)}; shown as satisfaction instead: the share of the top two answers.`,
  }),
  'survey.leftOut': (d) => ({
    title: `${name(d) || 'This question'}: ${one(d, 'answer does', 'answers do')} not count`,
    help: 'Off the scale, or not readable; blanks are no answers anyway.',
  }),
  'survey.few': (d) => ({
    title: `${name(d) || 'This question'}: only ${one(d, 'answer', 'answers')}`,
    help: 'A few people swing the result: too early for conclusions.',
  }),
  'survey.scale': (d) => ({
    title: `${name(d) || 'This question'}: satisfaction on a scale of ${scale(d)}`,
    help:
      d['scale'] === 'yesNo'
        ? 'Yes counts as satisfied.'
        : `${many(d, 'from')} or more counts as satisfied; a wrong scale can be set right.`,
  }),
}

const scale = (d: Detail) => scaleNames[String(d['scale'] ?? '') as keyof typeof scaleNames] ?? '—'

const scaleNames = {
  '0-10': '0–10',
  '1-10': '1–10',
  '1-7': '1–7',
  '1-5': '1–5',
  '0-100': '0–100',
  yesNo: 'yes / no',
}

const periodNames = { month: 'By month', quarter: 'By quarter' }

export const stageFields: typeof fieldsOf = {
  'lifecycle.by': {
    name: 'Judged by',
    help: 'Own rhythm: each customer is compared with their usual gap; below three purchase days by days.',
    options: { days: 'Days', rhythm: 'Own purchase rhythm' },
  },
  'lifecycle.dormantDays': {
    name: 'Dormant after (days without purchase)',
    help: 'Empty: what nine in ten gaps between purchases stay below.',
  },
  'lifecycle.lostDays': {
    name: 'Churned after (days without purchase)',
    help: 'Empty: twice the days of dormant.',
  },
  'lifecycle.dormantTimes': { name: 'Dormant beyond … × the usual gap' },
  'lifecycle.lostTimes': { name: 'Churned beyond … × the usual gap' },
  'churn.middleTimes': { name: 'Medium risk from … × the usual gap' },
  'churn.highTimes': { name: 'High risk from … × the usual gap' },
  'churn.leastDays': {
    name: 'No warning before (days without purchase)',
    help: 'A few days do not make a frequent buyer a risk.',
  },
  'churn.complaints': { name: 'Unresolved complaints are a high risk' },
  'churn.answers': { name: 'A poor last rating is a medium risk' },
  'churn.period': { name: 'Churn rate', options: periodNames },
  'churn.flag': {
    name: 'Column that says who churned',
    help: 'Without orders the churn rate is taken from it.',
  },
  'survey.nps': {
    name: 'Question for a recommendation',
    help: '0–10: how likely are you to recommend us.',
  },
  'survey.csat': { name: 'Question of satisfaction' },
  'survey.scale': { name: 'Scale of satisfaction', options: { auto: 'Recognised', ...scaleNames } },
  'survey.period': { name: 'Over time', options: periodNames },
}
