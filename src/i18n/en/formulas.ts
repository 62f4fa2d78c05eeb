import type { Detail } from '../../core/error.ts'
import type { FormulaCode } from '../../expression/formula/problem.ts'
import { list } from '../detail.ts'
import type { Words } from '../zh.ts'

const text = (d: Detail, key: string) => String(d[key] ?? '')
const types: Readonly<Record<string, string>> = {
  number: 'a number',
  date: 'a date',
  text: 'a text',
  boolean: 'yes or no',
}
const type = (d: Detail, key: string) => types[text(d, key)] ?? text(d, key)
const near = (d: Detail) => (d['near'] === undefined ? '' : `. Did you mean “${text(d, 'near')}”?`)

export const formulas: Words['formulas'] = {
  types,
  problems: {
    'formula.empty': () => 'Write a formula, such as =[Total spend]/[Orders]',
    'formula.unclosedText': () => 'The text here lacks its closing quote',
    'formula.unclosedName': () => 'The column name lacks its closing bracket ]',
    'formula.unclosedBracket': () => 'A closing bracket ) is missing for this one',
    'formula.strayBracket': () => 'There is one closing bracket too many here',
    'formula.strayMark': (d) => `“${text(d, 'mark')}” cannot be used here`,
    'formula.missingValue': () => 'A number, a column or a text is missing here',
    'formula.missingOperator': () => 'An operator is missing here, such as + or &',
    'formula.noColumn': (d) => `There is no column called “${text(d, 'name')}”${near(d)}`,
    'formula.severalColumns': (d) =>
      `More than one column is called “${text(d, 'name')}”: rename one of them first`,
    'formula.goneColumn': () =>
      'A column that the formula reads was deleted: undo brings it back, or write another formula',
    'formula.noFunction': (d) => `There is no function called “${text(d, 'name')}”${near(d)}`,
    'formula.tooFew': (d) =>
      `${text(d, 'name')} takes at least ${text(d, 'least')} values, with commas between them`,
    'formula.tooMany': (d) => `${text(d, 'name')} takes at most ${text(d, 'most')} values`,
    'formula.type': (d) =>
      `${text(d, 'name')} takes ${type(d, 'wanted')} here; this is ${type(d, 'given')}`,
    'formula.addText': (d) =>
      `Texts cannot be calculated with ${text(d, 'operator')}: join them with &`,
    'formula.joinOther': (d) =>
      `${type(d, 'given')} cannot be joined to a text: use YEAR, MONTH and DAY of a date, and IF for yes or no`,
    'formula.compareTypes': (d) =>
      `${type(d, 'left')} and ${type(d, 'right')} cannot be compared: both sides must be of one kind`,
    'formula.orderText': (d) =>
      `${type(d, 'type')} cannot be compared with ${text(d, 'operator')}, only with = or <>`,
    'formula.branches': (d) =>
      `The results must be of one kind: here are both ${type(d, 'left')} and ${type(d, 'right')}`,
    'formula.addDates': () => 'Two dates cannot be added: take one from the other, or add days',
    'formula.literal': (d) =>
      `The digits of ${text(d, 'name')} are written out as a whole number from −9 to 9, such as 2`,
    'formula.circle': (d) =>
      `Circular reference: ${list(d, 'names').join(' → ')}, so there is no result`,
    'formula.otherType': (d) =>
      `The formula now gives ${type(d, 'given')} and the column holds ${type(d, 'wanted')}: set the formula again`,
    'formula.naming': (d) =>
      `“${text(d, 'name')}” tells who a customer is (number, name, phone) and cannot be calculated`,
    'formula.figure': (d) => `“${text(d, 'name')}” comes from a model and cannot have a formula`,
    'formula.tooLong': (d) => `The formula is too long: at most ${text(d, 'limit')} characters`,
    'formula.tooDeep': (d) => `Too many brackets in brackets: at most ${text(d, 'limit')}`,
  },
  wrong: (problem) => ({
    title: `The formula cannot be used. ${problem}`.trim(),
    help: 'Nothing was changed.',
  }),
  cellErrors: {
    '#DIV/0!': 'Divided by 0: there is no result',
    '#VALUE!': 'A cell that it reads could not be understood, or the text looked for is not there',
    '#NUM!': 'The result is too large or means nothing, such as the root of a negative number',
    '#REF!': 'A column that it reads was deleted, or columns read each other',
    '#NAME?': 'The formula has a name that nothing here bears',
  },
  calculated: 'Worked out by a formula and not typed: change the formula instead',
  sqlStep: 'Calculated columns',
  bookNote: (formulas) =>
    `Calculated columns (empty where a cell that is read is empty, which does not count as 0): ${formulas}`,
  groups: { logic: 'Decide', number: 'Numbers', text: 'Texts', date: 'Dates' },
  arguments: {
    value: 'value',
    condition: 'condition',
    then: 'if so',
    otherwise: 'otherwise',
    number: 'number',
    digits: 'digits',
    text: 'text',
    part: 'text to find',
    count: 'characters',
    start: 'from which',
    old: 'old text',
    new: 'new text',
    date: 'date',
    to: 'end date',
    from: 'start date',
    year: 'year',
    month: 'month',
    day: 'day',
  },
  functions: {
    IF: ['One value if the condition holds, another if not', 'IF([Spend]>=10000,"large","usual")'],
    IFS: ['The value of the first condition that holds', 'IFS([Orders]>=10,"regular",TRUE,"new")'],
    AND: ['All conditions hold', 'AND([Spend]>1000,[Orders]>3)'],
    OR: ['At least one condition holds', 'OR([Region]="East",[Region]="South")'],
    NOT: ['The condition does not hold', 'NOT([Region]="East")'],
    IFERROR: [
      'Another value where there is none (empty, or an error)',
      'IFERROR([Spend]/[Orders],0)',
    ],
    ISBLANK: ['Whether there is no value', 'ISBLANK([Phone])'],
    ROUND: ['Rounded to so many decimals', 'ROUND([Spend]/[Orders],2)'],
    ROUNDUP: ['Rounded away from 0', 'ROUNDUP([Spend],0)'],
    ROUNDDOWN: ['Rounded towards 0', 'ROUNDDOWN([Spend],0)'],
    INT: ['The largest whole number that is not above it', 'INT([Spend]/100)'],
    ABS: ['Without its sign', 'ABS([Growth])'],
    SUM: ['All together; empty ones are left out', 'SUM([Online],[Shop])'],
    AVERAGE: ['The mean; empty ones are left out', 'AVERAGE([Q1],[Q2])'],
    MIN: ['The least; empty ones are left out', 'MIN([Spend],10000)'],
    MAX: ['The most; empty ones are left out', 'MAX([Online],[Shop])'],
    COUNT: ['How many are not empty', 'COUNT([Q1],[Q2])'],
    LEN: ['How many characters', 'LEN([Name])'],
    LEFT: ['The first characters', 'LEFT([Number],2)'],
    RIGHT: ['The last characters', 'RIGHT([Number],4)'],
    MID: ['Characters from a place on', 'MID([Number],3,2)'],
    TRIM: ['Without needless blanks', 'TRIM([Name])'],
    UPPER: ['In capitals', 'UPPER([Tier])'],
    LOWER: ['In small letters', 'LOWER([Email])'],
    FIND: ['At which character it stands, case counting', 'FIND("-",[Number])'],
    CONTAINS: ['Whether it is in the text, whatever the case', 'CONTAINS([Notes],"complaint")'],
    SUBSTITUTE: ['One text in the place of another, everywhere', 'SUBSTITUTE([Phone],"-","")'],
    CONCAT: ['Texts joined, as by &', 'CONCAT([Province],[City])'],
    TODAY: ['The as-of date of the grading (not today’s date)', 'TODAY()-[Last order]'],
    DAYS: ['Days between two dates; of one alone, to the as-of date', 'DAYS([Last order])'],
    DATE: ['The date of a year, month and day', 'DATE(2026,1,1)'],
    YEAR: ['The year', 'YEAR([First order])'],
    MONTH: ['The month', 'MONTH([Birthday])'],
    DAY: ['The day of the month', 'DAY([Last order])'],
  },
}

export const formulaErrors = {
  'formula.wrong': (d: Detail) => {
    const say = formulas.problems[text(d, 'code') as FormulaCode] as
      ((detail: Detail) => string) | undefined
    return formulas.wrong(say?.(d) ?? '')
  },
}
