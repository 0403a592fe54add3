/** Puts many pictures on few sheets, so that a person can look at all of them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium } from 'playwright-core'
import { findProgram } from '../../src/launcher/programs.ts'

export interface SheetOptions {
  name: string
  files: readonly string[]
  /** Pictures beside each other. */
  columns: number
  /** CSS pixels of one picture. */
  width: number
}

/** Writes `sheet-NAME.png` into `folder`. @returns its path. */
export async function contactSheet(folder: string, { name, files, columns, width }: SheetOptions): Promise<string> {
  const browser = await chromium.launch({ executablePath: findProgram('chromium'), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: columns * (width + 16) + 16, height: 400 } })
    await page.setContent(sheetPage(files, columns, width))
    const path = join(folder, `sheet-${name}.png`)
    writeFileSync(path, await page.screenshot({ fullPage: true }))
    return path
  } finally {
    await browser.close()
  }
}

function sheetPage(files: readonly string[], columns: number, width: number): string {
  const figures = files.map((file) => {
    const data = readFileSync(file).toString('base64')
    return `<figure><figcaption>${basename(file, '.png')}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`
  })
  const style = `body{margin:8px;background:#777;font:12px monospace;columns:${columns};column-gap:16px}figure{margin:0 0 16px;break-inside:avoid}figcaption{color:#fff;padding:2px 0}img{display:block}`
  return `<!doctype html><style>${style}</style>${figures.join('')}`
}
