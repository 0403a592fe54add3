/** Draws src/public/icon/*.png from scripts/icon.svg with the local Chromium: `node scripts/make-icons.ts`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

const sizes = [16, 32, 48, 128]
const source = await readFile(new URL('icon.svg', import.meta.url), 'utf8')
const target = new URL('../src/public/icon/', import.meta.url)

const browser = await chromium.launch({
  executablePath: process.env.ZHENHAO_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
await mkdir(target, { recursive: true })
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>html, body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${source}`,
  )
  await writeFile(new URL(`${size}.png`, target), await page.screenshot({ omitBackground: true }))
  process.stdout.write(`src/public/icon/${size}.png\n`)
}
await browser.close()
