/** A throw-away extension that answers `pageMarks`, edits what asks for it and asks for planted addresses: the launcher's own tests use it. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const background = `
const api = globalThis.browser ?? chrome
const ask = (path) => fetch('https://planted.example' + path).catch(() => undefined)
void ask('/at-start')
api.runtime.onMessage.addListener((message, sender, reply) => { void ask('/' + message.name).then(() => reply('asked')); return true })
`

const content = `
const api = globalThis.browser ?? chrome
for (const element of document.querySelectorAll('.to-edit')) element.setAttribute('data-edited', '')
for (const element of document.querySelectorAll('.to-ask')) void fetch('https://planted.example/from-content').catch(() => undefined)
for (const element of document.querySelectorAll('.to-fail')) {
  setTimeout(() => { throw new Error('planted error') })
  void Promise.reject(new Error('planted rejection'))
  console.error('planted on the console')
}
api.runtime.onMessage.addListener((message, sender, reply) => {
  const texts = [...document.querySelectorAll('b')].map((bold) => bold.textContent)
  const marks = texts.map((text, id) => ({ id, text, code: 'official', canonical: text, institutions: [], modifiers: [] }))
  const elements = [...document.querySelectorAll('b, iframe')]
  const before = (frame) => elements.slice(0, elements.indexOf(frame)).filter((element) => element.tagName === 'B').length
  const frames = [...document.querySelectorAll('iframe')].map((frame, index) => ({ index, before: before(frame) }))
  reply({ ok: true, value: { marks, frames, atRest: true, quietMs: performance.now(), spoofed: false } })
})
`

/** @returns the folder, ready to load in both browsers. */
export async function writeTinyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenhao-tiny-'))
  const manifest = {
    manifest_version: 3,
    name: 'tiny',
    version: '1',
    permissions: ['scripting'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    content_scripts: [
      { matches: ['<all_urls>'], js: ['content.js'], all_frames: true, match_origin_as_fallback: true },
    ],
    browser_specific_settings: { gecko: { id: 'tiny@zhenhao.test' } },
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'background.js'), background)
  await writeFile(join(folder, 'content.js'), content)
  await writeFile(join(folder, 'popup.html'), '<!doctype html><title>popup</title><p id="said">own page')
  return folder
}
