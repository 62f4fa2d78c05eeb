import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openGraded } from '../openGraded.ts'

afterEach(() => vi.restoreAllMocks())

/** What the page hands to the browser as a download. */
function downloads() {
  const files: { name: string; blob: Blob | null }[] = []
  let blob: Blob | null = null
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given instanceof Blob ? given : null
    return 'blob:nothing'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob })
  })
  return files
}

describe('the export dialog', () => {
  test('names the file, shows what will come out, and warns of phone numbers', async () => {
    await openGraded()
    await page.getByTestId('export-menu').click()
    const dialog = page.getByTestId('export-dialog')
    await expect
      .element(page.getByTestId('export-name'))
      .toHaveProperty('value', expect.stringMatching(/^客户名单_\d{8}$/))
    await expect.element(dialog).toHaveTextContent('全部 3 位')
    await expect.element(dialog).toHaveTextContent('含 3 位客户的电话，请注意保管')
    await expect.element(dialog).toHaveTextContent('62.1')
  })

  test('writes a workbook that begins as a ZIP file does, and says where it went', async () => {
    const files = downloads()
    await openGraded()
    await page.getByTestId('export-menu').click()
    await page.getByTestId('export-confirm').click()
    await vi.waitFor(() => expect(files).toHaveLength(1), 10_000)
    expect(files[0]?.name).toMatch(/^客户名单_\d{8}\.xlsx$/)
    const bytes = new Uint8Array((await files[0]?.blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]) // PK, APPNOTE 4.3.7
    await expect.element(page.getByTestId('toast')).toHaveTextContent('已下载')
  })

  test('exports only the filtered customers as CSV when asked', async () => {
    const files = downloads()
    await openGraded()
    await page.getByTestId('filter-tier-B').click()
    await expect.element(page.getByTestId('explain')).toHaveAttribute('data-tier', 'B')
    await page.getByTestId('export-menu').click()
    await page.getByTestId('export-csv').click()
    await page.getByTestId('export-rows-view').click()
    await page.getByTestId('export-confirm').click()
    await vi.waitFor(() => expect(files).toHaveLength(1), 10_000)
    const text = (await files[0]?.blob?.text()) ?? ''
    expect(text).toContain('李四')
    expect(text).not.toContain('张三')
  })

  test('a file without a name cannot be written', async () => {
    await openGraded()
    await page.getByTestId('export-menu').click()
    await page.getByTestId('export-name').fill(' ')
    await expect.element(page.getByTestId('export-confirm')).toBeDisabled()
    await expect.element(page.getByText('请写文件名')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByTestId('export-confirm')).not.toBeInTheDocument()
  })
})
