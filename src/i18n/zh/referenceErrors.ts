import type { Detail } from '../../core/error.ts'
import { name } from './facts.ts'

/** Why earlier tiers cannot be taken, or tiers not be settled. */
export const referenceErrors = {
  'reference.noTiers': () => ({
    title: '这里没有可以当作等级的列。',
    help: '等级列要是文字，并且种类不多，如 A、B、C。',
  }),
  'reference.noKey': (d: Detail) => ({
    title: `${name(d, 'name')}：认不出是哪些客户。`,
    help: '文件里要有客户编号、名称或电话，并和表里的写法一致。',
  }),
  'reference.nobody': (d: Detail) => ({
    title: `${name(d, 'name')}：没有一位客户能用上。`,
    help: '请检查是不是同一批客户，等级列是否选对、每个词是否对应了等级。',
  }),
  'reference.ungraded': () => ({ title: '还没有客户有等级，不能定级。', help: '请先添加指标。' }),
}
