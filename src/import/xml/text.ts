const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const short = 12 // characters: such a text is built up cheaper than decoded (V8 joins longer ones lazily)

/** Bytes of UTF-8 as text; what is none becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  const most = (bytes[from] as number) < 0x80 ? short : short * 3
  if (to - from > most) return decoder.decode(bytes.subarray(from, to))
  let text = ''
  for (let p = from; p < to; p++) {
    const byte = bytes[p] as number
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (
      byte >= 0xe0 &&
      byte < 0xf0 &&
      byte !== 0xed &&
      p + 2 < to &&
      isTail(bytes[p + 1]) &&
      isTail(bytes[p + 2])
    ) {
      const unit =
        ((byte & 15) << 12) | (((bytes[++p] as number) & 63) << 6) | ((bytes[++p] as number) & 63)
      if (unit < 0x800) return decoder.decode(bytes.subarray(from, to))
      text += String.fromCharCode(unit)
    } else return decoder.decode(bytes.subarray(from, to))
  }
  return text
}

const isTail = (byte: number | undefined) => ((byte ?? 0) & 0xc0) === 0x80

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The five named entities and numbers; every other stays as it is written. Line ends become \n (XML 1.0, 2.11). */
export function unescapeXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,4}));/g,
    (whole, ten, hex, name) => {
      if (name !== undefined) return named.get(String(name)) ?? whole
      const code = ten !== undefined ? Number(ten) : parseInt(String(hex), 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}

/** Characters that XML cannot hold stand as _x000D_ in cells (ECMA-376, ST_Xstring), and _x005F_ is the underscore. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
}

/**
 * Turns the pieces of an XML part into UTF-8: most are, but a part may begin with the mark of UTF-16 or name another
 * encoding.
 */
export function toUtf8(push: (piece: Uint8Array) => void): (piece: Uint8Array) => void {
  let turn: ((piece: Uint8Array) => void) | null = null
  return (piece) => {
    turn ??= turner(piece, push)
    turn(piece)
  }
}

function turner(head: Uint8Array, push: (piece: Uint8Array) => void) {
  const label = encodingOf(head)
  if (label === null) return push
  const from = new TextDecoder(label)
  const encoder = new TextEncoder()
  return (piece: Uint8Array) => push(encoder.encode(from.decode(piece, { stream: true })))
}

/** null = UTF-8. */
function encodingOf(head: Uint8Array): string | null {
  const [first = 0, second = 0] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const start = String.fromCharCode(...head.subarray(2, 102))
  const label = /^xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1]
  if (label === undefined || /^(utf-?8|us-ascii|utf-?16)$/i.test(label)) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
