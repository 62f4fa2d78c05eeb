import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './page.ts'

test('no request leaves the page: the policy forbids it and the browser enforces it', async ({
  browser,
  baseURL,
}) => {
  // a server of our own counts what really arrives: a browser also reports requests that it then refuses to send
  let arrived = 0
  const elsewhere = createServer((_, response) => {
    arrived++
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x')
  })
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`

  // its own context: here refused requests are wanted, and the console says so
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${baseURL}?fresh`)
  await expect(page.getByTestId('sample-template')).toBeVisible()
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(policy).toContain("default-src 'none'")

  const outcomes = await page.evaluate(async (url) => {
    const fetched = await fetch(url).then(
      () => 'left',
      () => 'refused',
    )
    const shown = await new Promise<string>((resolve) => {
      const image = new Image()
      image.onload = () => resolve('left')
      image.onerror = () => resolve('refused')
      image.src = `${url}pixel.png`
    })
    navigator.sendBeacon(url, 'x')
    return [fetched, shown]
  }, address)
  expect(outcomes).toEqual(['refused', 'refused'])

  await page.getByTestId('sample-template').click()
  await expect(page.getByTestId('tier-card-A')).toBeVisible()
  expect(arrived).toBe(0)
  await page.context().close()
  elsewhere.close()
})

test('under the policy of the built page a long list is graded by the compiled kernels', async ({
  page,
}) => {
  await page.goto('./?lang=en&fresh')
  const lines = Array.from(
    { length: 9000 },
    (_, row) => `客户${row},${row % 997},${(row * 7) % 31}`,
  )
  await page.getByTestId('file-input').setInputFiles({
    name: '客户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`客户名称,累计金额,购买次数\n${lines.join('\n')}\n`),
  })
  await page.getByTestId('import-confirm').click()
  await expect(page.getByTestId('tier-card-A')).toBeVisible()
  await expect(page.getByTestId('grade-ms')).toHaveAttribute('data-kernels', 'simd')
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
