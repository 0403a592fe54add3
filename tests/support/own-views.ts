/** Views of our own invention (tests/pages/sms/own): what is marked in each with the registry of the SMS fixtures. */

/** `text→code modifiers`, in document order: at first, and after the page's own hook has added messages. */
export interface OwnView {
  first: string[]
  all: string[]
}

const inbox = [
  '95588→official',
  '95533→official-other',
  '400-444-0301→unlisted-service',
  '400-444-0302→unlisted-service',
  '95188→official',
  '４００－８２０－５５５５→official',
  '95533→official',
]

/** The header's number stands first in the document. */
const chatHeader = '+86 139 0000 0311→unlisted-service personal-sender'
const chat = [
  '95533→official personal-sender',
  '139-0000-0311→unlisted-service personal-sender',
  '400-444-0312→unlisted-service',
  '95555→official personal-sender',
]

const components = [
  '95580→official',
  '40066-95566→official',
  '95588→official-other',
  '4OO-444-O332→unlisted-service',
  '95017→official',
]

const table = [
  '95588→official',
  '95533→official',
  '13900000342→unlisted-service personal-sender',
  '95188→official-other',
]

const group = [
  '106900000351→sender-id',
  '95555→official',
  '95188→official',
  '95188→official',
  '+8613900000352→unlisted-service personal-sender',
  '400-444-0353→unlisted-service personal-sender',
  '106900000354→sender-id',
  '95533→official-other',
]

const sides = [
  '+86 139 0000 0421→unlisted-service',
  '400-444-0421→unlisted-service personal-sender',
  '95555→official',
  '139 0000 0421→unlisted-service',
]

const utility = [
  '95588→official',
  '95555→official',
  '139 0000 0403→unlisted-service personal-sender',
  '400-444-0405→unlisted-service',
  '95533→official',
]

const pane = ['95588→official', '95533→official-other', '95588→official']
const cards = [
  '95588→official',
  '139 0000 0463→unlisted-service personal-sender',
  '95533→official',
  '95188→official-other',
]
const days = ['95555→official', '400-444-0511→unlisted-service', '95588→official-other']

const cells = ['95588→official', '95533→official', '95588→official', '400-444-0441→unlisted-service']
const cellsLater = ['95580→official', '95599→official', '95588→official-other', '400-444-0442→unlisted-service']

/** Marks in a list of messages from several senders: a bank, somebody in a bank's name, a wrong line, a bank. */
const senders = (number: string) => [
  '95588→official',
  `${number}→unlisted-service personal-sender`,
  '95188→official-other',
  '95533→official',
]

/** Marks in one conversation of a bank: its line, another bank's, an unknown number. */
const bank = (unknown: string) => ['95588→official', '95533→official-other', `${unknown}→unlisted-service`]

const column = ['95188→official', '13900000542→unlisted-service personal-sender', '95533→official-other']
const named = ['95566→official', '400-444-0551→unlisted-service', '95566→official-other']
const received = [
  '95533→official',
  '13900000562→unlisted-service personal-sender',
  '95188→official',
  '95533→official-other',
  '0755-55500564→unlisted-service',
]
const panel = [
  '95555→official',
  '139 0000 0572→unlisted-service personal-sender',
  '95188→official',
  '95588→official-other',
]
const ticked = [
  '+86 139 0000 0581→unlisted-service personal-sender',
  '139 0000 0581→unlisted-service personal-sender',
  '95555→official personal-sender',
  '95555→official-other personal-sender',
]
const begun = [
  '139 0000 0591→unlisted-service personal-sender',
  '139 0000 0591→unlisted-service personal-sender',
  '95533→official',
  '139-0000-0592→unlisted-service',
]
const speakers = ['95533→official', '95588→official-other', '400-444-0601→unlisted-service']

const fromTo = [
  '95588→official',
  '13900000612→unlisted-service personal-sender',
  '95566→official',
  '95566→official-other',
]
const quoted = ['95588→official', '139 0000 0621→unlisted-service', '0755-55500622→unlisted-service']

export const ownViews = {
  'react-virtual-inbox': { first: inbox, all: inbox },
  'column-reverse-chat': {
    first: [chatHeader, ...chat],
    all: [chatHeader, '95599→official personal-sender', ...chat],
  },
  'closed-components': { first: components, all: [...components, '96110→public-service'] },
  'message-table': { first: table, all: ['95599→official', ...table] },
  'forwarding-group': { first: group, all: [...group, '106900000355→sender-id', '96110→public-service'] },
  'dated-utility-list': {
    first: utility,
    all: [...utility, '95599→official'],
  },
  'mirrored-chat': { first: bank('400-444-0411'), all: [...bank('400-444-0411'), '95588→official'] },
  'css-only-sides': { first: sides, all: [...sides, '400-444-0422→unlisted-service personal-sender'] },
  'definition-log': { first: senders('139-0000-0433'), all: [...senders('139-0000-0433'), '95599→official'] },
  'recycled-transforms': {
    first: [...cells, '95533→official-other', '95188→official'],
    all: [...cellsLater, '96110→public-service', '95555→official'],
  },
  'threads-and-pane': { first: pane, all: [...pane, '400-444-0451→unlisted-service'] },
  'article-cards': { first: cards, all: ['95599→official', ...cards] },
  'ionic-inbox': { first: senders('139 0000 0503'), all: [...senders('139 0000 0503'), '95599→official'] },
  'days-and-clusters': { first: days, all: [...days, '95599→official'] },
  'two-column-table': { first: bank('400-444-0521'), all: [...bank('400-444-0521'), '95588→official'] },
  'terminal-log': { first: senders('13900000533'), all: [...senders('13900000533'), '95599→official'] },
  'direction-column': { first: column, all: [...column, '95017→official'] },
  'names-for-each': { first: named, all: [...named, '95533→official'] },
  'received-list': { first: received, all: [...received, '95599→official'] },
  'panel-table': { first: panel, all: [...panel, '95118→official'] },
  'ticks-everywhere': { first: ticked, all: [...ticked, '95566→official personal-sender'] },
  'just-begun': { first: begun, all: [...begun, '95588→official personal-sender'] },
  'from-and-to': { first: fromTo, all: [...fromTo, '95599→official'] },
  'kept-alive': { first: quoted, all: ['95555→official', '95588→official-other', '95588→official'] },
  'named-speakers': { first: speakers, all: ['95580→official', ...speakers] },
} satisfies Record<string, OwnView>

/** Read by the page session alone (tests/page/sms/own-views): their habits are those of markup, not of browsers. */
const inOneBrowser: ReadonlySet<string> = new Set([
  'direction-column',
  'names-for-each',
  'received-list',
  'ticks-everywhere',
  'just-begun',
  'named-speakers',
  'from-and-to',
])

/** Read through the built extension, too. */
export const builtViews: [string, OwnView][] = Object.entries(ownViews).filter(([name]) => !inOneBrowser.has(name))

/** A mark as `ownViews` writes it. */
export function markLine({ text, code, modifiers }: { text: string; code: string; modifiers: string[] }): string {
  return [`${text}→${code}`, ...modifiers].join(' ')
}
