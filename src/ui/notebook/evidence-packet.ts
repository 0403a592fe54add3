/** One local HTML file of a matter, built with the DOM and carrying its own policy: no script, no request, prints well. */
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { timeWords } from './letters.ts'
import type { Matter } from './matter.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'"
const style =
  'body{font:12pt/1.6 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.1em;margin-top:1.5em}dt{color:#555}dd{margin:0 0 .6em;white-space:pre-wrap}section{break-inside:avoid}@media print{body{margin:0}}'

/** The file's text. What the person typed becomes text nodes and nothing else. */
export function evidencePacket(matter: Matter, say: Say<AppKey>, language: Language, now: number): string {
  const heading = say('packet.heading', { institution: matter.institution || say('written.blank') })
  const page = document.implementation.createHTMLDocument(heading)
  page.documentElement.lang = language
  page.head.prepend(
    element(page, 'meta', { charset: 'utf-8' }),
    element(page, 'meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
  )
  page.head.append(element(page, 'style', {}, style))
  page.body.append(
    element(page, 'h1', {}, heading),
    element(page, 'p', {}, say('packet.made', { time: timeWords(now, language) })),
  )
  page.body.append(facts(page, matterRows(matter, say)))
  page.body.append(element(page, 'h2', {}, say('packet.calls')))
  for (const call of matter.calls.toSorted((a, b) => a.at - b.at)) {
    const section = element(page, 'section', {})
    section.append(facts(page, callRows(call, say, language)))
    page.body.append(section)
  }
  page.body.append(element(page, 'p', {}, say('packet.foot')))
  return new XMLSerializer().serializeToString(page)
}

type Row = [name: string, value: string]

function matterRows(matter: Matter, say: Say<AppKey>): Row[] {
  return [
    [say('problem.title'), say(`problem.${matter.problem}`)],
    [say('before.happened'), matter.happened],
    [say('before.timeline'), matter.timeline],
    [say('before.amounts'), matter.amounts],
    [say('before.goals'), matter.goals],
    [say('ladder.here'), say(`ladder.${matter.step}`)],
    [say('evidence.title'), matter.evidence.map((item) => say(`evidence.${item}`)).join('\n')],
  ]
}

function callRows(call: Matter['calls'][number], say: Say<AppKey>, language: Language): Row[] {
  return [
    [say('call.at'), timeWords(call.at, language)],
    [say('call.number'), call.number],
    [say('call.agent'), call.agent],
    [say('call.said'), call.said],
    [say('call.promised'), call.promised],
    [say('call.deadline'), call.deadline === undefined ? '' : timeWords(call.deadline, language)],
    [say('call.read-back'), call.readBack.map((item) => say(`back.${item}`)).join(' ')],
    [say('call.solved'), call.solved ? '✓' : ''],
  ]
}

/** Rows without a value are left out. */
function facts(page: Document, rows: Row[]): HTMLElement {
  const list = element(page, 'dl', {})
  for (const [name, value] of rows) {
    if (value.trim()) list.append(element(page, 'dt', {}, name), element(page, 'dd', {}, value))
  }
  return list
}

function element(page: Document, tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = page.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}
