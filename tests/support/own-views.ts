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

export const ownViews = {
  'react-virtual-inbox': { first: inbox, all: inbox },
  'column-reverse-chat': {
    first: [chatHeader, ...chat],
    all: [chatHeader, '95599→official personal-sender', ...chat],
  },
  'closed-components': { first: components, all: [...components, '96110→public-service'] },
  'message-table': { first: table, all: ['95599→official', ...table] },
  'forwarding-group': { first: group, all: [...group, '106900000355→sender-id', '96110→public-service'] },
} satisfies Record<string, OwnView>

/** A mark as `ownViews` writes it. */
export function markLine({ text, code, modifiers }: { text: string; code: string; modifiers: string[] }): string {
  return [`${text}→${code}`, ...modifiers].join(' ')
}
