import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import type { Words } from '../zh.ts'
import type { segmentLabels as zhLabels } from '../zh/rfm.ts'
import { many, one } from './facts.ts'

export const segmentLabels: typeof zhLabels = {
  'segment.keyValue': 'Key value',
  'segment.keyDevelop': 'Key growth',
  'segment.keyKeep': 'Key retention',
  'segment.keyWinBack': 'Key win-back',
  'segment.plainValue': 'Standard value',
  'segment.plainDevelop': 'Standard growth',
  'segment.plainKeep': 'Standard retention',
  'segment.plainWinBack': 'Standard win-back',
  'segment.champions': 'Champions',
  'segment.loyal': 'Loyal',
  'segment.potentialLoyalist': 'Potential loyalists',
  'segment.new': 'New customers',
  'segment.promising': 'Promising',
  'segment.needAttention': 'Need attention',
  'segment.aboutToSleep': 'About to sleep',
  'segment.cannotLose': 'Can’t lose',
  'segment.atRisk': 'At risk',
  'segment.hibernating': 'Hibernating',
  'segment.lost': 'Lost',
  'segment.others': 'Others',
}

const measures: Words['rfm']['measures'] = {
  recency: { letter: 'R', name: 'recency' },
  frequency: { letter: 'F', name: 'frequency' },
  monetary: { letter: 'M', name: 'money' },
}
const byId = new Map(Object.entries(measures))
const measureOf = (detail: Detail) => {
  const { letter, name } = byId.get(String(detail['measure'])) ?? measures.monetary
  return `${name} (${letter})`
}
const who = (detail: Detail) =>
  detail['source'] === 'list'
    ? one(detail, 'customer', 'customers')
    : one(detail, 'order', 'orders')
const isOne = (detail: Detail) => Number(detail['count']) === 1

export const rfm: Words['rfm'] = {
  measures,
  says: {
    'segment.keyValue': 'Bought lately and often, spend a lot',
    'segment.keyDevelop': 'Bought lately, spend a lot, few purchases yet',
    'segment.keyKeep': 'Buy often, spend a lot, not seen lately',
    'segment.keyWinBack': 'Spend a lot, few purchases, not seen lately',
    'segment.plainValue': 'Bought lately and often, spend little',
    'segment.plainDevelop': 'Bought lately, few purchases, spend little',
    'segment.plainKeep': 'Buy often, spend little, not seen lately',
    'segment.plainWinBack': 'Above average in nothing',
    'segment.champions': 'Bought lately, most often and for most',
    'segment.loyal': 'Bought lately and most often, not for most',
    'segment.potentialLoyalist': 'Bought lately, a few times already',
    'segment.new': 'Bought just now, few purchases yet',
    'segment.promising': 'Bought not long ago, few purchases yet',
    'segment.needAttention': 'Bought quite often, not seen for a while',
    'segment.aboutToSleep': 'Few purchases, not seen for a while',
    'segment.cannotLose': 'Used to buy often and for a lot, long gone',
    'segment.atRisk': 'Used to buy often, long gone',
    'segment.hibernating': 'Few purchases, gone for long',
    'segment.lost': 'Few purchases, gone for longest',
    'segment.others': 'No rule fits',
  },
  segments: { eleven: '11 segments', eight: '8 classes', own: 'Own' },
  segmentsLabel: 'Kind of segments',
  levels: (levels) => `${levels} levels`,
  methods: {
    quantile: 'Scored by quantiles',
    cutPoints: 'Scored by given cut points',
    rPackage: 'Scored as the R package rfm does',
  },
  scored: (count) => `${count} customers scored`,
  rules: 'Segment rules',
  heat: {
    title: 'Recency × frequency',
    hint: 'Best at the top right; click a cell to see its customers',
    shade: 'Shade',
    by: { customers: 'Customers', average: 'Average spend' },
    recency: (score) => `R ${score}`,
    frequency: (score) => `F ${score}`,
    recent: 'latest',
    long: 'longest ago',
    seldom: 'fewest',
    often: 'most',
    cell: (r, f, count, money) => `R ${r}, F ${f}: ${count} customers, ${money} on average`,
    none: (r, f) => `R ${r}, F ${f}: no customers`,
  },
  list: {
    title: 'Segments',
    hint: 'Click a row to see its customers',
    segment: 'Segment',
    customers: 'Customers',
    share: 'Of customers',
    revenue: 'Of money',
    order: 'Per order',
    recency: 'Days since purchase',
    open: (name) => `Show the customers of ${name}`,
    means: (days, orders, money) =>
      `High and low part at the mean: ${days} days ago, ${orders} purchases, ${money}`,
  },
  classes: {
    title: 'What each score stands for',
    hint: 'Scores compare within this list only: when it changes, they move',
    score: 'Score',
    range: {
      recency: 'Days ago',
      frequency: 'Purchases',
      monetary: 'Spend',
    },
    average: 'Spend per purchase',
    customers: 'Customers',
    span: (from, to) => (from === to ? from : `${from} – ${to}`),
    empty: 'nobody',
  },
  cuts: {
    title: 'Given cut points',
    lead: 'Rising from left to right; a customer right at a cut point belongs to the level on its right.',
    levels: 'How many levels',
    score: (score) => `Score ${score}`,
    at: (measure, index) => `Cut point ${index} of ${measure}`,
    propose: 'Fill in by quantiles',
    save: 'Use these cut points',
    faults: {
      count: (count) => `${count} cut points are needed`,
      notNumber: (index) => `Cut point ${index} is still empty`,
      notAscending: (index) => `Cut point ${index} must be above the one before`,
    },
  },
  editor: {
    title: 'Own segments',
    lead: 'From the top down, a customer joins the first rule that fits; who fits none is among the others.',
    name: 'Name',
    nameAt: (index) => `Name of rule ${index}`,
    from: (measure, index) => `Rule ${index}: ${measure} from`,
    to: (measure, index) => `Rule ${index}: ${measure} to`,
    customers: 'Customers',
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    remove: (name) => `Remove ${name}`,
    unnamed: 'unnamed',
    added: (index) => `Segment ${index}`,
    add: 'Add rule',
    start: 'Start from the 11 segments',
    save: 'Use these segments',
    most: (count) => `${count} rules at most`,
    covered: (taken, all) => `${taken} of ${all} combinations of scores have a rule`,
    clean: 'No gaps, no overlaps, no rule in vain',
    cell: (r, f, m) => `R${r} F${f} M${m}`,
    findings: {
      none: 'No rules yet: everybody is among the others.',
      gaps: (count, example, customers) =>
        `${count} combinations have no rule and join the others, such as ${example}; ${customers} customers now.`,
      overlap: (first, second, count, example) =>
        `${first} and ${second} overlap in ${count} combinations, such as ${example}; ${first} comes first and takes them.`,
      unreachable: (name, behind) =>
        `${name} never gets its turn: ${behind} take all its combinations first.`,
      outside: (name, measure, levels) => `${name}: ${measure} leaves the range 1 to ${levels}.`,
      reversed: (name, measure) => `${name}: ${measure} ends before it begins, so nobody fits.`,
      sameName: (name) => `Two rules are called ${name}: they make one segment.`,
      noName: (index) => `Rule ${index} has no name.`,
    },
    quote: (names) => names.join(', '),
    more: (count) => `${count} more overlaps`,
  },
}

