import { expect, test } from './page.ts'

test('no request leaves the page: the policy forbids it and the browser enforces it', async ({
  browser,
  baseURL,
}) => {
  // its own context: here refused requests are wanted, and the console says so
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${baseURL}?fresh`)
  await expect(page.getByTestId('file-input')).toBeAttached()

  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(policy).toContain("default-src 'none'")

  const outcomes = await page.evaluate(async () => {
    const tryFetch = (address: string) =>
      fetch(address).then(
        () => 'left',
        () => 'refused',
      )
    const image = new Promise<string>((resolve) => {
      const element = new Image()
      element.onload = () => resolve('left')
      element.onerror = () => resolve('refused')
      element.src = 'https://example.org/pixel.png'
    })
    return [
      await tryFetch('https://example.org/'),
      await tryFetch('http://127.0.0.1:9/'),
      await image,
    ]
  })
  expect(outcomes).toEqual(['refused', 'refused', 'refused'])
  const own = new URL(baseURL ?? '').origin
  expect(asked.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([])
  await page.context().close()
})

test('text from a file is never run: markup, formulas and odd headers stay text', async ({
  page,
}) => {
  await page.goto('./?lang=zh&fresh')
  const list = [
    '客户名称,__proto__,constructor,累计金额',
    '<img src=x onerror="window.__ran=1">,{{7*7}},toString,100',
    "=cmd|' /C calc'!A0,</script><script>window.__ran=1</script>,hasOwnProperty,200",
    '"张三 &lt;b&gt;",javascript:alert(1),__proto__,300',
  ].join('\n')
  await page.getByTestId('file-input').setInputFiles({
    name: '客户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  })
  await expect(page.getByTestId('import-preview')).toBeVisible()
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('sheet')).toBeVisible()
  await expect(
    page.getByRole('gridcell', { name: '<img src=x onerror="window.__ran=1">' }),
  ).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '__proto__' })).toBeVisible()
  for (const place of ['nav-data', 'nav-insights', 'nav-movement', 'nav-actions', 'nav-grade'])
    await page.getByTestId(place).click()
  expect(await page.evaluate(() => '__ran' in window)).toBe(false)
})
