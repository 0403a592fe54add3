/** One local HTML file of a matter, built with the DOM and carrying its own policy: no script, no request, prints well. */
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { timeWords } from './letters.ts'
import type { Matter } from './matter.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'"
const style = `@page{size:A4;margin:18mm}
body{font:11pt/1.6 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#111;background:#fff}
h1{font-size:1.5em;margin:0}
h2{font-size:1.1em;margin:1.6em 0 0}
dl{display:grid;grid-template-columns:8em minmax(0,1fr);gap:.35em 1em;margin:.8em 0}
dt{color:#555}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
section{border-top:1px solid #bbb;break-inside:avoid}
.sign{margin-top:2.5em;border-top:1px solid #bbb;padding-top:1em}
.sign span{display:inline-block;min-width:16em}
.made{color:#555;font-size:.9em}
@media print{body{margin:0;padding:0;max-width:none}}`

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
    element(page, 'p', { class: 'made' }, say('packet.made', { time: timeWords(now, language) })),
  )
  page.body.append(facts(page, matterRows(matter, say)))
  if (matter.calls.length > 0) page.body.append(element(page, 'h2', {}, say('packet.calls')))
  for (const call of matter.calls.toSorted((a, b) => a.at - b.at)) {
    const section = element(page, 'section', {})
    section.append(facts(page, callRows(call, say, language)))
    page.body.append(section)
  }
  page.body.append(signature(page, say), element(page, 'p', { class: 'made' }, say('packet.foot')))
  return new XMLSerializer().serializeToString(page)
}

/** Name and telephone are written by hand: the notes never ask for them. */
function signature(page: Document, say: Say<AppKey>): HTMLElement {
  const line = element(page, 'p', { class: 'sign' })
  for (const words of ['packet.name', 'packet.phone', 'packet.signed'] as const)
    line.append(element(page, 'span', {}, say(words)))
  return line
}

type Row = [name: string, value: string]

function matterRows(matter: Matter, say: Say<AppKey>): Row[] {
  return [
    [say('packet.subject'), say(`problem.${matter.problem}`)],
    [say('before.happened'), matter.happened],
    [say('packet.timeline'), matter.timeline],
    [say('before.amounts'), matter.amounts],
    [say('packet.goals'), matter.goals],
    [say('packet.step'), say(`ladder.${matter.step}`)],
    [say('packet.asked'), matter.asked.map((item) => say(`ask.${item}`)).join('\n')],
    [say('packet.evidence'), matter.evidence.map((item) => say(`evidence.${item}`)).join('\n')],
  ]
}

function callRows(call: Matter['calls'][number], say: Say<AppKey>, language: Language): Row[] {
  return [
    [say('call.at'), timeWords(call.at, language)],
    [say('call.number'), call.number],
    [say('call.agent'), call.agent],
    [say('call.ticket'), call.ticket ?? ''],
    [say('call.said'), call.said],
    [say('call.promised'), call.promised],
    [say('call.deadline'), call.deadline === undefined ? '' : timeWords(call.deadline, language)],
    [say('packet.read-back'), call.readBack.map((item) => say(`back.${item}`)).join(language === 'en' ? ', ' : '、')],
    [say('packet.result'), say(call.solved ? 'call.solved' : 'packet.open')],
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