export const rfmFields: Words['modelFields'] = {
  'rfm.segments': {
    name: 'Segments',
    help: '11 segments go by scores; 8 classes by above or below the mean; own ones by your rules.',
    options: { eleven: '11 segments', eight: '8 classes', own: 'Own' },
  },
  'rfm.own': { name: 'Own segment rules' },
  'rfm.levels': {
    name: 'How many levels',
    help: 'Automatic: 5 from 500 customers, 4 from 256, else 3.',
    options: { auto: 'Automatic', '3': '3 levels', '4': '4 levels', '5': '5 levels' },
  },
  'rfm.method': {
    name: 'How to score',
    help: 'By quantiles: levels as even as can be, the same value always the same score, whatever the unit.',
    options: {
      quantile: 'By quantiles',
      cutPoints: 'By given cut points',
      rPackage: 'As the R package rfm',
    },
  },
  'rfm.points': { name: 'Given cut points' },
  'rfm.window': {
    name: 'Only orders of the last',
    help: 'Customers who bought before it and not since have no score.',
    empty: 'All orders',
  },
  'rfm.monetary': {
    name: 'Money is',
    options: { total: 'the total', average: 'the average per purchase' },
  },
  'rfm.source': {
    name: 'Worked out from',
    help: 'Customer list: its columns for last purchase, count and amount.',
    options: { auto: 'Automatic', orders: 'Orders', list: 'Customer list' },
  },
}

export const rfmIssues = {
  'rfm.cutPoints': () => ({
    title: 'The given cut points cannot be used; scored by quantiles instead',
    help: 'Each measure needs the same number of cut points, rising, no two alike.',
  }),
  'rfm.undated': (d: Detail) => ({
    title: `${who(d)} without a date ${isOne(d) ? 'is' : 'are'} left out`,
    help: 'Add the dates and the scores are worked out anew.',
  }),
  'rfm.later': (d: Detail) => ({
    title: `${who(d)} after the as-of date ${isOne(d) ? 'is' : 'are'} left out`,
    help: 'To count them, choose a later as-of date.',
  }),
  'rfm.unscored': (d: Detail) => ({
    title: `${one(d, 'customer', 'customers')} without a score`,
    help: 'No purchase in the period looked at: R, F, M and segment stay empty.',
  }),
  'rfm.few': (d: Detail) => ({
    title: `Only ${one(d, 'customer', 'customers')} to score: ${many(d, 'levels')} levels are rough`,
    help: 'Among few customers one or two can move the limits; take the result as a hint.',
  }),
  'rfm.emptyScores': (d: Detail) => ({
    title: `Nobody scores ${list(d, 'scores').join(', ')} in ${measureOf(d)}`,
    help:
      d['method'] === 'cutPoints'
        ? 'No customer lies between these cut points.'
        : 'Many customers have the same value, and the same value always gets the same score.',
  }),
  'rfm.rescaled': (d: Detail) => ({
    title: `Own segments were written for ${many(d, 'from')} levels; now there are ${many(d, 'to')}`,
    help: 'The rules were carried over; open the segment rules to see them.',
  }),
}
