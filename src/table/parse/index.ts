import { registry } from '../../core/registry.ts'
import { boolean } from './boolean.ts'
import { category } from './category.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import { discount } from './discount.ts'
import { frequency } from './frequency.ts'
import { identity } from './identity.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { percent } from './percent.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import type { Reading } from './reading.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'
import { tier } from './tier.ts'

export const readings = registry<readonly Reading[]>([
  number,
  money,
  percent,
  discount,
  frequency,
  rating,
  date,
  boolean,
  category,
  tier,
  text,
  phone,
  code,
  identity,
  tags,
])
