import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { decimal, share } from '../format.ts'
import { many, name } from './facts.ts'

/** The list of doubts below the form of the scheme. */
export const lint = {
  heading: '方案检查',
  none: '没有发现问题',
  some: (count: number) => `${count} 处可以看看`,
  checking: '正在检查…',
  about: '用现在的客户检查这个方案；只是提醒，不影响得分和等级。',
  open: (name: string) => `去看${name}`,
  openTier: (name: string) => `去看 ${name} 级`,
}

const part = (d: Detail, key = 'share') => share('zh', Number(d[key] ?? 0))
const number = (d: Detail, key: string, digits = 1) => decimal('zh', Number(d[key] ?? 0), digits)
const alike = (d: Detail) => decimal('zh', Math.abs(Number(d['r'] ?? 0)), 2)

export const lintIssues = {
  'lint.oneCriterion': (d: Detail) => ({
    title: `${name(d, 'criterion')}占了 ${part(d)}，几乎只看它一项`,
    help: '其他指标难以改变等级。如果不是有意的，请降低它的权重。',
  }),
  'lint.oneColumn': (d: Detail) => ({
    title: `${list(d, 'criteria').join('、')}用的是同一列“${name(d)}”，合计占 ${part(d)}`,
    help: '同一个数算了几次，比看上去更重要。请只留一项，或给它们换列。',
  }),
  'lint.alike': (d: Detail) => ({
    title: `${name(d, 'criterion')}和${name(d, 'other')}说的几乎是同一件事（相关 ${alike(d)}）`,
    help: '一项高的客户，另一项也高，等于算了两次。可以停用一项，或者降低权重。',
  }),
  'lint.opposed': (d: Detail) => ({
    title: `${name(d, 'criterion')}和${name(d, 'other')}几乎总是相反（相关 −${alike(d)}）`,
    help: '一项得分高，另一项就低，两项互相抵消。请看看其中一项的方向是不是反了。',
  }),
  'lint.sameForMost': (d: Detail) => ({
    title: `${name(d, 'criterion')}：${part(d)} 的客户同样得 ${decimal('zh', 100 * Number(d['utility'] ?? 0), 1)} 分`,
    help: '它很难分出高低。请改变给分方式（如按名次，或压住极端值），或换一项指标。',
  }),
  'lint.tierBeyond': (d: Detail) => ({
    title: `${name(d, 'tier')} 级要 ${number(d, 'cutoff')} 分，但最高只可能得 ${number(d, 'most')} 分`,
    help: '谁也到不了这一级。请降低它的分数线，或看看哪一项谁也得不到满分。',
  }),
  'lint.bandsTurn': (d: Detail) => ({
    title: `${name(d, 'criterion')}：从第 ${number(d, 'nth', 0)} 档起，得分掉转了方向`,
    help: '先升后降（或先降后升）。如果不是有意的，请核对各档得分。',
  }),
  'lint.bandsSame': (d: Detail) => ({
    title: `${name(d, 'criterion')}：第 ${number(d, 'nth', 0)} 档和第 ${number(d, 'next', 0)} 档得分一样`,
    help: '这两档可以合成一档。',
  }),
  'lint.bandsEmpty': (d: Detail) => ({
    title: `${name(d, 'criterion')}：第 ${list(d, 'bands').join('、')} 档里没有客户`,
    help: '请看看各档的起点是否合适。',
  }),
  'lint.bandsBelow': (d: Detail) => ({
    title: `${name(d, 'criterion')}：${many(d)} 位客户（${part(d)}）低于第一档，都得 ${number(d, 'points')} 分`,
    help: '一半以上的客户没有分出高低。请在下面加一档。',
  }),
  'lint.tiesAtCutoff': (d: Detail) => ({
    title: `${many(d)} 位客户正好是 ${name(d, 'tier')} 级的分数线 ${number(d, 'cutoff', 2)} 分`,
    help: '线动一点点，他们就一起换级。可以把线放到没有客户的地方，或让给分更细。',
  }),
  'lint.smallShare': (d: Detail) => ({
    title: `${name(d, 'criterion')}只占 ${part(d)}，作用很小`,
    help: `${without(d)}可以停用它，或提高权重。`,
  }),
  'lint.movesNobody': (d: Detail) => ({
    title: `停用${name(d, 'criterion')}，没有客户会换等级`,
    help: `它占 ${part(d)}，但现在不影响任何人的等级。可以停用它，让方案更简单。`,
  }),
}

function without(d: Detail): string {
  const moved = Number(d['moved'] ?? -1)
  if (moved < 0) return ''
  return moved === 0
    ? '停用它，没有客户会换等级。'
    : `停用它，只有 ${many(d, 'moved')} 位客户会换等级。`
}
