import type { Detail } from '../../core/error.ts'
import type { ArgumentId } from '../../expression/formula/part.ts'
import type { FormulaCode } from '../../expression/formula/problem.ts'
import { list } from '../detail.ts'

const text = (d: Detail, key: string) => String(d[key] ?? '')
const types: Readonly<Record<string, string>> = {
  number: '数',
  date: '日期',
  text: '文字',
  boolean: '是/否',
}
const type = (d: Detail, key: string) => types[text(d, key)] ?? text(d, key)
const near = (d: Detail) => (d['near'] === undefined ? '' : `，是不是“${text(d, 'near')}”？`)

/** Formulas of calculated columns: what is wrong with them, and what they are made of. */
export const formulas = {
  types,
  /** What is wrong, in one sentence. */
  problems: {
    'formula.empty': () => '请写一个公式，例如 =[累计金额]/[购买次数]',
    'formula.unclosedText': () => '这里的文字缺一个右引号',
    'formula.unclosedName': () => '列名缺一个右方括号 ]',
    'formula.unclosedBracket': () => '这里缺一个右括号',
    'formula.strayBracket': () => '这里多了一个右括号',
    'formula.strayMark': (d: Detail) => `公式里不能用“${text(d, 'mark')}”`,
    'formula.missingValue': () => '这里缺一个数、一列或一段文字',
    'formula.missingOperator': () => '这里缺一个运算符，例如 + 或 &',
    'formula.noColumn': (d: Detail) => `没有叫“${text(d, 'name')}”的列${near(d)}`,
    'formula.severalColumns': (d: Detail) => `有几列都叫“${text(d, 'name')}”，请先把其中一列改名`,
    'formula.goneColumn': () => '公式用到的一列已被删除；撤销可以找回，或者改写公式',
    'formula.noFunction': (d: Detail) => `没有叫“${text(d, 'name')}”的函数${near(d)}`,
    'formula.tooFew': (d: Detail) =>
      `${text(d, 'name')} 的括号里至少要有 ${text(d, 'least')} 项，用逗号分开`,
    'formula.tooMany': (d: Detail) => `${text(d, 'name')} 的括号里最多能有 ${text(d, 'most')} 项`,
    'formula.type': (d: Detail) =>
      `${text(d, 'name')} 这里要的是${type(d, 'wanted')}，现在是${type(d, 'given')}`,
    'formula.addText': (d: Detail) => `文字不能用 ${text(d, 'operator')} 计算；连接文字用 &`,
    'formula.joinOther': (d: Detail) =>
      `${type(d, 'given')}不能直接接成文字；日期可用 YEAR、MONTH、DAY，是/否可用 IF`,
    'formula.compareTypes': (d: Detail) =>
      `${type(d, 'left')}和${type(d, 'right')}不能比较，两边要是同一种`,
    'formula.orderText': (d: Detail) =>
      `${type(d, 'type')}不能用 ${text(d, 'operator')} 比大小，只能用 = 或 <>`,
    'formula.branches': (d: Detail) =>
      `几个结果要是同一种，现在有${type(d, 'left')}也有${type(d, 'right')}`,
    'formula.addDates': () => '两个日期不能相加；可以相减，或加上天数',
    'formula.literal': (d: Detail) => `${text(d, 'name')} 的位数要直接写成 −9 到 9 的整数，例如 2`,
    'formula.circle': (d: Detail) => `循环引用：${list(d, 'names').join(' → ')}，算不出结果`,
    'formula.otherType': (d: Detail) =>
      `公式现在得出${type(d, 'given')}，而这一列是${type(d, 'wanted')}；请重新设置公式`,
    'formula.naming': (d: Detail) =>
      `“${text(d, 'name')}”用来认出客户（编号、姓名、电话），不能由公式计算`,
    'formula.figure': (d: Detail) => `“${text(d, 'name')}”由分析模型算出，不能改成公式`,
    'formula.tooLong': (d: Detail) => `公式太长，最多 ${text(d, 'limit')} 个字符`,
    'formula.tooDeep': (d: Detail) => `括号套得太深，最多 ${text(d, 'limit')} 层`,
  } satisfies Record<FormulaCode, (detail: Detail) => string>,
  wrong: (problem: string) => ({ title: `公式不能用：${problem}`, help: '什么都没有改动。' }),
  /** Why a cell of a calculated column has no value, by what it shows. */
  cellErrors: {
    '#DIV/0!': '除数是 0，没有结果',
    '#VALUE!': '用到的单元格读不出来，或文字里没有要找的内容',
    '#NUM!': '结果太大或没有意义，例如负数开方',
    '#REF!': '用到的列已被删除，或循环引用',
    '#NAME?': '公式里有不认识的名称',
  },
  calculated: '由公式算出，不能输入；要改请改公式',
  sqlStep: '计算列',
  bookNote: (formulas: string) => `计算列（用到的单元格为空时，结果也为空，不当作 0）：${formulas}`,
  groups: { logic: '判断', number: '数', text: '文字', date: '日期' },
  arguments: {
    value: '值',
    condition: '条件',
    then: '成立时',
    otherwise: '否则',
    number: '数',
    digits: '位数',
    text: '文字',
    part: '要找的文字',
    count: '字数',
    start: '从第几个字',
    old: '原来的文字',
    new: '新的文字',
    date: '日期',
    to: '结束日期',
    from: '开始日期',
    year: '年',
    month: '月',
    day: '日',
  } satisfies Record<ArgumentId, string>,
  /** What each function does, and an example. */
  functions: {
    IF: ['条件成立取一个值，否则取另一个', 'IF([累计金额]>=10000,"大客户","一般")'],
    IFS: ['依次看几个条件，取第一个成立的值', 'IFS([次数]>=10,"常客",TRUE,"散客")'],
    AND: ['全部条件都成立', 'AND([累计金额]>1000,[购买次数]>3)'],
    OR: ['至少一个条件成立', 'OR([地区]="华东",[地区]="华南")'],
    NOT: ['条件不成立', 'NOT([地区]="华东")'],
    IFERROR: ['没有值时（空的、出错的）改用另一个值', 'IFERROR([累计金额]/[购买次数],0)'],
    ISBLANK: ['是不是没有值', 'ISBLANK([电话])'],
    ROUND: ['四舍五入到几位小数', 'ROUND([累计金额]/[购买次数],2)'],
    ROUNDUP: ['向上取到几位小数', 'ROUNDUP([金额],0)'],
    ROUNDDOWN: ['向下取到几位小数', 'ROUNDDOWN([金额],0)'],
    INT: ['不超过它的最大整数', 'INT([金额]/100)'],
    ABS: ['绝对值', 'ABS([增长])'],
    SUM: ['相加，空的不算', 'SUM([线上],[线下])'],
    AVERAGE: ['平均，空的不算', 'AVERAGE([一季度],[二季度])'],
    MIN: ['最小的，空的不算', 'MIN([金额],10000)'],
    MAX: ['最大的，空的不算', 'MAX([线上],[线下])'],
    COUNT: ['有几个不是空的', 'COUNT([一季度],[二季度])'],
    LEN: ['有几个字', 'LEN([姓名])'],
    LEFT: ['左边几个字', 'LEFT([编号],2)'],
    RIGHT: ['右边几个字', 'RIGHT([编号],4)'],
    MID: ['从第几个字起取几个字', 'MID([编号],3,2)'],
    TRIM: ['去掉多余的空格', 'TRIM([姓名])'],
    UPPER: ['字母变大写', 'UPPER([等级])'],
    LOWER: ['字母变小写', 'LOWER([邮箱])'],
    FIND: ['在文字里是第几个字，分大小写', 'FIND("-",[编号])'],
    CONTAINS: ['文字里有没有这一段，不分大小写', 'CONTAINS([备注],"投诉")'],
    SUBSTITUTE: ['把一段文字全部换成另一段', 'SUBSTITUTE([电话],"-","")'],
    CONCAT: ['连接几段文字，同 &', 'CONCAT([省],[市])'],
    TODAY: ['分级的截止日（不是今天的日期）', 'TODAY()-[最近购买日]'],
    DAYS: ['两个日期相隔几天；只写一个时算到截止日', 'DAYS([最近购买日])'],
    DATE: ['由年、月、日得到日期', 'DATE(2026,1,1)'],
    YEAR: ['年份', 'YEAR([首次购买日])'],
    MONTH: ['月份', 'MONTH([生日])'],
    DAY: ['一个月中的第几天', 'DAY([最近购买日])'],
  } as Readonly<Record<string, readonly [about: string, example: string]>>,
}

export const formulaErrors = {
  'formula.wrong': (d: Detail) => {
    const say = formulas.problems[text(d, 'code') as FormulaCode] as
      ((detail: Detail) => string) | undefined
    return formulas.wrong(say?.(d) ?? '')
  },
}
