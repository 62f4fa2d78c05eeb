import type { Config } from './chartjs.ts'
import { paletteOf, type Palette } from './colors.ts'

const width = 1200
const height = 600
const head = 84

/** A chart as a PNG in the light theme, with its title and what it is about, for a slide or a report. */
export async function picture(
  host: Element,
  config: (palette: Palette) => Config,
  title: string,
  subtitle: string,
): Promise<Blob> {
  const { draw } = await import('./chartjs.ts')
  const palette = paletteOf(host, 'light')
  const drawing = document.createElement('canvas')
  drawing.width = width
  drawing.height = height - head
  const settings = config(palette)
  const chart = draw(
    drawing,
    { ...settings, options: { ...settings.options, responsive: false, devicePixelRatio: 1 } },
    palette,
  )
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = height
  const pen = sheet.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas')
  pen.fillStyle = palette.color('--surface')
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = palette.color('--ink')
  pen.font = `600 22px ${palette.font}`
  pen.fillText(title, 24, 40)
  pen.fillStyle = palette.color('--ink-3')
  pen.font = `14px ${palette.font}`
  pen.fillText(subtitle, 24, 66)
  pen.drawImage(drawing, 0, head)
  chart.destroy()
  return new Promise((resolve, reject) =>
    sheet.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))),
      'image/png',
    ),
  )
}
