import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { many, name, such } from './facts.ts'

/** What can be decided about how a column is read. */

const decided = {
  words: (words: readonly string[]) => `${words.map((word) => `“${word}”`).join('、')}。`,
  yearly: () => '带周期的金额都换算成一年。',
  bare: () => '没写百分号的数按选定的意思读。',
}

export const valueIssues = {
  'column.ambiguousFrequency': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格有两种读法`,
    help: `${such(d)}英文里 biweekly 可以是每周两次，也可以是两周一次；先按后者。`,
  }),
  'column.barePercents': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 格没写百分号`,
    help: `${such(d)}${d['bare'] === 'whole' ? '先把 12 当作 12%。' : '先把 0.12 当作 12%。'}`,
  }),
  'column.rates': (d: Detail) => ({
    title: `${name(d)}：金额后面写着周期`,
    help: `${such(d)}先取其中的数，不换算。`,
  }),
  'column.decided': (d: Detail) => ({
    title: `${name(d)}：按你的决定读`,
    help: [
      ...list(d, 'what').map((what) => decided[what as keyof typeof decided](list(d, 'words'))),
      '可以撤回。',
    ].join(''),
  }),
  'column.identity': (d: Detail) => ({
    title: `${name(d)}：是证件号码`,
    help: '属于敏感的个人信息，分级用不到，可以不导入。表里和导出时会遮住中间几位。',
  }),
  'column.tierOrder': (d: Detail) => ({
    title: `${name(d)}：${d['told'] ? '等级的次序' : '这些等级谁高谁低？'}`,
    help: `从高到低：${list(d, 'words').join('、')}。${d['told'] ? '' : '这是按常见叫法猜的。'}`,
  }),
}
