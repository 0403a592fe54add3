import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest, type Inspection, inspectPages } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { type Site, textSite } from '../../src/launcher/site.ts'
import { type TestPage, testPageAddress, testPages } from '../support/test-page.ts'
import { quietPages } from '../verdict/quiet-pages.ts'

const { NEWS = '', PARCEL = '', TABLE = '' } = quietPages
const quiet: Record<string, string> = {
  news: paragraphs(NEWS),
  parcel: paragraphs(PARCEL),
  table: `<table>${TABLE.split('\n')
    .map((row) => `<tr><td>${row.split('\t').join('</td><td>')}</td></tr>`)
    .join('')}</table>`,
}
const quietAddress = (page: string): string => `https://quiet.test/${page}`
const quietSite = textSite(
  Object.fromEntries(Object.entries(quiet).map(([page, html]) => [quietAddress(page), `<!doctype html>${html}`])),
)
const site: Site = async (address) => (await testPages(address)) ?? quietSite(address)

function paragraphs(text: string): string {
  return `<article>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article>`
}

const seenIn: Partial<Record<BrowserName, Inspection>> = {}

describe.each<BrowserName>(['chromium', 'firefox'])('the built extension in %s', (name) => {
  let withExtension: LaunchedBrowser
  let without: LaunchedBrowser
  const look = (...pages: string[]) =>
    inspectPages(
      pages.map((page) => ({ page, address: page in quiet ? quietAddress(page) : testPageAddress(page as TestPage) })),
      withExtension,
      without,
    )

  beforeAll(async () => {
    const extension = await buildExtension(name)
    withExtension = await launchBrowser(name, { extension, site, backgroundIdleMs: 500 })
    without = await launchBrowser(name, { site })
  })
  afterAll(() => Promise.all([withExtension.close(), without.close()]))

  it('must-hold 8: first run with the network off marks the sample page, leaves its DOM alone and asks for nothing', async () => {
    const [inspection] = await look('sample')
    if (inspection) seenIn[name] = inspection
    expect(inspection?.marks.map(({ text, code, institutions }) => [text, code, institutions])).toEqual([
      ['95384', 'official', ['webank']],
      ['400-820-5555', 'official', ['cmb']],
      ['95508', 'official-other', ['cgb']],
      ['400-123-4567', 'unlisted-service', []],
      ['④⓪⓪-①②③-④⑤⑥⑦', 'unlisted-service', []],
      ['+95588', 'malformed', ['icbc']],
      ['12378', 'public-service', ['nfra-12378']],
    ])
    expect(inspection?.domUnchanged).toBe(true)
    expect(inspection?.requests).toEqual([])
    expect(inspection?.errors).toEqual([])
  })

  it('must-hold 2: marks nothing in two long articles, news, a parcel page and a table of dates, amounts and IDs', async () => {
    const pages = ['article-reaching-service', 'article-service-levels', ...Object.keys(quiet)]
    const nothing = { marks: [], domUnchanged: true, requests: [], errors: [] }
    expect(await look(...pages)).toEqual(pages.map((page) => ({ page, ...nothing })))
  })

  it('answers the second page after the background was stopped', async () => {
    const address = testPageAddress('sample')
    const codes = async () => {
      const tab = await withExtension.open(address)
      const marks = orderMarks(await framesAtRest(tab))
      await tab.close()
      return marks.map((mark) => mark.code)
    }
    const first = await codes()
    await withExtension.stopBackground()
    expect(await codes()).toEqual(first)
    expect(first).toContain('official')
  })
})

it('both browsers say the same', () => {
  expect(seenIn.firefox).toEqual(seenIn.chromium)
  expect(seenIn.firefox?.marks).toHaveLength(7)
})
