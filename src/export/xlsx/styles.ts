import { escapeXml } from './xml.ts'

/** How a cell looks. Everything optional; equal looks share one style. */
export interface Look {
  readonly bold?: boolean
  readonly size?: number
  readonly color?: string // RRGGBB
  readonly fill?: string // RRGGBB
  readonly border?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
  readonly format?: string // number format code
  readonly locked?: false // may be changed on a protected sheet
}

const font = (look: Look) =>
  `<font>${look.bold ? '<b/>' : ''}<sz val="${look.size ?? 10}"/><color rgb="FF${look.color ?? '17201B'}"/><name val="Microsoft YaHei"/><family val="2"/></font>`

const solid = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`

const line = (side: string) => `<${side} style="thin"><color rgb="FFDFE3DE"/></${side}>`
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
]

/** Collects looks while sheets are written; `xml()` is the styles part. */
export class Styles {
  readonly #fonts = [font({})]
  readonly #fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>', // both are reserved by the format
  ]
  readonly #formats: string[] = []
  readonly #cells: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']
  readonly #differences: string[] = []

  /** Style number of a look. */
  cell(look: Look): number {
    const fontId = place(this.#fonts, font(look))
    const fillId = look.fill ? place(this.#fills, solid(look.fill)) : 0
    const numFmtId = look.format ? 164 + place(this.#formats, look.format) : 0
    const alignment = `<alignment vertical="center"${look.align ? ` horizontal="${look.align}"${look.align === 'left' ? ' indent="1"' : ''}` : ''}${look.wrap ? ' wrapText="1"' : ''}/>`
    return place(
      this.#cells,
      `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${look.locked === false ? ' applyProtection="1"' : ''}>${alignment}${look.locked === false ? '<protection locked="0"/>' : ''}</xf>`,
    )
  }

  /** Number of a difference, for conditional formats. LibreOffice and Excel read a difference's fill from `bgColor`. */
  difference(look: {
    readonly fill: string
    readonly color: string
    readonly bold?: boolean
  }): number {
    return place(
      this.#differences,
      `<dxf><font>${look.bold ? '<b/>' : ''}<color rgb="FF${look.color}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor rgb="FF${look.fill}"/></patternFill></fill></dxf>`,
    )
  }

  xml(): string {
    const list = (name: string, items: readonly string[]) =>
      `<${name} count="${items.length}">${items.join('')}</${name}>`
    const formats = this.#formats.map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
    )
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? list('numFmts', formats) : '',
      list('fonts', this.#fonts),
      list('fills', this.#fills),
      list('borders', borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.#cells),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      list('dxfs', this.#differences),
      '</styleSheet>',
    ].join('')
  }
}

function place(list: string[], item: string): number {
  const found = list.indexOf(item)
  return found >= 0 ? found : list.push(item) - 1
}
