import { describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { textSite } from '../../src/launcher/site.ts'

const line = (number: string) => `<p>招商银行贷款客服电话 ${number}</p>`
const site = textSite({
  'https://a.test/': `<!doctype html><meta charset="utf-8">${line('95555')}
    <iframe srcdoc="${line('400-820-5555').replaceAll('"', "'")}"></iframe>${line('95566')}
    <iframe src="https://b.test/"></iframe>${line('95599')}
    <script>
      const late = document.createElement('iframe')
      late.srcdoc = ${JSON.stringify(line('95588'))}
      document.body.prepend(late)
    </script>`,
  'https://b.test/': `<!doctype html><meta charset="utf-8">${line('95533')}<iframe srcdoc="${line('95580')}"></iframe>`,
})

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  it('gives the marks of all frames in document order, a frame prepended by script first', async () => {
    const browser = await launchBrowser(name, { extension: await buildExtension(name), site })
    const tab = await browser.open('https://a.test/')
    const marks = orderMarks(await framesAtRest(tab))
    await browser.close()
    expect(marks.map((mark) => mark.text)).toEqual([
      '95588',
      '95555',
      '400-820-5555',
      '95566',
      '95533',
      '95580',
      '95599',
    ])
  })
})
